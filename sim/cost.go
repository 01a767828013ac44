package sim

import (
	"gonum.org/v1/gonum/floats"

	"reconfig/sim/vector"
)

// cost is the management cost with the target and its cuts: docs/model.md, section 5.
type cost struct {
	costTotal  []float64 // Σ C, £k a year, by moment
	costFall   []float64 // Σ max(0, C of the moment before − C), £k a year; of use in quarters only
	targetCost []float64 // C ÷ M at target, by unit

	indices []*index // that follow the resourcing q = C ÷ R, as far as they are wanted

	// by moment
	sectorCost []float64 // Σ C of the sector at hand, where groups need it
	regionCost []float64 // Σ C of the region at hand
	regionNeed []float64 // Σ R of the region at hand
	ratio      []float64 // q of the unit or group at hand

	moved span // the moments from which on something is in force under the structure at hand, and that something is stated at
}

func newCost(e *Engine) cost {
	row := func() []float64 { return newRow(e.timeline.moments()) }
	return cost{
		costTotal: row(), costFall: row(), targetCost: newRow(len(e.bodies.commissioners)),
		sectorCost: row(), regionCost: row(), regionNeed: row(), ratio: row(),
	}
}

// setExponents sets the powers, and makes tables of those that are wanted.
func (w *Workspace) setExponents() {
	w.capacity.power.set(w.parameters.capacityElasticity, w.engine.needs.capacity)
	w.knowledge.power.set(w.parameters.overLoss, w.engine.needs.knowledge)
}

// setCost fills in C, and what the indices make of it, body by body and group by group.
func (w *Workspace) setCost(s *structure) {
	b := &w.engine.bodies
	w.moved = span{w.firstMoved(s), w.lastStated()}
	w.clearCosts()
	for _, x := range w.indices {
		x.clear()
	}
	for r := range b.regions {
		pooled := s.uses[regionTier] && b.pooled[regionTier][r]
		if pooled {
			clear(w.regionCost)
			clear(w.regionNeed)
		}
		for i := b.regions[r].first; i < b.regions[r].end; i++ {
			if w.moves(s, b.sectors[i].pattern) {
				w.addSector(s, i, pooled)
			} else {
				w.leaveSector(i)
			}
		}
		if pooled {
			w.addRegion(r)
		}
	}
	w.addUnmoved(s)
}

func (w *Workspace) clearCosts() {
	clear(w.costTotal)
	clear(w.costFall)
}

// addSector adds a sector's units, and then its pooled teams. pooled says whether its region has teams too.
func (w *Workspace) addSector(s *structure, i int, pooled bool) {
	b, m := &w.engine.bodies, w.moved
	pattern, teams, total := b.sectors[i].pattern, s.uses[sectorTier] && b.pooled[sectorTier][i], w.costTotal
	w.setRequiredShare(s, i, m)
	if w.engine.needs.falls && len(s.waves) > 1 {
		w.addRequiredFalls(i)
	}
	summed := pooled || teams && !w.together
	if summed {
		total = w.sectorCost
		clear(total[m.first:m.end])
	}
	if of := w.crowds.ofSector[i]; of.first < of.end && w.tabled() {
		w.addCrowded(i, pattern, total)
	} else {
		for n := w.sectorUnits[i].first; n < w.sectorUnits[i].end; n++ {
			w.addUnit(n, pattern, total)
		}
	}
	if summed {
		addRow(w.costTotal[m.first:m.end], total[m.first:m.end])
	}
	if teams {
		w.addSectorTeams(i, pattern)
	}
	if pooled {
		addRow(w.regionCost[m.first:m.end], total[m.first:m.end])
		vector.AddScaled(w.regionNeed[m.first:m.end], w.groupCost[sectorTier][i], w.requiredShare[m.first:m.end])
	}
}

// addUnit adds a unit, its cost to a total.
func (w *Workspace) addUnit(n, pattern int, total []float64) {
	u, target := &w.units[n], w.engine.timeline.target()
	w.addUnitCost(u, total)
	w.targetCost[n] = w.shareAt(u, target, 1-w.requiredShare[target])
	w.raise()
	for _, x := range w.indices {
		x.unitPower[n] = x.raised[x.closeUp]
		x.add(x.localPart(pattern), u.population, w.moved)
	}
}

// addSectorTeams adds a sector's pooled teams. Where its bodies move together the powers at hand are theirs already.
func (w *Workspace) addSectorTeams(i, pattern int) {
	if !w.together {
		m := w.moved
		ratio := w.ratio[m.first:m.end]
		floats.MulTo(ratio, w.sectorCost[m.first:m.end], w.perRequired[m.first:m.end])
		floats.Scale(1/w.groupCost[sectorTier][i], ratio)
		w.raise()
	}
	for _, x := range w.indices {
		x.addGroup(sectorTier, i, pattern, w.moved)
	}
}

func (w *Workspace) addRegion(r int) {
	m := w.moved
	floats.DivTo(w.ratio[m.first:m.end], w.regionCost[m.first:m.end], w.regionNeed[m.first:m.end])
	w.raise()
	for _, x := range w.indices {
		for pattern := range w.engine.bodies.patterns {
			x.addGroup(regionTier, r, pattern, m)
		}
	}
}

// raise fills in the powers of the ratio at hand: of both indices in one go where both are wanted over time.
func (w *Workspace) raise() {
	if capacity, knowledge := &w.capacity.index, &w.knowledge.index; w.engine.traced && w.tabled() {
		m := w.moved
		raiseBoth(&capacity.power, &knowledge.power, capacity.raised[m.first:m.end], knowledge.raised[m.first:m.end], w.ratio[m.first:m.end])
		return
	}
	for _, x := range w.indices {
		m := x.of(w.moved)
		x.power.raise(x.raised[m.first:m.end], w.ratio[m.first:m.end])
	}
}

// tabled says whether both powers have tables, if they are wanted.
func (w *Workspace) tabled() bool { return w.capacity.power.tabled() && w.knowledge.power.tabled() }

// addUnitCost adds C of a unit to a total, and fills in its q. With gain = M − R, what is left of U once all that the structure
// frees is given up is M Γ − gain, whatever the sign of that. It is the innermost loop, hence the branches: they go the same way
// for long, and cost less than the arithmetic that would avoid them.
func (w *Workspace) addUnitCost(u *unit, total []float64) {
	m := w.moved
	before := w.shareBefore(u, total)
	m.first = max(m.first, firstQuarter)
	enforcement, release, slope, cost := w.parameters.enforcement, w.parameters.cashRelease, u.ceilingShare-1, u.cost
	required := w.requiredShare[m.first:m.end]
	growth, phase := w.growth[m.first:m.end][:len(required)], w.phase[m.first:m.end][:len(required)]
	perRequired, ratio := w.perRequired[m.first:m.end][:len(required)], w.ratio[m.first:m.end][:len(required)]
	total, falls := total[m.first:m.end][:len(required)], w.costFall[m.first:m.end][:len(required)]
	for k, r := range required {
		gain, ceiling := 1-r, 1+float64(slope*phase[k])
		share := growth[k] - gain
		if gap := share - ceiling; gap > 0 {
			share -= float64(enforcement * gap)
		} else if share = uncontrolled(growth[k], gain, release); share > ceiling {
			share = ceiling
		}
		total[k] += float64(cost * share)
		if share < before {
			falls[k] += float64(cost * (before - share))
		}
		ratio[k] = share * perRequired[k]
		before = share
	}
}

// shareBefore is C ÷ M of a unit at the moment before the first one that is moved. That is before anything is in force; or the start,
// which it adds: just before that no target binds, and C = U.
func (w *Workspace) shareBefore(u *unit, total []float64) float64 {
	switch k := w.moved.first - 1; {
	case k < startMoment:
		r := w.requiredShare[startMoment]
		share := uncontrolled(w.growth[startMoment], 1-r, w.parameters.cashRelease)
		total[startMoment] += float64(u.cost * share)
		w.ratio[startMoment] = share / r
		return share
	case k == startMoment:
		return w.growth[startMoment]
	default:
		return w.shareAt(u, k, 0)
	}
}

// shareAt is C ÷ M of a unit at a moment, where it requires so much less.
func (w *Workspace) shareAt(u *unit, k int, gain float64) float64 {
	if k == startMoment {
		return uncontrolled(w.growth[k], gain, w.parameters.cashRelease)
	}
	growth, ceiling := w.growth[k], 1+float64((u.ceilingShare-1)*w.phase[k])
	return controlled(uncontrolled(growth, gain, w.parameters.cashRelease), growth-gain, ceiling, w.parameters.enforcement)
}

// uncontrolled is U ÷ M: of what is gained a share is given up as cash, and what is lost is spent.
func uncontrolled(growth, gain, release float64) float64 {
	if gain > 0 {
		gain *= release
	}
	return growth - gain
}

// controlled is C = U − min(need, freed) − e · max(0, need − freed), with need = max(0, U − B): what the structure frees is
// given up first, and only cuts, which take off what is then still above the ceiling B, slip.
func controlled(uncontrolled, stripped, ceiling, enforcement float64) float64 {
	if gap := stripped - ceiling; gap > 0 {
		return stripped - float64(enforcement*gap)
	}
	return min(uncontrolled, ceiling)
}
