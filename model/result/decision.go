package result

// SwitchingRow is at which values of one assumption another structure becomes the best.
type SwitchingRow struct {
	Outcome        string `csv:"outcome" about:"Outcome that structures are preferred by"`
	Assumption     string `csv:"assumption" about:"Name of the assumption"`
	AssumptionUnit string `csv:"assumption_unit" about:"Unit of the assumption"`
	Kind           string `csv:"kind" about:"lever (somebody's choice), uncertainty or convention"`
	Strength       string `csv:"strength" about:"Strength of its evidence"`
	Low            Number `csv:"low" unit:"of the assumption" about:"Low end of what is plausible"`
	Base           Number `csv:"base" unit:"of the assumption" about:"Its value in the base: central unless set otherwise"`
	High           Number `csv:"high" unit:"of the assumption" about:"High end"`
	Preferred      string `csv:"preferred" about:"Code of the structure that is best in the base"`
	Below          Number `csv:"switch_below" unit:"of the assumption" optional:"yes" about:"Switching value below the base: the nearest at which another structure becomes best; empty if there is none down to low"`
	ThenBelow      string `csv:"preferred_below" optional:"yes" about:"Code of the structure that is best just below it"`
	Above          Number `csv:"switch_above" unit:"of the assumption" optional:"yes" about:"Switching value above the base; empty if there is none up to high"`
	ThenAbove      string `csv:"preferred_above" optional:"yes" about:"Code of the structure that is best just above it"`
}

// SwitchingMapRow is which structure is best at one pair of values of two assumptions.
type SwitchingMapRow struct {
	Outcome   string `csv:"outcome" about:"Outcome that structures are preferred by"`
	X         string `csv:"x" about:"Name of the first assumption"`
	Y         string `csv:"y" about:"Name of the second"`
	XValue    Number `csv:"x_value" unit:"of the assumption" about:"Value of the first"`
	YValue    Number `csv:"y_value" unit:"of the assumption" about:"Value of the second"`
	Preferred string `csv:"preferred" about:"Code of the structure that is best there, with every other assumption at the base"`
	Lead      Number `csv:"lead" unit:"of the outcome" about:"By how much it is ahead of the next"`
}

// RobustnessRow is how well one structure does over all draws beside the others.
type RobustnessRow struct {
	Outcome         string `csv:"outcome" about:"Outcome that structures are judged by"`
	Unit            string `csv:"unit" about:"Unit of the outcome"`
	Structure       string `csv:"structure" about:"Code of the structure"`
	Mean            Number `csv:"mean" unit:"of the outcome" about:"Mean over all draws"`
	P05             Number `csv:"p05" unit:"of the outcome" about:"5th percentile"`
	P95             Number `csv:"p95" unit:"of the outcome" about:"95th percentile"`
	ProbabilityBest Number `csv:"probability_best" unit:"share of draws" about:"Share of draws in which no other is better, ties shared"`
	ExpectedRegret  Number `csv:"expected_regret" unit:"of the outcome" about:"Mean of what is lost, draw by draw, against the structure that is best in that draw. The least expected regret is the value of perfect information"`
	RegretP95       Number `csv:"regret_p95" unit:"of the outcome" about:"95th percentile of regret"`
	WorstRegret     Number `csv:"worst_regret" unit:"of the outcome" about:"Greatest regret of any draw; it rises with the number of draws"`
	MeetsAll        Number `csv:"meets_all" unit:"share of draws" optional:"yes" about:"Share of draws in which it meets every requirement; empty if none was given"`
}

// RequirementRow is how often one structure meets one requirement.
type RequirementRow struct {
	Structure   string `csv:"structure" about:"Code of the structure"`
	Requirement string `csv:"requirement" about:"What is required of an outcome, or “all” for every requirement at once"`
	Share       Number `csv:"share" unit:"share of draws" about:"Share of draws in which it is met"`
	MCError     Number `csv:"mc_error" unit:"share of draws" about:"Monte Carlo error of the share"`
}

// AllRequirements names the row of all requirements at once.
const AllRequirements = "all"

// RankRow is how often one structure has one rank.
type RankRow struct {
	Outcome     string `csv:"outcome" about:"Outcome that structures are ranked by"`
	Structure   string `csv:"structure" about:"Code of the structure"`
	Rank        int    `csv:"rank" unit:"rank" about:"1 for the best"`
	Probability Number `csv:"probability" unit:"share of draws" about:"Share of draws in which it has this rank; of several that are equal each has an equal part of each rank they take"`
}

// DominanceRow is whether one structure is better than another whatever weight is given to risk.
type DominanceRow struct {
	Outcome        string `csv:"outcome" about:"Outcome"`
	First          string `csv:"first" about:"Code of a structure"`
	Second         string `csv:"second" about:"Code of another"`
	ProbFirst      Number `csv:"probability_first_better" unit:"share of draws" about:"Share of draws in which the first is better"`
	Order          int    `csv:"order" unit:"order" about:"1 if the first dominates at first order (everybody who prefers more prefers it), 2 at second order only (everybody who also shuns risk does), 0 if not"`
	FirstViolation Number `csv:"violation" unit:"share" optional:"yes" about:"How far the first is from dominating at first order: area in which its distribution lies on the wrong side, as a share of the whole area between both (Leshno and Levy 2002); empty if they are the same"`
}

// AcceptabilityRow is how one structure does at one worth of capacity.
type AcceptabilityRow struct {
	CapacityValue   Number `csv:"capacity_value" unit:"£ per £" about:"Worth of a year of the whole capacity, per {£} of management cost at the start: the lever capacity.value"`
	PointWorth      Number `csv:"point_worth_k" unit:"£k" about:"The same as the worth of one percentage point of capacity for a year, at the mean cost at the start"`
	Structure       string `csv:"structure" about:"Code of the structure"`
	NetBenefit      Number `csv:"net_benefit_k" unit:"£k" about:"Expected net benefit: mean over all draws of the net present value of structure and cuts less the worth of capacity lost"`
	ProbabilityBest Number `csv:"probability_best" unit:"share of draws" about:"Share of draws in which its net benefit is the highest, ties shared: with more than two structures a probability of being best, not of being better than a given one"`
	Frontier        string `csv:"frontier" type:"boolean" about:"Whether its expected net benefit is the highest: what to choose at this worth of capacity if no more is learnt"`
	EVPI            Number `csv:"evpi_k" unit:"£k" about:"Expected value of perfect information at this worth of capacity, the same for every structure"`
}

// FrontierRow is between which worths of capacity one structure is what to choose if no more is learnt.
type FrontierRow struct {
	From           Number `csv:"from_capacity_value" unit:"£ per £" about:"Worth of capacity (capacity.value) from which its expected net benefit is the highest: exactly, as it is a straight line in the worth of capacity"`
	To             Number `csv:"to_capacity_value" unit:"£ per £" about:"Worth of capacity up to which it is; there the next structure has the same"`
	FromPoint      Number `csv:"from_point_worth_k" unit:"£k" about:"The first as the worth of one percentage point of capacity for a year"`
	ToPoint        Number `csv:"to_point_worth_k" unit:"£k" about:"The second likewise"`
	Structure      string `csv:"structure" about:"Code of the structure"`
	FromNetBenefit Number `csv:"from_net_benefit_k" unit:"£k" about:"Its expected net benefit at the first"`
	ToNetBenefit   Number `csv:"to_net_benefit_k" unit:"£k" about:"Its expected net benefit at the second"`
}

// TradeOffRow is what one structure gives up for another, between money and capacity.
type TradeOffRow struct {
	First           string `csv:"first" about:"Code of a structure"`
	Second          string `csv:"second" about:"Code of another"`
	Money           Number `csv:"money_k" unit:"£k" about:"Net present value of structure and cuts, first less second, mean over all draws"`
	Capacity        Number `csv:"capacity_point_years" unit:"point years" about:"Capacity, first less second, summed over the years and discounted, in percentage points for a year: mean over all draws, each weighted by its cost at the start"`
	EqualValue      Number `csv:"equal_at_capacity_value" unit:"£ per £" optional:"yes" about:"Worth of capacity (capacity.value) at which both have the same expected net benefit; empty if one gives more money and more capacity, or both the same"`
	EqualPointWorth Number `csv:"equal_at_point_worth_k" unit:"£k" optional:"yes" about:"The same as money for one percentage point of capacity for a year"`
}

// InformationRow is what it would be worth to know one input before deciding.
type InformationRow struct {
	Outcome       string `csv:"outcome" about:"Outcome that structures are judged by"`
	Unit          string `csv:"unit" about:"Unit of the outcome"`
	Input         string `csv:"input" about:"Name of the assumption or group; “everything” for perfect information"`
	Members       int    `csv:"members" unit:"assumptions" about:"How many assumptions it holds"`
	Strength      string `csv:"strength" optional:"yes" about:"Strength of its evidence; empty where members differ"`
	Correlated    string `csv:"correlated" type:"boolean" about:"Whether it is correlated with assumptions outside it: knowing it then tells of those too, even where no outcome depends on it"`
	Value         Number `csv:"value" unit:"of the outcome" about:"Expected value of partial perfect information (EVPPI): by how much the expected outcome of the best choice rises if the input is known before choosing; of everything, EVPI. From regressions on draws made at random, of a group at least as much as of each of its members"`
	StandardError Number `csv:"standard_error" unit:"of the outcome" about:"Its standard error"`
	ShareOfEVPI   Number `csv:"share_of_evpi" unit:"share" optional:"yes" about:"Share of the value of perfect information; the shares of several inputs do not add up"`
	ChangesAt     Number `csv:"changes_at" unit:"of the assumption" optional:"yes" about:"Of a single assumption: the value nearest its median at which another structure becomes best in the mean over all other assumptions; empty if none does, or if value cannot be told from 0"`
	ChangesTo     string `csv:"changes_to" optional:"yes" about:"Code of the structure that becomes best on the far side of it"`
	Method        string `csv:"method" about:"spline: regression on a penalised spline; polynomial: regression on polynomials of the members' normal scores; exact: from the draws themselves"`
}

// Everything is the input of an InformationRow that stands for perfect information.
const Everything = "everything"

// StageRow is what a structure in two steps comes to, and each step taken alone.
type StageRow struct {
	Structure  string `csv:"structure" about:"Code of the staged structure"`
	Variant    string `csv:"variant" about:"staged: both steps, the second decided in second_year. first_only: the first step and no more. straight: the last step at once, in the first step's year. late: nothing until second_year, then the last step"`
	SecondYear Number `csv:"second_year" unit:"years" optional:"yes" about:"Year, from the start, in which the second step is decided; empty where there is none"`
	Outcome    string `csv:"outcome" about:"Outcome"`
	Unit       string `csv:"unit" about:"Unit of the outcome"`
	Mean       Number `csv:"mean" unit:"of the outcome" about:"Mean over all draws"`
	P05        Number `csv:"p05" unit:"of the outcome" about:"5th percentile"`
	P95        Number `csv:"p95" unit:"of the outcome" about:"95th percentile"`
	Against    Number `csv:"against_straight" unit:"of the outcome" about:"Mean of what it has more than going straight to the last step, draw by draw"`
	AgainstP05 Number `csv:"against_straight_p05" unit:"of the outcome" about:"5th percentile of that"`
	AgainstP95 Number `csv:"against_straight_p95" unit:"of the outcome" about:"95th percentile of that"`
	Better     Number `csv:"better_than_straight" unit:"share of draws" about:"Share of draws in which it is better than going straight"`
	Changes    Number `csv:"against_status_quo" unit:"of the outcome" optional:"yes" about:"Mean of what it has more than changing nothing, draw by draw"`
	ChangesP05 Number `csv:"against_status_quo_p05" unit:"of the outcome" optional:"yes" about:"5th percentile of that"`
	ChangesP95 Number `csv:"against_status_quo_p95" unit:"of the outcome" optional:"yes" about:"95th percentile of that"`
}

// The variants of a structure in steps.
const (
	Staged    = "staged"
	FirstOnly = "first_only"
	Straight  = "straight"
	Late      = "late"
)

// FirstStepRow is how wrong one could be in taking a first step.
type FirstStepRow struct {
	Structure         string `csv:"structure" about:"Code of the staged structure"`
	FirstStep         string `csv:"first_step" about:"straight: the last step at once. staged: the first step, then the last or not. late: nothing yet, then the last step or not"`
	Outcome           string `csv:"outcome" about:"Outcome"`
	Unit              string `csv:"unit" about:"Unit of the outcome"`
	Then              string `csv:"then" about:"What follows in the mean: the continuation with the best mean over all draws"`
	Value             Number `csv:"value" unit:"of the outcome" about:"Mean outcome of the first step with that continuation"`
	ExpectedRegret    Number `csv:"expected_regret" unit:"of the outcome" about:"Mean over draws of what that loses against the best plan of all in the draw"`
	WorstRegret       Number `csv:"worst_regret" unit:"of the outcome" about:"Greatest such loss of any draw"`
	ValueLearning     Number `csv:"value_if_learning" unit:"of the outcome" about:"Mean outcome if everything is learnt after the first step, and the best continuation is then chosen: the most that keeping the choice open can be worth"`
	RegretLearning    Number `csv:"regret_if_learning" unit:"of the outcome" about:"Mean regret that is left even so: what the first step itself closes off"`
	WorstIfLearning   Number `csv:"worst_regret_if_learning" unit:"of the outcome" about:"Greatest such regret of any draw"`
	ProbBestFirstStep Number `csv:"probability_best" unit:"share of draws" about:"Share of draws in which the best plan begins with this step, ties shared"`
}

// Table declares switching.csv.
func (SwitchingRow) Table() Table {
	return Table{Name: "switching", Title: "Switching values", Description: "One row for each assumption that has a low and a high value and was not set; a target a head that is off has none",
		PrimaryKey: []string{"outcome", "assumption"}, Columns: columnsOf[SwitchingRow]()}
}

// Table declares switching_map.csv.
func (SwitchingMapRow) Table() Table {
	return Table{Name: "switching_map", Title: "Two-way switching values", Description: "One row for each pair of values of two assumptions",
		PrimaryKey: []string{"outcome", "x", "y", "x_value", "y_value"}, Columns: columnsOf[SwitchingMapRow]()}
}

// Table declares robustness.csv.
func (RobustnessRow) Table() Table {
	return Table{Name: "robustness", Title: "Regret", Description: "One row for each structure: how wrong one could be in choosing it",
		PrimaryKey: []string{"outcome", "structure"}, Columns: columnsOf[RobustnessRow]()}
}

// Table declares requirements.csv.
func (RequirementRow) Table() Table {
	return Table{Name: "requirements", Title: "Requirements met", Description: "One row for each structure and requirement",
		PrimaryKey: []string{"structure", "requirement"}, Columns: columnsOf[RequirementRow]()}
}

// Table declares ranks.csv.
func (RankRow) Table() Table {
	return Table{Name: "ranks", Title: "Ranks", Description: "One row for each structure and rank",
		PrimaryKey: []string{"outcome", "structure", "rank"}, Columns: columnsOf[RankRow]()}
}

// Table declares dominance.csv.
func (DominanceRow) Table() Table {
	return Table{Name: "dominance", Title: "Stochastic dominance", Description: "One row for each ordered pair of structures",
		PrimaryKey: []string{"outcome", "first", "second"}, Columns: columnsOf[DominanceRow]()}
}

// Table declares acceptability.csv.
func (AcceptabilityRow) Table() Table {
	return Table{Name: "acceptability", Title: "Acceptability", Description: "One row for each worth of capacity and structure",
		PrimaryKey: []string{"capacity_value", "structure"}, Columns: columnsOf[AcceptabilityRow]()}
}

// Table declares frontier.csv.
func (FrontierRow) Table() Table {
	return Table{Name: "frontier", Title: "What to choose at each worth of capacity", Description: "One row for each structure that is best in the mean somewhere, by rising worth of capacity",
		PrimaryKey: []string{"from_capacity_value"}, Columns: columnsOf[FrontierRow]()}
}

// Table declares trade_offs.csv.
func (TradeOffRow) Table() Table {
	return Table{Name: "trade_offs", Title: "Money against capacity", Description: "One row for each pair of structures",
		PrimaryKey: []string{"first", "second"}, Columns: columnsOf[TradeOffRow]()}
}

// Table declares information.csv.
func (InformationRow) Table() Table {
	return Table{Name: "information", Title: "Value of information", Description: "One row for everything at once, and for each assumption and group of them",
		PrimaryKey: []string{"outcome", "input"}, Columns: columnsOf[InformationRow]()}
}

// Table declares stages.csv.
func (StageRow) Table() Table {
	return Table{Name: "stages", Title: "One step or two", Description: "One row for each staged structure, variant and year of the second step",
		PrimaryKey: []string{"structure", "variant", "second_year", "outcome"}, Columns: columnsOf[StageRow]()}
}

// Table declares first_steps.csv.
func (FirstStepRow) Table() Table {
	return Table{Name: "first_steps", Title: "What to begin with", Description: "One row for each staged structure and first step",
		PrimaryKey: []string{"structure", "first_step", "outcome"}, Columns: columnsOf[FirstStepRow]()}
}
