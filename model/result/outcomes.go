package result

import (
	"slices"

	"reconfig/model/unit"
)

// OutcomeRow is what one structure comes to.
type OutcomeRow struct {
	Case, Map       string
	Structure, Name string // code and name of the structure
	Statistic       string // CentralDraw or one of Statistics
	Values          Values
	NeverShare      float64 // of the draws in which the outcome that may never come does not; NaN but in the rows of the central draw and of the mean
}

// Table declares outcomes.csv.
func (OutcomeRow) Table() Table {
	t := Table{
		Name: "outcomes", Title: "Outcomes", Description: "One row for each structure and statistic: what it saves, costs and does to capacity",
		PrimaryKey: []string{"structure", "statistic"},
		Columns: []Column{
			{Name: "case", Type: "string", Description: "Name of the case"},
			{Name: "map", Type: "string", Description: "Name of the map that groups the {bodies} into sectors"},
			{Name: "structure", Type: "string", Description: "Code of the structure"},
			{Name: "name", Type: "string", Description: "Name of the structure"},
			{Name: "statistic", Type: "string", Description: statisticMeaning},
		},
	}
	for _, o := range Outcomes() {
		t.Columns = append(t.Columns, o.Column())
	}
	t.Columns = append(t.Columns, NeverColumn())
	return t
}

// tableOf declares the table of these rows: an outcome that always has a value may still be without some statistic,
// as a standard deviation of one draw.
func (row OutcomeRow) tableOf(rows any) Table {
	t := row.Table()
	for i := range t.Columns {
		if o, ok := OutcomeByName(t.Columns[i].Name); ok {
			t.Columns[i].Optional = t.Columns[i].Optional || slices.ContainsFunc(rows.([]OutcomeRow), func(r OutcomeRow) bool { return !r.Values.Has(o) })
		}
	}
	return t
}

// NeverColumn declares the share of draws without a payback, which follows the outcomes in every table of
// statistics.
func NeverColumn() Column {
	return Column{
		Name: "payback_never_share", Type: "number", Unit: unit.Parse("share of draws"), Optional: true,
		Description: "Share of draws in which the structure has no payback within the horizon, in the rows of the mean and of the central draw (1 or 0)",
	}
}

// Record is the row as cells, in the order of its columns.
func (row OutcomeRow) Record() []string {
	record := append(make([]string, 0, 6+OutcomeCount), row.Case, row.Map, row.Structure, row.Name, row.Statistic)
	for _, v := range row.Values {
		record = append(record, Number(v).String())
	}
	return append(record, Number(row.NeverShare).String())
}
