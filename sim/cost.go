package sim

import (
	"gonum.org/v1/gonum/floats"

	"reconfig/sim/control"
	"reconfig/sim/power"
	"reconfig/sim/vector"
)

// cost is the management cost with the target and its cuts: docs/model.md, section 5.
type cost struct {
	costTotal  []float64 // Σ C, £k a year, by moment
	costFall   []float64 // Σ max(0, C of the moment before − C), £k a year; of use in quarters only
	targetCost []float64 // C ÷ M at target, by unit

	indices []*index // that follow the resourcing q = C ÷ R, as far as they are wanted
	target  control.Target

	// of the sectors at hand, by moment
	sectorCost  series // C ÷ M where bodies move together, else Σ C
	sectorRatio series // q

	// of the units at hand of one sector, by moment
	unitShare series // C ÷ M
	unitRatio series // q

	// by moment
	uncontrolled []float64 // U ÷ M of the sector at hand
	stripped     []float64 // U ÷ M less all that the structure frees, of the sector at hand
	perRequired  []float64 // M ÷ R of the sector at hand
	regionCost   []float64 // Σ C of the region at hand
	regionNeed   []float64 // Σ R of the region at hand
	regionRatio  series    // q of the region at hand: one row
}

// atHand is how many sectors, and how many units of one, are gone through at once: so many that each step is done to all of
// them in one go, and so few that all of it stays in the processor's nearest cache.
const atHand = 16

func newCost(e *Engine) cost {
	moments := e.timeline.moments()
	row := func() []float64 { return newRow(moments) }
	some := func() series { return newSeries(atHand, moments) }
	return cost{
		costTotal: row(), costFall: row(), targetCost: newRow(len(e.bodies.commissioners)),
		sectorCost: some(), sectorRatio: some(), unitShare: some(), unitRatio: some(),
		uncontrolled: row(), stripped: row(), perRequired: row(), regionCost: row(), regionNeed: row(), regionRatio: newSeries(1, moments),
	}
}

// setExponents makes the tables of the powers that are wanted.
func (w *Workspace) setExponents() {
	if w.engine.needs.capacity {
		w.capacity.power.Set(w.parameters.capacityElasticity)
	}
	if w.engine.needs.knowledge {
		w.knowledge.power.Set(w.parameters.overLoss)
	}
}

// setCost fills in C, and what the indices make of it, region by region and some sectors at a time.
func (w *Workspace) setCost(s *structure) {
	b := &w.engine.bodies
	w.setTarget()
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
		for i := b.regions[r].first; i < b.regions[r].end; i += atHand {
			w.addSectors(s, span{i, min(i+atHand, b.regions[r].end)})
		}
		if s.uses[regionTier] && b.pooled[regionTier][r] {
			w.addRegion(r)
		}
	}
}

// addSectors adds what some sectors of one region cost, and what their units and pooled teams can do.
func (w *Workspace) addSectors(s *structure, sectors span) {
	costs := w.groupCost[sectorTier][sectors.first:sectors.end]
	w.setRequiredShares(s, sectors)
	if w.engine.needs.falls && len(s.waves) > 1 {
		w.sectorRequired.addFalls(w.requiredFall, costs)
	}
	inCost := costs // what a row of costs counts for
	if w.together {
		w.setCostTogether(sectors)
	} else {
		w.setCostApart(s, sectors)
		inCost = w.ones[:len(costs)]
	}
	w.sectorCost.add(w.costTotal, inCost)
	if s.uses[regionTier] {
		w.sectorCost.add(w.regionCost, inCost)
		w.sectorRequired.add(w.regionNeed, costs)
	}
	w.addPooled(s, sectors)
}

// addPooled adds what the units, where each sector is one, and the pooled teams of some sectors can do.
func (w *Workspace) addPooled(s *structure, sectors span) {
	switch {
	case w.together:
		w.raise(&w.sectorRatio, span{end: sectors.end - sectors.first})
		for _, x := range w.indices {
			x.addUnits(sectors, &w.unitPeople)
		}
	case s.uses[sectorTier]:
		for k, pools := range w.engine.bodies.pooled[sectorTier][sectors.first:sectors.end] {
			if pools {
				w.raise(&w.sectorRatio, span{k, k + 1})
			}
		}
	}
	if s.uses[sectorTier] {
		for _, x := range w.indices {
			x.addSectors(sectors)
		}
	}
}

func (w *Workspace) setTarget() {
	w.target = control.Target{Phase: w.phase, Growth: w.growth, Release: w.parameters.cashRelease, Enforcement: w.parameters.enforcement}
}

// setCostTogether fills in C of sectors that each move together, and their q.
func (w *Workspace) setCostTogether(sectors span) {
	costs := w.groupCost[sectorTier][sectors.first:sectors.end]
	slope := w.unitSlope[0] // every unit's, and each sector is one
	w.target.Together(w.sectorCost.data, w.sectorRatio.data, w.sectorRequired.rows(span{end: len(costs)}), slope)
	w.setTargetCosts(sectors, &w.sectorCost)
	w.sectorCost.addFalls(w.costFall, costs)
}

// setTargetCosts fills in what units cost at target.
func (w *Workspace) setTargetCosts(units span, share *series) {
	target := w.engine.timeline.target()
	for k := range units.end - units.first {
		w.targetCost[units.first+k] = share.data[k*share.width+target]
	}
}

// setCostApart fills in C of sectors whose bodies have targets of their own, and q of the sectors' pooled teams. Units are gone
// through some at a time, of several sectors together.
func (w *Workspace) setCostApart(s *structure, sectors span) {
	b, first := &w.engine.bodies, w.sectorUnits[sectors.first].first // of the units at hand
	for k := range sectors.end - sectors.first {
		i, cost := sectors.first+k, w.sectorCost.row(k)
		w.target.Free(w.uncontrolled, w.stripped, w.perRequired, w.sectorRequired.row(k))
		clear(cost)
		units := w.sectorUnits[i]
		for units.first < units.end {
			if units.first == first+atHand {
				w.addUnits(span{first, units.first})
				first = units.first
			}
			some := span{units.first, min(units.end, first+atHand)}
			w.setUnits(some, some.first-first, cost)
			units.first = some.end
		}
		if s.uses[sectorTier] && b.pooled[sectorTier][i] {
			ratio := w.sectorRatio.row(k)
			vector.Mul(ratio, cost, w.perRequired)
			floats.Scale(1/w.groupCost[sectorTier][i], ratio)
		}
	}
	w.addUnits(span{first, w.sectorUnits[sectors.end-1].end})
}

// setUnits fills in what some units of a sector cost, from a row on, and adds it to what the sector costs.
func (w *Workspace) setUnits(units span, row int, sectorCost []float64) {
	share, ratio := w.unitShare.from(row), w.unitRatio.from(row)
	w.target.Apart(share.data, ratio.data, w.unitSlope[units.first:units.end], w.uncontrolled, w.stripped, w.perRequired)
	share.add(sectorCost, w.unitCost[units.first:units.end])
}

// addUnits adds the falls of the units at hand, and what they can do.
func (w *Workspace) addUnits(units span) {
	costs := w.unitCost[units.first:units.end]
	w.setTargetCosts(units, &w.unitShare)
	w.unitShare.addFalls(w.costFall, costs)
	w.raise(&w.unitRatio, span{end: len(costs)})
	for _, x := range w.indices {
		x.addUnits(units, &w.unitPeople)
	}
}

func (w *Workspace) addRegion(r int) {
	floats.DivTo(w.regionRatio.row(0), w.regionCost, w.regionNeed)
	w.raise(&w.regionRatio, span{end: 1})
	for _, x := range w.indices {
		x.addRegion(r)
	}
}

// raise fills in the powers of some rows of ratios: of both indices in one go where both are wanted at the same moments.
func (w *Workspace) raise(ratios *series, rows span) {
	if capacity, knowledge := &w.capacity.index, &w.knowledge.index; len(w.indices) == 2 && capacity.always() && knowledge.always() {
		power.RaiseBoth(&capacity.power, &knowledge.power, capacity.powers.rows(rows), knowledge.powers.rows(rows), ratios.rows(rows))
		return
	}
	for _, x := range w.indices {
		x.raise(ratios, rows)
	}
}
