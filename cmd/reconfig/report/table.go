package report

import (
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Column is a column of a printed table: its heading, with line breaks, and how it is aligned.
type Column struct {
	heading string
	align   text.Align
	width   int // longest line; 0 for any

	dispensable bool // it goes first where the width does not hold all
	note        string
}

// Text is a column of words, aligned at the left.
func Text(heading string) Column { return Column{heading: heading, align: text.AlignLeft} }

// Number is a column of numbers, aligned at the right.
func Number(heading string) Column { return Column{heading: heading, align: text.AlignRight} }

// Heading is the heading on one line.
func (c Column) Heading() string { return OneLine(c.heading) }

// AtRight says whether cells are aligned at the right.
func (c Column) AtRight() bool { return c.align == text.AlignRight }

// Within is the column with lines of at most so many letters.
func (c Column) Within(width int) Column {
	c.width = width
	return c
}

// Dispensable is the column as one that goes first where the width does not hold all.
func (c Column) Dispensable() Column {
	c.dispensable = true
	return c
}

// Noted is the column with a sentence that explains it, and stands below a table that has the column.
func (c Column) Noted(note string) Column {
	c.note = note
	return c
}

// NameWidth is how long a structure's name may be before it is broken.
const NameWidth = 24

// Render writes rows as an aligned table. Columns without a single value are left out.
func (s Style) Render(w io.Writer, columns []Column, rows [][]string) {
	columns, rows = withoutEmptyColumns(columns, rows)
	t := table.NewWriter()
	t.SetStyle(plainStyle())
	t.AppendHeader(s.header(columns))
	t.SetColumnConfigs(s.configs(columns))
	for _, row := range rows {
		t.AppendRow(cellsOf(row))
	}
	render := t.Render
	if s.Markdown {
		render = t.RenderMarkdown
	}
	for line := range strings.Lines(render()) {
		io.WriteString(w, strings.TrimRight(apart.Replace(line), " \u00A0\n")+"\n")
	}
}

// RenderList writes rows as Render does and, where the style fits the width, leaves out columns from the last, and says which.
func (s Style) RenderList(w io.Writer, columns []Column, rows [][]string) {
	if s.Markdown || !s.Fits {
		s.Render(w, columns, rows)
		return
	}
	columns, rows = withoutEmptyColumns(columns, rows)
	columns, rows, left := fit(columns, rows, s.width())
	var b strings.Builder
	s.Render(&b, columns, rows)
	io.WriteString(w, trimRules(b.String()))
	if len(left) > 0 {
		io.WriteString(w, "\n"+Wrap(leftOut(left), s.textWidth())+"\n")
	}
}

// leftOut says which columns a narrow terminal leaves out, and how to see them.
func leftOut(headings []string) string {
	return "Columns left out at this width: " + strings.Join(headings, ", ") + ". Set COLUMNS=200, or a wider terminal, for all."
}

// header is the headings; in Markdown each on one line.
func (s Style) header(columns []Column) table.Row {
	header := make(table.Row, len(columns))
	for i, c := range columns {
		header[i] = c.heading
		if s.Markdown {
			header[i] = OneLine(c.heading)
		}
	}
	return header
}

// configs says how columns are aligned and broken; Markdown breaks no lines.
func (s Style) configs(columns []Column) []table.ColumnConfig {
	configs := make([]table.ColumnConfig, len(columns))
	for i, c := range columns {
		configs[i] = table.ColumnConfig{Number: i + 1, Align: c.align, AlignHeader: c.align, VAlignHeader: text.VAlignBottom, WidthMax: c.width, WidthMaxEnforcer: text.WrapSoft}
		if s.Markdown {
			configs[i].WidthMax = 0
		}
	}
	return configs
}

func cellsOf(row []string) table.Row {
	cells := make(table.Row, len(row))
	for i, cell := range row {
		cells[i] = marked.Replace(cell)
	}
	return cells
}

// OneLine is a heading with line breaks on one line.
func OneLine(heading string) string { return strings.ReplaceAll(heading, "\n", " ") }

func withoutEmptyColumns(columns []Column, rows [][]string) ([]Column, [][]string) {
	var kept []Column
	cells := make([][]string, len(rows))
	for i, column := range columns {
		if len(rows) > 0 && !slices.ContainsFunc(rows, func(row []string) bool { return row[i] != "" }) {
			continue
		}
		kept = append(kept, column)
		for j, row := range rows {
			cells[j] = append(cells[j], row[i])
		}
	}
	return kept, cells
}

// plainStyle is a table of text alone: a rule under the header, two spaces between columns.
func plainStyle() table.Style {
	style := table.StyleDefault
	style.Options = table.Options{SeparateHeader: true, SeparateColumns: true}
	style.Box = table.BoxStyle{MiddleHorizontal: "─", MiddleSeparator: "─", MiddleVertical: "", PaddingLeft: "", PaddingRight: "  "}
	style.Format.Header = text.FormatDefault
	return style
}
