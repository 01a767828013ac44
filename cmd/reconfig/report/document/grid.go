package document

import (
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
)

// Grid is a table of the page. The first cell of a row is its heading.
type Grid struct {
	ID, Caption string
	Class       string // sortable, or long where it may be broken between pages
	Columns     []Column
	Rows        [][]Cell
	Notes       []string
}

// Column is a heading, and whether its cells are aligned at the right.
type Column struct {
	Heading string
	Right   bool
}

// Cell is a value with what stands below it. Sort is what a sorted column goes by; empty for the text.
type Cell struct {
	Text, Below string
	Code        string // in the type of code, below
	Sort        string
	Links       []Link
}

// Link leads to a place in the page.
type Link struct {
	Text   string
	Target string
}

// gridOf is a printed table as a table of the page, with all of its columns but those without a value.
func gridOf(id string, t report.Summary) *Grid {
	columns, rows := t.Whole()
	g := &Grid{ID: id, Caption: strings.TrimRight(report.OneLine(t.Title), ".") + "."}
	for _, c := range columns {
		g.Columns = append(g.Columns, Column{plain(c.Heading()), c.AtRight()})
	}
	for _, row := range rows {
		cells := make([]Cell, len(row))
		for i, text := range row {
			value, below, _ := strings.Cut(text, "\n")
			cells[i] = Cell{Text: plain(value), Below: plain(below)}
		}
		g.Rows = append(g.Rows, cells)
	}
	for _, note := range t.Explaining() {
		g.Notes = append(g.Notes, report.Sentence(note))
	}
	return g
}

// plain is a cell without the blanks that align it in print.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

// filled repeats the heading of a row where a printed table leaves it out, for a reader who hears the table.
func filled(g *Grid) *Grid {
	for i := range g.Rows {
		if i > 0 && g.Rows[i][0].Text == "" {
			g.Rows[i][0].Text = g.Rows[i-1][0].Text
		}
	}
	return g
}

// withCodes puts the second column, which has codes, below the first.
func withCodes(g *Grid) *Grid {
	if len(g.Columns) < 2 || g.Columns[1].Heading != "Code" { // no row has one
		return g
	}
	g.Columns = slices.Delete(g.Columns, 1, 2)
	for i, row := range g.Rows {
		row[0].Code = row[1].Text
		g.Rows[i] = slices.Delete(row, 1, 2)
	}
	return g
}
