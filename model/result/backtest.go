package result

// BacktestRow is one observation against what the simulator gives.
type BacktestRow struct {
	Case        string  `csv:"case" about:"Name of the case"`
	ID          string  `csv:"id" about:"Identifier of the observation"`
	Description string  `csv:"description" about:"What was observed"`
	Structure   string  `csv:"structure" about:"Code of the structure it was observed under"`
	Map         string  `csv:"map" about:"Name of the map used"`
	Settings    string  `csv:"settings" about:"Assumptions and chances set away from their central values"`
	Metric      string  `csv:"metric" about:"Outcome or metric compared"`
	Low         float64 `csv:"low" unit:"of the metric" about:"Low end of the observed band"`
	High        float64 `csv:"high" unit:"of the metric" about:"High end of the observed band"`
	Simulated   Number  `csv:"simulated" unit:"of the metric" optional:"yes" about:"Simulated value, with all other assumptions at their central values; empty where the metric is"`
	Passes      string  `csv:"passes" type:"boolean" about:"Whether the simulated value lies in the band"`
	Kind        string  `csv:"kind" about:"What the observation is: plan, outturn or derived"`
	UsedFor     string  `csv:"used_for" about:"What it was used for: calibration, holdout or consistency"`
	Sources     string  `csv:"sources" about:"Identifiers of the sources"`
}

// Table declares backtest.csv.
func (BacktestRow) Table() Table {
	return Table{
		Name: "backtest", Title: "Back-test", Description: "One row for each observation",
		PrimaryKey: []string{"case", "id"}, Columns: columnsOf[BacktestRow](),
	}
}
