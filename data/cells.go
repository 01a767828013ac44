package data

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"

	"reconfig/model/result"
)

// WriteRows writes rows as CSV, units in the words of the case.
func WriteRows[Row any](w io.Writer, declared result.Table, words result.Wording, rows []Row) error {
	return gocsv.MarshalCSV(rows, newCellWriter(w, declared, words))
}

// writeOutcomes writes outcomes.csv. Its columns are the outcomes, which no struct has as fields.
func writeOutcomes(w io.Writer, rows []result.OutcomeRow) error {
	declared := result.OutcomeTable()
	out := newCellWriter(w, declared, result.Wording{}) // which has no column of units
	record := make([]string, len(declared.Columns))
	for i, c := range declared.Columns {
		record[i] = c.Name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, row := range rows {
		n := copy(record, row.Keys())
		for i, v := range row.Values {
			record[n+i] = formatNumber(v)
		}
		record[n+result.OutcomeCount] = formatNumber(row.PaybackNeverShare)
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// formatNumber writes a number as a cell: in full, NaN as nothing, infinity as INF.
func formatNumber(v float64) string {
	cell, _ := result.Number(v).MarshalCSV() // which never errs
	return cell
}

// cellWriter writes records so that a spreadsheet takes text for text and numbers for numbers.
type cellWriter struct {
	*csv.Writer
	columns []result.Column
	words   result.Wording
	header  bool // is written
}

func newCellWriter(w io.Writer, declared result.Table, words result.Wording) *cellWriter {
	return &cellWriter{Writer: csv.NewWriter(w), columns: declared.Columns, words: words}
}

// Write writes one record, or the header. What a spreadsheet would run as a formula gets an apostrophe before it, but
// numbers stay numbers.
func (w *cellWriter) Write(record []string) error {
	safe := make([]string, len(record))
	for i, cell := range record {
		if w.header && w.columns[i].Name == "unit" {
			cell = w.words.Unit(cell)
		}
		switch {
		case cell == "-0" && w.columns[i].Type != "string":
			cell = "0"
		case w.columns[i].Type == "string" || !isResultNumber(cell):
			cell = defuse(cell)
		}
		safe[i] = cell
	}
	w.header = true
	return w.Writer.Write(safe)
}

func isResultNumber(cell string) bool {
	return !isFormula(cell) || strings.TrimPrefix(cell, "-") == result.Infinite || isNumber(cell)
}

// formulaStarts are what begins a formula in a spreadsheet, also in full width as East Asian keyboards write them.
//
// Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// isFormula says whether a spreadsheet may run the text. A sign alone is none.
func isFormula(cell string) bool {
	first, size := utf8.DecodeRuneInString(cell)
	return len(cell) > size && strings.ContainsRune(formulaStarts, first)
}

// defuse puts an apostrophe before a formula, and one more where text begins with apostrophes and a formula, so that
// undefuse gives back every text as it was.
func defuse(cell string) string {
	if isFormula(strings.TrimLeft(cell, "'")) {
		return "'" + cell
	}
	return cell
}

func undefuse(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && isFormula(strings.TrimLeft(text, "'")) {
		return text
	}
	return cell
}
