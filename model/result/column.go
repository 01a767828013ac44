// Package result holds what comes out of a simulation, as plain tables. Each column's name, unit and meaning are
// declared once, here, for CSV files, data packages, figures and docs alike. The package knows neither how a figure
// was computed nor where it goes.
//
// It has more than twenty files, one for each table, and more than sixty exported names, as every outcome, row and event
// has one.
package result

import (
	"reflect"

	"reconfig/model/unit"
)

// Column says what one column of a table holds.
type Column struct {
	Name        string
	Type        string    // a Frictionless type: string, number, integer or boolean (yes, no)
	Unit        unit.Unit // £k, % of baseline, years …; none of names and codes
	Description string
	Optional    bool   // cells may be empty
	Label       string // what a heading for readers calls it; empty for its name
}

// Table says what one table holds.
type Table struct {
	Name        string // of its file, without .csv
	Title       string
	Description string
	PrimaryKey  []string
	Columns     []Column
	DebtPlan    bool // of the debt plan, which does not rest on the management cost at the start
}

// ColumnsOf are the columns of a row type whose fields have the tags of this package's: csv, unit, about, optional and type.
func ColumnsOf[Row any]() []Column { return columnsOf[Row]() }

// columnsOf reads the columns of a row type from its fields' tags: csv, unit, about, optional, label, and type where the Go type
// does not tell.
func columnsOf[Row any]() []Column {
	var columns []Column
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Row]()) {
		if f.Anonymous { // its own fields follow
			continue
		}
		c := Column{Name: f.Tag.Get("csv"), Type: f.Tag.Get("type"), Unit: unit.Parse(f.Tag.Get("unit")), Description: f.Tag.Get("about"), Optional: f.Tag.Get("optional") == "yes", Label: f.Tag.Get("label")}
		if c.Type == "" {
			c.Type = map[reflect.Kind]string{reflect.String: "string", reflect.Float64: "number", reflect.Int: "integer"}[f.Type.Kind()]
		}
		columns = append(columns, c)
	}
	return columns
}
