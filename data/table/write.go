package table

import (
	"bytes"
	"encoding/csv"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"

	"reconfig/model/result"
)

// WriteRows writes rows as CSV, units in the words of the case. Rows are a slice, or a pointer to one, of structs with
// csv tags or of values with a method Record.
func WriteRows(w io.Writer, declared result.Table, words result.Wording, rows any) error {
	return eachRecord(rows, declared, NewWriter(w, declared, words))
}

// Records lists rows as cells, the header first: what WriteRows writes, less the apostrophes before formulas.
func Records(declared result.Table, words result.Wording, rows any) ([][]string, error) {
	all := &collector{plain: plain{declared.Columns, words, false}}
	err := eachRecord(rows, declared, all)
	return all.records, err
}

// collector keeps records.
type collector struct {
	plain
	records [][]string
}

func (c *collector) Write(record []string) error {
	c.records = append(c.records, c.cells(record))
	return nil
}

func (*collector) Flush()       {}
func (*collector) Error() error { return nil }

// recorder is a row whose columns are no fields of a struct.
type recorder interface{ Record() []string }

// eachRecord hands the header and every row to a writer.
func eachRecord(rows any, declared result.Table, to gocsv.CSVWriter) error {
	list := reflect.Indirect(reflect.ValueOf(rows))
	if !list.Type().Elem().Implements(reflect.TypeFor[recorder]()) {
		return gocsv.MarshalCSV(rows, to)
	}
	header := make([]string, len(declared.Columns))
	for i, c := range declared.Columns {
		header[i] = c.Name
	}
	if err := to.Write(header); err != nil {
		return err
	}
	for i := range list.Len() {
		if err := to.Write(list.Index(i).Interface().(recorder).Record()); err != nil {
			return err
		}
	}
	to.Flush()
	return to.Error()
}

// FormatNumber writes a number as a cell: in full, NaN as nothing, infinity as INF.
func FormatNumber(v float64) string { return result.Number(v).String() }

// plain puts cells of a declared table as tables have them.
type plain struct {
	columns []result.Column
	words   result.Wording
	header  bool // is written
}

// cells is a record with its unit in the words of a case, and without a sign before 0.
func (p *plain) cells(record []string) []string {
	cells := slices.Clone(record)
	if p.header {
		for i, cell := range cells {
			switch c := p.columns[i]; {
			case c.Name == "unit":
				cells[i] = p.words.Unit(cell)
			case cell == "-0" && c.Type != "string":
				cells[i] = "0"
			}
		}
	}
	p.header = true
	return cells
}

// Writer writes records so that a spreadsheet takes text for text and numbers for numbers.
type Writer struct {
	*csv.Writer
	plain
}

// NewWriter makes a writer of the declared table, whose column named unit is put in the words of a case.
func NewWriter(w io.Writer, declared result.Table, words result.Wording) *Writer {
	return &Writer{csv.NewWriter(w), plain{declared.Columns, words, false}}
}

// Write writes one record, or the header. What a spreadsheet would run as a formula gets an apostrophe before it, but
// numbers stay numbers.
func (w *Writer) Write(record []string) error {
	safe := w.cells(record)
	MakeSafe(safe, w.columns)
	return w.Writer.Write(safe)
}

// MakeSafe changes a record of these columns to what a Writer writes.
func MakeSafe(record []string, columns []result.Column) {
	for i, cell := range record {
		switch {
		case cell == "-0" && columns[i].Type != "string":
			record[i] = "0"
		case columns[i].Type == "string" || !isResultNumber(cell):
			record[i] = defuse(cell)
		}
	}
}

func isResultNumber(cell string) bool {
	return !IsFormula(cell) || strings.TrimPrefix(cell, "-") == result.Infinite || IsNumber(cell)
}

// CSV is a table as this program writes one: UTF-8, commas, decimal points. Cells are written as they are.
func (c *Cells) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(append([][]string{c.Header}, c.Records...)) // a buffer takes everything
	return b.Bytes()
}

// FormulaStarts are what begins a formula in a spreadsheet, also in full width as East Asian keyboards write them.
//
// Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection.
const FormulaStarts = "=+-@\t\r\n＝＋－＠"

// IsFormula says whether a spreadsheet may run the text. A sign alone is none.
func IsFormula(cell string) bool {
	first, size := utf8.DecodeRuneInString(cell)
	return len(cell) > size && strings.ContainsRune(FormulaStarts, first)
}

// defuse puts an apostrophe before a formula, and one more where text begins with apostrophes and a formula, so that
// Undefuse gives back every text as it was.
func defuse(cell string) string {
	if IsFormula(strings.TrimLeft(cell, "'")) {
		return "'" + cell
	}
	return cell
}

// Undefuse takes back what Writer did to text.
func Undefuse(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && IsFormula(strings.TrimLeft(text, "'")) {
		return text
	}
	return cell
}
