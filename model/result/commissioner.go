package result

// CommissionerRow is one commissioner under one structure.
type CommissionerRow struct {
	Structure                string  `csv:"structure" about:"Code of the structure"`
	Code                     string  `csv:"code" about:"Code of the commissioner"`
	Name                     string  `csv:"name" about:"Name of the commissioner"`
	Sector                   string  `csv:"sector" about:"Code of the sector that the map puts it in"`
	BaselineCostK            float64 `csv:"baseline_cost_k" unit:"£k a year" about:"Management cost at the start"`
	RequiredCostAtTargetK    float64 `csv:"required_cost_at_target_k" unit:"£k a year" about:"Cost that the structure needs when the target is due"`
	CostAtTargetK            float64 `csv:"cost_at_target_k" unit:"£k a year" about:"Management cost when the target is due"`
	TargetCostK              float64 `csv:"target_cost_k" unit:"£k a year" about:"What the target allows when it is due"`
	ReductionPct             float64 `csv:"reduction_pct" unit:"% of baseline" about:"Fall of its management cost when the target is due"`
	OnTarget                 string  `csv:"on_target" type:"boolean" about:"Whether it meets the target within the tolerance"`
	CapacityAtTarget         float64 `csv:"capacity_at_target" unit:"share of start" about:"Its capacity when the target is due"`
	LocalKnowledgeAtHandover float64 `csv:"local_knowledge_at_handover" unit:"share of start" about:"Its local knowledge at the handover; an index, not a forecast"`
}

// CommissionerTable declares commissioners.csv.
func CommissionerTable() Table {
	return Table{
		Name: "commissioners", Title: "Commissioners", Description: "One row for each structure and commissioner",
		PrimaryKey: []string{"structure", "code"}, Columns: columnsOf[CommissionerRow](),
	}
}

// YesNo writes a truth as the tables do.
func YesNo(truth bool) string {
	if truth {
		return "yes"
	}
	return "no"
}
