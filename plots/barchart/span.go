package barchart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Span is a piece of a bar that starts anywhere, as at a base that is not zero. Where it goes on without bound it ends in
// an arrow at the side of the plot.
type Span struct {
	From, To float64
	Fill     chart.Fill
}

// covers says whether the span has any length in the values.
func (s Span) covers() bool { return !math.IsNaN(s.From) && !math.IsNaN(s.To) && s.From != s.To }

// meets says whether two spans share more than an end.
func (s Span) meets(other Span) bool {
	return s.covers() && other.covers() && max(min(s.From, s.To), min(other.From, other.To)) < min(max(s.From, s.To), max(other.From, other.To))
}

// drawSpans draws the spans of a row. Where two lie on each other each gets its share of the bar's height, the first the
// uppermost, so that both are seen.
func drawSpans(c draw.Canvas, spans []Span, x func(float64) vg.Length, y vg.Length) {
	lanes := vg.Length(1)
	for i, s := range spans {
		for _, other := range spans[:i] {
			if s.meets(other) {
				lanes = vg.Length(len(spans))
			}
		}
	}
	top, height := y+barThickness/2, barThickness/lanes
	for i, s := range spans {
		if !s.covers() {
			continue
		}
		head := top
		if lanes > 1 {
			head -= vg.Length(i) * height
		}
		r := chart.Rectangle(beside(c, x, s.From), head-height, beside(c, x, s.To), head)
		if r.Size().X > 0.05 {
			s.Fill.Paint(c, r)
		}
		if math.IsInf(s.To, 0) {
			drawArrow(c, vg.Point{X: beside(c, x, s.To), Y: head - height/2}, s.To > 0, s.Fill.Color)
		}
	}
}

// drawArrow points out from a point at the side.
func drawArrow(c draw.Canvas, at vg.Point, right bool, col color.Color) {
	out := vg.Length(-1)
	if right {
		out = 1
	}
	tip := vg.Point{X: at.X + out*arrow, Y: at.Y}
	c.FillPolygon(col, []vg.Point{tip, {X: tip.X - out*arrow*1.5, Y: at.Y + arrow}, {X: tip.X - out*arrow*1.5, Y: at.Y - arrow}})
}

// beside is where a value lies: at the side of the canvas if it is infinite.
func beside(c draw.Canvas, x func(float64) vg.Length, v float64) vg.Length {
	switch {
	case math.IsInf(v, 1):
		return c.Max.X
	case math.IsInf(v, -1):
		return c.Min.X
	}
	return x(v)
}
