package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"

	"reconfig/model"
	"reconfig/model/result"
)

// table is a CSV file read strictly. gocsv decodes the rows, but only what has been checked cell by cell before: on its
// own it takes "1,234" for 1.234, an empty cell for 0 and a misspelt column for none.
type table struct {
	file     string
	header   []string
	records  [][]string
	lines    [][]int // line of each cell of each record
	problems Problems
	broken   bool // not all of its rows and columns could be read
}

// columns says what a table's columns must be.
type columns struct {
	kinds    map[string]reflect.Type // what each known column holds
	needed   []string                // in order
	optional []string                // may be missing
	further  bool                    // unknown columns are let through
	defused  bool                    // text may have an apostrophe before what looks like a formula, as cellWriter puts it
}

// has says whether the table has a column of that name.
func (t *table) has(column string) bool { return slices.Contains(t.header, column) }

// columnsOf reads the columns from the csv tags of a row type.
func columnsOf[Row any](optional ...string) columns {
	c := columns{kinds: map[string]reflect.Type{}, optional: optional}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Row]()) {
		name := f.Tag.Get("csv")
		if name == "" || name == "-" {
			continue
		}
		c.kinds[name] = f.Type
		if !slices.Contains(optional, name) {
			c.needed = append(c.needed, name)
		}
	}
	return c
}

// readTable reads the rows of a CSV file. Its problems are in the table that comes with them; a cell that is not what
// its column needs is read as nothing or 0.
func readTable[Row any](file string, content []byte, c columns) ([]Row, *table) {
	t := &table{file: file}
	if !t.parse(content) {
		return nil, t
	}
	t.checkHeader(c)
	t.checkCells(c)
	var rows []Row
	if err := gocsv.UnmarshalCSV(&cellReader{t: t}, &rows); err != nil {
		t.fail(0, "", "rows that can be read: "+err.Error())
	}
	return rows, t
}

func (t *table) add(line int, column, value, expected string) {
	t.problems = append(t.problems, Problem{File: t.file, Line: line, Column: column, Value: value, Expected: expected})
}

// fail adds a problem that keeps the rest of the table from being read.
func (t *table) fail(line int, value, expected string) {
	t.broken = true
	t.add(line, "", value, expected)
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// parse splits the file into records and remembers the line of every cell.
func (t *table) parse(content []byte) bool {
	content = bytes.TrimPrefix(content, byteOrderMark)
	if line, ok := firstInvalidUTF8(content); ok {
		t.fail(line, "", "text in UTF-8 (in Excel, save as CSV UTF-8)")
		return false
	}
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord = -1
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			t.fail(parse.StartLine, "", "a row of comma-separated cells: "+parse.Err.Error())
			return false
		}
		if err != nil {
			t.fail(0, "", "a readable file: "+err.Error())
			return false
		}
		if t.header == nil && len(record) == 1 && strings.ContainsAny(record[0], ";\t") {
			t.fail(1, record[0], "columns separated by commas")
			return false
		}
		t.take(r, record)
	}
	if t.header == nil {
		t.fail(1, "", "a header row")
		return false
	}
	return true
}

// take keeps a record, unless it is empty: spreadsheets leave rows of commas behind.
func (t *table) take(r *csv.Reader, record []string) {
	if t.header == nil {
		t.header = record
		return
	}
	if strings.Join(record, "") == "" {
		return
	}
	lines := make([]int, len(record))
	for i := range record {
		lines[i], _ = r.FieldPos(i)
	}
	if len(record) != len(t.header) {
		t.broken = true
		t.add(lines[0], "", strings.Join(record, ","), strconv.Itoa(len(t.header))+" cells, as the header has; here are "+strconv.Itoa(len(record)))
		return
	}
	t.records = append(t.records, record)
	t.lines = append(t.lines, lines)
}

func firstInvalidUTF8(content []byte) (line int, found bool) {
	if utf8.Valid(content) {
		return 0, false
	}
	line = 1
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		if r == utf8.RuneError && size == 1 {
			return line, true
		}
		if r == '\n' {
			line++
		}
		content = content[size:]
	}
	return line, true
}

// checkHeader reports missing, repeated and unknown columns.
func (t *table) checkHeader(c columns) {
	known := append(slices.Clone(c.needed), c.optional...)
	for i, name := range t.header {
		switch {
		case slices.Index(t.header, name) < i:
			t.broken = true
			t.add(1, name, "", "each column once: it stands twice in the header")
		case name == "":
			t.add(1, "", "", "a name for column "+strconv.Itoa(i+1))
		case c.kinds[name] == nil && !c.further:
			t.add(1, name, "", unknownColumn(name, known))
		}
	}
	for _, name := range c.needed {
		if !slices.Contains(t.header, name) {
			t.broken = true
			t.add(1, name, "", "a column of that name: it is missing")
		}
	}
}

func unknownColumn(name string, known []string) string {
	if near := model.Nearest(name, known); len(near) > 0 {
		return "a column that is known, perhaps " + strings.Join(near, " or ")
	}
	return "one of the columns " + strings.Join(known, ", ")
}

// checkCells reports cells that are not what their column needs, and empties them, so that decoding cannot go wrong. It
// takes back what cellWriter did to text.
func (t *table) checkCells(c columns) {
	for i, name := range t.header {
		kind := c.kinds[name]
		if kind == nil {
			continue
		}
		for j, record := range t.records {
			if expected := misfit(kind, record[i]); expected != "" {
				t.add(t.lines[j][i], name, record[i], expected)
				record[i] = ""
			}
			if c.defused && kind.Kind() == reflect.String {
				record[i] = unquoteFormula(record[i])
			}
		}
	}
}

var plainNumber = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)

// misfit says what a cell of the kind should be; empty if it is.
func misfit(kind reflect.Type, cell string) string {
	switch {
	case kind == reflect.TypeFor[model.Optional]():
		if cell == "" || isNumber(cell) {
			return ""
		}
		return "a plain number, as in 1234.5, or nothing"
	case kind == reflect.TypeFor[result.Number]():
		if cell == "" || isNumber(cell) || strings.TrimPrefix(cell, "-") == result.Infinite {
			return ""
		}
		return "a plain number, as in 1234.5, INF, -INF or nothing"
	case kind.Kind() == reflect.Float64:
		if isNumber(cell) {
			return ""
		}
		return "a plain number, as in 1234.5"
	case kind.Kind() == reflect.Int:
		if _, err := strconv.Atoi(cell); err == nil {
			return ""
		}
		return "a whole number"
	}
	return ""
}

func isNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return err == nil && plainNumber.MatchString(cell)
}

// line is where a row's column stands.
func (t *table) line(row int, column string) int {
	if row == model.WholeTable || row >= len(t.lines) {
		return 1
	}
	if i := slices.Index(t.header, column); i >= 0 {
		return t.lines[row][i]
	}
	return t.lines[row][0]
}

// blames says whether the table has a problem with that cell already, or with that column where row is WholeTable.
func (t *table) blames(row int, column string) bool {
	for _, p := range t.problems {
		if p.Column == column && (row == model.WholeTable || p.Line == 1 || p.Line == t.line(row, column)) {
			return true
		}
	}
	return false
}

// cellReader gives gocsv the checked records, the header first.
type cellReader struct {
	t    *table
	next int
}

func (r *cellReader) Read() ([]string, error) {
	r.next++
	switch {
	case r.next == 1:
		return r.t.header, nil
	case r.next-2 < len(r.t.records):
		return r.t.records[r.next-2], nil
	}
	return nil, io.EOF
}

func (r *cellReader) ReadAll() ([][]string, error) {
	return append([][]string{r.t.header}, r.t.records...), nil
}
