package result

// SweepBestRow says at how many points of a sweep a structure is best. It is printed, and
// summary.csv has it in the units of reports.
type SweepBestRow struct {
	Structure  string `csv:"structure" about:"Code of the structure"`
	Name       string `csv:"name" about:"Name of the structure"`
	Outcome    string `csv:"outcome" about:"Outcome that it is best on"`
	Unit       string `csv:"unit" about:"Unit of the outcome"`
	PointsBest int    `csv:"points_best" unit:"points" about:"Points at which no other structure is as good, by the mean of draws, or at central or set values where there are none"`
	Points     int    `csv:"points" unit:"points" about:"Points of the sweep"`
	Least      Number `csv:"least" unit:"of the outcome" about:"Least value at any point: of the means of draws, or at central or set values where there are none"`
	Greatest   Number `csv:"greatest" unit:"of the outcome" about:"Greatest such value; the two are no range of uncertainty"`
}

// Table declares the table.
func (SweepBestRow) Table() Table {
	return Table{
		Name: "best", Title: "Best structures", Description: "One row for each structure of a sweep",
		PrimaryKey: []string{"structure"}, Columns: columnsOf[SweepBestRow](),
	}
}
