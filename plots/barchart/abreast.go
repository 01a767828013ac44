package barchart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Abreast is two charts of the same rows side by side. The names stand at the left alone, so those of the right chart are
// empty.
type Abreast struct{ Left, Right Bars }

const betweenCharts = vg.Length(18)

// even gives the charts rows and heads of the same height.
func (a Abreast) even() Abreast {
	rows, head := a.Left.heights(), max(a.Left.headHeight(), a.Right.headHeight())
	for i, h := range a.Right.heights() {
		rows[i] = max(rows[i], h)
	}
	a.Left.leastRows, a.Left.leastHead = rows, head
	a.Right.leastRows, a.Right.leastHead = rows, head
	return a
}

// Height is the height of the charts.
func (a Abreast) Height() vg.Length {
	a = a.even()
	return max(a.Left.Height(), a.Right.Height())
}

// Draw draws the charts; each has half of what the names leave.
func (a Abreast) Draw(c draw.Canvas) {
	a = a.even()
	half := (c.Size().X - a.Left.namesWidth() - betweenCharts) / 2
	middle := c.Min.X + a.Left.namesWidth() + half
	left, right := c, c
	left.Rectangle = chart.Rectangle(c.Min.X, c.Min.Y, middle, c.Max.Y)
	right.Rectangle = chart.Rectangle(middle+betweenCharts, c.Min.Y, c.Max.X, c.Max.Y)
	a.Left.Draw(left)
	a.Right.Draw(right)
}
