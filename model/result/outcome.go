package result

import (
	"math"
	"slices"
)

// Outcome is one figure that a structure is judged by. The outcomes are those of docs/model.md, in its order.
type Outcome int

// The outcomes.
const (
	BaselineCost Outcome = iota
	BaselineCostPerHead
	SteadySaving
	SteadySavingPct
	CostAtTarget
	CostPerHeadAtTarget
	CostAtTargetShareOfBudget
	Reduction
	ReductionFromStructure
	ReductionFromCuts
	CutsNeeded
	Shortfall
	CommissionersOnTarget
	PostsAtStart
	PostsRemovedAtTarget
	ExitCost
	SetupCost
	OneOffCost
	OneOffShareOfSurplus
	StructureOneOffCost
	StructureNPV
	StructureNPVRisked
	StructureNPVToHandover
	StructurePayback
	ChancePaidBack
	CumulativeSaving
	NPVIncludingCuts
	StructureCapacityLowest
	StructureCapacityEnd
	CapacityAtTarget
	CapacityLowest
	CapacityLowestYears
	CapacityEnd
	CapacityMean
	CapacityWorstCommissioner
	LocalKnowledgeAtHandover
	NetBenefit
	NetBenefitRisked
	StatutoryBoards
	ExecutiveTeams

	OutcomeCount int = iota
)

// outcomeColumns declares every outcome's column.
var outcomeColumns = [OutcomeCount]Column{
	BaselineCost:              {Name: "baseline_cost_k", Unit: "£k a year", Description: "Management cost at the start, of all commissioners"},
	BaselineCostPerHead:       {Name: "baseline_cost_per_head", Unit: "£ a head a year", Description: "Management cost at the start a head of weighted population, or of population where no weighted one is given"},
	SteadySaving:              {Name: "steady_saving_k", Unit: "£k a year", Description: "Lasting saving: what the structure alone no longer needs once fully in force, without cuts and before any failure"},
	SteadySavingPct:           {Name: "steady_saving_pct", Unit: "% of baseline", Description: "Lasting saving in per cent of the baseline cost"},
	CostAtTarget:              {Name: "cost_at_target_k", Unit: "£k a year", Description: "Management cost when the target is due"},
	CostPerHeadAtTarget:       {Name: "cost_per_head_at_target", Unit: "£ a head a year", Description: "Management cost a head when the target is due"},
	CostAtTargetShareOfBudget: {Name: "cost_at_target_share_of_budget_pct", Unit: "% of budget", Description: "Management cost when the target is due, in per cent of the budget of all commissioners; empty if no budget is given", Optional: true},
	Reduction:                 {Name: "reduction_pct", Unit: "% of baseline", Description: "Fall of management cost when the target is due: from structure and from cuts"},
	ReductionFromStructure:    {Name: "reduction_from_structure_pct", Unit: "% of baseline", Description: "Fall of the required cost when the target is due: what the structure makes possible without cuts"},
	ReductionFromCuts:         {Name: "reduction_from_cuts_pct", Unit: "% of baseline", Description: "The rest of the fall, which is cuts; below 0 where spending is above need"},
	CutsNeeded:                {Name: "cuts_needed_pct", Unit: "% of baseline", Description: "Cuts that the target asks for beyond what the structure frees"},
	Shortfall:                 {Name: "shortfall_pct", Unit: "% of baseline", Description: "Part of the target that is missed"},
	CommissionersOnTarget:     {Name: "commissioners_on_target", Unit: "commissioners", Description: "Commissioners that meet the target within the tolerance"},
	PostsAtStart:              {Name: "posts_at_start", Unit: "WTE", Description: "Posts at the start"},
	PostsRemovedAtTarget:      {Name: "posts_removed_at_target", Unit: "WTE", Description: "Posts removed by the time the target is due"},
	ExitCost:                  {Name: "exit_cost_k", Unit: "£k", Description: "Paid exits over the horizon, of structure and cuts together, optimism bias included"},
	SetupCost:                 {Name: "setup_cost_k", Unit: "£k", Description: "Set-up of the structure and taking failures home over the horizon, optimism bias included"},
	OneOffCost:                {Name: "one_off_cost_k", Unit: "£k", Description: "Exits and set-up over the horizon"},
	OneOffShareOfSurplus:      {Name: "one_off_share_of_surplus_pct", Unit: "% of surplus", Description: "One-off cost in per cent of last year's surplus of all commissioners; empty if none is given", Optional: true},
	StructureOneOffCost:       {Name: "structure_one_off_cost_k", Unit: "£k", Description: "One-off cost of the structure alone, without the target's cuts"},
	StructureNPV:              {Name: "structure_npv_k", Unit: "£k", Description: "Net present value of the structure alone over the horizon"},
	StructureNPVRisked:        {Name: "structure_npv_risked_k", Unit: "£k", Description: "Net present value of the structure alone, each quarter weighted by the chance that no further reorganisation has overtaken it"},
	StructureNPVToHandover:    {Name: "structure_npv_to_handover_k", Unit: "£k", Description: "Net present value of the structure alone up to the handover"},
	StructurePayback:          {Name: "structure_payback_years", Unit: "years", Description: "Time from the start until the structure alone has paid back its one-off cost for good; empty if it never does within the horizon", Optional: true},
	ChancePaidBack:            {Name: "chance_paid_back_before_overtaken", Unit: "share", Description: "Chance that the structure alone has paid back before a further reorganisation overtakes it: 0 if it never pays back; empty if it costs and saves nothing", Optional: true},
	CumulativeSaving:          {Name: "cumulative_saving_k", Unit: "£k", Description: "Saving of structure and cuts over the horizon against the baseline's own growth, after one-off cost, undiscounted"},
	NPVIncludingCuts:          {Name: "npv_including_cuts_k", Unit: "£k", Description: "Net present value of structure and cuts over the horizon; the harm of lost capacity is not in it"},
	StructureCapacityLowest:   {Name: "structure_capacity_lowest", Unit: "share of start", Description: "Lowest capacity over the horizon under the structure alone, without target or cuts"},
	StructureCapacityEnd:      {Name: "structure_capacity_end", Unit: "share of start", Description: "Capacity at the end of the horizon under the structure alone, without target or cuts"},
	CapacityAtTarget:          {Name: "capacity_at_target", Unit: "share of start", Description: "Capacity when the target is due, cuts included"},
	CapacityLowest:            {Name: "capacity_lowest", Unit: "share of start", Description: "Lowest capacity over the horizon, when the target is due among it, cuts included"},
	CapacityLowestYears:       {Name: "capacity_lowest_years", Unit: "years", Description: "Time from the start at which capacity is lowest: the middle of a quarter, or when the target is due"},
	CapacityEnd:               {Name: "capacity_end", Unit: "share of start", Description: "Capacity at the end of the horizon, cuts included"},
	CapacityMean:              {Name: "capacity_mean", Unit: "share of start", Description: "Mean capacity over the horizon, cuts included"},
	CapacityWorstCommissioner: {Name: "capacity_worst_commissioner_at_target", Unit: "share of start", Description: "Capacity of the commissioner that has least when the target is due"},
	LocalKnowledgeAtHandover:  {Name: "local_knowledge_at_handover", Unit: "share of start", Description: "Local knowledge left to hand over; an index, not a forecast"},
	NetBenefit:                {Name: "net_benefit_k", Unit: "£k", Description: "Net present value of structure and cuts less the worth of the capacity lost"},
	NetBenefitRisked:          {Name: "net_benefit_risked_k", Unit: "£k", Description: "Net benefit, each quarter weighted by the chance that no further reorganisation has overtaken it"},
	StatutoryBoards:           {Name: "statutory_boards", Unit: "boards", Description: "Statutory boards once the structure is decided; empty if the case has no function board", Optional: true},
	ExecutiveTeams:            {Name: "executive_teams", Unit: "teams", Description: "Executive teams once the structure is decided; empty if the case has no function executive", Optional: true},
}

// Column declares the outcome's name, unit and meaning.
func (o Outcome) Column() Column {
	c := outcomeColumns[o]
	c.Type = "number"
	return c
}

// String is the name of the outcome's column.
func (o Outcome) String() string { return outcomeColumns[o].Name }

// Outcomes lists all outcomes in order.
func Outcomes() []Outcome {
	all := make([]Outcome, OutcomeCount)
	for i := range all {
		all[i] = Outcome(i)
	}
	return all
}

// OutcomeNames lists the names of all outcomes in order.
func OutcomeNames() []string {
	names := make([]string, OutcomeCount)
	for i, c := range outcomeColumns {
		names[i] = c.Name
	}
	return names
}

// OutcomeByName finds an outcome by its column's name.
func OutcomeByName(name string) (Outcome, bool) {
	i := slices.Index(OutcomeNames(), name)
	return Outcome(i), i >= 0
}

// Values holds one value for every outcome; NaN where the outcome is empty.
type Values [OutcomeCount]float64

// Has says whether the outcome has a value.
func (v *Values) Has(o Outcome) bool { return !math.IsNaN(v[o]) }

// OutcomeRow is what one structure comes to.
type OutcomeRow struct {
	Case, Map         string
	Structure, Name   string // code and name of the structure
	Statistic         string // CentralDraw or one of Statistics
	Values            Values
	PaybackNeverShare float64 // of the draws; NaN but in the rows of the central draw and of the mean
}

// OutcomeTable declares outcomes.csv.
func OutcomeTable() Table {
	t := Table{
		Name: "outcomes", Title: "Outcomes", Description: "One row for each structure and statistic: what it saves, costs and does to capacity",
		PrimaryKey: []string{"structure", "statistic"},
		Columns: []Column{
			{Name: "case", Type: "string", Description: "Name of the case"},
			{Name: "map", Type: "string", Description: "Name of the map that groups the commissioners into sectors"},
			{Name: "structure", Type: "string", Description: "Code of the structure"},
			{Name: "name", Type: "string", Description: "Name of the structure"},
			{Name: "statistic", Type: "string", Description: statisticMeaning},
		},
	}
	for _, o := range Outcomes() {
		t.Columns = append(t.Columns, o.Column())
	}
	t.Columns = append(t.Columns, PaybackNeverColumn())
	return t
}

// PaybackNeverColumn declares the share of draws without a payback, which follows the outcomes in every table of
// statistics.
func PaybackNeverColumn() Column {
	return Column{
		Name: "payback_never_share", Type: "number", Unit: "share of draws", Optional: true,
		Description: "Share of draws in which the structure has no payback within the horizon, in the rows of the mean and of the central draw (1 or 0)",
	}
}

// Keys are the row's cells before its outcomes.
func (r OutcomeRow) Keys() []string {
	return []string{r.Case, r.Map, r.Structure, r.Name, r.Statistic}
}

// Words names the outcome as a sentence does, without its unit: net benefit, time to payback.
func (o Outcome) Words() string { return outcomeWords[o] }

var outcomeWords = [OutcomeCount]string{
	BaselineCost:              "cost at the start",
	BaselineCostPerHead:       "cost a head at the start",
	SteadySaving:              "lasting saving",
	SteadySavingPct:           "lasting saving",
	CostAtTarget:              "cost when the target is due",
	CostPerHeadAtTarget:       "cost a head when the target is due",
	CostAtTargetShareOfBudget: "cost as a share of the budget",
	Reduction:                 "reduction",
	ReductionFromStructure:    "reduction from structure",
	ReductionFromCuts:         "reduction from cuts",
	CutsNeeded:                "need for cuts",
	Shortfall:                 "shortfall",
	CommissionersOnTarget:     "number on target",
	PostsAtStart:              "number of posts at the start",
	PostsRemovedAtTarget:      "number of posts removed",
	ExitCost:                  "exit cost",
	SetupCost:                 "set-up cost",
	OneOffCost:                "one-off cost",
	OneOffShareOfSurplus:      "one-off cost as a share of the surplus",
	StructureOneOffCost:       "one-off cost of the structure",
	StructureNPV:              "net present value",
	StructureNPVRisked:        "net present value, risked",
	StructureNPVToHandover:    "net present value to the handover",
	StructurePayback:          "time to payback",
	ChancePaidBack:            "chance of paying back before being overtaken",
	CumulativeSaving:          "cumulative saving",
	NPVIncludingCuts:          "net present value with cuts",
	StructureCapacityLowest:   "lowest capacity of the structure",
	StructureCapacityEnd:      "capacity of the structure at the end",
	CapacityAtTarget:          "capacity when the target is due",
	CapacityLowest:            "lowest capacity",
	CapacityLowestYears:       "time of the lowest capacity",
	CapacityEnd:               "capacity at the end",
	CapacityMean:              "mean capacity",
	CapacityWorstCommissioner: "capacity of the worst-off",
	LocalKnowledgeAtHandover:  "local knowledge at the handover",
	NetBenefit:                "net benefit",
	NetBenefitRisked:          "net benefit, risked",
	StatutoryBoards:           "number of statutory boards",
	ExecutiveTeams:            "number of executive teams",
}
