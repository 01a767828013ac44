package workbook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
)

// Sheet is one sheet of a workbook: what its cells hold, not what they show.
type Sheet struct {
	Name       string
	Rows       [][]string // row n of the sheet is Rows[n-1]; a row ends at its last cell that holds something
	Hidden     bool
	HiddenRows []int
	Merged     []Merged       // of ReadAsShown only
	filled     int            // rows that hold something
	widest     int            // cells of the longest
	Problems   table.Problems // cells that hold nothing that could be used; their File is left to Problems.In
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

// CSV is the sheet as a CSV file. Empty rows are empty lines, and rows are as long as the longest.
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

// take adds row n, and empty ones before it, as far as a sheet may have them.
func (s *Sheet) take(n int, cells []string) error {
	s.filled, s.widest = s.filled+1, max(s.widest, len(cells))
	switch {
	case n > mostSheetRows || len(cells) > mostSheetColumns:
		return table.Problems{{Sheet: s.Name, Line: n, Expected: fmt.Sprintf("at most %d rows and %d columns", mostSheetRows, mostSheetColumns)}}
	case s.filled*s.widest > mostSheetCells: // as many as it has as a table
		return table.Problems{{Sheet: s.Name, Line: n, Expected: fmt.Sprintf("at most %d cells; with one row that is far longer than the others, each counts as being as long", mostSheetCells)}}
	}
	s.Rows = append(s.Rows, make([][]string, n-1-len(s.Rows))...)
	s.Rows = append(s.Rows, cells)
	return nil
}

// Cell is a cell of a row, which ends at the last that holds something; empty where there is no such column.
func Cell(row []string, column int) string {
	if column >= 0 && column < len(row) {
		return row[column]
	}
	return ""
}
