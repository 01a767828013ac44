// Package barchart draws rows of bars, boxes, spans and dots along one axis, each with its name and its figures beside it,
// in the house style of package chart.
package barchart

import (
	"slices"

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
	Base    Mark   // where spans start, a solid line instead of that at zero
	Axis    string // under the right end of the axis, as the unit where the ticks do not show it; empty for none

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

func (row Bar) font() chart.Font {
	if row.Bold {
		return chart.BoldFont
	}
	return chart.LabelFont
}

func (row Bar) lines() []string { return row.font().Wrap(row.Name, row.nameMost()) }

func (row Bar) detail() []string { return chart.SmallFont.Wrap(row.Detail, row.nameMost()) }

// nameMost is how wide the name may be.
func (row Bar) nameMost() vg.Length {
	switch {
	case row.Most > 0:
		return row.Most
	case row.Detail != "":
		return labelsMost
	}
	return namesMost
}

// labelHeight is the height of the name and what is under it.
func (row Bar) labelHeight() vg.Length {
	return chart.LabelFont.Height(len(row.lines())) + chart.SmallFont.Height(len(row.detail()))
}

// evenMost is up to which height of the highest row all rows are as high, for an even rhythm. One long name must not make them
// all that high.
const evenMost = vg.Length(52)

// heights are those of the rows: enough for the name of each.
func (b Bars) heights() []vg.Length {
	all := make([]vg.Length, len(b.Rows))
	most := vg.Length(0)
	for i, row := range b.Rows {
		switch {
		case b.Dense:
			all[i] = DensePitch(len(row.Dots), len(row.lines()))
		case chart.Narrow(b.Width):
			all[i] = chart.LabelFont.Height(len(row.lines())) + max(barThickness, dotSpacing*vg.Length(len(row.Dots))) + rowPadding
		default:
			all[i] = max(barThickness+rowPadding, row.labelHeight()+5)
		}
		if i < len(b.leastRows) {
			all[i] = max(all[i], b.leastRows[i])
		}
		most = max(most, all[i])
	}
	if b.Dense || most <= evenMost {
		for i := range all {
			all[i] = most
		}
	}
	return all
}

// rowsHeight is the height of all rows.
func (b Bars) rowsHeight() vg.Length {
	var sum vg.Length
	for _, h := range b.heights() {
		sum += h
	}
	return sum
}

// place is where a row lies on the axis of rows, which goes up in points from the foot of the last.
func (b Bars) place(heights []vg.Length, i int) (foot, middle, head float64) {
	for _, h := range heights[i+1:] {
		foot += h.Points()
	}
	head = foot + heights[i].Points()
	middle = (foot + head) / 2
	if chart.Narrow(b.Width) { // the name stands above
		middle = (foot + head - chart.LabelFont.Height(len(b.Rows[i].lines())).Points()) / 2
	}
	return foot, middle, head
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
	ticks := chart.Thin(b.Scale.Ticks(b.Scale.Min, b.Scale.Max), chart.LabelFont, length, b.Scale.Max-b.Scale.Min, 8)
	p := chart.Rows(b.Scale, ticks, b.rowsHeight().Points())
	p.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		for i, row := range b.Rows {
			foot, middle, head := b.place(heights, i)
			row.Band.draw(c, x, y(foot), y(head))
			row.draw(c, x, y(middle))
		}
	}))
	area, x, y := chart.Area(p, middle)
	if b.Base.Label == "" && b.Scale.Min <= 0 && 0 <= b.Scale.Max {
		area.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1}, x(0), area.Min.Y, x(0), area.Max.Y)
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

// drawLabel writes the name, and what is under it, up to the point and about its height.
func (row Bar) drawLabel(c draw.Canvas, at vg.Point) {
	if row.Detail == "" {
		row.font().DrawMiddle(c, at, chart.Right, row.lines()...)
		return
	}
	at.Y += row.labelHeight() / 2
	row.font().DrawTop(c, at, chart.Right, row.lines()...)
	at.Y -= chart.LabelFont.Height(len(row.lines()))
	chart.SmallFont.DrawTop(c, at, chart.Right, row.detail()...)
}

func (row Bar) draw(c draw.Canvas, x func(float64) vg.Length, y vg.Length) {
	left, right, net := 0.0, 0.0, 0.0
	for _, piece := range row.Pieces {
		from := &right
		if piece.Value < 0 {
			from = &left
		}
		piece.draw(c, x(*from), x(*from+piece.Value), y)
		*from += piece.Value
		if piece.Counts {
			net += piece.Value
		}
	}
	if row.Net {
		chart.Diamond.Draw(c, vg.Point{X: x(net), Y: y}, 5.5, chart.White, false)
		chart.Diamond.Draw(c, vg.Point{X: x(net), Y: y}, 4, chart.Ink, false)
	}
	for _, w := range row.Whiskers {
		w.draw(c, x, y)
	}
	if row.Box != nil {
		row.Box.draw(c, x, y)
	}
	drawSpans(c, row.Spans, x, y)
}

// draw leaves a thin white line at the right end, so that neighbours are told apart without colour.
func (piece Piece) draw(c draw.Canvas, x0, x1, y vg.Length) {
	r := chart.Rectangle(x0, y-barThickness/2, x1, y+barThickness/2)
	if r.Size().X < 0.05 {
		return
	}
	if r.Size().X > 2.5 {
		r.Max.X -= 0.8
	}
	piece.Fill.Paint(c, r)
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
