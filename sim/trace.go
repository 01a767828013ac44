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
	full.trace()
	w := full.NewWorkspace()
	var t Trace
	full.run(d, nil, w, func(i int) {
		s := &full.structures[i]
		t.Outcomes = append(t.Outcomes, result.OutcomeRow{
			Case: e.simulated.Name, Map: e.mapName, Structure: s.code, Name: s.name, Statistic: result.CentralDraw, Values: w.outcomes[i],
			PaybackNeverShare: neverShare(&w.outcomes[i]),
		})
		t.Trajectories = append(t.Trajectories, e.TrajectoryRows(i, result.CentralDraw, w.Trajectory(i))...)
		t.Commissioners = append(t.Commissioners, w.commissioners(s)...)
	})
	return t
}

// TrajectoryRows labels a structure's course over time.
func (e *Engine) TrajectoryRows(structure int, statistic string, courses []result.Course) []result.TrajectoryRow {
	rows := make([]result.TrajectoryRow, len(courses))
	for j := range rows {
		t := quarterMiddle(j)
		rows[j] = result.TrajectoryRow{
			Structure: e.structures[structure].code, Statistic: statistic, Quarter: j + 1, TimeYears: t,
			FinancialYear: e.simulated.FinancialYear(t), Course: courses[j],
		}
	}
	return rows
}

// courseAt is where the structure at hand stands at a moment.
func (w *Workspace) courseAt(s *structure, k int) result.Course {
	return result.Course{
		RequiredCostK: w.requiredTotal[k], CostK: w.costTotal[k], CeilingK: w.totalCost + (w.totalCeiling-w.totalCost)*w.phase[k],
		ExitCostK: w.parameters.exitRate() * w.costFall[k], SetupCostK: w.setupCost[k],
		Capacity: w.wholeCapacity[k], StructureCapacity: w.structureCapacity[k], LocalKnowledge: w.knowledgeAt(s, k),
		Posts: w.costTotal[k] / w.parameters.staffCost,
	}
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

// neverShare is 1 where one draw has no payback, else 0.
func neverShare(v *result.Values) float64 {
	if v.Has(result.StructurePayback) {
		return 0
	}
	return 1
}
