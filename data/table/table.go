// Package table reads CSV files strictly and writes them safely. Reading, it finds everything that is wrong in a file and
// says where it is, what was expected and how to put it right; writing, it sees to it that no spreadsheet runs a text as a
// formula. It knows nothing of which files there are, and what their rows mean together.
package table

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

// Bounds of what is read of a case's table, well above what a country of 3,030 bodies needs: a file of the wrong kind
// gets a message before it has filled the memory.
const (
	mostRecords = 500_000
	mostColumns = 1_000
	mostCells   = 10_000_000 // what takes up the memory
	mostLetters = 32_767     // in a cell: as many as a spreadsheet can hold
)

// Table is a CSV file read strictly. gocsv decodes the rows, but only what has been checked cell by cell before: on its
// own it takes "1,234" for 1.234, an empty cell for 0 and a misspelt column for none.
type Table struct {
	File     string
	Header   []string
	Records  [][]string
	Lines    [][]int  // line of each cell of each record
	Problems Problems // what is wrong with it, to be listed by Kept
	Broken   bool     // not all of its rows and columns could be read
	Unsure   bool     // not all of what other tables may refer to could be read
	unlisted int      // problems that are too many to keep
}

// Columns says what a table's columns must be.
type Columns struct {
	Kinds    map[string]reflect.Type // what each known column holds
	needed   []string                // in order
	optional []string                // may be missing
	Further  bool                    // unknown columns are let through
	OfCase   bool                    // text must be safe to refer to, and to write out again
	Defused  bool                    // text may have an apostrophe before what looks like a formula, as Writer puts it
}

// Has says whether the table has a column of that name.
func (t *Table) Has(column string) bool { return slices.Contains(t.Header, column) }

// ColumnsOf reads the columns from the csv tags of a row type.
func ColumnsOf[Row any](optional ...string) Columns {
	return ColumnsOfType(reflect.TypeFor[Row](), optional...)
}

// ColumnsOfType reads the columns from the csv tags of a row type.
func ColumnsOfType(row reflect.Type, optional ...string) Columns {
	c := Columns{Kinds: map[string]reflect.Type{}, optional: optional}
	for _, f := range reflect.VisibleFields(row) {
		name := f.Tag.Get("csv")
		if name == "" || name == "-" {
			continue
		}
		c.Kinds[name] = f.Type
		if !slices.Contains(optional, name) {
			c.needed = append(c.needed, name)
		}
	}
	return c
}

// Read reads the rows of a CSV file. Its problems are in the table that comes with them; a cell that is not what
// its column needs is read as nothing or 0.
func Read[Row any](file string, content []byte, c Columns) ([]Row, *Table) {
	var rows []Row
	t := ReadInto(&rows, file, content, c)
	return rows, t
}

// ReadInto reads the rows of a CSV file, as Read does, into the slice that rows points to.
func ReadInto(rows any, file string, content []byte, c Columns) *Table {
	t := &Table{File: file}
	if !t.Parse(content, c) || !t.checkHeader(c) {
		return t
	}
	t.checkCells(c)
	if err := gocsv.UnmarshalCSV(&cellReader{t: t}, rows); err != nil {
		t.Fail(0, "", "rows that can be read: "+err.Error())
	}
	return t
}

// mostKept is how many problems of a table are kept.
const mostKept = 1_000

// Add adds a problem with a cell: of this line and column, with this value, where something else is expected.
func (t *Table) Add(line int, column, value, expected string) {
	if len(t.Problems) == mostKept {
		t.unlisted++
		t.Broken = true
		return
	}
	t.Problems = append(t.Problems, Problem{File: t.File, Line: line, Column: column, Value: value, Expected: expected})
}

// Mend says how the problem that was added last is put right.
func (t *Table) Mend(instruction string) {
	if t.unlisted == 0 {
		t.Problems[len(t.Problems)-1].Mend = instruction
	}
}

// Fail adds a problem that keeps the rest of the table from being read.
func (t *Table) Fail(line int, value, expected string) {
	t.Broken = true
	t.Add(line, "", value, expected)
}

// Kept lists the table's problems, the last of which says how many more there are.
func (t *Table) Kept() Problems {
	if t.unlisted == 0 {
		return t.Problems
	}
	rest := Problem{File: t.File, Expected: fmt.Sprintf("a table with fewer faults; %d more are not listed", t.unlisted), Mend: "mend what is listed first: many faults often have one cause"}
	return append(slices.Clone(t.Problems), rest)
}

// Parse splits the file into records and remembers the line of every cell.
func (t *Table) Parse(content []byte, c Columns) bool {
	content = bytes.TrimPrefix(content, []byte(ByteOrderMark))
	if p := CheckText(content); p != nil {
		if p.Expected == notUTF8 {
			p.Expected += " (in Excel, save as CSV UTF-8)"
		}
		t.Fail(p.Line, p.Value, p.Expected)
		t.Mend(p.Mend)
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
			t.Fail(parse.StartLine, "", "a row of comma-separated cells: "+parse.Err.Error())
			t.Mend("look at the quotes of the line: a cell that begins with one ends with one, and one inside it is doubled, as in \"the \"\"old\"\" board\"")
			return false
		}
		if err != nil {
			t.Fail(0, "", "a readable file: "+err.Error())
			return false
		}
		if t.Header == nil && !t.checkSeparator(record) {
			return false
		}
		if c.OfCase && (len(t.Records) == mostRecords || len(record) > mostColumns || len(t.Records)*len(record) > mostCells) {
			line, _ := r.FieldPos(0)
			t.Fail(line, "", fmt.Sprintf("at most %d rows, %d columns and %d cells; here are more", mostRecords, mostColumns, mostCells))
			t.Mend("look whether it is the right file")
			return false
		}
		t.take(r, record)
	}
	if t.Header == nil {
		t.Fail(1, "", "a header row")
		t.Mend("write the names of the columns into the first line; the file is empty")
		return false
	}
	return true
}

// checkSeparator reports a first line that says the cells are not separated by commas, and whether it is one.
func (t *Table) checkSeparator(record []string) bool {
	switch {
	case strings.HasPrefix(record[0], "sep="):
		t.Fail(1, strings.Join(record, ","), "the names of the columns in the first line")
		t.Mend("delete the line that begins with sep=")
		return false
	case len(record) > 1:
		return true
	case strings.Contains(record[0], ";"):
		t.Fail(1, record[0], "columns separated by commas")
		t.Mend("in Excel, save as CSV UTF-8 (comma delimited); where the country's settings make that semicolons, replace them by commas, and write decimals with a point, as in 1234.5")
		return false
	case strings.Contains(record[0], "\t"):
		t.Fail(1, record[0], "columns separated by commas")
		t.Mend("in Excel, save as CSV UTF-8 (comma delimited), not as Text (tab delimited)")
		return false
	}
	return true
}

// take keeps a record, unless it is empty: spreadsheets leave rows of commas behind.
func (t *Table) take(r *csv.Reader, record []string) {
	if t.Header == nil {
		t.Header = record
		return
	}
	if strings.Join(record, "") == "" {
		return
	}
	lines := make([]int, len(record))
	for i := range record {
		lines[i], _ = r.FieldPos(i)
	}
	if len(record) != len(t.Header) {
		t.Broken = true
		t.Add(lines[0], "", strings.Join(record, ","), strconv.Itoa(len(t.Header))+" cells, as the header has; here are "+strconv.Itoa(len(record)))
		if len(record) > len(t.Header) {
			t.Mend("put quotes around a cell that holds a comma, as in \"1,2\"")
		} else {
			t.Mend("give the row all its cells, also those that are empty")
		}
		return
	}
	t.Records = append(t.Records, record)
	t.Lines = append(t.Lines, lines)
}

// checkCells reports cells that are not what their column needs, and empties them, so that decoding cannot go wrong. It
// takes back what Writer did to text.
func (t *Table) checkCells(c Columns) {
	for i, name := range t.Header {
		kind, column := c.Kinds[name], name
		if kind == nil && c.OfCase {
			kind = reflect.TypeFor[string]()
			column = prose[0] // a further column may say anything
		}
		if kind == nil {
			continue
		}
		for j, record := range t.Records {
			expected, mend := Misfit(kind, record[i]), ""
			switch {
			case expected != "":
				mend = mendNumber(kind, record[i])
			case tooLong(record[i]):
				expected, mend = fmt.Sprintf("at most %d letters", mostLetters), "shorten the text; a quote too many may have swallowed the rows that follow"
			case c.OfCase && kind.Kind() == reflect.String:
				expected, mend = MisfitText(column, record[i])
			}
			if expected != "" {
				t.Add(t.Lines[j][i], name, record[i], expected)
				t.Mend(mend)
				record[i] = t.stead(c, i, record[i], kind)
			}
			if c.Defused && kind.Kind() == reflect.String {
				record[i] = Undefuse(record[i])
			}
		}
	}
}

// stead is what is read in place of a cell that is not as it should be: of text, what it was most likely meant to be, so
// that what refers to it is not at fault as well.
func (t *Table) stead(c Columns, column int, cell string, kind reflect.Type) string {
	if !c.OfCase || kind.Kind() != reflect.String || tooLong(cell) {
		return ""
	}
	text := seen(cell)
	if expected, _ := MisfitText(t.Header[column], text); expected == "" {
		return text
	}
	if len(c.needed) > 0 && t.Header[column] == c.needed[0] {
		t.Unsure = true
	}
	return ""
}

var plainNumber = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)

// Misfit says what a cell of the kind should be; empty if it is.
func Misfit(kind reflect.Type, cell string) string {
	switch {
	case kind == reflect.TypeFor[model.Optional]():
		if cell == "" || IsNumber(cell) {
			return ""
		}
		return "a plain number, as in 1234.5, or nothing"
	case kind == reflect.TypeFor[result.Number]():
		if cell == "" || IsNumber(cell) || strings.TrimPrefix(cell, "-") == result.Infinite {
			return ""
		}
		return "a plain number, as in 1234.5, INF, -INF or nothing"
	case kind.Kind() == reflect.Float64:
		if IsNumber(cell) {
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

// IsNumber says whether a cell is a number written plainly, as 1234.5 or 1e6: no other digits, no separators, no INF.
func IsNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return err == nil && plainNumber.MatchString(cell)
}

// Line is where a row's column stands.
func (t *Table) Line(row int, column string) int {
	if t.Header == nil {
		return 0 // there is no such file
	}
	if row == model.WholeTable || row >= len(t.Lines) {
		return 1
	}
	if i := slices.Index(t.Header, column); i >= 0 {
		return t.Lines[row][i]
	}
	return t.Lines[row][0]
}

// Blames says whether the table has a problem with that cell already, or with that column where row is WholeTable.
func (t *Table) Blames(row int, column string) bool {
	for _, p := range t.Problems {
		if p.Column == column && (row == model.WholeTable || p.Line == 1 || p.Line == t.Line(row, column)) {
			return true
		}
	}
	return false
}

// cellReader gives gocsv the checked records, the header first.
type cellReader struct {
	t    *Table
	next int
}

func (r *cellReader) Read() ([]string, error) {
	r.next++
	switch {
	case r.next == 1:
		return r.t.Header, nil
	case r.next-2 < len(r.t.Records):
		return r.t.Records[r.next-2], nil
	}
	return nil, io.EOF
}

func (r *cellReader) ReadAll() ([][]string, error) {
	return append([][]string{r.t.Header}, r.t.Records...), nil
}

// Place is where a row's column stands, or the row where column is empty.
func (t *Table) Place(row int, column string) Problem {
	return Problem{File: t.File, Line: t.Line(row, column), Column: column}
}
