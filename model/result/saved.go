package result

// SavedRow is one outcome of one structure in two saved runs.
type SavedRow struct {
	Structure  string `csv:"structure" about:"Code of the structure"`
	Name       string `csv:"name" about:"Name of the structure"`
	Outcome    string `csv:"outcome" about:"Outcome compared"`
	Label      string `csv:"label" about:"What sentences call it"`
	Unit       string `csv:"unit" about:"Unit of the values"`
	First      Number `csv:"first" unit:"of the outcome" optional:"yes" about:"In the first run: mean of draws, or at central or set values where there are none"`
	FirstP05   Number `csv:"first_p05" unit:"of the outcome" optional:"yes" about:"Its 5th percentile; empty where there are no draws"`
	FirstP95   Number `csv:"first_p95" unit:"of the outcome" optional:"yes" about:"Its 95th percentile"`
	Second     Number `csv:"second" unit:"of the outcome" optional:"yes" about:"In the second run"`
	SecondP05  Number `csv:"second_p05" unit:"of the outcome" optional:"yes" about:"Its 5th percentile"`
	SecondP95  Number `csv:"second_p95" unit:"of the outcome" optional:"yes" about:"Its 95th percentile"`
	Difference Number `csv:"difference" unit:"of the outcome" optional:"yes" about:"Second less first, of the means. It has no range, since saved tables hold no single draws"`
}

// Table declares the table.
func (SavedRow) Table() Table {
	return Table{
		Name: "saved", Title: "Two saved runs", Description: "One row for each structure that both runs have, and outcome; which runs they are is in datapackage.json",
		PrimaryKey: []string{"structure", "outcome"}, Columns: columnsOf[SavedRow](),
	}
}
