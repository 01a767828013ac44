package sim

import "gonum.org/v1/gonum/floats"

// required is the cost that the structure at hand needs to do all its work.
type required struct {
	requiredShare series    // R ÷ M, by sector
	requiredTotal []float64 // Σ R, £k a year, by moment
	requiredFall  []float64 // Σ max(0, R of the moment before − R), £k a year; of use in quarters only
}

func newRequired(e *Engine) required {
	moments := e.timeline.moments()
	return required{newSeries(len(e.bodies.sectors), moments), make([]float64, moments), make([]float64, moments)}
}

// setRequired fills in R = M · (1 − Σ p φ), which is the same share of M for all bodies of a sector.
func (w *Workspace) setRequired(s *structure) {
	b := &w.engine.bodies
	fill(w.requiredTotal, 0)
	fill(w.requiredFall, 0)
	for i := range b.sectors {
		share := w.requiredShare.row(i)
		fill(share, 1)
		for p := range s.paths {
			for m := range s.paths[p].steps {
				step := &s.paths[p].steps[m]
				floats.AddScaled(share, -w.saving.of(step)[b.groupOf(step.tier, i)], w.inForce.row(step.row))
			}
		}
		floats.AddScaled(w.requiredTotal, w.groupCost[sectorTier][i], share)
		addFalls(w.requiredFall, w.groupCost[sectorTier][i], share)
	}
}

// addFalls adds scale times each fall from the moment before.
func addFalls(dst []float64, scale float64, v []float64) {
	before := v[0]
	for k, now := range v {
		dst[k] += scale * max(0, before-now)
		before = now
	}
}

// cost is the management cost with the target and its cuts (docs/model.md, section 5), and the powers of the
// resourcing q = C ÷ R that capacity and local knowledge rest on.
type cost struct {
	costTotal []float64 // Σ C, £k a year, by moment
	costFall  []float64 // Σ max(0, C of the moment before − C), £k a year; of use in quarters only

	elasticity, overLoss power // of capacity and of local knowledge, by the exponents η and ν

	unitPower  powers            // q^η and q^ν of the unit at hand
	bodyPower  powers            // Σ P q^η and Σ P q^ν over the commissioners of a sector
	groupPower [tierCount]powers // q_G^η and q_G^ν, by group
	groupTotal [tierCount]series // Σ C, by group
	groupNeed  [tierCount]series // Σ R, by group

	share []float64 // C ÷ M of the unit at hand, by moment
	ratio []float64 // q of the unit or group at hand, by moment
}

// powers holds the powers of q by which capacity and local knowledge follow resources.
type powers struct{ capacity, knowledge series }

func newCost(e *Engine) cost {
	moments := e.timeline.moments()
	row := func() []float64 { return make([]float64, moments) }
	c := cost{costTotal: row(), costFall: row(), elasticity: newPower(), overLoss: newPower(), share: row(), ratio: row()}
	c.unitPower = powers{newSeries(1, moments), newSeries(1, moments)}
	c.bodyPower = powers{newSeries(len(e.bodies.sectors), moments), newSeries(len(e.bodies.sectors), moments)}
	for tier := range tierCount {
		groups := e.bodies.groupCount(tier)
		c.groupPower[tier] = powers{newSeries(groups, moments), newSeries(groups, moments)}
		c.groupTotal[tier], c.groupNeed[tier] = newSeries(groups, moments), newSeries(groups, moments)
	}
	return c
}

// setExponents makes the tables of the powers that are wanted.
func (w *Workspace) setExponents() {
	if w.engine.needs.capacity {
		w.elasticity.set(w.parameters.capacityElasticity)
	}
	if w.engine.needs.knowledge {
		w.overLoss.set(w.parameters.overLoss)
	}
}

// setCost fills in C and the powers of q.
func (w *Workspace) setCost(s *structure) {
	fill(w.costTotal, 0)
	fill(w.costFall, 0)
	for tier := range tierCount {
		fill(w.groupTotal[tier].data, 0)
		fill(w.groupNeed[tier].data, 0)
	}
	for i := range w.engine.bodies.sectors {
		w.setSectorCost(i)
	}
	for tier, used := range s.uses {
		if !used || tier == sectorTier && w.together {
			continue
		}
		for g := range w.engine.bodies.groupCount(tier) {
			floats.DivTo(w.ratio, w.groupTotal[tier].row(g), w.groupNeed[tier].row(g))
			w.setGroupPowers(&w.groupPower[tier], g)
		}
	}
}

// setSectorCost adds up the units of a sector.
func (w *Workspace) setSectorCost(i int) {
	l, region := w.engine.timeline, w.engine.bodies.sectors[i].region
	required, total := w.requiredShare.row(i), w.groupTotal[sectorTier].row(i)
	capacity, knowledge := w.bodyPower.capacity.row(i), w.bodyPower.knowledge.row(i)
	fill(capacity, 0)
	fill(knowledge, 0)
	for n := w.sectorUnits[i].first; n < w.sectorUnits[i].end; n++ {
		u := &w.units[n]
		w.setUnitCost(u.ceilingShare, required)
		u.targetCost = w.share[l.target()]
		floats.AddScaled(total, u.cost, w.share)
		addFalls(w.costFall, u.cost, w.share)
		floats.DivTo(w.ratio, w.share, required)
		own, row := &w.unitPower, 0
		if w.together { // the unit is the sector, so that its powers are the group's
			own, row = &w.groupPower[sectorTier], i
		}
		w.setGroupPowers(own, row)
		if w.engine.needs.capacity {
			power := own.capacity.row(row)
			u.targetPower = power[l.target()]
			floats.AddScaled(capacity, u.population, power)
		}
		if w.engine.needs.knowledge {
			power := own.knowledge.row(row)
			u.handoverPower = power[l.handover()]
			floats.AddScaled(w.known(knowledge), u.population, w.known(power))
		}
	}
	floats.Add(w.costTotal, total)
	floats.Add(w.groupTotal[regionTier].row(region), total)
	floats.AddScaled(w.groupNeed[sectorTier].row(i), w.groupCost[sectorTier][i], required)
	floats.AddScaled(w.groupNeed[regionTier].row(region), w.groupCost[sectorTier][i], required)
}

// setUnitCost fills in C ÷ M from R ÷ M and E ÷ M. At the start, before any quarter, nothing has changed: C = M.
func (w *Workspace) setUnitCost(ceiling float64, required []float64) {
	release, enforcement, slope := w.parameters.cashRelease, w.parameters.enforcement, ceiling-1
	for k, r := range required {
		uncontrolled := w.growth[k] - release*max(0, 1-r) + max(0, r-1)
		w.share[k] = uncontrolled - enforcement*max(0, uncontrolled-(1+slope*w.phase[k]))
	}
	w.share[startMoment] = 1
}

// setGroupPowers fills in the powers of the ratio at hand that are wanted.
func (w *Workspace) setGroupPowers(p *powers, row int) {
	if w.engine.needs.capacity {
		w.elasticity.raise(p.capacity.row(row), w.ratio)
	}
	if w.engine.needs.knowledge {
		w.overLoss.raise(w.known(p.knowledge.row(row)), w.known(w.ratio))
	}
}
