package table

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"

	"reconfig/model/result"
)

// WriteRows writes rows as CSV, units in the words of the case.
func WriteRows[Row any](w io.Writer, declared result.Table, words result.Wording, rows []Row) error {
	return gocsv.MarshalCSV(rows, NewWriter(w, declared, words))
}

// FormatNumber writes a number as a cell: in full, NaN as nothing, infinity as INF.
func FormatNumber(v float64) string {
	cell, _ := result.Number(v).MarshalCSV() // which never errs
	return cell
}

// Writer writes records so that a spreadsheet takes text for text and numbers for numbers.
type Writer struct {
	*csv.Writer
	columns []result.Column
	words   result.Wording
	header  bool // is written
}

// NewWriter makes a writer of the declared table, whose column named unit is put in the words of a case.
func NewWriter(w io.Writer, declared result.Table, words result.Wording) *Writer {
	return &Writer{Writer: csv.NewWriter(w), columns: declared.Columns, words: words}
}

// Write writes one record, or the header. What a spreadsheet would run as a formula gets an apostrophe before it, but
// numbers stay numbers.
func (w *Writer) Write(record []string) error {
	safe := slices.Clone(record)
	for i, c := range w.columns {
		if w.header && c.Name == "unit" {
			safe[i] = w.words.Unit(safe[i])
		}
	}
	w.header = true
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
