package sim

import "reconfig/sim/vector"

// costSums are Σ C and Σ max(0, C of the moment before − C), £k a year, by moment.
type costSums struct{ cost, fall []float64 }

// patternCosts are sums over the sectors of each pattern. All sectors are added up pattern by pattern under every structure, so that
// structures which come to the same have the same last digits.
type patternCosts struct{ cost, fall series }

func newPatternCosts(e *Engine) patternCosts {
	rows := func() series { return newSeries(len(e.bodies.patterns), e.timeline.moments()) }
	return patternCosts{rows(), rows()}
}

func (p *patternCosts) of(pattern int) costSums {
	return costSums{p.cost.row(pattern), p.fall.row(pattern)}
}

func (p *patternCosts) clear(pattern int) {
	clear(p.cost.row(pattern))
	clear(p.fall.row(pattern))
}

// unmoved is what bodies cost and can do in sectors that share no work on the tiers that a structure uses: it is the same under every
// such structure, and worked out once a draw.
type unmoved struct {
	patternCosts
	known  []bool    // by pattern: whether it has been worked out
	target []float64 // C ÷ M at target, by unit
}

func newUnmoved(e *Engine) unmoved {
	return unmoved{newPatternCosts(e), make([]bool, len(e.bodies.patterns)), newRow(len(e.bodies.commissioners))}
}

// addUnmoved adds the sectors of a pattern in which the structure moves nothing.
func (w *Workspace) addUnmoved(s *structure, pattern int) {
	if w.unmoved.known[pattern] {
		w.takeUnmoved(pattern)
		return
	}
	w.unmoved.clear(pattern)
	w.into = w.unmoved.of(pattern)
	for _, sectors := range w.engine.bodies.alike[pattern] {
		w.addSectors(s, sectors)
	}
	w.keepUnmoved(pattern)
}

// keepUnmoved keeps what else the sectors of a pattern come to.
func (w *Workspace) keepUnmoved(pattern int) {
	w.unmoved.known[pattern] = true
	w.copyUnits(w.unmoved.target, w.targetCost, pattern)
	for _, x := range w.indices {
		copy(x.cut(x.unmoved.row(pattern)), x.cut(x.resources.row(x.localPart(pattern))))
		w.copyUnits(x.unmovedPower, x.unitPower, pattern)
	}
}

// takeUnmoved takes that over.
func (w *Workspace) takeUnmoved(pattern int) {
	w.copyUnits(w.targetCost, w.unmoved.target, pattern)
	for _, x := range w.indices {
		copy(x.cut(x.resources.row(x.localPart(pattern))), x.cut(x.unmoved.row(pattern)))
		w.copyUnits(x.unitPower, x.unmovedPower, pattern)
	}
	for _, sectors := range w.engine.bodies.alike[pattern] {
		vector.Fill(w.requiredAtTarget[sectors.first:sectors.end], 1)
	}
}

// copyUnits copies the numbers of a pattern's units.
func (w *Workspace) copyUnits(dst, src []float64, pattern int) {
	for _, sectors := range w.engine.bodies.alike[pattern] {
		from, end := w.sectorUnits[sectors.first].first, w.sectorUnits[sectors.end-1].end
		copy(dst[from:end], src[from:])
	}
}
