package sim

// unmoved is what bodies come to as long as nothing of them is pooled. It is the same under every structure, and so is worked out once
// a run: for patterns of bodies that a structure pools nothing of, and for all before its first step comes into force.
type unmoved struct {
	nothing      structure
	unmovedCost  series    // Σ C, by pattern
	unmovedFall  series    // its falls
	unmovedShare []float64 // C ÷ M at target, by unit
}

func newUnmoved(e *Engine) unmoved {
	rows := func() series { return newSeries(len(e.bodies.patterns), e.timeline.moments()) }
	return unmoved{unmovedCost: rows(), unmovedFall: rows(), unmovedShare: newRow(len(e.bodies.commissioners))}
}

// sharesUnmoved says whether structures share it: not where there is only one group, or where single quarters are looked at.
func (w *Workspace) sharesUnmoved() bool { return !w.grouped && !w.engine.observed }

// moves says whether a structure pools anything of a pattern's bodies.
func (w *Workspace) moves(s *structure, pattern int) bool {
	if !w.sharesUnmoved() {
		return true
	}
	pools := &w.engine.bodies.patterns[pattern].pools
	for tier, uses := range s.uses {
		if uses && pools[tier] {
			return true
		}
	}
	return false
}

// firstMoved is the first moment at which anything of a structure is in force; the end of the quarters if none is.
func (w *Workspace) firstMoved(s *structure) int {
	if !w.sharesUnmoved() {
		return startMoment
	}
	first := w.engine.timeline.endQuarter()
	for i := range s.waves {
		inForce := w.inForce.row(s.waves[i].tenure)[:first]
		for k, v := range inForce {
			if v != 0 {
				first = k
				break
			}
		}
	}
	return first
}

// lastStated is the end of the moments that costs are wanted at.
func (w *Workspace) lastStated() int {
	switch l := w.engine.timeline; {
	case w.engine.observed:
		return l.moments()
	case w.engine.needs.knowledge:
		return l.handover() + 1
	default:
		return l.target() + 1
	}
}

// setUnmoved works it out.
func (w *Workspace) setUnmoved() {
	w.moved = span{startMoment, w.lastStated()}
	for pattern := range w.engine.bodies.patterns {
		w.clearCosts()
		for _, x := range w.indices {
			clear(x.cut(x.resources.row(x.localPart(pattern))))
		}
		w.addPattern(pattern)
		copy(w.unmovedCost.row(pattern), w.costTotal)
		copy(w.unmovedFall.row(pattern), w.costFall)
		for _, x := range w.indices {
			copy(x.unmoved.row(pattern), x.resources.row(x.localPart(pattern)))
		}
	}
	copy(w.unmovedShare, w.targetCost)
	for _, x := range w.indices {
		copy(x.unmovedPower, x.unitPower)
	}
}

// addPattern adds the bodies of a pattern: as one unit where all bodies move together, for then C ÷ M and q are the same for all.
func (w *Workspace) addPattern(pattern int) {
	all := unit{ceilingShare: w.units[0].ceilingShare, population: w.engine.bodies.patterns[pattern].population}
	for i := range w.engine.bodies.sectors {
		switch {
		case w.engine.bodies.sectors[i].pattern != pattern:
		case w.together:
			all.cost += w.groupCost[sectorTier][i]
		default:
			w.addSector(&w.nothing, i, false)
		}
	}
	if !w.together {
		return
	}
	target := w.engine.timeline.target()
	w.setRequiredShare(&w.nothing, 0, w.moved)
	w.addUnitCost(&all, w.costTotal)
	fill(w.targetCost, w.shareAt(&all, target, 0))
	w.raise()
	for _, x := range w.indices {
		fill(x.unitPower, x.raised[x.closeUp])
		x.add(x.localPart(pattern), all.population, w.moved)
	}
}

// leaveSector fills in what is known of each unit of a sector that a structure pools nothing of.
func (w *Workspace) leaveSector(i int) {
	u := w.sectorUnits[i]
	copy(w.targetCost[u.first:u.end], w.unmovedShare[u.first:u.end])
	for _, x := range w.indices {
		copy(x.unitPower[u.first:u.end], x.unmovedPower[u.first:u.end])
	}
}

// addUnmoved adds what is the same under every structure: all of the patterns that this one pools nothing of, and of others what
// comes before the first moment that it moves.
func (w *Workspace) addUnmoved(s *structure) {
	if !w.sharesUnmoved() {
		return
	}
	for pattern := range w.engine.bodies.patterns {
		m := span{startMoment, w.moved.first}
		if !w.moves(s, pattern) {
			m.end = w.moved.end
		}
		addRow(w.costTotal[:m.end], w.unmovedCost.row(pattern)[:m.end])
		addRow(w.costFall[:m.end], w.unmovedFall.row(pattern)[:m.end])
		for _, x := range w.indices {
			m := x.of(m)
			addRow(x.resources.row(x.localPart(pattern))[m.first:m.end], x.unmoved.row(pattern)[m.first:m.end])
		}
	}
}

// addRow adds one row to another.
func addRow(dst, v []float64) {
	dst = dst[:len(v)]
	for k, x := range v {
		dst[k] += x
	}
}
