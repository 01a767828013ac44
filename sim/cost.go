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

	moved patternCosts // of sectors in which the structure moves anything
	into  costSums     // of the pattern at hand

	indices []*index // that follow the resourcing q = C ÷ R, as far as they are wanted
	target  control.Target

	// of the sectors at hand, by moment
	sectorCost  series // C ÷ M where bodies move together, else Σ C
	sectorRatio series // q

	once []float64 // 1, by sector at hand

	// of the units at hand, by moment
	unitShare series // C ÷ M
	unitRatio series // q

	// by moment
	regionCost  []float64 // Σ C of the region at hand
	regionNeed  []float64 // Σ R of the region at hand
	regionRatio series    // q of the region at hand: one row
}

// atHand is how many sectors, and how many units of one, are gone through at once: so many that each step is done to all of
// them in one go, and so few that all of it stays in the processor's nearest cache.
const atHand = 16

func newCost(e *Engine) cost {
	moments := e.timeline.moments()
	row := func() []float64 { return newRow(moments) }
	some := func() series { return newSeries(atHand, moments) }
	c := cost{
		costTotal: row(), costFall: row(), moved: newPatternCosts(e), targetCost: newRow(len(e.bodies.commissioners)),
		sectorCost: some(), sectorRatio: some(), unitShare: some(), unitRatio: some(),
		regionCost: row(), regionNeed: row(), regionRatio: newSeries(1, moments),
		once: newRow(atHand),
	}
	vector.Fill(c.once, 1)
	return c
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

// setCost fills in C, and what the indices make of it, some sectors at a time.
func (w *Workspace) setCost(s *structure) {
	for _, x := range w.indices {
		x.clear()
	}
	b := &w.engine.bodies
	for pattern := range b.patterns {
		if b.patterns[pattern].stays(s.uses) {
			w.addUnmoved(s, pattern)
		} else {
			w.moved.clear(pattern)
		}
	}
	for _, sectors := range b.moved[s.uses] {
		w.into = w.moved.of(b.sectors[sectors.first].pattern)
		w.addSectors(s, sectors)
	}
	w.addPatterns(s.uses)
}

// addPatterns adds up what the sectors of all patterns cost.
func (w *Workspace) addPatterns(uses tiers) {
	clear(w.costTotal)
	clear(w.costFall)
	for pattern := range w.engine.bodies.patterns {
		sums := w.moved.of(pattern)
		if w.engine.bodies.patterns[pattern].stays(uses) {
			sums = w.unmoved.of(pattern)
		}
		vector.AddScaled(w.costTotal, 1, sums.cost)
		vector.AddScaled(w.costFall, 1, sums.fall)
	}
}

// addSectors adds what some sectors of one pattern cost, and what their units and pooled teams can do.
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
		w.setCostApart(sectors)
		inCost = w.once[:len(costs)]
	}
	w.sectorCost.add(w.into.cost, inCost)
	w.addPooled(s, sectors)
	if s.uses.has(regionTier) {
		w.addRegions(sectors, inCost)
	}
}

// addPooled adds what the pooled teams of some sectors can do, and where each sector is one unit, what the units can do.
func (w *Workspace) addPooled(s *structure, sectors span) {
	switch {
	case w.together:
		w.raise(&w.sectorRatio, span{end: sectors.end - sectors.first})
		for _, x := range w.indices {
			x.addUnits(sectors, &w.unitPeople)
		}
	case s.uses.has(sectorTier):
		for k, pools := range w.engine.bodies.pooled[sectorTier][sectors.first:sectors.end] {
			if pools {
				w.raise(&w.sectorRatio, span{k, k + 1})
			}
		}
	}
	if s.uses.has(sectorTier) {
		for _, x := range w.indices {
			x.addSectors(sectors)
		}
	}
}

// setTarget fills in what all bodies' targets have in common.
func (w *Workspace) setTarget() {
	w.target = control.Target{Phase: w.phase, Growth: w.growth, Release: w.parameters.cashRelease, Enforcement: w.parameters.enforcement}
}

// setCostTogether fills in C of sectors that each move together, and their q.
func (w *Workspace) setCostTogether(sectors span) {
	costs := w.groupCost[sectorTier][sectors.first:sectors.end]
	slope := w.unitSlope[0] // every unit's, and each sector is one
	w.target.Together(w.sectorCost.data, w.sectorRatio.data, w.sectorRequired.rows(span{end: len(costs)}), slope)
	w.setTargetCosts(sectors, &w.sectorCost)
	w.sectorCost.addFalls(w.into.fall, costs)
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
func (w *Workspace) setCostApart(sectors span) {
	first := w.sectorUnits[sectors.first].first // of the units at hand
	for k := range sectors.end - sectors.first {
		units, sector := w.sectorUnits[sectors.first+k], control.Sector{
			Required: w.sectorRequired.row(k), Cost: w.sectorCost.row(k), Ratio: w.sectorRatio.row(k),
			PerCost: 1 / w.groupCost[sectorTier][sectors.first+k],
		}
		clear(sector.Cost)
		for units.first < units.end {
			if units.first == first+atHand {
				w.addUnits(span{first, units.first})
				first = units.first
			}
			end := min(units.end, first+atHand)
			share, ratio := w.unitShare.from(units.first-first), w.unitRatio.from(units.first-first)
			w.target.Apart(share.data, ratio.data, w.unitSlope[units.first:end], w.unitCost[units.first:end], sector)
			units.first = end
		}
	}
	w.addUnits(span{first, w.sectorUnits[sectors.end-1].end})
}

// addUnits adds the falls of the units at hand, and what they can do.
func (w *Workspace) addUnits(units span) {
	costs := w.unitCost[units.first:units.end]
	w.setTargetCosts(units, &w.unitShare)
	w.unitShare.addFalls(w.into.fall, costs)
	w.raise(&w.unitRatio, span{end: len(costs)})
	for _, x := range w.indices {
		x.addUnits(units, &w.unitPeople)
	}
}

// addRegions adds sectors to the regions that they are in, and what the pooled teams of a region can do once all its sectors are there.
func (w *Workspace) addRegions(sectors span, inCost []float64) {
	b := &w.engine.bodies
	for i := sectors.first; i < sectors.end; {
		r := b.sectors[i].region
		region := &b.regions[r]
		if i == region.first {
			clear(w.regionCost)
			clear(w.regionNeed)
		}
		from, end := i-sectors.first, min(region.end, sectors.end)-sectors.first
		w.sectorCost.from(from).add(w.regionCost, inCost[from:end])
		w.sectorRequired.from(from).add(w.regionNeed, w.groupCost[sectorTier][i:sectors.first+end])
		if i = sectors.first + end; i == region.end && b.pooled[regionTier][r] {
			w.addRegion(r)
		}
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
