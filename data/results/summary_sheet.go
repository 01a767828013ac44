package results

import (
	"reconfig/data/workbook"
	"reconfig/model/result"
)

// Printed is what a command prints first of its results: sentences, and one table as readers see it.
type Printed struct {
	Conclusions []string // a sentence each
	Title       string
	Columns     []PrintedColumn
	Rows        [][]string // a range stands in a line of its own below its mean
	Notes       []string
}

// PrintedColumn is the heading of a column, and whether it is aligned at the right, as numbers and ranges are.
type PrintedColumn struct {
	Name  string
	Right bool
}

// numbersSheet is what the sheet of summary.csv is called, for that with what is printed has its name.
const numbersSheet = "summary numbers"

// summarySheet is the sheet that a workbook begins with, if anything is printed of its tables.
func (r *Folder) summarySheet() []workbook.Table {
	if r.Printed == nil || len(r.Printed.Rows) == 0 {
		return nil
	}
	s := r.Printed.sheet()
	s.Name = result.SummaryRow{}.Table().Title
	s.Above = append([][]string{{r.Provenance.Case.Title}, {}}, s.Above...)
	for _, w := range r.Provenance.Warnings {
		s.Below = append(s.Below, []string{"warning: " + w})
	}
	return []workbook.Table{s}
}

// sheet is what is printed as a sheet to be printed: columns of numbers as numbers, the conclusions above.
func (p *Printed) sheet() workbook.Table {
	b := &sheetBuilder{rows: make([][]printedCell, len(p.Rows))}
	for i, c := range p.Columns {
		b.addPrinted(c, p.column(i))
	}
	s := workbook.Table{Printed: true, Columns: b.columns, Below: inRows(p.Notes)}
	for _, row := range b.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = cell.text
		}
		s.Rows = append(s.Rows, cells)
	}
	s.Format = func(row, column int) string { return b.rows[row][column].format }
	if len(p.Conclusions) > 0 {
		s.Above = append(inRows(p.Conclusions), []string{})
	}
	s.Above = append(s.Above, []string{p.Title}, []string{})
	return s
}

// column lists the cells of a column of the table.
func (p *Printed) column(i int) []string {
	cells := make([]string, len(p.Rows))
	for j, row := range p.Rows {
		cells[j] = row[i]
	}
	return cells
}

// inRows gives each text a row.
func inRows(texts []string) [][]string {
	var rows [][]string
	for _, text := range texts {
		rows = append(rows, []string{text})
	}
	return rows
}
