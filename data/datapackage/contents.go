package datapackage

import (
	"strconv"

	"reconfig/data/workbook"
)

// Contents is a first sheet that lists the others, below some lines of text.
func Contents(above [][]string) workbook.Table {
	columns := append(workbook.TextColumns("sheet", "what it holds"), workbook.Column{Name: "rows", Number: true, Format: "#,##0"})
	return workbook.Table{Name: ContentsSheet, Above: above, Columns: columns}
}

// List adds a sheet to the contents.
func List(contents *workbook.Table, other workbook.Table, what string) {
	contents.Rows = append(contents.Rows, []string{other.Name, what, strconv.Itoa(len(other.Rows))})
}
