package data

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheet is one sheet of a workbook: what its cells hold, not what they show.
type sheet struct {
	name       string
	rows       [][]string // row n of the sheet is rows[n-1]; a row ends at its last cell that holds something
	hidden     bool
	hiddenRows []int
	merged     []merged
	problems   Problems // cells that hold nothing that could be used; their File is left to inWorkbook
}

// fail adds a problem of a cell, whose column goes by its name in the header where there is one.
func (s *sheet) fail(row, column int, value, expected string) {
	if len(s.problems) >= mostCellProblems {
		return
	}
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		name = strconv.Itoa(column + 1)
	}
	if len(s.rows) > 0 && column < len(s.rows[0]) && s.rows[0][column] != "" {
		name = s.rows[0][column]
	}
	s.problems = append(s.problems, Problem{Sheet: s.name, Line: row, Column: name, Value: value, Expected: expected})
}

// csv is the sheet as a CSV file. Its line n is row n of the sheet, unless a cell holds more than one line: rowOf says
// which then. Empty rows are empty lines, and rows are as long as the longest.
func (s sheet) csv() []byte {
	width := 0
	for _, row := range s.rows {
		width = max(width, len(row))
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range s.rows {
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

// rowOf is the row of the sheet that a line of its CSV file belongs to.
func (s sheet) rowOf(line int) int {
	for i, row := range s.rows {
		for _, cell := range row {
			line -= strings.Count(cell, "\n")
		}
		if line <= i+1 {
			return i + 1
		}
	}
	return line
}

// locate makes problems of the sheet's CSV file problems of the sheet in the workbook.
func (s sheet) locate(problems Problems, file string) Problems {
	for i := range problems {
		p := &problems[i]
		p.File, p.Sheet = file, s.name
		if p.Line > 0 {
			p.Line = s.rowOf(p.Line)
		}
		if p.Earlier > 0 {
			p.Earlier = s.rowOf(p.Earlier)
		}
	}
	return problems
}
