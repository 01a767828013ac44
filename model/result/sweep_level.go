package result

// SweepLevelRow says which structure is best at one point of a sweep of one assumption, and by how much. It is printed, and
// summary.csv has it in the units of reports.
type SweepLevelRow struct {
	Point         int    `csv:"point" about:"Number of the point"`
	Assumption    string `csv:"assumption" about:"Assumption that is varied"`
	Value         Number `csv:"value" unit:"of the assumption" about:"Its value at the point"`
	Structure     string `csv:"structure" about:"Code of the best structure, by the mean of draws, or at central or set values where there are none"`
	Name          string `csv:"name" about:"Its name"`
	Next          string `csv:"next" about:"Code of the next best structure"`
	Outcome       string `csv:"outcome" about:"Outcome that it is best on"`
	Unit          string `csv:"unit" about:"Unit of the outcome"`
	Lead          Number `csv:"lead" unit:"of the outcome" about:"By how much it is better than the next, in the mean"`
	LeadP05       Number `csv:"lead_p05" unit:"of the outcome" optional:"yes" about:"5th percentile of that, draw by draw; empty where there are no draws"`
	LeadP95       Number `csv:"lead_p95" unit:"of the outcome" optional:"yes" about:"95th percentile of that"`
	ShareOfBetter Number `csv:"probability_better" unit:"share of draws" optional:"yes" about:"Share of draws in which it is better than the next, ties shared"`
}

// Table declares the table.
func (SweepLevelRow) Table() Table {
	return Table{
		Name: "levels", Title: "Best structure at each level", Description: "One row for each point of a sweep of one assumption",
		PrimaryKey: []string{"point"}, Columns: columnsOf[SweepLevelRow](),
	}
}
