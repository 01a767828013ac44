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

// Sheet is one sheet of a workbook: what its cells hold, not what they show. Read and NewSheet make one.
type Sheet struct {
	Name       string
	Rows       [][]string // row n of the sheet is Rows[n-1]; a row ends at its last cell that holds something
	Hidden     bool
	HiddenRows []int
	Merged     []Merged       // of ReadAsShown only
	Problems   table.Problems // cells that hold nothing that could be used; their File is left to Problems.In
	ends       []int          // last line of each row in the sheet's CSV file
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

// NewSheet is a sheet of rows, the first of which is row 1.
func NewSheet(name string, rows [][]string) Sheet {
	s := Sheet{Name: name}
	for i, row := range rows {
		s.addRow(i+1, row)
	}
	return s
}

// addRow adds row n, and empty ones before it.
func (s *Sheet) addRow(n int, cells []string) {
	for len(s.Rows) < n {
		s.Rows, s.ends = append(s.Rows, nil), append(s.ends, s.lastLine()+1)
	}
	s.Rows[n-1] = cells
	for _, cell := range cells {
		s.ends[n-1] += strings.Count(cell, "\n")
	}
}

// lastLine is the last line of the sheet's CSV file.
func (s *Sheet) lastLine() int {
	if len(s.ends) == 0 {
		return 0
	}
	return s.ends[len(s.ends)-1]
}

// RowOf is the row of the sheet that a line of its CSV file belongs to.
func (s Sheet) RowOf(line int) int {
	i, _ := slices.BinarySearch(s.ends, line)
	return i + 1
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
