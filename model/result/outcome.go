package result

import (
	"math"
	"slices"

	"reconfig/model/unit"
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

// registered is what is known of an outcome besides its equation: one entry for each, and nowhere else.
type registered struct {
	Name        string // of its column
	Words       string // what a sentence calls it, without its unit
	Unit        string
	Description string // what it is
	Remark      string // goes on after the description with its punctuation: what is in it, or when it is empty
	Better      Better // direction; Neither if it has none
	Needs       Needs  // what a run must work out for it
	Optional    bool   // it may be empty, as a share of a budget that no case has to give
	Never       bool   // it is a time that may never come: +∞ in tables of draws, empty in a table of one draw
}

// Needs says what of a run an outcome rests on, besides what the structure alone saves and costs.
type Needs uint8

// What a run works out besides.
const (
	Cuts        Needs = 1 << iota // the target, and what it has cut
	OwnCapacity                   // capacity under the structure alone
	Capacity                      // capacity with the target and its cuts
	Knowledge                     // local knowledge
)

var outcomes = [OutcomeCount]registered{
	BaselineCost: {
		Name: "baseline_cost_k", Words: "cost at the start", Unit: "£k a year",
		Description: "Management cost at the start, of all {bodies}",
	},
	BaselineCostPerHead: {
		Name: "baseline_cost_per_head", Words: "cost a head at the start", Unit: "£ a head a year",
		Description: "Management cost at the start a head of weighted population, or of population where no weighted one is given",
	},
	SteadySaving: {
		Name: "steady_saving_k", Words: "lasting saving", Unit: "£k a year", Better: Higher,
		Description: "Lasting saving", Remark: ": what the structure alone no longer needs once fully in force, without cuts and before any failure",
	},
	SteadySavingPct: {
		Name: "steady_saving_pct", Words: "lasting saving", Unit: "% of baseline", Better: Higher,
		Description: "Lasting saving in per cent of the baseline cost",
	},
	CostAtTarget: {
		Name: "cost_at_target_k", Words: "cost when the target is due", Unit: "£k a year", Better: Lower, Needs: Cuts,
		Description: "Management cost when the target is due",
	},
	CostPerHeadAtTarget: {
		Name: "cost_per_head_at_target", Words: "cost a head when the target is due", Unit: "£ a head a year", Better: Lower, Needs: Cuts,
		Description: "Management cost a head when the target is due",
	},
	CostAtTargetShareOfBudget: {
		Name: "cost_at_target_share_of_budget_pct", Words: "cost as a share of the budget", Unit: "% of budget", Better: Lower, Needs: Cuts, Optional: true,
		Description: "Management cost when the target is due, in per cent of the budget of all {bodies}", Remark: "; empty if no budget is given",
	},
	Reduction: {
		Name: "reduction_pct", Words: "reduction", Unit: "% of baseline", Better: Higher, Needs: Cuts,
		Description: "Fall of management cost when the target is due", Remark: ": from structure and from cuts",
	},
	ReductionFromStructure: {
		Name: "reduction_from_structure_pct", Words: "reduction from structure", Unit: "% of baseline", Better: Higher,
		Description: "Fall of the required cost when the target is due", Remark: ": what the structure makes possible without cuts",
	},
	ReductionFromCuts: {
		Name: "reduction_from_cuts_pct", Words: "reduction from cuts", Unit: "% of baseline", Better: Lower, Needs: Cuts,
		Description: "The rest of the fall, which is cuts", Remark: "; below 0 where spending is above need",
	},
	CutsNeeded: {
		Name: "cuts_needed_pct", Words: "need for cuts", Unit: "% of baseline", Better: Lower,
		Description: "Cuts that the target asks for beyond what the structure frees",
	},
	Shortfall: {
		Name: "shortfall_pct", Words: "shortfall", Unit: "% of baseline", Better: Lower, Needs: Cuts,
		Description: "Part of the target that is missed",
	},
	CommissionersOnTarget: {
		Name: "commissioners_on_target", Words: "number on target", Unit: "{bodies}", Better: Higher, Needs: Cuts,
		Description: "{Bodies} that meet the target within the tolerance",
	},
	PostsAtStart: {
		Name: "posts_at_start", Words: "number of posts at the start", Unit: "WTE",
		Description: "Posts at the start",
	},
	PostsRemovedAtTarget: {
		Name: "posts_removed_at_target", Words: "number of posts removed", Unit: "WTE", Needs: Cuts,
		Description: "Posts removed by the time the target is due",
	},
	ExitCost: {
		Name: "exit_cost_k", Words: "exit cost", Unit: "£k", Better: Lower, Needs: Cuts,
		Description: "Paid exits over the horizon, of structure and cuts together, optimism bias included",
	},
	SetupCost: {
		Name: "setup_cost_k", Words: "set-up cost", Unit: "£k", Better: Lower,
		Description: "Set-up of the structure and taking failures home over the horizon, optimism bias included",
	},
	OneOffCost: {
		Name: "one_off_cost_k", Words: "one-off cost", Unit: "£k", Better: Lower, Needs: Cuts,
		Description: "Exits and set-up over the horizon",
	},
	OneOffShareOfSurplus: {
		Name: "one_off_share_of_surplus_pct", Words: "one-off cost as a share of the surplus", Unit: "% of surplus", Better: Lower, Needs: Cuts, Optional: true,
		Description: "One-off cost in per cent of last year's surplus of all {bodies}", Remark: "; empty if none is given",
	},
	StructureOneOffCost: {
		Name: "structure_one_off_cost_k", Words: "one-off cost of the structure", Unit: "£k", Better: Lower,
		Description: "One-off cost of the structure alone, without the target's cuts",
	},
	StructureNPV: {
		Name: "structure_npv_k", Words: "net present value", Unit: "£k", Better: Higher,
		Description: "Net present value of the structure alone over the horizon",
	},
	StructureNPVRisked: {
		Name: "structure_npv_risked_k", Words: "net present value, risked", Unit: "£k", Better: Higher,
		Description: "Net present value of the structure alone, each quarter weighted by the chance that no further reorganisation has overtaken it",
	},
	StructureNPVToHandover: {
		Name: "structure_npv_to_handover_k", Words: "net present value to the handover", Unit: "£k", Better: Higher,
		Description: "Net present value of the structure alone up to the handover",
	},
	StructurePayback: {
		Name: "structure_payback_years", Words: "time to payback", Unit: "years", Better: Lower, Optional: true, Never: true,
		Description: "Time from the start until the structure alone has paid back its one-off cost for good", Remark: "; empty if it never does within the horizon",
	},
	ChancePaidBack: {
		Name: "chance_paid_back_before_overtaken", Words: "chance of paying back before being overtaken", Unit: "share", Better: Higher, Optional: true,
		Description: "Chance that the structure alone has paid back before a further reorganisation overtakes it", Remark: ": 0 if it never pays back; empty if it costs and saves nothing",
	},
	CumulativeSaving: {
		Name: "cumulative_saving_k", Words: "cumulative saving", Unit: "£k", Better: Higher, Needs: Cuts,
		Description: "Saving of structure and cuts over the horizon against the baseline's own growth, after one-off cost, undiscounted",
	},
	NPVIncludingCuts: {
		Name: "npv_including_cuts_k", Words: "net present value with cuts", Unit: "£k", Better: Higher, Needs: Cuts,
		Description: "Net present value of structure and cuts over the horizon", Remark: "; the harm of lost capacity is not in it",
	},
	StructureCapacityLowest: {
		Name: "structure_capacity_lowest", Words: "lowest capacity of the structure", Unit: "share of start", Better: Higher, Needs: OwnCapacity,
		Description: "Lowest capacity over the horizon under the structure alone, without target or cuts",
	},
	StructureCapacityEnd: {
		Name: "structure_capacity_end", Words: "capacity of the structure at the end", Unit: "share of start", Better: Higher, Needs: OwnCapacity,
		Description: "Capacity at the end of the horizon under the structure alone, without target or cuts",
	},
	CapacityAtTarget: {
		Name: "capacity_at_target", Words: "capacity when the target is due", Unit: "share of start", Better: Higher, Needs: Cuts | Capacity,
		Description: "Capacity when the target is due, cuts included",
	},
	CapacityLowest: {
		Name: "capacity_lowest", Words: "lowest capacity", Unit: "share of start", Better: Higher, Needs: Cuts | Capacity,
		Description: "Lowest capacity over the horizon, when the target is due among it, cuts included",
	},
	CapacityLowestYears: {
		Name: "capacity_lowest_years", Words: "time of the lowest capacity", Unit: "years", Needs: Cuts | Capacity,
		Description: "Time from the start at which capacity is lowest", Remark: ": the middle of a quarter, or when the target is due",
	},
	CapacityEnd: {
		Name: "capacity_end", Words: "capacity at the end", Unit: "share of start", Better: Higher, Needs: Cuts | Capacity,
		Description: "Capacity at the end of the horizon, cuts included",
	},
	CapacityMean: {
		Name: "capacity_mean", Words: "mean capacity", Unit: "share of start", Better: Higher, Needs: Cuts | Capacity,
		Description: "Mean capacity over the horizon, cuts included",
	},
	CapacityWorstCommissioner: {
		Name: "capacity_worst_commissioner_at_target", Words: "capacity of the worst-off", Unit: "share of start", Better: Higher, Needs: Cuts | Capacity,
		Description: "Capacity of the {body} that has least when the target is due",
	},
	LocalKnowledgeAtHandover: {
		Name: "local_knowledge_at_handover", Words: "local knowledge at the handover", Unit: "share of start", Better: Higher, Needs: Cuts | Knowledge,
		Description: "Local knowledge left to hand over", Remark: "; an index, not a forecast",
	},
	NetBenefit: {
		Name: "net_benefit_k", Words: "net benefit", Unit: "£k", Better: Higher, Needs: Cuts | Capacity,
		Description: "Net present value of structure and cuts less the worth of the capacity lost",
	},
	NetBenefitRisked: {
		Name: "net_benefit_risked_k", Words: "net benefit, risked", Unit: "£k", Better: Higher, Needs: Cuts | Capacity,
		Description: "Net benefit, each quarter weighted by the chance that no further reorganisation has overtaken it",
	},
	StatutoryBoards: {
		Name: "statutory_boards", Words: "number of statutory boards", Unit: "boards", Optional: true,
		Description: "Statutory boards once the structure is decided", Remark: "; empty if the case has no function board",
	},
	ExecutiveTeams: {
		Name: "executive_teams", Words: "number of executive teams", Unit: "teams", Optional: true,
		Description: "Executive teams once the structure is decided", Remark: "; empty if the case has no function executive",
	},
}

// Column declares the outcome's name, unit and meaning.
func (o Outcome) Column() Column {
	r := &outcomes[o]
	return Column{Name: r.Name, Type: "number", Unit: o.Unit(), Description: r.Description + r.Remark, Optional: r.Optional}
}

// String is the name of the outcome's column.
func (o Outcome) String() string { return outcomes[o].Name }

// Words names the outcome as a sentence does, without its unit: net benefit, time to payback.
func (o Outcome) Words() string { return outcomes[o].Words }

// About says what the outcome is, without what its column adds to that.
func (o Outcome) About() string { return outcomes[o].Description }

// Unit is what the outcome counts, with £ for the case's currency.
func (o Outcome) Unit() unit.Unit { return outcomeUnits[o] }

var outcomeUnits = func() (units [OutcomeCount]unit.Unit) {
	for i := range outcomes {
		units[i] = unit.Parse(outcomes[i].Unit)
	}
	return units
}()

// Better says in which direction the outcome is better.
func (o Outcome) Better() Better { return outcomes[o].Better }

// Needs says which parts of a run the outcome rests on.
func (o Outcome) Needs() Needs { return outcomes[o].Needs }

// MayBeInfinite says whether the outcome is a time that may never come. In statistics of draws it is then +∞; in a
// table of one draw it is empty.
func (o Outcome) MayBeInfinite() bool { return outcomes[o].Never }

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
	for i := range outcomes {
		names[i] = outcomes[i].Name
	}
	return names
}

// OutcomeByName finds an outcome by its column's name.
func OutcomeByName(name string) (Outcome, bool) {
	i := slices.IndexFunc(outcomes[:], func(r registered) bool { return r.Name == name })
	return Outcome(i), i >= 0
}

// Values holds one value for every outcome; NaN where the outcome is empty.
type Values [OutcomeCount]float64

// Has says whether the outcome has a value.
func (v *Values) Has(o Outcome) bool { return !math.IsNaN(v[o]) }
