package result

// FunctionRow is what one function comes to under one choice, beside the structure that a search designed.
type FunctionRow struct {
	Outcome     string `csv:"outcome" about:"Outcome that the structure was designed for"`
	Unit        string `csv:"unit" about:"Unit of the outcome"`
	Function    string `csv:"function" about:"Code of the function"`
	Tier        string `csv:"tier" about:"Where it is done: local, sector or region"`
	Arrangement string `csv:"arrangement" optional:"yes" about:"Code of the arrangement by which it is pooled there; empty where it stays local"`
	GainAlone   Number `csv:"gain_alone" unit:"of the outcome" about:"By how much the outcome is better in the mean if the function alone moves, than if nothing does; below 0 where it is worse"`
	GainInPlace Number `csv:"gain_in_place" unit:"of the outcome" about:"The same in place: the designed structure with this choice, against the designed structure with the function local"`
	GainP05     Number `csv:"gain_in_place_p05" unit:"of the outcome" about:"5th percentile over draws of the gain in place"`
	GainP95     Number `csv:"gain_in_place_p95" unit:"of the outcome" about:"95th percentile"`
	Better      Number `csv:"probability_better" unit:"share of draws" optional:"yes" about:"Share of draws in which the gain in place is above 0; empty for staying local"`
	Chosen      string `csv:"chosen" type:"boolean" about:"Whether the designed structure has this choice"`
	Why         string `csv:"why" about:"Why it is chosen, or is not"`
}

// DesignRow is the best structure of one kind that a search found.
type DesignRow struct {
	Outcome           string `csv:"outcome" about:"Outcome that the structure was designed for"`
	Unit              string `csv:"unit" about:"Unit of the outcome"`
	Regime            string `csv:"regime" about:"Kind of structure. no-merger: no statutory merger. ARRANGEMENT-TIER: a statutory merger of all functions on that tier, which is one structure. any: everything, without rules of coherence"`
	Chosen            string `csv:"chosen" type:"boolean" about:"Whether its best structure is the one that was designed"`
	Moved             int    `csv:"functions_moved" unit:"functions" about:"How many functions its best structure moves; 0 also where none was found"`
	Compelling        Number `csv:"compelling" unit:"share of draws" about:"Share of draws in which moving a function had to be better than leaving it local, in place"`
	FromYear          Number `csv:"from_year" unit:"years" about:"When all that moves is decided, in years from the start"`
	Value             Number `csv:"value" unit:"of the outcome" optional:"yes" about:"Mean over draws of the outcome of its best structure, with failures and refusals at their means; empty if none was found in which all that moves is compelling"`
	MCError           Number `csv:"mc_error" unit:"of the outcome" optional:"yes" about:"Its Monte Carlo error, for draws at random"`
	Gain              Number `csv:"gain_on_local" unit:"of the outcome" optional:"yes" about:"By how much that is better than where every function stays local"`
	ValueEvents       Number `csv:"value_with_events" unit:"of the outcome" optional:"yes" about:"The mean of the same structure on the same draws with failures and refusals as events, as a run has them"`
	GainEvents        Number `csv:"gain_with_events" unit:"of the outcome" optional:"yes" about:"By how much that is better than where every function stays local"`
	GainEventsP05     Number `csv:"gain_with_events_p05" unit:"of the outcome" optional:"yes" about:"5th percentile over draws of that gain"`
	GainEventsP95     Number `csv:"gain_with_events_p95" unit:"of the outcome" optional:"yes" about:"95th percentile"`
	BetterEvents      Number `csv:"probability_better" unit:"share of draws" optional:"yes" about:"Share of draws in which the gain with events is above 0"`
	BestOfCase        string `csv:"best_of_case" optional:"yes" about:"Code of the case's own structure with the best mean on the same draws, with events, of those that move anything; empty if none does"`
	BestOfCaseFrom    Number `csv:"best_of_case_from_year" unit:"years" optional:"yes" about:"When the first of its moves is decided"`
	GainOnCase        Number `csv:"gain_on_best_of_case" unit:"of the outcome" optional:"yes" about:"By how much this structure is better than that one in the mean, with events"`
	BetterThanCase    Number `csv:"probability_better_than_best_of_case" unit:"share of draws" optional:"yes" about:"Share of draws in which it is"`
	WithoutCompelling Number `csv:"value_without_compelling" unit:"of the outcome" about:"As value, of the best structure that was found where nothing need be compelling"`
	Failing           string `csv:"not_compelling" optional:"yes" about:"Codes of the functions that such a structure moves without being compelling, separated by semicolons"`
	Starts            int    `csv:"starts" unit:"starts" about:"From how many structures the search began, each of them first rid of moves that are not compelling"`
	Ends              int    `csv:"ends" unit:"structures" about:"At how many different structures it ended"`
	Singles           int    `csv:"single_changes" unit:"changes" about:"Changes of one function, or of one group that moves together, that were valued on all draws and do not improve the structure"`
	Pairs             int    `csv:"pair_changes" unit:"changes" about:"Changes of two that do not improve it"`
	PairsInFull       int    `csv:"pair_changes_in_full" unit:"changes" about:"Of these, those that were valued on all draws. The others were valued on some: what two changes do to one another, even if it were in every draw the greatest that was seen, would not make them better, or a move fails too often already to be compelling"`
	Certificate       string `csv:"certificate" about:"What is known of the structure: what was tried to improve it, and did not"`
}

// FunctionValueRow is where one function is done at one worth of capacity.
type FunctionValueRow struct {
	CapacityValue Number `csv:"capacity_value" unit:"£ per £" about:"Worth of a year of the whole capacity, per {£} of management cost at the start: the lever capacity.value"`
	Function      string `csv:"function" about:"Code of the function"`
	Tier          string `csv:"tier" about:"Where the structure that was designed at this worth has it: local, sector or region"`
	Arrangement   string `csv:"arrangement" optional:"yes" about:"Code of the arrangement; empty where it stays local"`
	GainInPlace   Number `csv:"gain_in_place_k" unit:"£k" about:"Mean net benefit of that structure, less that of the same with the function local"`
	Better        Number `csv:"probability_better" unit:"share of draws" optional:"yes" about:"Share of draws in which that is above 0; empty where it stays local"`
}

// FunctionFrontRow is what the structure that was designed at one worth of capacity comes to.
type FunctionFrontRow struct {
	CapacityValue Number `csv:"capacity_value" unit:"£ per £" about:"Worth of capacity at which the structure was designed: the lever capacity.value"`
	PointWorth    Number `csv:"point_worth_k" unit:"£k" about:"The same as the worth of one percentage point of capacity for a year, at the mean cost at the start"`
	Set           string `csv:"as_set" type:"boolean" about:"Whether this is the worth that the case has, or that was set"`
	Moved         int    `csv:"functions_moved" unit:"functions" about:"How many functions the structure moves"`
	NetBenefit    Number `csv:"net_benefit_k" unit:"£k" about:"Its mean net benefit at this worth, less that where every function stays local"`
	Money         Number `csv:"money_k" unit:"£k" about:"Its mean net present value of structure and cuts, less that where every function stays local"`
	Capacity      Number `csv:"capacity_point_years" unit:"point years" about:"Its mean capacity, less that where every function stays local, summed over the years and discounted, in percentage points for a year"`
	Certificate   string `csv:"certificate" about:"What is known of the structure: what was tried to improve it, and did not"`
}

// Regimes that are not named after an arrangement and a tier.
const (
	NoMergerRegime = "no-merger"
	AnyRegime      = "any"
)

// NotCompelling is why a choice is not made that would be worth more in the mean.
const NotCompelling = "worth more in the mean, but not compelling"

// Why a choice is made, or is not, where a search was stopped.
const (
	ChosenByStop = "best found before the search was stopped"
	LeftByStop   = "worth more, but the search was stopped"
)

// Table declares functions.csv.
func (FunctionRow) Table() Table {
	return Table{Name: "functions", Title: "Where each function is best done", Description: "One row for each function and choice of tier and arrangement, valued beside the designed structure; failures and refusals at their means",
		PrimaryKey: []string{"outcome", "function", "tier", "arrangement"}, Columns: columnsOf[FunctionRow]()}
}

// Table declares designs.csv.
func (DesignRow) Table() Table {
	return Table{Name: "designs", Title: "The best structure of each kind", Description: "One row for each kind of structure: without a statutory merger, and with one on each tier",
		PrimaryKey: []string{"outcome", "regime"}, Columns: columnsOf[DesignRow]()}
}

// Table declares functions_by_value.csv.
func (FunctionValueRow) Table() Table {
	return Table{Name: "functions_by_value", Title: "Where each function is best done at each worth of capacity", Description: "One row for each worth of capacity and function: the structure designed at that worth, by the same rules and on the same draws",
		PrimaryKey: []string{"capacity_value", "function"}, Columns: columnsOf[FunctionValueRow]()}
}

// Table declares functions_front.csv.
func (FunctionFrontRow) Table() Table {
	return Table{Name: "functions_front", Title: "Money against capacity", Description: "One row for each worth of capacity: what the structure designed at that worth gains in money and in capacity",
		PrimaryKey: []string{"capacity_value"}, Columns: columnsOf[FunctionFrontRow]()}
}
