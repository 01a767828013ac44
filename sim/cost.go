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
	uncontrolled []float64 // U ÷ M of the sector at hand
	stripped     []float64 // U ÷ M less all that the structure frees, of the sector at hand
	perRequired  []float64 // M ÷ R of the sector at hand
	sectorCost   []float64 // Σ C of the sector at hand
	regionCost   []float64 // Σ C of the region at hand
	regionNeed   []float64 // Σ R of the region at hand
	ratio        []float64 // q of the unit or group at hand
}

func newCost(e *Engine) cost {
	row := func() []float64 { return newRow(e.timeline.moments()) }
	return cost{
		costTotal: row(), costFall: row(), targetCost: newRow(len(e.bodies.commissioners)),
		uncontrolled: row(), stripped: row(), perRequired: row(), sectorCost: row(), regionCost: row(), regionNeed: row(), ratio: row(),
	}
}

// setExponents makes the tables of the powers that are wanted.
func (w *Workspace) setExponents() {
	if w.engine.needs.capacity {
		w.capacity.power.set(w.parameters.capacityElasticity)
	}
	if w.engine.needs.knowledge {
		w.knowledge.power.set(w.parameters.overLoss)
	}
}

// setCost fills in C, and what the indices make of it, body by body and group by group.
func (w *Workspace) setCost(s *structure) {
	b := &w.engine.bodies
	clear(w.costTotal)
	clear(w.costFall)
	for _, x := range w.indices {
		x.clear()
	}
	for r := range b.regions {
		if s.uses[regionTier] {
			clear(w.regionCost)
			clear(w.regionNeed)
		}
		for i := b.regions[r].first; i < b.regions[r].end; i++ {
			w.addSector(s, i)
		}
		if s.uses[regionTier] && b.pooled[regionTier][r] {
			w.addRegion(r)
		}
	}
}

// addSector adds a sector's units, and then its pooled teams.
func (w *Workspace) addSector(s *structure, i int) {
	b := &w.engine.bodies
	pattern, m := b.sectors[i].pattern, w.groupCost[sectorTier][i]
	w.setRequiredShare(s, i)
	if w.engine.needs.falls && len(s.waves) > 1 {
		addFalls(w.requiredFall, m, w.requiredShare)
	}
	if w.together {
		w.setCostTogether(w.sectorUnits[i].first)
		w.raise()
		w.addUnit(w.sectorUnits[i].first, pattern)
	} else {
		w.addUnits(w.sectorUnits[i], pattern)
	}
	floats.Add(w.costTotal, w.sectorCost)
	if s.uses[sectorTier] && b.pooled[sectorTier][i] {
		w.addSectorTeams(i, pattern)
	}
	if s.uses[regionTier] {
		floats.Add(w.regionCost, w.sectorCost)
		vector.AddScaled(w.regionNeed, m, w.requiredShare)
	}
}

// addUnits adds the units of a sector whose bodies have targets of their own.
func (w *Workspace) addUnits(units span, pattern int) {
	w.setUncontrolled()
	for n := units.first; n < units.end; n++ {
		w.addUnitCost(n)
		w.raise()
		w.addUnit(n, pattern)
	}
}

// addUnit adds the powers at hand as a unit's.
func (w *Workspace) addUnit(n, pattern int) {
	for _, x := range w.indices {
		x.addUnit(n, pattern, w.units[n].population)
	}
}

func (w *Workspace) addSectorTeams(i, pattern int) {
	if !w.together { // else the sector's one unit has just been raised
		floats.MulTo(w.ratio, w.sectorCost, w.perRequired)
		floats.Scale(1/w.groupCost[sectorTier][i], w.ratio)
		w.raise()
	}
	for _, x := range w.indices {
		x.addGroup(sectorTier, i, pattern)
	}
}

func (w *Workspace) addRegion(r int) {
	floats.DivTo(w.ratio, w.regionCost, w.regionNeed)
	w.raise()
	for _, x := range w.indices {
		for pattern := range w.engine.bodies.patterns {
			x.addGroup(regionTier, r, pattern)
		}
	}
}

// raise fills in the powers of the ratio at hand: of both indices in one go where both are wanted over time.
func (w *Workspace) raise() {
	if capacity, knowledge := &w.capacity.index, &w.knowledge.index; w.engine.traced && capacity.power.tabled() && knowledge.power.tabled() {
		raiseBoth(&capacity.power, &knowledge.power, capacity.raised, knowledge.raised, w.ratio)
		return
	}
	for _, x := range w.indices {
		x.raise(w.ratio)
	}
}

// setUncontrolled makes ready for the costs of a sector's units: it fills in U ÷ M, the same once all that the structure frees is
// given up, and 1 over R ÷ M. With freed = (1 − χ) max(0, M − R), U − freed is M Γ − (M − R), whatever the sign of M − R.
func (w *Workspace) setUncontrolled() {
	moments, release := len(w.requiredShare), w.parameters.cashRelease
	growth, uncontrolled, stripped := w.growth[:moments], w.uncontrolled[:moments], w.stripped[:moments]
	for k, r := range w.requiredShare {
		gain := 1 - r
		stripped[k] = growth[k] - gain
		if gain > 0 {
			gain *= release
		}
		uncontrolled[k] = growth[k] - gain
	}
	floats.DivTo(w.perRequired, w.ones, w.requiredShare)
	clear(w.sectorCost)
}

// setCostTogether fills in C of a sector that is one unit, and its q, and adds its falls: what setUncontrolled and addUnitCost
// do, in one pass.
func (w *Workspace) setCostTogether(n int) {
	u, release, enforcement, required := &w.units[n], w.parameters.cashRelease, w.parameters.enforcement, w.requiredShare
	moments := len(required)
	phase, growth, ratio := w.phase[:moments], w.growth[:moments], w.ratio[:moments]
	total, falls, shares := w.sectorCost[:moments], w.costFall[:moments], w.uncontrolled[:moments]
	cost, slope, before := u.cost, u.ceilingShare-1, 0.0
	for k, r := range required {
		gain := 1 - r
		stripped := growth[k] - gain
		if gain > 0 {
			gain *= release
		}
		share := growth[k] - gain
		if k > startMoment { // just before it no target binds
			share = controlled(share, stripped, 1+float64(slope*phase[k]), enforcement)
		}
		total[k] = cost * share
		if share < before {
			falls[k] += float64(cost * (before - share))
		}
		ratio[k], shares[k] = share*(1/r), share
		before = share
	}
	w.targetCost[n] = shares[w.engine.timeline.target()]
}

// addUnitCost adds C of a unit, and fills in its q. Just before the start no target binds: C = U. It is the innermost loop,
// hence the branches: they go the same way for long, and cost less than the arithmetic that would avoid them.
func (w *Workspace) addUnitCost(n int) {
	u, enforcement, uncontrolled := &w.units[n], w.parameters.enforcement, w.uncontrolled
	moments := len(uncontrolled)
	phase, perRequired, ratio := w.phase[:moments], w.perRequired[:moments], w.ratio[:moments]
	total, falls, stripped := w.sectorCost[:moments], w.costFall[:moments], w.stripped[:moments]
	cost, slope, before := u.cost, u.ceilingShare-1, uncontrolled[startMoment]
	total[startMoment] += float64(cost * before)
	ratio[startMoment] = before * perRequired[startMoment]
	for k := firstQuarter; k < moments; k++ {
		share := controlled(uncontrolled[k], stripped[k], 1+float64(slope*phase[k]), enforcement)
		total[k] += float64(cost * share)
		if share < before {
			falls[k] += float64(cost * (before - share))
		}
		ratio[k] = share * perRequired[k]
		before = share
	}
	target := w.engine.timeline.target()
	w.targetCost[n] = controlled(w.uncontrolled[target], stripped[target], 1+float64(slope*phase[target]), enforcement)
}

// controlled is C = U − min(need, freed) − e · max(0, need − freed), with need = max(0, U − B): what the structure frees is
// given up first, and only cuts, which take off what is then still above the ceiling B, slip.
func controlled(uncontrolled, stripped, ceiling, enforcement float64) float64 {
	if gap := stripped - ceiling; gap > 0 {
		return stripped - float64(enforcement*gap)
	}
	if uncontrolled < ceiling { // neither is NaN, which min would have to ask for
		return uncontrolled
	}
	return ceiling
}
