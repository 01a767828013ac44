package result

// BoxRow is one limit of a scenario: a rule that, with the box's other rules, picks out cases of interest.
type BoxRow struct {
	Interest       string `csv:"interest" about:"What makes a case one of interest"`
	Box            int    `csv:"box" unit:"boxes" about:"Number of the box: 1 is found first, and each later one in what is left"`
	Assumption     string `csv:"assumption" about:"Name of the assumption"`
	AssumptionUnit string `csv:"assumption_unit" about:"Unit of the assumption"`
	Strength       string `csv:"strength" about:"Strength of its evidence"`
	Least          Number `csv:"least" unit:"of the assumption" about:"Least value among all cases"`
	From           Number `csv:"from" unit:"of the assumption" optional:"yes" about:"The box holds cases with at least this value; empty if it has no such limit"`
	To             Number `csv:"to" unit:"of the assumption" optional:"yes" about:"And at most this value; empty if it has no such limit"`
	Most           Number `csv:"most" unit:"of the assumption" about:"Greatest value among all cases"`
	QuasiP         Number `csv:"quasi_p" unit:"probability" about:"Quasi-p value: the probability of at least as many cases of interest in the box if this rule did not matter (Bryant and Lempert 2010); above 0.05 it may be there by chance. To 12 decimals"`
	WithoutDensity Number `csv:"density_without" unit:"share of cases" about:"Density of the box without this rule"`
}

// PeelingRow is one box on the way to smaller and denser ones.
type PeelingRow struct {
	Interest   string `csv:"interest" about:"What makes a case one of interest"`
	Box        int    `csv:"box" unit:"boxes" about:"Number of the box whose trajectory this is"`
	Step       int    `csv:"step" unit:"steps" about:"Number of the step; 0 holds all cases that no earlier box has"`
	Coverage   Number `csv:"coverage" unit:"share of cases of interest" about:"Share of all cases of interest that are in it"`
	Density    Number `csv:"density" unit:"share of cases" about:"Share of the cases in it that are of interest"`
	Mass       Number `csv:"mass" unit:"share of cases" about:"Share of all cases that are in it"`
	Restricted int    `csv:"restricted" unit:"assumptions" about:"How many assumptions it has rules for"`
	Chosen     string `csv:"chosen" type:"boolean" about:"Whether it is the box that was chosen"`
}

// CaseRow is one value of one of a few cases, to be drawn.
type CaseRow struct {
	Case       int    `csv:"case" unit:"cases" about:"Number of the case: a draw, or a row of a sweep"`
	Assumption string `csv:"assumption" about:"Name of an assumption that some box has a rule for"`
	Value      Number `csv:"value" unit:"of the assumption" about:"Its value"`
	OfInterest string `csv:"of_interest" type:"boolean" about:"Whether the case is one of interest"`
}

// Table declares boxes.csv.
func (BoxRow) Table() Table {
	return Table{Name: "boxes", Title: "Scenarios", Description: "One row for each box and assumption that it has a rule for",
		PrimaryKey: []string{"box", "assumption"}, Columns: columnsOf[BoxRow]()}
}

// Table declares peeling.csv.
func (PeelingRow) Table() Table {
	return Table{Name: "peeling", Title: "Peeling trajectory", Description: "One row for each box on the way",
		PrimaryKey: []string{"box", "step"}, Columns: columnsOf[PeelingRow]()}
}

// Table declares cases.csv.
func (CaseRow) Table() Table {
	return Table{Name: "cases", Title: "Some of the cases", Description: "One row for each of at most 1,000 cases, picked at random, and assumption",
		PrimaryKey: []string{"case", "assumption"}, Columns: columnsOf[CaseRow]()}
}
