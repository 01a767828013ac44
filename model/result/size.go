package result

// The groups that commissioners are put into by population. Two bodies are a smallest and a largest, one is in a group of
// its own.
const (
	Smallest = "smallest"
	Middle   = "middle"
	Largest  = "largest"
	OnlyOne  = "only"
)

// SizeRow is a group of commissioners of like population under one structure: what is asked of them, what they cut and
// who gains or loses capacity.
type SizeRow struct {
	Structure                string  `csv:"structure" about:"Code of the structure"`
	Size                     string  `csv:"size" about:"Third of the {bodies} by population: smallest, middle or largest. Where their number does not divide by three, the larger thirds have one more. Two {bodies} are one smallest and one largest; only is the group of a single one"`
	Commissioners            int     `csv:"commissioners" unit:"{bodies}" about:"How many are in the group; equal populations in the order of their codes"`
	PopulationFrom           float64 `csv:"population_from" unit:"people" about:"Population of the smallest of the group"`
	PopulationTo             float64 `csv:"population_to" unit:"people" about:"Population of the largest of the group"`
	Population               float64 `csv:"population" unit:"people" about:"Population of all of the group"`
	BaselineCostK            float64 `csv:"baseline_cost_k" unit:"£k a year" about:"Management cost of the group at the start"`
	BaselineCostPerHead      float64 `csv:"baseline_cost_per_head" unit:"£ a head a year" about:"That cost a head of weighted population, or of population where no weighted one is given"`
	CostPerHeadAtTarget      float64 `csv:"cost_per_head_at_target" unit:"£ a head a year" about:"Management cost of the group a head when the target is due"`
	ReductionAskedPct        float64 `csv:"reduction_asked_pct" unit:"% of baseline" about:"Fall that the target asks of the group; negative where it allows more than the cost at the start"`
	ReductionAskedLeastPct   float64 `csv:"reduction_asked_least_pct" unit:"% of baseline" about:"Least that is asked of any one of the group"`
	ReductionAskedMostPct    float64 `csv:"reduction_asked_most_pct" unit:"% of baseline" about:"Most that is asked of any one of the group"`
	CommissionersWithoutCut  int     `csv:"commissioners_without_cut" unit:"{bodies}" about:"How many are asked for nothing, as their target is not below their cost at the start"`
	ReductionFromStructure   float64 `csv:"reduction_from_structure_pct" unit:"% of baseline" about:"What the structure frees when the target is due, of the group's cost at the start; negative where it needs more"`
	ReductionFromCuts        float64 `csv:"reduction_from_cuts_pct" unit:"% of baseline" about:"The rest of the fall of the group's cost: cuts; negative where spending runs above what the structure needs"`
	CommissionersOnTarget    int     `csv:"commissioners_on_target" unit:"{bodies}" about:"How many meet the target within the tolerance"`
	CapacityAtTarget         float64 `csv:"capacity_at_target" unit:"share of start" about:"Population-weighted mean of the group's capacity when the target is due"`
	CapacityAgainstStatusQuo Number  `csv:"capacity_against_status_quo" unit:"share of start" optional:"yes" about:"That capacity less the one under the structure that changes nothing; empty where the run has no such structure, as are the next two"`
	CommissionersGaining     Number  `csv:"commissioners_gaining" type:"integer" unit:"{bodies}" optional:"yes" about:"How many have more capacity than under that structure"`
	CommissionersLosing      Number  `csv:"commissioners_losing" type:"integer" unit:"{bodies}" optional:"yes" about:"How many have less"`
	CommissionersAlone       int     `csv:"commissioners_alone" unit:"{bodies}" about:"How many are alone in their sector, where they have nobody to pool work with"`
	LocalKnowledgeAtHandover float64 `csv:"local_knowledge_at_handover" unit:"share of start" about:"Population-weighted mean of the group's local knowledge at the handover; an index, not a forecast"`
}

// Table declares sizes.csv.
func (SizeRow) Table() Table {
	return Table{
		Name: "sizes", Title: "{Bodies} by size", Description: "One row for each structure and third of the {bodies} by population, at central or set values",
		PrimaryKey: []string{"structure", "size"}, Columns: columnsOf[SizeRow](),
	}
}
