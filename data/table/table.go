// Package table reads tables strictly and writes them safely. Split, SplitRows and SplitRecords make cells with positions of
// a CSV file, of a sheet or of records in memory; Decode checks the cells and makes rows of them; Read does both for a file.
// Reading, the package finds everything that is wrong, and says where it is, what was expected and how to put it right.
// Writing, it sees to it that no spreadsheet runs a text as a formula. It knows nothing of which tables there are, and what
// their rows mean together.
package table

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"reconfig/data/dialect"
	"reconfig/model"
	"reconfig/model/result"
)

// Table is a table read strictly. gocsv decodes the rows, but only what has been checked cell by cell before: on its
// own it takes "1,234" for 1.234, an empty cell for 0 and a misspelt column for none.
type Table struct {
	Cells
	Problems Problems        // what is wrong with it, to be listed by Kept
	Broken   bool            // not all of its rows and columns could be read
	Damaged  bool            // some cells hold nothing that can be used, which is told elsewhere
	Unsure   bool            // not all of what other tables may refer to could be read
	Unsplit  bool            // its cells could not be told apart, or read for sure
	Dialect  dialect.Dialect // how its file is written; the zero value where it is not from one
	plain    bool            // its numbers have been read
	unlisted int             // problems that are too many to keep
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

// Read reads the rows of a CSV file: Split and Decode in one.
func Read[Row any](file string, content []byte, c Columns) ([]Row, *Table) {
	t := Split(file, content, c.OfCase)
	return Decode[Row](t, c), t
}

// Decode checks the cells of a table and makes rows of them. Problems are added to the table; a cell that is not what its
// column needs is read as nothing or 0. A table that could not be split has no rows.
func Decode[Row any](t *Table, c Columns) (rows []Row) {
	DecodeInto(&rows, t, c)
	return rows
}

// DecodeInto checks and decodes, as Decode does, into the slice that rows points to.
func DecodeInto(rows any, t *Table, c Columns) {
	t.PlainNumbers(c)
	if t.Unsplit || !t.checkHeader(c) {
		return
	}
	t.checkCells(c)
	if err := gocsv.UnmarshalCSV(&cellReader{t: t}, rows); err != nil {
		t.Fail(0, "", "rows that can be read: "+err.Error())
	}
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
	t.Problems = append(t.Problems, Problem{File: t.File, Sheet: t.Sheet, Line: line, Column: column, Value: value, Expected: expected})
}

// Mend says how the problem that was added last is put right.
func (t *Table) Mend(instruction string) {
	if t.unlisted == 0 {
		t.Problems[len(t.Problems)-1].Mend = instruction
	}
}

// AddFault adds a problem with a cell: of this line and column, with this value.
func (t *Table) AddFault(line int, column, value string, f *Fault) {
	t.Add(line, column, value, f.Expected)
	if t.unlisted == 0 {
		p := &t.Problems[len(t.Problems)-1]
		p.Code, p.Write, p.Mend = f.Code, f.Write, f.Mend
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
	rest := Problem{File: t.File, Sheet: t.Sheet, Expected: fmt.Sprintf("a table with fewer faults; %d more are not listed", t.unlisted), Mend: "mend what is listed first: many faults often have one cause"}
	return append(slices.Clone(t.Problems), rest)
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
			if f := c.fault(kind, column, record[i]); f != nil {
				t.AddFault(t.Lines[j][i], name, record[i], f)
				record[i] = t.stead(c, i, record[i], kind)
			}
			if c.Defused && kind.Kind() == reflect.String {
				record[i] = Undefuse(record[i])
			}
		}
	}
}

// fault says why a cell is not what its column needs; nil if it is.
func (c *Columns) fault(kind reflect.Type, column, cell string) *Fault {
	if expected := Misfit(kind, cell); expected != "" {
		r := mendNumber(kind, cell)
		return &Fault{model.NotANumber, expected, r.write, r.mend}
	}
	switch {
	case tooLong(cell):
		return &Fault{model.OutOfRange, fmt.Sprintf("at most %d letters", mostLetters), "", "shorten the text; a quote too many may have swallowed the rows that follow"}
	case c.OfCase && kind.Kind() == reflect.String:
		return TextFault(column, cell)
	}
	return nil
}

// stead is what is read in place of a cell that is not as it should be: of text, what it was most likely meant to be, so
// that what refers to it is not at fault as well.
func (t *Table) stead(c Columns, column int, cell string, kind reflect.Type) string {
	if !c.OfCase || kind.Kind() != reflect.String || tooLong(cell) {
		return ""
	}
	text := seen(cell)
	if TextFault(t.Header[column], text) == nil {
		return text
	}
	if len(c.needed) > 0 && t.Header[column] == c.needed[0] {
		t.Unsure = true
	}
	return ""
}

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
	case kind.Kind() >= reflect.Int && kind.Kind() <= reflect.Int64: // of which gocsv makes something, whatever they are
		if _, err := strconv.ParseInt(cell, 10, kind.Bits()); err == nil {
			return ""
		}
		return "a whole number"
	case kind.Kind() >= reflect.Uint && kind.Kind() <= reflect.Uint64:
		if _, err := strconv.ParseUint(cell, 10, kind.Bits()); err == nil {
			return ""
		}
		return "a whole number"
	}
	return ""
}

// IsNumber says whether a cell is a number written plainly, as 1234.5 or 1e6: no other digits, no separators, no INF.
func IsNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return err == nil && strings.Trim(cell, "0123456789.+-eE") == ""
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
