package result

// DifferenceRow is one outcome of a pair of structures: the first less the second, draw by draw, so that what both have
// in common drops out.
type DifferenceRow struct {
	First                  string `csv:"first" about:"Code of the first structure"`
	Second                 string `csv:"second" about:"Code of the second structure"`
	Outcome                string `csv:"outcome" about:"Outcome that they differ in"`
	Unit                   string `csv:"unit" about:"Unit of the difference"`
	Better                 Better `csv:"better" type:"string" optional:"yes" about:"Whether a higher or a lower value is better; empty where neither is"`
	CentralDraw            Number `csv:"central_draw" unit:"of the outcome" optional:"yes" about:"First less second in the draw with every assumption at its central value unless set otherwise"`
	Mean                   Number `csv:"mean" unit:"of the outcome" optional:"yes" about:"Mean of the difference over all draws; empty where a payback never comes in some"`
	SD                     Number `csv:"sd" unit:"of the outcome" optional:"yes" about:"Standard deviation of the difference"`
	P05                    Number `csv:"p05" unit:"of the outcome" optional:"yes" about:"5th percentile of the difference; where one of two paybacks never comes it is INF or -INF, where neither comes 0"`
	P25                    Number `csv:"p25" unit:"of the outcome" optional:"yes" about:"25th percentile"`
	P50                    Number `csv:"p50" unit:"of the outcome" optional:"yes" about:"Median"`
	P75                    Number `csv:"p75" unit:"of the outcome" optional:"yes" about:"75th percentile"`
	P95                    Number `csv:"p95" unit:"of the outcome" optional:"yes" about:"95th percentile"`
	MCError                Number `csv:"mc_error" unit:"of the outcome" optional:"yes" about:"Monte Carlo error of the mean"`
	ProbabilityFirstBetter Number `csv:"probability_first_better" unit:"share of draws" optional:"yes" about:"Share of draws in which the first structure is better; empty where neither direction is"`
	ProbabilityEqual       Number `csv:"probability_equal" unit:"share of draws" optional:"yes" about:"Share of draws in which both are equal"`
}

// Table declares differences.csv.
func (DifferenceRow) Table() Table {
	return Table{
		Name: "differences", Title: "Differences between structures", Description: "One row for each pair of structures and outcome",
		PrimaryKey: []string{"first", "second", "outcome"}, Columns: columnsOf[DifferenceRow](),
	}
}
