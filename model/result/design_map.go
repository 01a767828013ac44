package result

// MapRow is one map of the case's bodies: the best one of a number of groups, or one that the case has.
type MapRow struct {
	Outcome   string `csv:"outcome" about:"Outcome that maps were looked for on"`
	Unit      string `csv:"unit" about:"Unit of the outcome"`
	Structure string `csv:"structure" about:"Code of the structure, all of whose pooled work is on the sector tier"`
	Map       string `csv:"map" about:"Name of the map: of the case's own, or what a search called it"`
	Kind      string `csv:"kind" about:"best: the best of its number of groups that was found. published: a map of the case"`
	Groups    int    `csv:"groups" unit:"groups" about:"How many sectors the map has"`
	Reference string `csv:"reference" type:"boolean" about:"Whether it is the map that others are held against: the case's default, or the one asked for"`
	Main      string `csv:"main" type:"boolean" about:"Whether it is the best map of the number of groups that sentences and figures are about"`
	Asked     string `csv:"asked" type:"boolean" about:"Whether its number of groups was asked for; others are searched only because a published map has them"`
	Least     int    `csv:"bodies_least" unit:"{bodies}" about:"How many {bodies} its smallest sector has"`
	Most      int    `csv:"bodies_most" unit:"{bodies}" about:"How many its largest has"`
	Breaks    string `csv:"rules_broken" optional:"yes" about:"What of the rules of the search the map does not keep; empty where it keeps all"`

	Value   Number `csv:"value" unit:"of the outcome" about:"Mean over draws, with failures and refusals at their means"`
	SD      Number `csv:"sd" unit:"of the outcome" about:"Its standard deviation over draws: how uncertain the outcome itself is"`
	MCError Number `csv:"mc_error" unit:"of the outcome" about:"Monte Carlo error of the mean, for draws at random"`

	Behind    Number `csv:"behind_best" unit:"of the outcome" optional:"yes" about:"By how much it is worse in the mean than the best map of the same number of groups; below 0 where it is better, as it may be where it breaks a rule; empty where none was found"`
	BehindP05 Number `csv:"behind_best_p05" unit:"of the outcome" optional:"yes" about:"5th percentile over draws of how much worse it is"`
	BehindP95 Number `csv:"behind_best_p95" unit:"of the outcome" optional:"yes" about:"95th percentile"`
	Bettered  Number `csv:"probability_best_better" unit:"share of draws" optional:"yes" about:"Share of draws in which the best map of the same number of groups is better than it"`

	Gain    Number `csv:"gain_on_reference" unit:"of the outcome" about:"By how much it is better in the mean than the reference"`
	GainP05 Number `csv:"gain_on_reference_p05" unit:"of the outcome" about:"5th percentile over draws of that"`
	GainP95 Number `csv:"gain_on_reference_p95" unit:"of the outcome" about:"95th percentile"`
	Better  Number `csv:"probability_better_than_reference" unit:"share of draws" about:"Share of draws in which it is better than the reference"`

	ValueEvents  Number `csv:"value_with_events" unit:"of the outcome" about:"Mean over the same draws with failures and refusals as events, as a run has them"`
	GainEvents   Number `csv:"gain_with_events" unit:"of the outcome" about:"By how much that is better than the reference with events"`
	GainEvP05    Number `csv:"gain_with_events_p05" unit:"of the outcome" about:"5th percentile over draws of that"`
	GainEvP95    Number `csv:"gain_with_events_p95" unit:"of the outcome" about:"95th percentile"`
	BetterEvents Number `csv:"probability_better_with_events" unit:"share of draws" about:"Share of draws in which it is better than the reference with events"`

	Beats      Number `csv:"share_of_random_beaten" unit:"share of maps" optional:"yes" about:"Share of random connected maps, of the same number of groups and by the same rules, that are worse; empty where none were drawn"`
	Proved     string `csv:"proved" optional:"yes" about:"yes or no: whether it is proved that no map of this number of groups by these rules is better by more than rounding; empty for published maps"`
	Bound      Number `csv:"bound" unit:"of the outcome" optional:"yes" about:"No map of this number of groups is better than that; empty where that is not known"`
	Gap        Number `csv:"gap" unit:"of the outcome" optional:"yes" about:"How far the best may be from the best there is: 0 where it is proved; empty where that is not known"`
	Within     Number `csv:"within" unit:"of the outcome" about:"How near to the best a map must be to be on the plateau"`
	Plateau    Number `csv:"plateau" unit:"maps" optional:"yes" about:"How many maps are so near to the best, itself among them; empty where they were not counted"`
	Complete   string `csv:"plateau_complete" optional:"yes" about:"yes or no: whether these are all; if not, there are at least so many"`
	Candidates int    `csv:"candidates" unit:"groups" about:"How many connected groups that keep the rules the search chose from; 0 where there are too many to list, and the search proves nothing"`
	Search     string `csv:"search" optional:"yes" about:"How the best was found, and what is known of it"`
}

// MapSectorRow puts one body into one sector of a map.
type MapSectorRow struct {
	Map       string  `csv:"map" about:"Name of the map"`
	Kind      string  `csv:"kind" about:"best, published, or near: of the main number of groups, one of the best there are, within what was asked for"`
	Groups    int     `csv:"groups" unit:"groups" about:"How many sectors the map has"`
	Rank      int     `csv:"rank" unit:"rank" about:"1 for the best of its number of groups, 2 for the next; 0 for published maps"`
	Value     Number  `csv:"value" unit:"of the outcome" about:"Mean over draws of the map's outcome, with failures and refusals at their means"`
	Behind    Number  `csv:"behind_best" unit:"of the outcome" optional:"yes" about:"By how much that is worse than the best map of the same number of groups; empty where none was found"`
	Sector    string  `csv:"sector" about:"Code of the sector"`
	Name      string  `csv:"sector_name" about:"Name of the sector; those of a search are called after the {body} with the most people"`
	Body      string  `csv:"commissioner" about:"Code of the {body}"`
	BodyName  string  `csv:"name" optional:"yes" about:"Its name"`
	People    float64 `csv:"population" unit:"people" about:"How many people it serves"`
	Latitude  Number  `csv:"latitude" unit:"degrees north" optional:"yes" about:"Where it is; empty where that is not known"`
	Longitude Number  `csv:"longitude" unit:"degrees east" optional:"yes" about:"Where it is"`
}

// MapPairRow is two bodies, and how often good maps have them in one sector.
type MapPairRow struct {
	A         string `csv:"a" about:"Code of a {body}"`
	B         string `csv:"b" about:"Code of another"`
	Groups    int    `csv:"groups" unit:"groups" about:"Number of sectors of the maps"`
	Maps      int    `csv:"maps" unit:"maps" about:"How many maps that are nearly as good as the best the share is of"`
	Within    Number `csv:"within" unit:"of the outcome" about:"All maps that are so near to the best are counted: what was asked for, or if there are too many half of it, a quarter and so on"`
	Together  Number `csv:"share_together" unit:"share of maps" about:"In what share of them the two are in one sector"`
	Best      string `csv:"together_in_best" type:"boolean" about:"Whether they are in the best map"`
	Reference string `csv:"together_in_reference" type:"boolean" about:"Whether they are in the published map that others are held against"`
	Neighbour string `csv:"neighbours" type:"boolean" about:"Whether they are neighbours, as the search has it"`
}

// MapRandomRow is one percentile of what random maps of a number of groups come to.
type MapRandomRow struct {
	Groups   int    `csv:"groups" unit:"groups" about:"How many sectors the maps have"`
	Share    Number `csv:"share" unit:"share of maps" about:"Share of the random maps that are no better than value"`
	Value    Number `csv:"value" unit:"of the outcome" about:"Mean over draws of such a map's outcome, with failures and refusals at their means"`
	Behind   Number `csv:"behind_best" unit:"of the outcome" optional:"yes" about:"By how much that is worse than the best of the same number of groups"`
	Maps     int    `csv:"maps" unit:"maps" about:"How many random maps were drawn, by all chains"`
	RHat     Number `csv:"r_hat" unit:"ratio" optional:"yes" about:"Rank-normalised split R-hat of the values: from 1.01 on the chains do not agree; empty where all are the same"`
	Bulk     Number `csv:"ess_bulk" unit:"maps" optional:"yes" about:"How many independent maps say as much about the middle of the values"`
	Tail     Number `csv:"ess_tail" unit:"maps" optional:"yes" about:"How many say as much about their 5th and 95th percentiles"`
	Accepted Number `csv:"accepted" unit:"share of steps" about:"Share of the chains' steps that were taken"`
}

// Kinds of maps.
const (
	BestMap      = "best"
	NearMap      = "near"
	PublishedMap = "published"
)

// Table declares maps.csv.
func (MapRow) Table() Table {
	return Table{Name: "maps", Title: "The best maps, and those of the case", Description: "One row for the best map of each number of groups, and for each published map, all valued on the same draws",
		PrimaryKey: []string{"map"}, Columns: columnsOf[MapRow]()}
}

// Table declares map_sectors.csv.
func (MapSectorRow) Table() Table {
	return Table{Name: "map_sectors", Title: "Who is in which sector", Description: "One row for each map and {body}: the best maps, the published ones, and those nearly as good as the best",
		PrimaryKey: []string{"map", "commissioner"}, Columns: columnsOf[MapSectorRow]()}
}

// Table declares map_pairs.csv.
func (MapPairRow) Table() Table {
	return Table{Name: "map_pairs", Title: "Who belongs together", Description: "One row for each pair of {bodies}: in what share of the good maps they are in one sector",
		PrimaryKey: []string{"a", "b"}, Columns: columnsOf[MapPairRow]()}
}

// Table declares map_random.csv.
func (MapRandomRow) Table() Table {
	return Table{Name: "map_random", Title: "What random maps come to", Description: "One row for each number of groups and percentile of random connected maps that keep the rules, drawn by chains of recombination (ReCom) from the spanning-tree distribution",
		PrimaryKey: []string{"groups", "share"}, Columns: columnsOf[MapRandomRow]()}
}
