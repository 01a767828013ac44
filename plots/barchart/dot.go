package barchart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Dot is a value with its interval. The dots of a row lie one below the other.
type Dot struct {
	Value  float64
	Lo, Hi float64 // of the interval; NaN for none
	Marker chart.Marker
	Color  color.Color
	Hollow bool
}

// The measures of dots.
const (
	dotRadius  = vg.Length(4)
	dotSpacing = vg.Length(10.5) // from one dot of a row to the next
	dotCap     = vg.Length(3)    // half of the bar across each end of an interval
)

// Bounded says whether both ends of the interval are there to draw.
func (d Dot) Bounded() bool { return chart.Finite(d.Lo) && chart.Finite(d.Hi) && d.Lo <= d.Hi }

// At is the same dot at a value with an interval.
func (d Dot) At(value, lo, hi float64) Dot {
	d.Value, d.Lo, d.Hi = value, lo, hi
	return d
}

// Range is the range of the value and its interval.
func (d Dot) Range() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	if chart.Finite(d.Value) {
		lo, hi = d.Value, d.Value
	}
	if d.Bounded() {
		lo, hi = min(lo, d.Lo), max(hi, d.Hi)
	}
	return lo, hi
}

// Draw draws the interval and over it the dot, with its middle at a height.
func (d Dot) Draw(c draw.Canvas, x func(float64) vg.Length, y vg.Length) {
	if d.Bounded() {
		line := draw.LineStyle{Color: d.Color, Width: 1.3}
		c.StrokeLine2(line, x(d.Lo), y, x(d.Hi), y)
		c.StrokeLine2(line, x(d.Lo), y-dotCap, x(d.Lo), y+dotCap)
		c.StrokeLine2(line, x(d.Hi), y-dotCap, x(d.Hi), y+dotCap)
	}
	if chart.Finite(d.Value) {
		d.Marker.Draw(c, vg.Point{X: x(d.Value), Y: y}, dotRadius, d.Color, d.Hollow)
	}
}

// drawDots draws the dots of a row, the first uppermost.
func drawDots(c draw.Canvas, dots []Dot, spacing vg.Length, x func(float64) vg.Length, y vg.Length) {
	y += spacing * vg.Length(len(dots)-1) / 2
	for _, d := range dots {
		d.Draw(c, x, y)
		y -= spacing
	}
}

// The measures of dense rows.
const (
	denseSpacing = vg.Length(6.5)
	densePadding = vg.Length(0.5)
)

// DensePitch is the height of a dense row with so many dots and a name of so many lines.
func DensePitch(dots, lines int) vg.Length {
	return max(chart.LabelFont.Height(lines)+densePadding, denseSpacing*vg.Length(dots)+2)
}

// dotSpacing is from one dot of a row to the next.
func (b Bars) dotSpacing() vg.Length {
	if b.Dense {
		return denseSpacing
	}
	return dotSpacing
}

// Swatch shows the dot, for a key.
func (d Dot) Swatch(c draw.Canvas, r vg.Rectangle) {
	d.Marker.Draw(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, dotRadius, d.Color, d.Hollow)
}

// DotWidth is how wide the swatch of a dot is.
const DotWidth = 2 * dotRadius
