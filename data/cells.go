package data

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

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

// Write writes one record. Text that a spreadsheet would run as a formula gets an apostrophe before it.
func (w *cellWriter) Write(record []string) error {
	safe := make([]string, len(record))
	for i, cell := range record {
		if w.header && w.columns[i].Name == "unit" {
			cell = w.words.Unit(cell)
		}
		switch {
		case w.columns[i].Type == "string" && isFormula(cell):
			cell = "'" + cell
		case cell == "-0":
			cell = "0"
		}
		safe[i] = cell
	}
	w.header = true
	return w.Writer.Write(safe)
}

// isFormula says whether a spreadsheet may run the text: see the OWASP page on CSV injection.
func isFormula(cell string) bool {
	return len(cell) > 1 && slices.Contains([]byte("=+-@\t\r"), cell[0])
}

// unquoteFormula takes back what cellWriter does to text.
func unquoteFormula(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && isFormula(text) {
		return text
	}
	return cell
}
