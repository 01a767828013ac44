package sweeptable

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"reconfig/data/dialect"
	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model/result"
)

// readCSV reads sweep.csv row by row: the table may be too large to be held as text.
func (b *sweepBuilder) readCSV() error {
	file, err := folder.Open(b.file)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // nothing was written
	in, d, doubt := dialect.Stream(file)
	if doubt != nil {
		b.problems = append(b.problems, table.Problem{File: b.file, Line: doubt.Line, Column: doubt.Column, Value: doubt.Value, Expected: doubt.Expected, Mend: doubt.Mend})
		return nil
	}
	b.dialect = d
	b.bound = &recordBound{in: in, left: mostRecordBytes}
	r := csv.NewReader(b.bound)
	r.Comma = d.Separator()
	r.FieldsPerRecord, r.ReuseRecord = -1, true
	header, err := b.record(r)
	if err != nil || header == nil {
		if header == nil && err == nil && len(b.problems) == 0 {
			b.add(1, "", "", "a header row")
		}
		return err
	}
	header = slices.Clone(header)
	first, err := b.record(r)
	if err != nil {
		return err
	}
	b.takeHeader(header, func(i int) bool { return i < len(first) && table.IsNumber(first[i]) })
	if first == nil && len(b.problems) == 0 {
		b.add(0, "", "", "at least one row")
	}
	for cells := first; cells != nil && err == nil && !b.tooMany(); cells, err = b.record(r) {
		b.takeCells(r, cells)
		if len(b.sweep.Rows) > MostRows {
			return &RowsError{b.file}
		}
		if b.keep == nil && len(b.sweep.Rows) == rowsInBatch {
			b.reserve(file, r.InputOffset())
		}
	}
	return err
}

// Bounds of what is read: well above a row with every assumption and outcome, and what a spreadsheet can hold in a cell.
const (
	mostRecordBytes = 4 << 20
	mostLetters     = 32_767
)

var errLongRecord = errors.New("a row is too long")

// recordBound reads on as long as a record is within its bound, whether it is one line or a quote does not end. What is read
// ahead counts for the record before.
type recordBound struct {
	in   io.Reader
	left int // bytes of the record
}

func (r *recordBound) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, errLongRecord
	}
	n, err := r.in.Read(p)
	r.left -= n
	return n, err
}

// reserve makes room for as many rows as the file will have if all are as long as those read so far.
func (b *sweepBuilder) reserve(file fs.File, read int64) {
	if info, err := file.Stat(); err == nil {
		n := int64(len(b.sweep.Rows))
		b.sweep.Rows = slices.Grow(b.sweep.Rows, min(MostRows, int((info.Size()-read)/(read/n)*21/20)))
	}
}

// record reads a record that is not empty; nil at the end, or where the file cannot be read on.
func (b *sweepBuilder) record(r *csv.Reader) ([]string, error) {
	for {
		b.bound.left = mostRecordBytes
		record, err := r.Read()
		var parse *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil, nil
		case errors.Is(err, errLongRecord):
			b.add(0, "", "", fmt.Sprintf("rows of at most %d MB, and quotes that end; here is a longer one", mostRecordBytes>>20))
			return nil, nil
		case errors.As(err, &parse):
			b.add(parse.StartLine, "", "", "a row of comma-separated cells: "+parse.Err.Error())
			return nil, nil
		case err != nil:
			return nil, err
		}
		if slices.ContainsFunc(record, func(cell string) bool { return cell != "" }) {
			b.plainNumbers(r, record)
			return record, nil
		}
	}
}

// plainNumbers writes numbers with decimal commas plainly.
func (b *sweepBuilder) plainNumbers(r *csv.Reader, record []string) {
	if b.dialect.Decimals != dialect.Comma {
		return
	}
	for i, cell := range record {
		if dialect.Comma.Contradicts(cell) && i < len(b.names) {
			line, _ := r.FieldPos(i)
			b.add(line, b.names[i], cell, "a comma before decimals, as in the numbers before")
		}
		record[i] = dialect.Comma.Plain(cell)
	}
}

// takeCells reads one row.
func (b *sweepBuilder) takeCells(r *csv.Reader, cells []string) {
	at := func(i int) int {
		line, _ := r.FieldPos(i)
		return line
	}
	if len(cells) != len(b.names) {
		b.add(at(0), "", strings.Join(cells, ","), strconv.Itoa(len(b.names))+" cells, as the header has; here are "+strconv.Itoa(len(cells)))
		return
	}
	before := b.slab
	row := b.newRow()
	for i, cell := range cells {
		if expected := b.takeCell(&row, i, cell); expected != "" {
			b.add(at(i), b.names[i], cell, expected)
		}
	}
	b.finish(&row)
	if !b.isKept(&row) {
		b.slab = before
		return
	}
	b.sweep.Rows = append(b.sweep.Rows, row)
}

// takeCell reads one cell and says what it should be if it is not.
func (b *sweepBuilder) takeCell(row *result.SweepRow, i int, cell string) string {
	switch b.roles[i] {
	case pointRole:
		return wholeCell(&row.Point, cell)
	case drawRole:
		return wholeCell(&row.Draw, cell)
	case mapRole:
		return b.textCell(&row.Map, cell)
	case structureRole:
		return b.codeCell(&row.Structure, cell)
	case secondRole:
		return b.codeCell(&row.Second, cell)
	case statisticRole:
		return b.textCell(&row.Statistic, cell)
	case settingRole:
		return numberCell(&row.Settings[b.index[i]], cell, reflect.TypeFor[float64]())
	case outcomeRole:
		return numberCell(&row.Values[b.index[i]], cell, reflect.TypeFor[result.Number]())
	case neverRole:
		return numberCell(&row.NeverShare, cell, reflect.TypeFor[result.Number]())
	}
	return ""
}

func wholeCell(to *int, cell string) string {
	n, err := strconv.Atoi(table.RespelledWhole(cell))
	if err != nil || n < 1 {
		return "a whole number of at least 1"
	}
	*to = n
	return ""
}

func numberCell(to *float64, cell string, kind reflect.Type) string {
	if cell != "" && isPlainDigits(cell) { // most are
		v, err := strconv.ParseFloat(cell, 64)
		*to = v
		if err == nil {
			return ""
		}
	}
	if kind == reflect.TypeFor[result.Number]() {
		cell = table.RespelledNumber(cell)
	}
	if expected := table.Misfit(kind, cell); expected != "" {
		return expected
	}
	var n result.Number
	if err := n.UnmarshalCSV(cell); err != nil {
		return "a plain number, as in 1234.5"
	}
	*to = float64(n)
	return ""
}

// isPlainDigits says whether a cell is digits with a point between and a minus before, at most.
func isPlainDigits(cell string) bool {
	digits, points := 0, 0
	for i := range len(cell) {
		switch c := cell[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		case c == '-' && i == 0:
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

// codeCell keeps the code of a structure, which may not be empty.
func (b *sweepBuilder) codeCell(to *string, cell string) string {
	if cell == "" {
		return "the code of a structure"
	}
	return b.textCell(to, cell)
}

// textCell keeps a text, and takes back what table.Writer did to it.
func (b *sweepBuilder) textCell(to *string, cell string) string {
	if known, ok := b.texts[cell]; ok {
		*to = known
		return ""
	}
	if !utf8.ValidString(cell) {
		return "text in UTF-8"
	}
	if utf8.RuneCountInString(cell) > mostLetters {
		return fmt.Sprintf("at most %d letters", mostLetters)
	}
	text := table.Undefuse(cell)
	*to = b.intern(strings.Clone(cell), strings.Clone(text))
	return ""
}
