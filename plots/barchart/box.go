package barchart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Whisker is an interval drawn over a bar.
type Whisker struct {
	Lo, Hi float64
	Open   bool // without a line across at Lo
}

const whiskerCap = vg.Length(4.5) // half of the bar across each end

func (w Whisker) draw(c draw.Canvas, x func(float64) vg.Length, y vg.Length) {
	for _, line := range []draw.LineStyle{{Color: chart.White, Width: 3.2}, {Color: chart.Ink, Width: 1.2}} {
		c.StrokeLine2(line, x(w.Lo), y, x(w.Hi), y)
		if !w.Open {
			c.StrokeLine2(line, x(w.Lo), y-whiskerCap, x(w.Lo), y+whiskerCap)
		}
		c.StrokeLine2(line, x(w.Hi), y-whiskerCap, x(w.Hi), y+whiskerCap)
	}
}

// Box is a distribution: whiskers from P05 to P95, a box from P25 to P75, a line at the median and a diamond at the
// mean. What is NaN is left out; what is infinite ends in an arrow at the side of the plot.
type Box struct {
	P05, P25, P50, P75, P95, Mean float64
	Color                         color.NRGBA
}

// Range is the range of what is finite in the box; false if nothing is.
func (b Box) Range() (lo, hi float64, any bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range []float64{b.P05, b.P25, b.P50, b.P75, b.P95, b.Mean} {
		if chart.Finite(v) {
			lo, hi, any = min(lo, v), max(hi, v), true
		}
	}
	return lo, hi, any
}

// The looks of a box.
const (
	boxHalf  = vg.Length(7)
	boxShare = 0.38 // of the colour in its fill
	arrow    = vg.Length(5)
)

func (b Box) draw(c draw.Canvas, x func(float64) vg.Length, y vg.Length) {
	at := func(v float64) vg.Length { return beside(c, x, v) }
	line := draw.LineStyle{Color: b.Color, Width: 1.4}
	b.drawWhiskers(c, line, at, y)
	b.drawBox(c, line, at, y)
	b.drawArrows(c, at, y)
	if chart.Finite(b.P50) {
		c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 2}, x(b.P50), y-boxHalf, x(b.P50), y+boxHalf)
	}
	if chart.Finite(b.Mean) {
		DrawMean(c, vg.Point{X: x(b.Mean), Y: y})
	}
}

func (b Box) drawBox(c draw.Canvas, line draw.LineStyle, at func(float64) vg.Length, y vg.Length) {
	if !math.IsNaN(b.P25) && !math.IsNaN(b.P75) && at(b.P25) < at(b.P75) {
		r := chart.Rectangle(at(b.P25), y-boxHalf, at(b.P75), y+boxHalf)
		chart.FillRectangle(c, r, chart.Tint(b.Color, boxShare))
		chart.StrokeRectangle(c, r, line)
	}
}

// DrawMean marks a mean.
func DrawMean(c draw.Canvas, at vg.Point) {
	chart.Diamond.Draw(c, at, 3.2, chart.Ink, false)
}

// spans says whether the whiskers go from somewhere to somewhere.
func (b Box) spans() bool {
	return !math.IsNaN(b.P05) && !math.IsNaN(b.P95) && !math.IsInf(b.P05, 1) && !math.IsInf(b.P95, -1)
}

func (b Box) drawWhiskers(c draw.Canvas, line draw.LineStyle, at func(float64) vg.Length, y vg.Length) {
	if !b.spans() {
		return
	}
	c.StrokeLine2(line, at(b.P05), y, at(b.P95), y)
	for _, end := range []float64{b.P05, b.P95} {
		if chart.Finite(end) {
			c.StrokeLine2(line, at(end), y-whiskerCap, at(end), y+whiskerCap)
		}
	}
}

// drawArrows points to infinite ends.
func (b Box) drawArrows(c draw.Canvas, at func(float64) vg.Length, y vg.Length) {
	for _, end := range []float64{b.P05, b.P95} {
		if b.spans() && math.IsInf(end, 0) {
			drawArrow(c, vg.Point{X: at(end), Y: y}, end > 0, b.Color)
		}
	}
}

// BoxSwatch shows a box without its whiskers.
func BoxSwatch(col color.NRGBA) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) {
		chart.FillRectangle(c, r, chart.Tint(col, boxShare))
		chart.StrokeRectangle(c, r, draw.LineStyle{Color: col, Width: 1.4})
	}
}

// WhiskerSwatch shows an interval.
func WhiskerSwatch(col color.NRGBA) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) {
		line, y := draw.LineStyle{Color: col, Width: 1.4}, (r.Min.Y+r.Max.Y)/2
		c.StrokeLine2(line, r.Min.X, y, r.Max.X, y)
		c.StrokeLine2(line, r.Min.X, y-whiskerCap, r.Min.X, y+whiskerCap)
		c.StrokeLine2(line, r.Max.X, y-whiskerCap, r.Max.X, y+whiskerCap)
	}
}

// OpenWhiskerSwatch shows the far end of an open whisker.
func OpenWhiskerSwatch(c draw.Canvas, r vg.Rectangle) {
	Whisker{Lo: 0, Hi: 1, Open: true}.draw(c, func(v float64) vg.Length { return r.Min.X + r.Size().X*vg.Length(v) }, (r.Min.Y+r.Max.Y)/2)
}

// MedianSwatch shows how a median is marked.
func MedianSwatch(c draw.Canvas, r vg.Rectangle) {
	x := (r.Min.X + r.Max.X) / 2
	c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 2}, x, r.Min.Y, x, r.Max.Y)
}

// MeanSwatch shows how a mean is marked.
func MeanSwatch(c draw.Canvas, r vg.Rectangle) {
	DrawMean(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2})
}
