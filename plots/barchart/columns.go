package barchart

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// columnWidth holds the heading, which may break, and every cell.
func (b Bars) columnWidth(i int) vg.Length {
	w := chart.SmallFont.Widest(chart.SmallFont.Wrap(b.Columns[i].Heading, columnMost)...)
	if b.Columns[i].Swatch != nil {
		w = max(w, chart.SwatchWidth)
	}
	for _, row := range b.Rows {
		w = max(w, b.Columns[i].fontOf(row.Cells[i], row.font()).Width(row.Cells[i])+2*b.Columns[i].stampMargin())
	}
	return w
}

func (b Bars) columnsWidth() vg.Length {
	w := vg.Length(6)
	for i := range b.Columns {
		w += b.columnWidth(i) + columnGap
	}
	return w
}

// headHeight holds the columns' swatches and headings, and the mark's label.
func (b Bars) headHeight() vg.Length {
	h := b.headingsHeight() + 4
	if b.shows(b.Mark) || b.shows(b.Base) || slices.ContainsFunc(b.Columns, func(column Column) bool { return column.Swatch != nil }) {
		h += chart.SwatchHeight + 5
	}
	return max(h, b.leastHead)
}

func (b Bars) headingsHeight() vg.Length {
	lines := 1
	for _, column := range b.Columns {
		lines = max(lines, len(chart.SmallFont.Wrap(column.Heading, columnMost)))
	}
	return chart.SmallFont.Height(lines)
}

// drawColumns writes the figures right-aligned under their headings.
func (b Bars) drawColumns(c, area draw.Canvas, at []vg.Length) {
	right := c.Max.X
	for i := len(b.Columns) - 1; i >= 0; i-- {
		w := b.columnWidth(i)
		b.Columns[i].draw(c, right, area.Max.Y+4+b.headingsHeight())
		for j, row := range b.Rows {
			b.Columns[i].DrawCell(c, vg.Point{X: right, Y: at[j]}, row.font(), row.Cells[i])
		}
		right -= w + columnGap
	}
}

func (column Column) draw(c draw.Canvas, right, top vg.Length) {
	lines := chart.SmallFont.Wrap(column.Heading, columnMost)
	chart.SmallFont.DrawTop(c, vg.Point{X: right, Y: top}, chart.Right, lines...)
	if column.Swatch != nil {
		column.Swatch.Paint(c, chart.Rectangle(right-chart.SwatchWidth, top+3, right, top+3+chart.SwatchHeight))
	}
}
