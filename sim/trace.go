package sim

import (
	"slices"

	"gonum.org/v1/gonum/floats"

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
	t := Trace{Commissioners: make([]result.CommissionerRow, 0, len(e.structures)*len(e.bodies.commissioners))}
	full.run(d, nil, w, func(i int) {
		s := &full.structures[i]
		t.Outcomes = append(t.Outcomes, result.OutcomeRow{
			Case: e.simulated.Name, Map: e.mapName, Structure: s.code, Name: s.name, Statistic: result.CentralDraw, Values: w.outcomes[i],
			NeverShare: neverShare(&w.outcomes[i]),
		})
		t.Trajectories = append(t.Trajectories, e.TrajectoryRows(i, result.CentralDraw, w.Trajectory(i))...)
		t.Commissioners = w.appendCommissioners(t.Commissioners, s)
	})
	e.compareCapacity(t.Commissioners)
	e.compareRequired(t.Trajectories)
	return t
}

// Unchanged is the index of the structure that changes nothing; −1 if it is not among the structures.
func (e *Engine) Unchanged() int {
	return slices.IndexFunc(e.structures, func(s structure) bool { return len(s.waves) == 0 })
}

// compareRequired fills in what each structure requires against the one that changes nothing, if that is among them.
func (e *Engine) compareRequired(rows []result.TrajectoryRow) {
	unchanged := e.Unchanged()
	if unchanged < 0 {
		return
	}
	quarters := e.timeline.quarters
	before := rows[unchanged*quarters : (unchanged+1)*quarters]
	for i := range rows {
		rows[i].RequiredCostAgainstStatusQuoK = result.Number(rows[i].RequiredCostK - before[i%quarters].RequiredCostK)
	}
}

// compareCapacity fills in what each commissioner's capacity is against the structure that changes nothing, if that is
// among the structures.
func (e *Engine) compareCapacity(rows []result.CommissionerRow) {
	unchanged := e.Unchanged()
	if unchanged < 0 {
		return
	}
	before := map[string]float64{}
	for _, row := range rows {
		if row.Structure == e.structures[unchanged].code {
			before[row.Code] = row.CapacityAtTarget
		}
	}
	for i := range rows {
		rows[i].CapacityAgainstStatusQuo = result.Number(rows[i].CapacityAtTarget - before[rows[i].Code])
	}
}

// TrajectoryRows labels a structure's course over time. It leaves empty what the structure is held against.
func (e *Engine) TrajectoryRows(structure int, statistic string, courses []result.Course) []result.TrajectoryRow {
	rows := make([]result.TrajectoryRow, len(courses))
	for j := range rows {
		t := quarterMiddle(j)
		rows[j] = result.TrajectoryRow{
			Structure: e.structures[structure].code, Statistic: statistic, Quarter: j + 1, TimeYears: t,
			FinancialYear: e.simulated.FinancialYear(t), Course: courses[j], RequiredCostAgainstStatusQuoK: result.Number(nan),
		}
	}
	return rows
}

// setCourse fills in where the structure at hand, by its index, stands in each quarter. The target allows the same under all.
func (w *Workspace) setCourse(structure int) {
	row := func(figure int) []float64 { return w.figure(structure, figure) }
	copy(row(result.RequiredCostFigure), w.quarters(w.requiredTotal))
	copy(row(result.CostFigure), w.quarters(w.costTotal))
	copy(row(result.SetupCostFigure), w.quarters(w.setupCost))
	copy(row(result.CapacityFigure), w.quarters(w.capacity.total))
	copy(row(result.StructureCapacityFigure), w.quarters(w.capacity.own))
	copy(row(result.LocalKnowledgeFigure), w.quarters(w.knowledge.total))
	floats.ScaleTo(row(result.ExitCostFigure), w.parameters.exitRate(), w.quarters(w.costFall))
	floats.ScaleTo(row(result.PostsFigure), 1/w.parameters.staffCost, w.quarters(w.costTotal))
	if structure > 0 {
		return
	}
	ceiling, less := row(result.CeilingFigure), w.totalCeiling-w.totalCost
	for j, phase := range w.quarters(w.phase) {
		ceiling[j] = w.totalCost + float64(less*phase)
	}
}

// appendCommissioners adds a row for each commissioner under the structure at hand.
func (w *Workspace) appendCommissioners(rows []result.CommissionerRow, s *structure) []result.CommissionerRow {
	b := &w.engine.bodies
	w.capacity.lookCloser()
	w.knowledge.lookCloser()
	for i := range b.sectors {
		required := w.requiredAtTarget[i]
		w.capacity.lookAt(i)
		w.knowledge.lookAt(i)
		for n := w.sectorUnits[i].first; n < w.sectorUnits[i].end; n++ {
			u := &w.units[n]
			capacity, knowledge := w.capacity.unitAt(n), w.knowledgeAtHandover(n)
			for j := u.first; j < u.end; j++ {
				rows = append(rows, w.commissioner(s, j, n, required, capacity+w.capacity.perCostAt/w.commissionerCost[j], knowledge))
			}
		}
	}
	return rows
}

// commissioner is commissioner j, of unit n, under a structure that requires a share of its cost at the start when the
// target is due.
func (w *Workspace) commissioner(s *structure, j, n int, required, capacity, knowledge float64) result.CommissionerRow {
	compiled, m := &w.engine.bodies.commissioners[j], w.commissionerCost[j]
	body := &w.engine.simulated.Commissioners[compiled.index]
	cost, ceiling := w.targetCost[n], w.units[n].ceilingShare
	return result.CommissionerRow{
		Structure: s.code, Code: body.Code, Name: body.Name, Sector: compiled.sector, SectorName: compiled.sectorName, Region: compiled.region,
		Population: body.Population, WeightedPopulation: optional(body.WeightedPopulation),
		Latitude: optional(body.Latitude), Longitude: optional(body.Longitude), ManagementCostBasis: body.ManagementCostBasis,
		BaselineCostK: m, RequiredCostAtTargetK: m * required, CostAtTargetK: m * cost, TargetCostK: m * ceiling,
		ReductionPct: 100 * (1 - cost), ReductionAskedPct: 100 * (1 - ceiling), ReductionFromStructure: 100 * (1 - required), ReductionFromCuts: 100 * (required - cost),
		OnTarget: result.YesNo(m*cost <= w.mostOnTarget[j]), CapacityAtTarget: capacity, CapacityAgainstStatusQuo: result.Number(nan), LocalKnowledgeAtHandover: knowledge,
		AboveTargetMean: result.Number(nan), AboveTargetP05: result.Number(nan), AboveTargetP95: result.Number(nan), OnTargetShare: result.Number(nan),
	}
}

// optional is the number, or NaN where it is not given.
func optional(v model.Optional) result.Number {
	if !v.Given {
		return result.Number(nan)
	}
	return result.Number(v.Value)
}

// neverShare is 1 where an outcome that may never come does not in one draw, else 0.
func neverShare(v *result.Values) float64 {
	for _, o := range result.Outcomes() {
		if o.MayBeInfinite() && !v.Has(o) {
			return 1
		}
	}
	return 0
}
