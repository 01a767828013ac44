package result

// ComparisonRow is one outcome of two structures, side by side.
type ComparisonRow struct {
	StructureA          string `csv:"structure_a" about:"Code of structure A"`
	StructureB          string `csv:"structure_b" about:"Code of structure B"`
	Outcome             string `csv:"outcome" about:"Outcome compared"`
	Label               string `csv:"label" about:"What sentences call it"`
	Unit                string `csv:"unit" about:"Unit of the values"`
	A                   Number `csv:"a" unit:"of the outcome" optional:"yes" about:"Under A: mean of draws, or the value at central or set values where there are none; the median of a payback"`
	AP05                Number `csv:"a_p05" unit:"of the outcome" optional:"yes" about:"Its 5th percentile; empty where there are no draws, as the other percentiles"`
	AP95                Number `csv:"a_p95" unit:"of the outcome" optional:"yes" about:"Its 95th percentile"`
	B                   Number `csv:"b" unit:"of the outcome" optional:"yes" about:"Under B"`
	BP05                Number `csv:"b_p05" unit:"of the outcome" optional:"yes" about:"Its 5th percentile"`
	BP95                Number `csv:"b_p95" unit:"of the outcome" optional:"yes" about:"Its 95th percentile"`
	Difference          Number `csv:"difference" unit:"of the outcome" optional:"yes" about:"B less A: mean over draws, or the median where a payback never comes in some"`
	DifferenceP05       Number `csv:"difference_p05" unit:"of the outcome" optional:"yes" about:"Its 5th percentile, draw by draw, which is not the difference of the two percentiles"`
	DifferenceP95       Number `csv:"difference_p95" unit:"of the outcome" optional:"yes" about:"Its 95th percentile"`
	ProbabilityBBetter  Number `csv:"probability_b_better" unit:"share of draws" optional:"yes" about:"Share of draws in which B is better; empty where neither direction is"`
	ProbabilityBothSame Number `csv:"probability_equal" unit:"share of draws" optional:"yes" about:"Share of draws in which both are equal"`
}

// Table declares comparison.csv.
func (ComparisonRow) Table() Table {
	return Table{
		Name: "comparison", Title: "Two structures compared", Description: "One row for each outcome: both structures, and B less A draw by draw",
		PrimaryKey: []string{"outcome"}, Columns: columnsOf[ComparisonRow](),
	}
}
