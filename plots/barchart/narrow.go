package barchart

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// In a column of a journal, names stand above their bars, columns with swatches become a key, and the widest columns go until
// there is space for the bars.

// leastBars is the share of the width that a narrow chart keeps for its bars.
const leastBars = 0.36

// narrowed is the chart as a narrow one shows it; the chart itself where it has space.
func (b Bars) narrowed() Bars {
	if !chart.Narrow(b.Width) || len(b.key) > 0 {
		return b
	}
	var kept []int
	for i, column := range b.Columns {
		if column.Swatch != nil {
			b.key = append(b.key, chart.KeyItem{Text: column.Heading, Swatch: chart.FillSwatch(*column.Swatch)})
		} else {
			kept = append(kept, i)
		}
	}
	rows := b.Rows
	b.Rows = make([]Bar, len(rows))
	for i, row := range rows {
		row.Detail, row.Most = "", b.Width-8
		b.Rows[i] = row
	}
	all := b.Columns
	for {
		b.Columns = nil
		for j, row := range rows {
			b.Rows[j].Cells = nil
			for _, i := range kept {
				b.Rows[j].Cells = append(b.Rows[j].Cells, row.Cells[i])
			}
		}
		for _, i := range kept {
			b.Columns = append(b.Columns, all[i])
		}
		if len(kept) == 0 || b.Width-b.columnsWidth() >= leastBars*b.Width {
			return b
		}
		widest := 0
		for k := range kept {
			if b.columnWidth(k) > b.columnWidth(widest) {
				widest = k
			}
		}
		kept = slices.Delete(kept, widest, widest+1)
	}
}

// keyHeight is the space of the key of a narrow chart.
func (b Bars) keyHeight() vg.Length {
	if len(b.key) == 0 {
		return 0
	}
	return chart.KeyHeightIn(b.key, b.Width)
}

// drawNameAbove writes the name from the head of its row down.
func (row Bar) drawNameAbove(c draw.Canvas, head vg.Length) {
	at := vg.Point{X: c.Min.X, Y: head}
	for _, line := range row.lines() { // on white, clear of gridlines
		w := row.font().Width(line)
		chart.FillRectangle(c, chart.Rectangle(at.X, at.Y-row.font().Leading(), at.X+w+3, at.Y), chart.White)
		row.font().DrawTop(c, at, chart.Left, line)
		at.Y -= row.font().Leading()
	}
}
