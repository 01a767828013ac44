package results

import (
	"slices"
	"strings"

	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model/result"
)

// Printed is what a command prints first of its results: sentences, and one table as readers see it. All texts but those of
// the table are lines that a page shows whole.
type Printed struct {
	Conclusions []string
	Title       []string
	Columns     []PrintedColumn
	Rows        [][]string // a range stands in a line of its own below its mean
	Notes       []string
}

// PrintedColumn is the heading of a column, and whether it is aligned at the right, as numbers and ranges are.
type PrintedColumn struct {
	Name  string
	Right bool
}

// summarySheets gives the sheet that a workbook of tables begins with, if anything is printed of them, and the sheets after
// it. The summary of a run, of which it has every number, then has no sheet of its own.
func (r *Folder) summarySheets(tables []result.Rows, sheets []workbook.Table) (lead, rest []workbook.Table) {
	if r.Printed == nil || len(r.Printed.Rows) == 0 {
		return nil, sheets
	}
	summary := result.SummaryRow{}.Table()
	if i := slices.IndexFunc(tables, func(t result.Rows) bool { return t.Name == summary.Name }); i >= 0 {
		sheets = slices.Delete(slices.Clone(sheets), i, i+1)
	}
	s := r.Printed.sheet()
	s.Name = summary.Title
	s.Above = append([][]string{{r.Provenance.Case.Title}, {}}, s.Above...)
	for _, w := range r.Provenance.Warnings {
		s.Below = append(s.Below, []string{"warning: " + w})
	}
	return []workbook.Table{s}, sheets
}

// sheet is what is printed as a sheet to be printed: ranges in columns, columns of numbers as numbers, the conclusions above.
func (p *Printed) sheet() workbook.Table {
	s := workbook.Table{Printed: true, Rows: make([][]string, len(p.Rows)), Below: inRows(p.Notes)}
	for i, c := range p.Columns {
		means, ranges := p.column(i)
		addColumn(&s, c, means)
		if slices.ContainsFunc(ranges, func(cell string) bool { return cell != "" }) {
			addColumn(&s, PrintedColumn{rangeHeading, c.Right}, ranges)
		}
	}
	s.Format = func(row []string, column int) string { return formatLike(row[column]) }
	if len(p.Conclusions) > 0 {
		s.Above = append(inRows(p.Conclusions), []string{})
	}
	s.Above = append(append(s.Above, inRows(p.Title)...), []string{})
	return s
}

const rangeHeading = "5th to 95th percentile"

// column is a column of the table: the first line of each cell, and the rest on one line.
func (p *Printed) column(i int) (firsts, rest []string) {
	for _, row := range p.Rows {
		first, more, _ := strings.Cut(row[i], "\n")
		firsts, rest = append(firsts, trimmed(first)), append(rest, trimmed(strings.ReplaceAll(more, "\n", " ")))
	}
	return firsts, rest
}

// trimmed is a cell without the spaces that align it in print.
func trimmed(cell string) string { return strings.Trim(cell, " \u00A0") }

// addColumn adds a column, of numbers if every cell is one.
func addColumn(s *workbook.Table, c PrintedColumn, cells []string) {
	numbers := !slices.ContainsFunc(cells, func(cell string) bool { return cell != "" && !table.IsNumber(plainNumber(cell)) })
	s.Columns = append(s.Columns, workbook.Column{Name: c.Name, Number: numbers, Right: c.Right && !numbers})
	for i, cell := range cells {
		if numbers {
			cell = plainNumber(cell)
		}
		s.Rows[i] = append(s.Rows[i], cell)
	}
}

// plainNumber is a printed number as programs write it.
func plainNumber(cell string) string { return strings.NewReplacer("−", "-", ",", "").Replace(cell) }

// formatLike is the number format with as many decimals as a number has.
func formatLike(number string) string {
	_, decimals, _ := strings.Cut(number, ".")
	if decimals == "" {
		return "#,##0"
	}
	return "#,##0." + strings.Repeat("0", len(decimals))
}

// inRows gives each text a row.
func inRows(texts []string) [][]string {
	var rows [][]string
	for _, text := range texts {
		rows = append(rows, []string{text})
	}
	return rows
}
