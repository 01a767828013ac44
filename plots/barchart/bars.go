// Package barchart draws rows of bars, boxes, spans and dots along one axis, each with its name and its figures beside it,
// in the house style of package chart.
package barchart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Bars is a chart of horizontal bars, boxes, spans or dots, a row each, with the values in columns of figures beside
// them: small pieces have no space for a label inside. The columns' headings are the key.
type Bars struct {
	Scale   chart.Scale
	Columns []Column
	Rows    []Bar
	Mark    Mark
	Base    Mark    // where spans start, a solid line instead of that at zero
	Origin  float64 // what a solid line and a label of the axis stand at, where it is not zero
	Axis    string  // under the right end of the axis, as the unit where the ticks do not show it; empty for none

	Width vg.Length // of the body; 0 for the usual
	Dense bool      // rows as close to each other as their names and dots allow

	key       []chart.KeyItem // of a narrow chart, in place of headings with swatches
	leastRows []vg.Length     // heights beside another chart
	leastHead vg.Length
}

// Column heads a column of figures; its swatch, if any, shows which piece of the bar it gives.
type Column struct {
	Heading string
	Swatch  *chart.Fill
	Stamped string // cells that say this are white on dark, so that they stand out; empty for none
}

// Bar is one row. Positive pieces stack to the right of zero, negative ones to the left.
type Bar struct {
	Name   string
	Most   vg.Length // how wide the name may be; 0 for as wide as usual
	Detail string    // in small print under the name; empty for none
	Bold   bool
	Pieces []Piece
	Net    bool // mark the sum of the pieces that count towards it
	Spans  []Span
	Dots   []Dot
	Band   *Band // none for no band

	Whiskers []Whisker
	Box      *Box     // none for a bar
	Cells    []string // one for each column
}

// Piece is a length of a bar with one fill.
type Piece struct {
	Value  float64
	Fill   chart.Fill
	Counts bool // towards the net value
}

// The measures of a chart of bars.
const (
	barThickness = vg.Length(17)
	rowPadding   = vg.Length(11)
	namesMost    = vg.Length(175)
	labelsMost   = vg.Length(225) // of names that have something under them, as labels of assumptions have their codes
	columnGap    = vg.Length(13)
	columnMost   = vg.Length(58)
	belowRows    = vg.Length(24) // the axis
)

// Range is the range of the bars, zero, the whiskers, the dots and the mark, to build the scale from. Charts of spans have
// a range of their own.
func (b Bars) Range() (lo, hi float64) {
	for _, row := range b.Rows {
		left, right := row.ends()
		lo, hi = min(lo, left), max(hi, right)
		for _, w := range row.Whiskers {
			lo, hi = min(lo, w.Lo), max(hi, w.Hi)
		}
		for _, d := range row.Dots {
			from, to := d.Range()
			lo, hi = min(lo, from), max(hi, to)
		}
	}
	if b.Mark.Label != "" {
		lo, hi = min(lo, b.Mark.At), max(hi, b.Mark.At)
	}
	return lo, hi
}

func (row Bar) ends() (left, right float64) {
	for _, piece := range row.Pieces {
		left += min(piece.Value, 0)
		right += max(piece.Value, 0)
	}
	return left, right
}

func (b Bars) namesWidth() vg.Length {
	if chart.Narrow(b.Width) { // names stand above; the first label of the axis has space
		if ticks := b.Scale.Ticks(b.Scale.Min, b.Scale.Max); len(ticks) > 0 {
			return chart.LabelFont.Width(ticks[0].Label) / 2
		}
		return 0
	}
	var w vg.Length
	for _, row := range b.Rows {
		w = max(w, row.font().Widest(row.lines()...), chart.SmallFont.Widest(row.detail()...))
	}
	return w + 8
}

// Height is the height of the whole chart.
func (b Bars) Height() vg.Length {
	b = b.narrowed()
	return b.keyHeight() + b.headHeight() + b.rowsHeight() + belowRows + b.axisHeight()
}

// axisHeight is the space for the words under the axis.
func (b Bars) axisHeight() vg.Length {
	if b.Axis == "" {
		return 0
	}
	return chart.LabelFont.Leading()
}

// Draw draws the chart.
func (b Bars) Draw(c draw.Canvas) {
	b = b.narrowed()
	if len(b.key) > 0 {
		c = chart.DrawKey(c, b.key)
	}
	middle := draw.Crop(c, b.namesWidth(), -b.columnsWidth(), b.axisHeight(), -b.headHeight())
	heights := b.heights()
	length := middle.Max.X - middle.Min.X
	if chart.Narrow(b.Width) { // the labels at the ends take up some of it
		length -= 2 * b.namesWidth()
	}
	ticks := chart.ThinAbout(b.Origin, b.Scale.Ticks(b.Scale.Min, b.Scale.Max), chart.LabelFont, length, b.Scale.Max-b.Scale.Min, 8)
	p := chart.Rows(b.Scale, ticks, b.rowsHeight().Points())
	p.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		for i, row := range b.Rows {
			foot, middle, head := b.place(heights, i)
			row.Band.draw(c, x, y(foot), y(head))
			row.draw(c, x, y(middle))
		}
	}))
	area, x, y := chart.Area(p, middle)
	if b.Base.Label == "" && b.Scale.Min <= b.Origin && b.Origin <= b.Scale.Max {
		area.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1}, x(b.Origin), area.Min.Y, x(b.Origin), area.Max.Y)
	}
	b.drawMarks(area, x)
	at := make([]vg.Length, len(b.Rows))
	for i, row := range b.Rows {
		_, middle, head := b.place(heights, i)
		at[i] = y(middle)
		drawDots(area, row.Dots, b.dotSpacing(), x, at[i]) // which no line across the rows may hide
		if chart.Narrow(b.Width) {
			row.drawNameAbove(c, y(head))
		} else {
			row.drawLabel(c, vg.Point{X: c.Min.X + b.namesWidth() - 8, Y: at[i]})
		}
	}
	b.drawColumns(c, area, at)
	if b.Axis != "" {
		chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y + 2}, chart.Right, b.Axis)
	}
}
