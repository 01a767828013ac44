package barchart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

const stampSide = vg.Length(5) // between a stamp's edge and its letter

// stamped says whether the cell stands out.
func (column Column) stamped(cell string) bool { return column.Stamped != "" && cell == column.Stamped }

// stampMargin is the space at each side of a cell of a column with stamps.
func (column Column) stampMargin() vg.Length {
	if column.Stamped == "" {
		return 0
	}
	return stampSide
}

// fontOf is how a cell is set.
func (column Column) fontOf(cell string, others chart.Font) chart.Font {
	if column.stamped(cell) {
		return chart.Font{Size: chart.BoldFont.Size, Bold: true, Color: chart.White}
	}
	return others
}

// DrawCell writes a cell up to the point and about its height, in the font of its row unless it stands out.
func (column Column) DrawCell(c draw.Canvas, right vg.Point, row chart.Font, cell string) {
	font := column.fontOf(cell, row)
	if column.stamped(cell) {
		half, w := font.Size*0.62, font.Width(cell)+2*stampSide
		chart.FillRectangle(c, chart.Rectangle(right.X-w, right.Y-half, right.X, right.Y+half), chart.Charcoal)
	}
	right.X -= column.stampMargin()
	font.DrawMiddle(c, right, chart.Right, cell)
}
