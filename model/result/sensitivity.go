package result

import "strings"

// TornadoRow is what one assumption does to the answer when it alone goes from its low to its high value.
type TornadoRow struct {
	Question
	Rank           int    `csv:"rank" unit:"rank" about:"1 for the assumption with the widest swing"`
	Assumption     string `csv:"assumption" about:"Name of the assumption"`
	AssumptionUnit string `csv:"assumption_unit" about:"Unit of the assumption"`
	Kind           string `csv:"kind" about:"lever (somebody's choice), uncertainty or convention"`
	Strength       string `csv:"strength" about:"Strength of its evidence: A to D, where D is judgement alone; - for a choice, for which there can be no evidence"`
	Low            Number `csv:"low" unit:"of the assumption" about:"Its low value"`
	Base           Number `csv:"base" unit:"of the assumption" about:"Its value in the base, with every other assumption: central unless set otherwise"`
	High           Number `csv:"high" unit:"of the assumption" about:"Its high value"`
	AtLow          Number `csv:"at_low" unit:"of the outcome" about:"The answer with it at its low value and every other at the base"`
	AtBase         Number `csv:"at_base" unit:"of the outcome" about:"The answer in the base"`
	AtHigh         Number `csv:"at_high" unit:"of the outcome" about:"The answer with it at its high value"`
	Swing          Number `csv:"swing" unit:"of the outcome" about:"Highest less lowest of the three answers"`
	SignChanges    string `csv:"sign_changes" type:"boolean" about:"Whether one of the three answers is above 0 and another below: of a difference, whether it decides which structure is ahead"`
}

// MorrisRow is what elementary effects say of one assumption.
type MorrisRow struct {
	Question
	Rank         int    `csv:"rank" unit:"rank" about:"1 for the assumption with the greatest mu_star"`
	Assumption   string `csv:"assumption" about:"Name of the assumption, or of a group of them that move at once"`
	Strength     string `csv:"strength" optional:"yes" about:"Strength of its evidence; empty where members of a group differ"`
	Trajectories int    `csv:"trajectories" unit:"trajectories" about:"Number of trajectories: each gives one elementary effect of every assumption"`
	MuStar       Number `csv:"mu_star" unit:"of the outcome" about:"Mean size of the elementary effects: by how much the answer moves when the assumption goes through its whole plausible range, wherever the others are"`
	MuStarLow    Number `csv:"mu_star_low" unit:"of the outcome" about:"Low end of the 95 % bootstrap interval of mu_star"`
	MuStarHigh   Number `csv:"mu_star_high" unit:"of the outcome" about:"High end"`
	Mu           Number `csv:"mu" optional:"yes" unit:"of the outcome" about:"Mean of the elementary effects, with their signs; empty for a group"`
	Sigma        Number `csv:"sigma" optional:"yes" unit:"of the outcome" about:"Standard deviation of the elementary effects: greater than mu_star where the effect hangs on the others, or is far from a straight line; empty for a group"`
}

// SobolRow is how much of the answer's variance one input accounts for.
type SobolRow struct {
	Question
	Rank       int    `csv:"rank" unit:"rank" about:"1 for the input with the greatest total index"`
	Input      string `csv:"input" about:"Name of the assumption, or of a group of them; body_errors are the errors of estimates of single {bodies}' cost, chances which way failures and refusals fall"`
	Members    int    `csv:"members" unit:"assumptions" about:"How many assumptions the input holds; 0 for body_errors and chances"`
	Strength   string `csv:"strength" optional:"yes" about:"Strength of its evidence; empty where members differ"`
	Correlated string `csv:"correlated" type:"boolean" about:"Whether it is correlated with another input: then first includes what it tells of those, and total leaves out what those tell of it, so that total may be below first"`
	Points     int    `csv:"points" unit:"points" about:"Number of base points of the design"`
	Replicates int    `csv:"replicates" unit:"scrambles" about:"Number of scrambles of the design that intervals come from; 1 where they come from the points of one"`
	First      Number `csv:"first" unit:"share of variance" about:"First-order index: share of the variance that would go, on average, if the input were known"`
	FirstLow   Number `csv:"first_low" unit:"share of variance" about:"Low end of its 95 % interval"`
	FirstHigh  Number `csv:"first_high" unit:"share of variance" about:"High end"`
	Total      Number `csv:"total" unit:"share of variance" about:"Total index: share of the variance that would stay, on average, if all but this input were known"`
	TotalLow   Number `csv:"total_low" unit:"share of variance" about:"Low end of its 95 % interval"`
	TotalHigh  Number `csv:"total_high" unit:"share of variance" about:"High end"`
}

// InteractionRow is what two inputs do together beyond what each does alone.
type InteractionRow struct {
	Question
	First  string `csv:"first_input" about:"Name of an input"`
	Second string `csv:"second_input" about:"Name of another"`
	Index  Number `csv:"second_order" unit:"share of variance" about:"Second-order index: share of the variance that is due to both together, beyond their first-order indices. Of inputs that are correlated with none"`
	Low    Number `csv:"low" unit:"share of variance" about:"Low end of its 95 % interval"`
	High   Number `csv:"high" unit:"share of variance" about:"High end"`
}

// ShapleyRow is one input's fair share of the answer's variance.
type ShapleyRow struct {
	Question
	Rank       int    `csv:"rank" unit:"rank" about:"1 for the input with the greatest effect"`
	Input      string `csv:"input" about:"Name of the assumption; body_errors are the errors of estimates of single {bodies}' cost, chances which way failures and refusals fall"`
	Strength   string `csv:"strength" optional:"yes" about:"Strength of its evidence"`
	Correlated string `csv:"correlated" type:"boolean" about:"Whether it is correlated with another input"`
	Points     int    `csv:"points" unit:"points" about:"Number of base points"`
	Effect     Number `csv:"effect" unit:"share of variance" about:"Shapley effect: its share of the variance, with what it shares with others by interaction or correlation divided fairly. The effects of all inputs add up to 1"`
	Low        Number `csv:"low" unit:"share of variance" about:"Low end of its 95 % interval"`
	High       Number `csv:"high" unit:"share of variance" about:"High end"`
}

// PawnRow is how far knowing one assumption would move the whole distribution of the answer.
type PawnRow struct {
	Question
	Rank       int    `csv:"rank" unit:"rank" about:"1 for the assumption with the greatest median"`
	Assumption string `csv:"assumption" about:"Name of the assumption"`
	Strength   string `csv:"strength" about:"Strength of its evidence"`
	Correlated string `csv:"correlated" type:"boolean" about:"Whether it is correlated with others: the index then holds what it tells of those too, even where the answer does not depend on it"`
	Draws      int    `csv:"draws" unit:"draws" about:"Number of draws"`
	Slices     int    `csv:"slices" unit:"slices" about:"Number of equal slices that the draws are cut into by the assumption's value"`
	Median     Number `csv:"median" unit:"share" about:"Median over slices of the Kolmogorov-Smirnov distance between the answer's distribution in the slice and in all draws: 0 for none, 1 at most"`
	MedianLow  Number `csv:"median_low" unit:"share" about:"Low end of its 95 % bootstrap interval"`
	MedianHigh Number `csv:"median_high" unit:"share" about:"High end"`
	Greatest   Number `csv:"greatest" unit:"share" about:"Greatest distance of a slice"`
	Noise      Number `csv:"noise" unit:"share" about:"What the median comes to for a number that the answer does not depend on: its 95th percentile over many such numbers"`
	Matters    string `csv:"matters" type:"boolean" about:"Whether median_low is above noise"`
}

// SettlingRow is what the first points of a design give, as more and more of them are taken.
type SettlingRow struct {
	Question
	Points      int    `csv:"points" unit:"points" about:"Number of base points, the first ones of the design"`
	WidestFirst Number `csv:"widest_first" unit:"share of variance" optional:"yes" about:"Width of the widest 95 % interval of a first-order index"`
	WidestTotal Number `csv:"widest_total" unit:"share of variance" about:"Width of the widest 95 % interval of a total index or Shapley effect"`
	Greatest    string `csv:"greatest" about:"The five inputs with the greatest total index or Shapley effect, the greatest first"`
	Settled     string `csv:"settled" type:"boolean" about:"Whether no interval is wider than 0.05 (Sarrazin, Pianosi and Wagener 2016) and the five greatest are those of half as many points"`
}

// inputSeparator stands between the inputs that a cell lists.
const inputSeparator = ";"

// ListInputs lists inputs as SettlingRow.Greatest has them.
func ListInputs(names []string) string { return strings.Join(names, inputSeparator) }

// GreatestInputs lists the inputs with the greatest shares, five at most.
func (r SettlingRow) GreatestInputs() []string { return strings.Split(r.Greatest, inputSeparator) }

// The tables of reconfig sensitivity.

// Table declares tornado.csv.
func (TornadoRow) Table() Table {
	return Table{Name: "tornado", Title: "One assumption at a time", Description: "One row for each assumption that has a low and a high value",
		PrimaryKey: []string{"structure", "against", "outcome", "assumption"}, Columns: columnsOf[TornadoRow]()}
}

// Table declares morris.csv.
func (MorrisRow) Table() Table {
	return Table{Name: "morris", Title: "Elementary effects", Description: "One row for each uncertain assumption: the method of Morris",
		PrimaryKey: []string{"structure", "against", "outcome", "assumption"}, Columns: columnsOf[MorrisRow]()}
}

// Table declares sobol.csv.
func (SobolRow) Table() Table {
	return Table{Name: "sobol", Title: "Sobol' indices", Description: "One row for each input: how much of the variance it accounts for",
		PrimaryKey: []string{"structure", "against", "outcome", "input"}, Columns: columnsOf[SobolRow]()}
}

// Table declares interactions.csv.
func (InteractionRow) Table() Table {
	return Table{Name: "interactions", Title: "Second-order indices", Description: "One row for each pair of inputs that are correlated with none",
		PrimaryKey: []string{"structure", "against", "outcome", "first_input", "second_input"}, Columns: columnsOf[InteractionRow]()}
}

// Table declares shapley.csv.
func (ShapleyRow) Table() Table {
	return Table{Name: "shapley", Title: "Shapley effects", Description: "One row for each input: its share of the variance; the shares add up to 1",
		PrimaryKey: []string{"structure", "against", "outcome", "input"}, Columns: columnsOf[ShapleyRow]()}
}

// Table declares pawn.csv.
func (PawnRow) Table() Table {
	return Table{Name: "pawn", Title: "PAWN indices", Description: "One row for each uncertain assumption: how far knowing it moves the whole distribution",
		PrimaryKey: []string{"structure", "against", "outcome", "assumption"}, Columns: columnsOf[PawnRow]()}
}

// Table declares settling.csv.
func (SettlingRow) Table() Table {
	return Table{Name: "settling", Title: "Whether there were enough points", Description: "One row for each number of base points, each half of the next",
		PrimaryKey: []string{"structure", "against", "outcome", "points"}, Columns: columnsOf[SettlingRow]()}
}
