package result

// CommissionerRow is one commissioner under one structure.
type CommissionerRow struct {
	Structure                string  `csv:"structure" about:"Code of the structure"`
	Code                     string  `csv:"code" about:"Code of the {body}"`
	Name                     string  `csv:"name" about:"Name of the {body}"`
	Sector                   string  `csv:"sector" about:"Code of the sector that the map puts it in"`
	SectorName               string  `csv:"sector_name" about:"Name of that sector"`
	Region                   string  `csv:"region" about:"Code of the region of that sector"`
	Population               float64 `csv:"population" unit:"people" about:"Its population"`
	WeightedPopulation       Number  `csv:"weighted_population" unit:"people" optional:"yes" about:"Its population weighted by need; empty where the case gives none"`
	Latitude                 Number  `csv:"latitude" unit:"degrees north" optional:"yes" about:"Where it is; empty where the case does not say"`
	Longitude                Number  `csv:"longitude" unit:"degrees east" optional:"yes" about:"Where it is"`
	ManagementCostBasis      string  `csv:"management_cost_basis" about:"How its cost at the start is known: reported, derived, estimated or assumed"`
	BaselineCostK            float64 `csv:"baseline_cost_k" unit:"£k a year" about:"Management cost at the start"`
	RequiredCostAtTargetK    float64 `csv:"required_cost_at_target_k" unit:"£k a year" about:"Cost that the structure needs when the target is due"`
	CostAtTargetK            float64 `csv:"cost_at_target_k" unit:"£k a year" about:"Management cost when the target is due"`
	TargetCostK              float64 `csv:"target_cost_k" unit:"£k a year" about:"What the target allows when it is due"`
	ReductionPct             float64 `csv:"reduction_pct" unit:"% of baseline" about:"Fall of its management cost when the target is due"`
	ReductionAskedPct        float64 `csv:"reduction_asked_pct" unit:"% of baseline" about:"Fall that the target asks for; negative where the target allows more than its cost at the start"`
	ReductionFromStructure   float64 `csv:"reduction_from_structure_pct" unit:"% of baseline" about:"What the structure frees when the target is due; negative where it needs more"`
	ReductionFromCuts        float64 `csv:"reduction_from_cuts_pct" unit:"% of baseline" about:"The rest of the fall: cuts; negative where spending runs above what the structure needs"`
	OnTarget                 string  `csv:"on_target" type:"boolean" about:"Whether it meets the target within the tolerance"`
	CapacityAtTarget         float64 `csv:"capacity_at_target" unit:"share of start" about:"Its capacity when the target is due"`
	CapacityAgainstStatusQuo Number  `csv:"capacity_against_status_quo" unit:"share of start" optional:"yes" about:"Its capacity when the target is due, less that under the structure that changes nothing; empty where the run has no such structure"`
	LocalKnowledgeAtHandover float64 `csv:"local_knowledge_at_handover" unit:"share of start" about:"Its local knowledge at the handover; an index, not a forecast"`
	AboveTargetMean          Number  `csv:"above_target_mean_pct" unit:"% of baseline" optional:"yes" about:"Cost when the target is due, less what the target allows: mean of all draws. Negative where the cost is less; empty, as are the next three columns, without draws and with more than 100 {bodies}"`
	AboveTargetP05           Number  `csv:"above_target_p05_pct" unit:"% of baseline" optional:"yes" about:"5th percentile of the same"`
	AboveTargetP95           Number  `csv:"above_target_p95_pct" unit:"% of baseline" optional:"yes" about:"95th percentile of the same"`
	OnTargetShare            Number  `csv:"on_target_share" unit:"share of draws" optional:"yes" about:"Share of draws in which it meets the target within the tolerance"`
}

// Table declares commissioners.csv.
func (CommissionerRow) Table() Table {
	return Table{
		Name: "commissioners", Title: "{Bodies}", Description: "One row for each structure and {body}",
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
