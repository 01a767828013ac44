package result

// ConvergenceRow is what the first draws give, as more and more of them are taken.
type ConvergenceRow struct {
	Structure string `csv:"structure" about:"Code of the structure"`
	Outcome   string `csv:"outcome" about:"Outcome"`
	Draws     int    `csv:"draws" unit:"draws" about:"Number of draws, the first ones of the run"`
	Mean      Number `csv:"mean" unit:"of the outcome" optional:"yes" about:"Mean of these draws"`
	MCError   Number `csv:"mc_error" unit:"of the outcome" optional:"yes" about:"Monte Carlo error of the mean"`
	P05       Number `csv:"p05" unit:"of the outcome" optional:"yes" about:"5th percentile of these draws"`
	P05Error  Number `csv:"p05_error" unit:"of the outcome" optional:"yes" about:"Monte Carlo error of the 5th percentile, from the order statistics one standard error of rank around it"`
	P95       Number `csv:"p95" unit:"of the outcome" optional:"yes" about:"95th percentile of these draws"`
	P95Error  Number `csv:"p95_error" unit:"of the outcome" optional:"yes" about:"Monte Carlo error of the 95th percentile"`
	Settled   string `csv:"settled" type:"boolean" about:"Whether there are at least 100 draws and the standard error of the width from p05 to p95 is at most 2.5 % of the width; an end at INF is settled if what stands around it is INF too"`
}

// Table declares convergence.csv.
func (ConvergenceRow) Table() Table {
	return Table{
		Name: "convergence", Title: "Convergence", Description: "One row for each structure, outcome and number of draws: 100, twice that, and so on, and all",
		PrimaryKey: []string{"structure", "outcome", "draws"}, Columns: columnsOf[ConvergenceRow](),
	}
}
