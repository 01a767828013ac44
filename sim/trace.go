package sim

import (
	"reconfig/model"
	"reconfig/model/result"
)

// Trace is everything that one draw gives, not only the outcomes.
type Trace struct {
	Outcomes      []result.OutcomeRow
	Trajectories  []result.TrajectoryRow
	Commissioners []result.CommissionerRow
}

// Trace simulates every structure under one draw and keeps all of it. The draw must fit the case (see
// model.Case.CheckDraw).
func (e *Engine) Trace(d model.Draw) Trace {
	full := *e
	full.needs = needs{cost: true, weights: true, capacity: true, knowledge: true}
	w := full.NewWorkspace()
	w.from, w.end = 0, e.timeline.moments()
	var t Trace
	full.run(d, w, func(i int) {
		s := &full.structures[i]
		t.Outcomes = append(t.Outcomes, result.OutcomeRow{
			Case: e.simulated.Name, Map: e.mapName, Structure: s.code, Name: s.name, Statistic: result.CentralDraw, Values: w.outcomes[i],
		})
		t.Trajectories = append(t.Trajectories, w.trajectory(s)...)
		t.Commissioners = append(t.Commissioners, w.commissioners(s)...)
	})
	return t
}

func (w *Workspace) trajectory(s *structure) []result.TrajectoryRow {
	rows := make([]result.TrajectoryRow, w.engine.timeline.quarters)
	rate := w.parameters.exitRate()
	for j := range rows {
		k := firstQuarter + j
		rows[j] = result.TrajectoryRow{
			Structure: s.code, Quarter: j + 1, TimeYears: w.times[k], FinancialYear: w.engine.simulated.FinancialYear(w.times[k]),
			RequiredCostK: w.requiredTotal[k], CostK: w.costTotal[k], CeilingK: w.totalCost + (w.totalCeiling-w.totalCost)*w.phase[k],
			ExitCostK: rate * w.costFall[k], SetupCostK: w.setupCost[k],
			Capacity: w.wholeCapacity[k], StructureCapacity: w.structureCapacity[k], LocalKnowledge: w.knowledgeAt(s, k),
			Posts: w.costTotal[k] / w.parameters.staffCost,
		}
	}
	return rows
}

func (w *Workspace) commissioners(s *structure) []result.CommissionerRow {
	b, l := &w.engine.bodies, w.engine.timeline
	rows := make([]result.CommissionerRow, 0, len(b.commissioners))
	for i := range b.sectors {
		required, local := w.requiredShare.row(i)[l.target()], w.local.row(b.sectors[i].pattern)[l.target()]
		constant, perCost := w.pooledCapacity(s, i, l.target())
		knownHere, knownThere := w.sectorKnowledge(s, i, l.handover())
		for _, u := range w.units[w.sectorUnits[i].first:w.sectorUnits[i].end] {
			for j := u.first; j < u.end; j++ {
				body, m := &b.commissioners[j], w.commissionerCost[j]
				rows = append(rows, result.CommissionerRow{
					Structure: s.code, Code: body.code, Name: body.name, Sector: body.sector, BaselineCostK: m,
					RequiredCostAtTargetK: m * required, CostAtTargetK: m * u.targetCost, TargetCostK: m * u.ceilingShare,
					ReductionPct: 100 * (1 - u.targetCost), OnTarget: result.YesNo(w.onTarget(j, &u)),
					CapacityAtTarget:         local*u.targetPower + constant + perCost/m,
					LocalKnowledgeAtHandover: u.handoverPower*knownHere + knownThere,
				})
			}
		}
	}
	return rows
}
