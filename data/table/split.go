package table

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/dialect"
	"reconfig/model"
)

// Bounds of what is read of a case's table, well above what a country of 3,030 bodies needs: a file of the wrong kind
// gets a message before it has filled the memory.
const (
	mostRecords = 500_000
	mostColumns = 1_000
	mostCells   = 10_000_000 // what takes up the memory
	mostLetters = 32_767     // in a cell: as many as a spreadsheet can hold
)

// Split splits a CSV file into cells and remembers the line of each. How the file is written is recognised: see Dialect.
// Where it cannot, the table is Unsplit and has the problem. Only of a table of a case the size is bounded.
func Split(file string, content []byte, ofCase bool) *Table {
	text, d, doubt := dialect.Read(content)
	if doubt != nil {
		t := &Table{Cells: Cells{File: file}}
		t.doubt(doubt)
		return t
	}
	return SplitText(file, text, d, ofCase)
}

// SplitText splits a text in UTF-8, without a byte order mark, as Split does, into the cells of a table in a dialect.
func SplitText(file string, text []byte, d dialect.Dialect, ofCase bool) *Table {
	t := &Table{Cells: Cells{File: file}, Dialect: d}
	if p := CheckText(text); p != nil {
		return t.unreadable(p)
	}
	r := d.NewReader(text)
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t.ended()
		}
		if err != nil {
			return t.unquoted(err)
		}
		if !t.take(record, func(cell int) int { line, _ := r.FieldPos(cell); return line }, ofCase) {
			return t
		}
	}
}

// doubt reports what keeps the text from being read for sure.
func (t *Table) doubt(d *dialect.Doubt) {
	t.unsplit(d.Line, d.Value, d.Expected, d.Mend)
	p := &t.Problems[len(t.Problems)-1]
	p.Code, p.Column = model.NotText, d.Column
	switch {
	case d.OfEncoding:
		p.Code = model.NotUTF8
	case d.Column != "":
		p.Code = model.NotANumber
	}
}

// SplitRows takes the rows of a sheet for a table: rows[n] is row n+1 of the sheet, and ends at its last cell that holds
// something. Its size is bounded as that of a table of a case.
func SplitRows(file, sheet string, rows [][]string) *Table {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	records, lines := make([][]string, len(rows)), make([][]int, len(rows))
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		records[i] = make([]string, width)
		for j, cell := range row {
			records[i][j] = strings.ReplaceAll(cell, "\r\n", "\n")
		}
		if i == 0 {
			records[i][0] = strings.TrimPrefix(records[i][0], ByteOrderMark)
		}
		lines[i] = slices.Repeat([]int{i + 1}, width)
	}
	return splitCells(Cells{File: file, Sheet: sheet}, records, lines)
}

// SplitRecords takes records, the header first, for the table that Split would make of the file that they are written to.
func SplitRecords(file string, records [][]string) *Table {
	lines := make([][]int, len(records))
	line := 1
	for i, record := range records {
		for _, cell := range record {
			lines[i] = append(lines[i], line)
			line += strings.Count(cell, "\n")
		}
		line++
	}
	return splitCells(Cells{File: file}, records, lines)
}

// splitCells makes a table of cells and the line of each. Records without cells are passed over.
func splitCells(of Cells, records [][]string, lines [][]int) *Table {
	t := &Table{Cells: of}
	for i, record := range records {
		for j, cell := range record {
			if p := CheckLetters(cell); p != nil {
				if t.Sheet == "" {
					p.Line += lines[i][j] - 1
				} else {
					p.Line = lines[i][j]
				}
				return t.unreadable(p)
			}
		}
	}
	for i, record := range records {
		if len(record) > 0 && !t.take(record, func(cell int) int { return lines[i][cell] }, true) {
			return t
		}
	}
	return t.ended()
}

// take takes the next record, the header first, with the line of each cell, and says whether there can be another. It
// passes over empty ones: spreadsheets leave rows of commas behind.
func (t *Table) take(record []string, line func(cell int) int, ofCase bool) bool {
	if t.Header == nil && !t.checkSeparator(record) {
		return false
	}
	if ofCase && (len(t.Records) == mostRecords || len(record) > mostColumns || len(t.Records)*len(record) > mostCells) {
		t.unsplit(line(0), "", fmt.Sprintf("at most %d rows, %d columns and %d cells; here are more", mostRecords, mostColumns, mostCells), "look whether it is the right file")
		return false
	}
	if t.Header == nil {
		t.Header = record
		return true
	}
	if strings.Join(record, "") == "" {
		return true
	}
	lines := make([]int, len(record))
	for i := range record {
		lines[i] = line(i)
	}
	if len(record) != len(t.Header) {
		t.addLength(lines[0], record)
		return true
	}
	t.Records = append(t.Records, record)
	t.Lines = append(t.Lines, lines)
	return true
}

// addLength reports a record that is not as long as the header.
func (t *Table) addLength(line int, record []string) {
	t.Broken = true
	t.Add(line, "", strings.Join(record, string(t.Dialect.Separator())), strconv.Itoa(len(t.Header))+" cells, as the header has; here are "+strconv.Itoa(len(record)))
	if len(record) > len(t.Header) {
		t.Mend(t.mendLong())
	} else {
		t.Mend("give the row all its cells, also those that are empty")
	}
}

// mendLong says how a row with too many cells is put right.
func (t *Table) mendLong() string {
	switch t.Dialect.Separator() {
	case ',':
		return "put quotes around a cell that holds a comma, as in \"1,2\""
	case '\t':
		return "put quotes around a cell that holds a tab"
	}
	return "put quotes around a cell that holds a semicolon, as in \"a;b\""
}

// ended is the table once all records are taken.
func (t *Table) ended() *Table {
	if t.Header == nil {
		t.unsplit(1, "", "a header row", "write the names of the columns into the first line; the file is empty")
	} else if t.Broken {
		t.checkRows()
	}
	return t
}

// checkRows reports once that no row is separated as the header is, and says whether that is so. It is asked where there are
// rows that could not be read.
func (t *Table) checkRows() bool {
	if t.Dialect.Separator() == ',' || t.Header == nil || len(t.Records) > 0 {
		return false
	}
	t.Problems = nil
	t.unsplit(1, strings.Join(t.Header, string(t.Dialect.Separator())), "columns separated by the same sign in all rows; the header has "+t.Dialect.SeparatorName()+" between them, and the rows do not",
		"write the header as the rows are, or the rows as the header is")
	return true
}

// unsplit reports what keeps the cells from being told apart.
func (t *Table) unsplit(line int, value, expected, mend string) {
	t.Unsplit = true
	t.Fail(line, value, expected)
	t.Mend(mend)
}

// unreadable is the table where what it was to be made of is no text.
func (t *Table) unreadable(p *Problem) *Table {
	expected := p.Expected
	if p.Code == model.NotUTF8 {
		expected += " (in Excel, save as CSV UTF-8)"
	}
	t.unsplit(p.Line, p.Value, expected, p.Mend)
	t.Problems[len(t.Problems)-1].Code = p.Code
	return t
}

// unquoted is the table where the quotes of a line do not match.
func (t *Table) unquoted(err error) *Table {
	if t.checkRows() {
		return t
	}
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		t.unsplit(parse.StartLine, "", "a row of comma-separated cells: "+parse.Err.Error(),
			"look at the quotes of the line: a cell that begins with one ends with one, and one inside it is doubled, as in \"the \"\"old\"\" board\"")
		return t
	}
	t.unsplit(0, "", "a readable file: "+err.Error(), "")
	return t
}

// checkSeparator reports a first line that says the separator and says one that is not read, and whether it is none.
func (t *Table) checkSeparator(record []string) bool {
	if strings.HasPrefix(record[0], "sep=") {
		t.unsplit(1, strings.Join(record, ","), "the names of the columns in the first line, or sep= with a comma or a semicolon", "delete the line that begins with sep=")
	}
	return !t.Unsplit
}
