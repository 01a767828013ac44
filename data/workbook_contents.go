package data

import (
	"strconv"

	"reconfig/data/workbook"
)

// newContents is a first sheet that lists the others, below some lines of text.
func newContents(above [][]string) workbook.Table {
	columns := append(workbook.TextColumns("sheet", "what it holds"), workbook.Column{Name: "rows", Number: true, Format: "#,##0"})
	return workbook.Table{Name: contentsSheet, Above: above, Columns: columns}
}

// listIn adds a sheet to the contents.
func listIn(contents *workbook.Table, other workbook.Table, what string) {
	contents.Rows = append(contents.Rows, []string{other.Name, what, strconv.Itoa(len(other.Rows))})
}
