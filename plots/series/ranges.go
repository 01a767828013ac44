package series

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
)

// Where lines end, their ranges stand beside the plot, in columns: several bands in the plot would hide one another.

// EndRange is where the draws of a line lie at its end.
type EndRange struct {
	Look figure.Look
	At   float64
	figure.Interval
}

// The measures of the ranges beside a plot.
const (
	rangeApart = vg.Length(11)
	rangesSide = vg.Length(8) // beside the first and the last
	rangeDot   = vg.Length(2.6)
)

// RangesWidth is the width that so many ranges need; none for one, whose band says all.
func RangesWidth(n int) vg.Length {
	if n < 2 {
		return 0
	}
	return rangeApart*vg.Length(n-1) + 2*rangesSide
}

// DrawRanges draws the ranges from the left on.
func DrawRanges(c draw.Canvas, all []EndRange, left vg.Length, y func(float64) vg.Length) {
	for i, r := range all {
		if !r.Known() {
			continue
		}
		x := left + rangesSide + rangeApart*vg.Length(i)
		figure.DrawInterval(c, chart.Segment{From: vg.Point{X: x, Y: y(r.Lo)}, To: vg.Point{X: x, Y: y(r.Hi)}}, true, r.Look.Color)
		r.Look.Marker.Draw(c, vg.Point{X: x, Y: y(r.At)}, rangeDot, r.Look.Color, false)
	}
}

// RangesKey explains them.
func RangesKey(when string) chart.KeyItem {
	return chart.KeyItem{Text: "The same of each in bold, " + when, Width: 10, Swatch: func(c draw.Canvas, r vg.Rectangle) {
		m := chart.Middle(r)
		figure.DrawInterval(c, chart.Segment{From: vg.Point{X: m.X, Y: r.Min.Y}, To: vg.Point{X: m.X, Y: r.Max.Y}}, true, chart.DarkGrey)
		chart.Circle.Draw(c, m, rangeDot, chart.DarkGrey, false)
	}}
}
