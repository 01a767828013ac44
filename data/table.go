package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

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
	unsure   bool // not all of what other tables may refer to could be read
	unlisted int  // problems that are too many to keep
}

// columns says what a table's columns must be.
type columns struct {
	kinds    map[string]reflect.Type // what each known column holds
	needed   []string                // in order
	optional []string                // may be missing
	further  bool                    // unknown columns are let through
	ofCase   bool                    // text must be safe to refer to, and to write out again
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
	if !t.parse(content, c) {
		return nil, t
	}
	if !t.checkHeader(c) {
		return nil, t
	}
	t.checkCells(c)
	var rows []Row
	if err := gocsv.UnmarshalCSV(&cellReader{t: t}, &rows); err != nil {
		t.fail(0, "", "rows that can be read: "+err.Error())
	}
	return rows, t
}

// mostKept is how many problems of a table are kept.
const mostKept = 1_000

func (t *table) add(line int, column, value, expected string) {
	if len(t.problems) == mostKept {
		t.unlisted++
		t.broken = true
		return
	}
	t.problems = append(t.problems, Problem{File: t.file, Line: line, Column: column, Value: value, Expected: expected})
}

// mend says how the problem that was added last is put right.
func (t *table) mend(instruction string) {
	if t.unlisted == 0 {
		t.problems[len(t.problems)-1].Mend = instruction
	}
}

// fail adds a problem that keeps the rest of the table from being read.
func (t *table) fail(line int, value, expected string) {
	t.broken = true
	t.add(line, "", value, expected)
}

// kept lists the table's problems, the last of which says how many more there are.
func (t *table) kept() Problems {
	if t.unlisted == 0 {
		return t.problems
	}
	rest := Problem{File: t.file, Expected: fmt.Sprintf("a table with fewer faults; %d more are not listed", t.unlisted), Mend: "mend what is listed first: many faults often have one cause"}
	return append(slices.Clone(t.problems), rest)
}

// parse splits the file into records and remembers the line of every cell.
func (t *table) parse(content []byte, c columns) bool {
	content = bytes.TrimPrefix(content, byteOrderMark)
	if p := checkText(content); p != nil {
		if p.Expected == notUTF8 {
			p.Expected += " (in Excel, save as CSV UTF-8)"
		}
		t.fail(p.Line, p.Value, p.Expected)
		t.mend(p.Mend)
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
			t.mend("look at the quotes of the line: a cell that begins with one ends with one, and one inside it is doubled, as in \"the \"\"old\"\" board\"")
			return false
		}
		if err != nil {
			t.fail(0, "", "a readable file: "+err.Error())
			return false
		}
		if t.header == nil && !t.checkSeparator(record) {
			return false
		}
		if c.ofCase && (len(t.records) == mostRecords || len(record) > mostColumns || len(t.records)*len(record) > mostCells) {
			line, _ := r.FieldPos(0)
			t.fail(line, "", fmt.Sprintf("at most %d rows, %d columns and %d cells; here are more", mostRecords, mostColumns, mostCells))
			t.mend("look whether it is the right file")
			return false
		}
		t.take(r, record)
	}
	if t.header == nil {
		t.fail(1, "", "a header row")
		t.mend("write the names of the columns into the first line; the file is empty")
		return false
	}
	return true
}

// checkSeparator reports a first line that says the cells are not separated by commas, and whether it is one.
func (t *table) checkSeparator(record []string) bool {
	switch {
	case strings.HasPrefix(record[0], "sep="):
		t.fail(1, strings.Join(record, ","), "the names of the columns in the first line")
		t.mend("delete the line that begins with sep=")
		return false
	case len(record) > 1:
		return true
	case strings.Contains(record[0], ";"):
		t.fail(1, record[0], "columns separated by commas")
		t.mend("in Excel, save as CSV UTF-8 (comma delimited); where the country's settings make that semicolons, replace them by commas, and write decimals with a point, as in 1234.5")
		return false
	case strings.Contains(record[0], "\t"):
		t.fail(1, record[0], "columns separated by commas")
		t.mend("in Excel, save as CSV UTF-8 (comma delimited), not as Text (tab delimited)")
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
		if len(record) > len(t.header) {
			t.mend("put quotes around a cell that holds a comma, as in \"1,2\"")
		} else {
			t.mend("give the row all its cells, also those that are empty")
		}
		return
	}
	t.records = append(t.records, record)
	t.lines = append(t.lines, lines)
}

// checkCells reports cells that are not what their column needs, and empties them, so that decoding cannot go wrong. It
// takes back what cellWriter did to text.
func (t *table) checkCells(c columns) {
	for i, name := range t.header {
		kind, column := c.kinds[name], name
		if kind == nil && c.ofCase {
			kind = reflect.TypeFor[string]()
			column = prose[0] // a further column may say anything
		}
		if kind == nil {
			continue
		}
		for j, record := range t.records {
			expected, mend := misfit(kind, record[i]), ""
			switch {
			case expected != "":
				mend = mendNumber(kind, record[i])
			case tooLong(record[i]):
				expected, mend = fmt.Sprintf("at most %d letters", mostLetters), "shorten the text; a quote too many may have swallowed the rows that follow"
			case c.ofCase && kind.Kind() == reflect.String:
				expected, mend = misfitText(column, record[i])
			}
			if expected != "" {
				t.add(t.lines[j][i], name, record[i], expected)
				t.mend(mend)
				record[i] = t.stead(c, i, record[i], kind)
			}
			if c.defused && kind.Kind() == reflect.String {
				record[i] = undefuse(record[i])
			}
		}
	}
}

// stead is what is read in place of a cell that is not as it should be: of text, what it was most likely meant to be, so
// that what refers to it is not at fault as well.
func (t *table) stead(c columns, column int, cell string, kind reflect.Type) string {
	if !c.ofCase || kind.Kind() != reflect.String || tooLong(cell) {
		return ""
	}
	text := seen(cell)
	if expected, _ := misfitText(t.header[column], text); expected == "" {
		return text
	}
	if len(c.needed) > 0 && t.header[column] == c.needed[0] {
		t.unsure = true
	}
	return ""
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
	if t.header == nil {
		return 0 // there is no such file
	}
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
