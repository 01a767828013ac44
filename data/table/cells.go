package table

import (
	"slices"

	"reconfig/model"
)

// Cells are the cells of a table, as a CSV file or a sheet of a workbook has them, and where each stands.
type Cells struct {
	File    string
	Sheet   string // of a workbook; empty where it is a file
	Header  []string
	Records [][]string // rows below the header that hold something, each as long as the header
	Lines   [][]int    // of each cell of each record: the line of the file, or the row of the sheet
}

// Has says whether the table has a column of that name.
func (c *Cells) Has(column string) bool { return slices.Contains(c.Header, column) }

// Line is the line or row of a record's cell: the first where row is model.WholeTable, 0 where there is no table.
func (c *Cells) Line(row int, column string) int {
	if c.Header == nil {
		return 0 // there is no such file
	}
	if row == model.WholeTable || row >= len(c.Lines) {
		return 1
	}
	if i := slices.Index(c.Header, column); i >= 0 {
		return c.Lines[row][i]
	}
	return c.Lines[row][0]
}

// Position is where a record's cell stands, or the record where column is empty.
func (c *Cells) Position(row int, column string) Problem {
	return Problem{File: c.File, Sheet: c.Sheet, Line: c.Line(row, column), Column: column}
}
