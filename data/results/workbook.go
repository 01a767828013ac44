package results

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/data/datapackage"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model/result"
	"reconfig/model/unit"
)

// workbookFormat is all tables as the sheets of one workbook of Excel.
var workbookFormat = inWorkbook("xlsx", "workbook")

// inWorkbook is all tables as the sheets of one workbook, in a format by its name. holder is what the file is called.
func inWorkbook(name, holder string) TableFormat {
	f, ok := workbook.FormatOf("results." + name)
	if !ok {
		panic("no format of workbooks " + name)
	}
	return TableFormat{
		Name: name, File: "results." + name, Holder: holder, Title: "All tables as " + strings.Replace(f.Called, "an", "one", 1), mediaType: f.MediaType,
		encode: func(tables []result.Rows, r *Folder) ([]byte, error) { return encodeWorkbook(f, tables, r) },
	}
}

// encodeWorkbook writes tables as one workbook in a format, with what it is, where it comes from and what every column means.
func encodeWorkbook(f workbook.Format, tables []result.Rows, r *Folder) ([]byte, error) {
	title, p := r.description().Title, &r.Provenance
	var sheets []workbook.Table
	var described []datapackage.Resource
	for _, t := range tables {
		s, err := resultSheet(t, p)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
		described = append(described, datapackage.Table(p.words().Table(t.Table)))
	}
	dictionary := datapackage.Dictionary(described)
	contents := resultContents(title, append(slices.Clone(sheets), dictionary), append(described, datapackage.Resource{Title: "Every column: type, unit and meaning"}))
	contents.Above = slices.Concat(contents.Above, p.lines(), [][]string{{}})
	return f.Write(title, slices.Concat(r.summarySheet(), []workbook.Table{contents, dictionary}, sheets))
}

// resultSheet is a result table as a sheet. It holds what the CSV file does, less what keeps a spreadsheet that opens
// that from running text.
func resultSheet(t result.Rows, p *Provenance) (workbook.Table, error) {
	records, err := table.Records(t.Table, p.words(), t.Pointer())
	if err != nil {
		return workbook.Table{}, err
	}
	declared := p.words().Table(t.Table)
	if declared.Name == summaryName {
		declared.Name = numbersSheet
	}
	s := workbook.Table{Name: declared.Name, Columns: workbook.TextColumns(records[0]...), Rows: records[1:], Format: cellFormats(t.Table, records[1:])}
	for i, c := range declared.Columns {
		if column := &s.Columns[i]; c.Type == "number" || c.Type == "integer" {
			column.Number, column.Format = true, datapackage.NumberFormat(c.Type, t.Columns[i].Unit)
		}
	}
	return s, nil
}

// cellFormats finds the format of cells that are about the outcome of their row, or about a share of its variance.
func cellFormats(t result.Table, records [][]string) func(row, column int) string {
	place := func(name string) int {
		return slices.IndexFunc(t.Columns, func(c result.Column) bool { return c.Name == name })
	}
	outcome, statistic := place("outcome"), place("statistic")
	return func(i, column int) string {
		row := records[i]
		if workbook.Cell(row, statistic) == result.DShare {
			return datapackage.NumberFormat("number", unit.Parse("share"))
		}
		if o, ok := result.OutcomeByName(workbook.Cell(row, outcome)); ok && t.Columns[column].Unit.IsOfOutcome() {
			return datapackage.NumberFormat("number", o.Unit())
		}
		return ""
	}
}

// resultContents is the first sheet: what the workbook is, and what its sheets hold.
func resultContents(title string, sheets []workbook.Table, described []datapackage.Resource) workbook.Table {
	s := datapackage.Contents([][]string{
		{title}, {},
		{"Number formats round what is shown; the cells hold every digit. INF is infinite, as a payback that never comes; an empty cell is not known or does not apply."}, {},
	})
	for i, t := range sheets {
		what := described[i].Title
		if d := described[i].Description; d != "" {
			what += ": " + strings.ToLower(d[:1]) + d[1:]
		}
		datapackage.List(&s, t, what)
	}
	return s
}

// lines say where results come from, a label and a value each.
func (p *Provenance) lines() [][]string {
	if len(p.Saved) > 0 {
		return p.savedLines()
	}
	lines := [][]string{
		{"case", p.Case.Name + ": " + p.Case.Title},
		{"hash of the case", p.Case.Hash},
		{"map", p.Map},
		{"years simulated", table.FormatNumber(p.HorizonYears) + ", from " + p.StartDate},
		{"money", p.Currency + ", prices of " + p.PriceYear},
		{"baseline", p.Baseline},
		{"draws", p.drawn()},
		{"set by the user", strings.Join(p.Set, ", ")},
		{"program", p.Program},
		{"command", p.Command},
		{"data", p.Attribution},
	}
	for _, w := range p.Warnings {
		lines = append(lines, []string{"warning", w})
	}
	return slices.DeleteFunc(lines, func(line []string) bool { return line[1] == "" })
}

// drawn says how the draws were made.
func (p *Provenance) drawn() string {
	if p.Draws == 0 {
		return "none: every assumption at one value"
	}
	correlated := "correlated as the case says"
	if !p.Correlated {
		correlated = "independent"
	}
	return fmt.Sprintf("%d, sampler %s, seed %d, %s", p.Draws, p.Sampler, p.Seed, correlated)
}
