package sim

import "reconfig/sim/vector"

// unmoved is what bodies cost and can do in sectors that share no work on the tiers that a structure uses: it is the same under every
// such structure, and worked out once a draw.
type unmoved struct {
	known      []bool    // by pattern: whether it has been worked out
	cost, fall series    // Σ C and Σ max(0, C of the moment before − C), £k a year, by pattern and moment
	target     []float64 // C ÷ M at target, by unit
}

func newUnmoved(e *Engine) unmoved {
	patterns, moments := len(e.bodies.patterns), e.timeline.moments()
	return unmoved{make([]bool, patterns), newSeries(patterns, moments), newSeries(patterns, moments), newRow(len(e.bodies.commissioners))}
}

// addUnmoved adds the sectors of a pattern in which the structure moves nothing.
func (w *Workspace) addUnmoved(s *structure, pattern int) {
	cost, fall := w.unmoved.cost.row(pattern), w.unmoved.fall.row(pattern)
	if w.unmoved.known[pattern] {
		w.takeUnmoved(pattern)
	} else {
		total, falls := w.costTotal, w.costFall
		w.costTotal, w.costFall = cost, fall
		clear(cost)
		clear(fall)
		for _, sectors := range w.engine.bodies.alike[pattern] {
			w.addSectors(s, sectors)
		}
		w.costTotal, w.costFall = total, falls
		w.keepUnmoved(pattern)
	}
	vector.AddScaled(w.costTotal, 1, cost)
	vector.AddScaled(w.costFall, 1, fall)
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
