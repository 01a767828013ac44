package data

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"reconfig/data/table"
	"reconfig/model/result"
)

// WorkbookFile is where a result folder has all of its tables once more, as one Excel workbook.
const WorkbookFile = "results.xlsx"

const workbookMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// writeResultsWorkbook writes tables as one workbook, with what it is, where it comes from and what every column means,
// and describes it.
func (f *pendingFolder) writeResultsWorkbook(title string, tables []resultTable, p *Provenance) (resource, error) {
	var sheets []sheetTable
	var described []resource
	for _, t := range tables {
		s, err := resultSheet(t, p)
		if err != nil {
			return resource{}, err
		}
		sheets = append(sheets, s)
		described = append(described, tableResource(p.words().Table(t.declared)))
	}
	dictionary := dictionaryOf(described)
	contents := resultContents(title, append(slices.Clone(sheets), dictionary), append(described, resource{Title: "Every column: type, unit and meaning"}))
	contents.above = slices.Concat(contents.above, p.lines(), [][]string{{}})
	content, err := writeWorkbook(title, p.words(), slices.Concat([]sheetTable{contents, dictionary}, sheets))
	if err != nil {
		return resource{}, fmt.Errorf("%s: %w", WorkbookFile, err)
	}
	if err := f.write(WorkbookFile, content); err != nil {
		return resource{}, err
	}
	r := resource{Name: "workbook", Path: WorkbookFile, Title: "All tables as one Excel workbook", Format: "xlsx", MediaType: workbookMediaType}
	return r.describe(content), nil
}

// resultSheet is a result table as a sheet. It holds what the CSV file does, less what keeps a spreadsheet that opens
// that from running text.
func resultSheet(t resultTable, p *Provenance) (sheetTable, error) {
	var b bytes.Buffer
	if err := t.write(&b, p.words()); err != nil {
		return sheetTable{}, err
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		return sheetTable{}, err
	}
	declared := p.words().Table(t.declared)
	s := sheetTable{name: declared.Name, columns: textColumns(records[0]...), rows: records[1:], unit: cellUnits(declared, p.words())}
	for i, c := range declared.Columns {
		if column := &s.columns[i]; c.Type == "number" || c.Type == "integer" {
			column.number, column.format = true, numberFormat(c.Type, c.Unit, p.words())
			continue
		}
		for _, row := range s.rows {
			row[i] = table.Undefuse(row[i])
		}
	}
	return s, nil
}

// cellUnits finds the unit of cells that are about the outcome of their row, or about a share of its variance.
func cellUnits(t result.Table, words result.Wording) func(row []string, column int) string {
	place := func(name string) int {
		return slices.IndexFunc(t.Columns, func(c result.Column) bool { return c.Name == name })
	}
	outcome, statistic := place("outcome"), place("statistic")
	return func(row []string, column int) string {
		if cellOf(row, statistic) == result.DShare {
			return "share"
		}
		if o, ok := result.OutcomeByName(cellOf(row, outcome)); ok && t.Columns[column].Unit == "of the outcome" {
			return words.Unit(o.Column().Unit)
		}
		return ""
	}
}

// resultContents is the first sheet: what the workbook is, and what its sheets hold.
func resultContents(title string, sheets []sheetTable, described []resource) sheetTable {
	s := newContents([][]string{
		{title}, {},
		{"Number formats round what is shown; the cells hold every digit. INF is infinite, as a payback that never comes; an empty cell is not known or does not apply."}, {},
	})
	for i, t := range sheets {
		what := described[i].Title
		if d := described[i].Description; d != "" {
			what += ": " + strings.ToLower(d[:1]) + d[1:]
		}
		s.list(t, what)
	}
	return s
}

// lines say where results come from, a label and a value each.
func (p *Provenance) lines() [][]string {
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
