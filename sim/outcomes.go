package sim

import (
	"math"

	"reconfig/model/result"
	"reconfig/sim/vector"
)

// setOutcomes states the outcomes of the structure at hand, by its index: docs/model.md, section 8.
func (w *Workspace) setOutcomes(structure int) {
	v := &w.outcomes[structure]
	w.setBaselineOutcomes(&w.engine.structures[structure], v)
	w.setStructureMoney(v)
	if w.engine.needs.own {
		own := w.quarters(w.capacity.own)
		v[result.StructureCapacityLowest], v[result.StructureCapacityEnd] = vector.Min(own), own[len(own)-1]
	}
	if w.engine.needs.cost {
		w.setTargetOutcomes(structure, v)
		w.setWholeMoney(v)
	}
	if w.engine.needs.capacity {
		w.capacity.setTotal()
		w.setCapacityOutcomes(v)
	}
	if w.engine.needs.knowledge {
		w.setKnowledge()
		v[result.LocalKnowledgeAtHandover] = w.knowledge.total[w.engine.timeline.handover()]
	}
	if w.grouped { // of which one outcome is read
		return
	}
	for _, o := range w.engine.unwanted {
		v[o] = nan
	}
}

// quarters cuts out the quarters of a row of moments.
func (w *Workspace) quarters(v []float64) []float64 {
	return v[firstQuarter:w.engine.timeline.endQuarter()]
}

func (w *Workspace) setBaselineOutcomes(s *structure, v *result.Values) {
	v[result.BaselineCost] = w.totalCost
	v[result.BaselineCostPerHead] = 1000 * w.totalCost / w.engine.bodies.head
	v[result.SteadySaving] = w.steadySaving(s)
	v[result.SteadySavingPct] = w.percent(v[result.SteadySaving])
	v[result.ReductionFromStructure] = w.percent(w.totalCost - w.requiredTotal[w.engine.timeline.target()])
	v[result.CutsNeeded] = w.percent(w.cutsNeeded(s))
	v[result.PostsAtStart] = w.totalCost / w.parameters.staffCost
	v[result.StatutoryBoards], v[result.ExecutiveTeams] = s.boards, s.teams
}

// percent states £k a year in per cent of the baseline cost.
func (w *Workspace) percent(k float64) float64 { return 100 * k / w.totalCost }

// cutsNeeded is Σ max(0, R − E) at target.
func (w *Workspace) cutsNeeded(s *structure) float64 {
	if !w.engine.needs.cost { // else setCost has been through the sectors
		for i := range w.requiredAtTarget {
			w.requiredAtTarget[i] = w.requiredAt(s, i, w.engine.timeline.target())
		}
	}
	total := 0.0
	for i := range w.engine.bodies.sectors {
		required := w.requiredAtTarget[i]
		for n := w.sectorUnits[i].first; n < w.sectorUnits[i].end; n++ {
			if above := required - w.units[n].ceilingShare; !(above <= 0) {
				total += float64(w.unitCost[n] * above)
			}
		}
	}
	return total
}

func (w *Workspace) setStructureMoney(v *result.Values) {
	setup := w.sum(w.quarters(w.setupCost))
	v[result.SetupCost] = setup
	if w.engine.needs.falls {
		v[result.StructureOneOffCost] = float64(w.parameters.exitRate()*w.sum(w.quarters(w.requiredFall))) + setup
	}
	if !w.engine.needs.stream {
		return
	}
	w.setStructureStream()
	stream, discount := w.quarters(w.structureStream), w.quarters(w.discount)
	v[result.StructureNPV] = vector.Dot(discount, stream)
	v[result.StructureNPVToHandover] = vector.Dot(discount[:w.toHandover], stream[:w.toHandover])
	v[result.StructureNPVRisked] = vector.Dot(w.quarters(w.risked), stream)
	if w.engine.needs.payback {
		w.setPayback(v)
	}
}

func (w *Workspace) setTargetOutcomes(structure int, v *result.Values) {
	target := w.engine.timeline.target()
	cost := w.costTotal[target]
	v[result.CostAtTarget] = cost
	v[result.CostPerHeadAtTarget] = 1000 * cost / w.engine.bodies.head
	v[result.CostAtTargetShareOfBudget] = share(cost, w.parameters.budget)
	v[result.Reduction] = w.percent(w.totalCost - cost)
	v[result.ReductionFromCuts] = w.percent(w.requiredTotal[target] - cost)
	v[result.PostsRemovedAtTarget] = (w.totalCost - cost) / w.parameters.staffCost
	shortfall := 0.0
	for n, share := range w.targetCost[:len(w.units)] {
		if above := share - w.units[n].ceilingShare; !(above <= 0) {
			shortfall += float64(w.unitCost[n] * above)
		}
	}
	v[result.Shortfall] = w.percent(shortfall)
	if w.engine.traced {
		v[result.CommissionersOnTarget] = float64(w.setEndings(w.endings[structure]))
	} else {
		v[result.CommissionersOnTarget] = float64(w.countOnTarget())
	}
}

// countOnTarget is how many commissioners cost no more at target than they may.
func (w *Workspace) countOnTarget() (met int) {
	if !w.together { // each is a unit
		most := w.mostOnTarget
		for i, m := range w.commissionerCost {
			met += count(float64(m*w.targetCost[i]) <= most[i])
		}
		return met
	}
	for n, share := range w.targetCost[:len(w.units)] {
		u := &w.units[n]
		most := w.mostOnTarget[u.first:u.end]
		for i, m := range w.commissionerCost[u.first:u.end] {
			met += count(float64(m*share) <= most[i])
		}
	}
	return met
}

// share states a part in per cent of a whole; NaN where the whole is not given.
func share(part, whole float64) float64 {
	if whole == 0 {
		return nan
	}
	return 100 * part / whole
}

func (w *Workspace) setWholeMoney(v *result.Values) {
	if w.engine.needs.exits {
		v[result.ExitCost] = float64(w.parameters.exitRate() * w.sum(w.quarters(w.costFall)))
		v[result.OneOffCost] = v[result.ExitCost] + v[result.SetupCost]
		v[result.OneOffShareOfSurplus] = share(v[result.OneOffCost], w.parameters.surplus)
	}
	w.setWholeStream()
	stream := w.quarters(w.wholeStream)
	if w.engine.needs.total {
		v[result.CumulativeSaving] = w.sum(stream)
	}
	v[result.NPVIncludingCuts] = vector.Dot(w.quarters(w.discount), stream)
}

// sameCapacity is how near two capacities must be to count as equally low.
const sameCapacity = 1e-9

func (w *Workspace) setCapacityOutcomes(v *result.Values) {
	quarters := w.quarters(w.capacity.total)
	v[result.CapacityAtTarget] = w.capacity.total[w.engine.timeline.target()]
	if w.engine.needs.lowest {
		w.setLowest(quarters, v)
	}
	v[result.CapacityEnd] = quarters[len(quarters)-1]
	if w.engine.needs.mean {
		v[result.CapacityMean] = w.sum(quarters) / float64(len(quarters))
	}
	if w.engine.needs.worst {
		v[result.CapacityWorstCommissioner] = w.worstAtTarget()
	}
	lost, risked := w.lostCapacity(quarters)
	w.lost = w.harmedCost * lost
	worth := w.parameters.capacityValue * w.harmedCost
	v[result.NetBenefit] = v[result.NPVIncludingCuts] - float64(worth*lost)
	if w.engine.needs.risked {
		v[result.NetBenefitRisked] = vector.Dot(w.quarters(w.risked), w.quarters(w.wholeStream)) - float64(worth*risked)
	}
}

// lostCapacity is the capacity lost over the years, in shares of the start: discounted, and weighted by the chance that nothing has
// overtaken it too.
func (w *Workspace) lostCapacity(quarters []float64) (lost, risked float64) {
	discount, risk := w.discount[firstQuarter:][:len(quarters)], w.risked[firstQuarter:][:len(quarters)]
	for j, k := range quarters {
		lost += float64(discount[j] * (1 - k) / 4)
		risked += float64(risk[j] * (1 - k) / 4)
	}
	return lost, risked
}

// setLowest states the lowest capacity of the quarters and of the target's date, if that is within the horizon, and when
// it is first that low.
func (w *Workspace) setLowest(quarters []float64, v *result.Values) {
	lowest, when := vector.Min(quarters), math.Inf(1)
	if w.parameters.targetYears <= w.engine.horizon {
		lowest = min(lowest, v[result.CapacityAtTarget])
		if v[result.CapacityAtTarget] <= lowest+sameCapacity {
			when = w.parameters.targetYears
		}
	}
	for j, k := range quarters {
		if k <= lowest+sameCapacity {
			when = min(when, quarterMiddle(j))
			break
		}
	}
	v[result.CapacityLowest], v[result.CapacityLowestYears] = lowest, when
}
