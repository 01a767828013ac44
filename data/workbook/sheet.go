package workbook

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
)

// Sheet is one sheet of a workbook: what its cells hold, not what they show.
type Sheet struct {
	Name     string
	Rows     [][]string     // row n of the sheet is Rows[n-1]; a row ends at its last cell that holds something
	Problems table.Problems // cells that hold nothing that could be used; their File is left to Problems.In
}

// fail adds a problem of a cell, whose column goes by its name in the header where there is one.
func (s *Sheet) fail(row, column int, value, expected string) {
	if len(s.Problems) >= mostCellProblems {
		return
	}
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		name = strconv.Itoa(column + 1)
	}
	if len(s.Rows) > 0 && column < len(s.Rows[0]) && s.Rows[0][column] != "" {
		name = s.Rows[0][column]
	}
	s.Problems = append(s.Problems, table.Problem{Sheet: s.Name, Line: row, Column: name, Value: value, Expected: expected})
}

// CSV is the sheet as a CSV file. Its line n is row n of the sheet, unless a cell holds more than one line: RowOf says
// which then. Empty rows are empty lines, and rows are as long as the longest.
func (s Sheet) CSV() []byte {
	width := 0
	for _, row := range s.Rows {
		width = max(width, len(row))
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range s.Rows {
		if len(row) == 0 {
			w.Flush()
			b.WriteByte('\n')
			continue
		}
		_ = w.Write(append(slices.Clone(row), make([]string, width-len(row))...)) // a buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}

// RowOf is the row of the sheet that a line of its CSV file belongs to.
func (s Sheet) RowOf(line int) int {
	for i, row := range s.Rows {
		for _, cell := range row {
			line -= strings.Count(cell, "\n")
		}
		if line <= i+1 {
			return i + 1
		}
	}
	return line
}

// Locate makes problems of the sheet's CSV file problems of the sheet in the workbook.
func (s Sheet) Locate(problems table.Problems, file string) table.Problems {
	for i := range problems {
		p := &problems[i]
		p.File, p.Sheet = file, s.Name
		if p.Line > 0 {
			p.Line = s.RowOf(p.Line)
		}
		if p.Earlier > 0 {
			p.Earlier = s.RowOf(p.Earlier)
		}
	}
	return problems
}

// Cell is a cell of a row, which ends at the last that holds something; empty where there is no such column.
func Cell(row []string, column int) string {
	if column >= 0 && column < len(row) {
		return row[column]
	}
	return ""
}
