// Package result holds what comes out of a simulation, as plain tables. Each column's name, unit and meaning are
// declared once, here, for CSV files, data packages, figures and docs alike. The package knows neither how a figure
// was computed nor where it goes.
package result

import (
	"reflect"
)

// Column says what one column of a table holds.
type Column struct {
	Name        string
	Type        string // a Frictionless type: string, number, integer or boolean (yes, no)
	Unit        string // £k, %, years …; empty for names and codes
	Description string
	Optional    bool // cells may be empty
}

// Table says what one table holds.
type Table struct {
	Name        string // of its file, without .csv
	Title       string
	Description string
	PrimaryKey  []string
	Columns     []Column
}

// columnsOf reads the columns of a row type from its fields' tags: csv, unit, about, and type where the Go type does
// not tell.
func columnsOf[Row any]() []Column {
	t := reflect.TypeFor[Row]()
	columns := make([]Column, t.NumField())
	for i := range columns {
		f := t.Field(i)
		columns[i] = Column{Name: f.Tag.Get("csv"), Type: f.Tag.Get("type"), Unit: f.Tag.Get("unit"), Description: f.Tag.Get("about")}
		if columns[i].Type == "" {
			columns[i].Type = map[reflect.Kind]string{reflect.String: "string", reflect.Float64: "number", reflect.Int: "integer"}[f.Type.Kind()]
		}
	}
	return columns
}

// Tables lists the tables of a result folder, in the order in which a reader meets them.
func Tables() []Table {
	return []Table{OutcomeTable(), TrajectoryTable(), CommissionerTable(), LevyTable(), FundTable()}
}
