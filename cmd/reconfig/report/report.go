// Package report is what the commands print: aligned tables and the sentences that say what is in them. It takes
// results and returns text; every figure in the text is computed from them.
package report

import (
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"reconfig/model"
	"reconfig/model/result"
)

// wording is what a case calls its money and its bodies.
func wording(s model.Setting) result.Wording {
	return result.Wording{Currency: s.Currency, BodySingular: s.BodySingular, BodyPlural: s.BodyPlural}
}

// Style says how text may look.
type Style struct {
	Colour   bool // colour may be used: a terminal, and no NO_COLOR
	Markdown bool // tables in Markdown
}

// column is a column of a printed table: its heading, with line breaks, and how it is aligned.
type column struct {
	heading string
	left    bool
	width   int // longest line; 0 for any
}

// render writes rows as an aligned table. Columns without a single value are left out.
func (s Style) render(w io.Writer, columns []column, rows [][]string) {
	columns, rows = withoutEmptyColumns(columns, rows)
	t := table.NewWriter()
	t.SetStyle(plainStyle())
	header := make(table.Row, len(columns))
	configs := make([]table.ColumnConfig, len(columns))
	for i, c := range columns {
		header[i] = c.heading
		if s.Markdown {
			header[i] = strings.ReplaceAll(c.heading, "\n", " ")
		}
		align := text.AlignRight
		if c.left {
			align = text.AlignLeft
		}
		configs[i] = table.ColumnConfig{Number: i + 1, Align: align, AlignHeader: align, VAlignHeader: text.VAlignBottom, WidthMax: c.width, WidthMaxEnforcer: text.WrapSoft}
		if s.Markdown {
			configs[i].WidthMax = 0
		}
	}
	t.AppendHeader(header)
	t.SetColumnConfigs(configs)
	for _, row := range rows {
		cells := make(table.Row, len(row))
		for i, cell := range row {
			cells[i] = cell
		}
		t.AppendRow(cells)
	}
	out := ""
	if s.Markdown {
		out = t.RenderMarkdown()
	} else {
		out = t.Render()
	}
	for line := range strings.Lines(out) {
		io.WriteString(w, strings.TrimRight(line, " \u00A0\n")+"\n")
	}
}

func withoutEmptyColumns(columns []column, rows [][]string) ([]column, [][]string) {
	var keep []int
	for i := range columns {
		if len(rows) == 0 || slices.ContainsFunc(rows, func(row []string) bool { return row[i] != "" }) {
			keep = append(keep, i)
		}
	}
	kept := make([]column, len(keep))
	cells := make([][]string, len(rows))
	for i, at := range keep {
		kept[i] = columns[at]
		for j, row := range rows {
			cells[j] = append(cells[j], row[at])
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

// Emphasis sets a word off in bold where colour may be used.
func Emphasis(colour bool, words string) string {
	if !colour {
		return words
	}
	return "\x1b[1m" + words + "\x1b[0m"
}

// lineWidth is how long lines of text may be.
const lineWidth = 100

// WriteParagraphs writes sentences, each as a paragraph of its own with a dash before it; empty ones are passed over.
func WriteParagraphs(w io.Writer, sentences []string) {
	for _, sentence := range sentences {
		if sentence == "" {
			continue
		}
		lines := strings.Split(wrap(sentence, lineWidth-2), "\n")
		for i, line := range lines {
			lead := "  "
			if i == 0 {
				lead = "- "
			}
			io.WriteString(w, strings.TrimRight(lead+line, " ")+"\n")
		}
	}
}

// wrap breaks a text into lines of at most width letters.
func wrap(words string, width int) string {
	lines := strings.Split(text.WrapSoft(words, width), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
