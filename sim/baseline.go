package sim

import "reconfig/model/elementary"

// baseline is what a run starts from: M and E, and the sums over groups that other steps use.
type baseline struct {
	bodyCost         []float64            // M_i, £k a year, by index in the case
	bodyErrors       []float64            // what ε is the exponential of, and then ε, likewise
	commissionerCost []float64            // the same by commissioner of the map
	mostOnTarget     []float64            // the most that a commissioner may cost to be on target within the tolerance, £k a year
	totalCost        float64              // Σ M
	patternCost      []float64            // the same by pattern
	totalCeiling     float64              // Σ E
	groupCost        [tierCount][]float64 // Σ M, by group
	teamCost         groupNumbers         // the same by tier and group; 0 for a group of one, which pools nothing
	pooledCost       [tierCount]float64   // Σ M of the groups of two or more

	together    bool // all bodies of a sector have the same target in per cent, and so move together
	units       []unit
	unitCost    []float64 // Σ M, by unit
	unitSlope   []float64 // (E − M) ÷ M, by unit
	unitPeople  series    // Σ P, by pattern and unit; 0 for units of other patterns
	sectorUnits []span    // the range of units that is each sector

	sectorPerCost []float64 // Σ P/M, by sector
	regionPeople  []people  // by region and pattern
}

// people is the sums over commissioners that population-weighted means are made of: Σ P and Σ P/M.
type people struct{ population, perCost float64 }

// unit is a range of commissioners with the same C ÷ M: a whole sector where its bodies move together, else one body.
type unit struct {
	first, end   int
	largestCost  float64 // the greatest M
	ceilingShare float64 // E ÷ M
}

func newBaseline(e *Engine) baseline {
	b := &e.bodies
	return baseline{
		patternCost: newRow(len(b.patterns)), bodyCost: newRow(len(e.simulated.Commissioners)), bodyErrors: newRow(len(e.simulated.Commissioners)), commissionerCost: newRow(len(b.commissioners)), mostOnTarget: newRow(len(b.commissioners)),
		groupCost: [tierCount][]float64{newRow(len(b.sectors)), newRow(len(b.regions))},
		teamCost:  newGroupNumbers(e, tierCount),
		units:     make([]unit, 0, len(b.commissioners)), unitCost: newRow(len(b.commissioners)), unitSlope: newRow(len(b.commissioners)), unitPeople: newSeries(len(b.patterns), len(b.commissioners)), sectorUnits: make([]span, len(b.sectors)),
		sectorPerCost: newRow(len(b.sectors)), regionPeople: make([]people, len(b.regions)*len(b.patterns)),
	}
}

// setBodyCosts fills in M = scale × cost × ε of bodies, with ε = exp(s z − s² ÷ 2) where the cost is an estimate: its mean is 1.
// bodyErrors holds z by index in the case; nil is for none.
func (w *Workspace) setBodyCosts(all []commissioner, bodyErrors []float64) {
	scale, spread, errors := w.parameters.baselineScale, w.parameters.baselineSpread, w.bodyErrors
	clear(errors)
	if bodyErrors != nil {
		for i := range all {
			if c := &all[i]; c.estimated {
				errors[c.index] = float64(spread*bodyErrors[c.index]) - float64(spread*spread/2)
			}
		}
	}
	elementary.Exps(errors, errors)
	for i := range all {
		c := &all[i]
		w.bodyCost[c.index] = scale * c.cost * errors[c.index]
	}
}

// setBaseline fills in the costs and targets of the bodies, and sorts them into units.
func (w *Workspace) setBaseline() {
	b := &w.engine.bodies
	w.together = !(w.parameters.targetPerHead > 0)
	w.totalCost, w.totalCeiling = 0, 0
	clear(w.patternCost)
	w.pooledCost = [tierCount]float64{}
	w.units = w.units[:0]
	clear(w.groupCost[regionTier])
	clear(w.regionPeople)
	for i := range b.sectors {
		s := &b.sectors[i]
		w.sectorUnits[i].first = len(w.units)
		cost, perCost := 0.0, 0.0
		for j := s.first; j < s.end; j++ {
			m := w.bodyCost[b.commissioners[j].index]
			w.commissionerCost[j] = m
			cost += m
			perCost += b.commissioners[j].population / m
			w.addToUnits(j, s)
		}
		w.sectorUnits[i].end = len(w.units)
		w.groupCost[sectorTier][i], w.sectorPerCost[i] = cost, perCost
		w.groupCost[regionTier][s.region] += cost
		w.patternCost[s.pattern] += cost
		region := &w.regionPeople[s.region*len(b.patterns)+s.pattern]
		region.population += s.population
		region.perCost += perCost
		for tier, pools := range b.patterns[s.pattern].pools {
			if pools {
				w.pooledCost[tier] += cost
			}
		}
	}
	for _, cost := range w.patternCost { // as setCost adds up
		w.totalCost += cost
	}
	for tier, groups := range b.pooled {
		costs := w.teamCost.row(tier)
		for g, pools := range groups {
			costs[g] = 0
			if pools {
				costs[g] = w.groupCost[tier][g]
			}
		}
	}
}

// addToUnits puts commissioner j into the unit at hand, or into one of its own.
func (w *Workspace) addToUnits(j int, s *sector) {
	p, body, m := &w.parameters, &w.engine.bodies.commissioners[j], w.commissionerCost[j]
	share := 1 - p.targetReduction
	if !w.together {
		share = p.targetPerHead * body.head / 1000 / m
	}
	ceiling := float64(share * m)
	w.totalCeiling += ceiling
	w.mostOnTarget[j] = ceiling + float64(p.tolerance*max(0, m-ceiling)) + moneyTolerance
	if !w.together || j == s.first {
		n := len(w.units)
		w.units = append(w.units, unit{first: j, ceilingShare: share})
		w.unitCost[n], w.unitSlope[n] = 0, share-1
		for pattern := range w.engine.bodies.patterns {
			w.unitPeople.row(pattern)[n] = 0
		}
	}
	n := len(w.units) - 1
	u := &w.units[n]
	u.end = j + 1
	w.unitCost[n] += m
	w.unitPeople.row(s.pattern)[n] += body.population
	u.largestCost = max(u.largestCost, m)
}
