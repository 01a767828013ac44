package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Bars is a chart of stacked horizontal bars or boxes, one for each row, with the values in columns of figures beside
// them: small parts have no room for a label inside. The columns' headings are the key.
type Bars struct {
	Scale   Scale
	Columns []Column
	Rows    []Bar
	Mark    Mark
	Axis    string // under the right end of the axis, as the unit where the ticks do not show it; empty for none
}

// Column heads a column of figures; its swatch, if any, shows the part of the bar that it gives.
type Column struct {
	Heading string
	Swatch  *Fill
}

// Bar is one row. Positive parts stack to the right of zero, negative ones to the left.
type Bar struct {
	Name  string
	Bold  bool
	Parts []Part
	Net   bool // mark the sum of the parts that count towards it

	Whiskers []Whisker
	Box      *Box     // none for a bar
	Cells    []string // one for each column
}

// Part is a piece of a bar.
type Part struct {
	Value  float64
	Fill   Fill
	Counts bool // towards the net value
}

// Mark is a line across all bars.
type Mark struct {
	At    float64
	Label string // empty: no line
}

// The measures of a chart of bars.
const (
	barThickness = vg.Length(17)
	rowPadding   = vg.Length(11)
	namesMost    = vg.Length(175)
	columnGap    = vg.Length(13)
	columnMost   = vg.Length(58)
	belowRows    = vg.Length(24) // the axis
)

// Range is the range of the bars, zero, the whiskers and the mark, to build the scale from.
func (b Bars) Range() (lo, hi float64) {
	for _, row := range b.Rows {
		left, right := row.ends()
		lo, hi = min(lo, left), max(hi, right)
		for _, w := range row.Whiskers {
			lo, hi = min(lo, w.Lo), max(hi, w.Hi)
		}
	}
	if b.Mark.Label != "" {
		lo, hi = min(lo, b.Mark.At), max(hi, b.Mark.At)
	}
	return lo, hi
}

func (row Bar) ends() (left, right float64) {
	for _, part := range row.Parts {
		left += min(part.Value, 0)
		right += max(part.Value, 0)
	}
	return left, right
}

func (row Bar) font() Font {
	if row.Bold {
		return BoldFont
	}
	return LabelFont
}

func (row Bar) lines() []string { return row.font().Wrap(row.Name, namesMost) }

// pitch is the height of a row: enough for the longest name.
func (b Bars) pitch() vg.Length {
	h := barThickness + rowPadding
	for _, row := range b.Rows {
		h = max(h, LabelFont.Height(len(row.lines()))+5)
	}
	return h
}

func (b Bars) namesWidth() vg.Length {
	var w vg.Length
	for _, row := range b.Rows {
		w = max(w, row.font().Widest(row.lines()...))
	}
	return w + 8
}

// columnWidth holds the heading, which may break, and every cell.
func (b Bars) columnWidth(i int) vg.Length {
	w := SmallFont.Widest(SmallFont.Wrap(b.Columns[i].Heading, columnMost)...)
	if b.Columns[i].Swatch != nil {
		w = max(w, swatchWidth)
	}
	for _, row := range b.Rows {
		w = max(w, row.font().Width(row.Cells[i]))
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
	if b.Mark.Label != "" || slices.ContainsFunc(b.Columns, func(column Column) bool { return column.Swatch != nil }) {
		h += swatchHeight + 5
	}
	return h
}

func (b Bars) headingsHeight() vg.Length {
	lines := 1
	for _, column := range b.Columns {
		lines = max(lines, len(SmallFont.Wrap(column.Heading, columnMost)))
	}
	return SmallFont.Height(lines)
}

// Height is the height of the whole chart.
func (b Bars) Height() vg.Length {
	return b.headHeight() + b.pitch()*vg.Length(len(b.Rows)) + belowRows + b.axisHeight()
}

// axisHeight is the room for the words under the axis.
func (b Bars) axisHeight() vg.Length {
	if b.Axis == "" {
		return 0
	}
	return LabelFont.Leading()
}

// Draw draws the chart.
func (b Bars) Draw(c draw.Canvas) {
	middle := draw.Crop(c, b.namesWidth(), -b.columnsWidth(), b.axisHeight(), -b.headHeight())
	n := float64(len(b.Rows))
	ticks := Thin(b.Scale.Ticks(b.Scale.Min, b.Scale.Max), LabelFont, middle.Max.X-middle.Min.X, b.Scale.Max-b.Scale.Min, 8)
	p := Rows(b.Scale, ticks, n)
	p.Add(Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		for i, row := range b.Rows {
			row.draw(c, x, y(n-float64(i)-0.5))
		}
	}))
	area, x, y := Area(p, middle)
	if b.Scale.Min <= 0 && 0 <= b.Scale.Max {
		area.StrokeLine2(draw.LineStyle{Color: Ink, Width: 1}, x(0), area.Min.Y, x(0), area.Max.Y)
	}
	b.drawMark(area, x)
	for i, row := range b.Rows {
		at := vg.Point{X: c.Min.X + b.namesWidth() - 8, Y: y(n - float64(i) - 0.5)}
		row.font().DrawMiddle(c, at, Right, row.lines()...)
	}
	b.drawColumns(c, area, y)
	if b.Axis != "" {
		LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y + 2}, Right, b.Axis)
	}
}

func (row Bar) draw(c draw.Canvas, x func(float64) vg.Length, y vg.Length) {
	left, right, net := 0.0, 0.0, 0.0
	for _, part := range row.Parts {
		from := &right
		if part.Value < 0 {
			from = &left
		}
		part.draw(c, x(*from), x(*from+part.Value), y)
		*from += part.Value
		if part.Counts {
			net += part.Value
		}
	}
	if row.Net {
		Diamond.Draw(c, vg.Point{X: x(net), Y: y}, 5.5, White, false)
		Diamond.Draw(c, vg.Point{X: x(net), Y: y}, 4, Ink, false)
	}
	for _, w := range row.Whiskers {
		w.draw(c, x, y)
	}
	if row.Box != nil {
		row.Box.draw(c, x, y)
	}
}

// draw leaves a thin white line at the right end, so that neighbours are told apart without colour.
func (part Part) draw(c draw.Canvas, x0, x1, y vg.Length) {
	r := Rectangle(x0, y-barThickness/2, x1, y+barThickness/2)
	if r.Size().X < 0.05 {
		return
	}
	if r.Size().X > 2.5 {
		r.Max.X -= 0.8
	}
	part.Fill.Paint(c, r)
}

func (b Bars) drawMark(area draw.Canvas, x func(float64) vg.Length) {
	if b.Mark.Label == "" {
		return
	}
	line := draw.LineStyle{Color: Ink, Width: 1.3, Dashes: []vg.Length{5, 3}}
	area.StrokeLine2(line, x(b.Mark.At), area.Min.Y, x(b.Mark.At), area.Max.Y+5)
	half := LabelFont.Width(b.Mark.Label) / 2
	at := vg.Point{X: within(x(b.Mark.At), area.Min.X+half, area.Max.X+columnGap-half), Y: area.Max.Y + 8}
	LabelFont.Draw(area, at, Centre, b.Mark.Label)
}

// drawColumns writes the figures right-aligned under their headings.
func (b Bars) drawColumns(c, area draw.Canvas, y func(float64) vg.Length) {
	right := c.Max.X
	for i := len(b.Columns) - 1; i >= 0; i-- {
		w := b.columnWidth(i)
		b.Columns[i].draw(c, right, area.Max.Y+4+b.headingsHeight())
		for j, row := range b.Rows {
			row.font().DrawMiddle(c, vg.Point{X: right, Y: y(float64(len(b.Rows)-j) - 0.5)}, Right, row.Cells[i])
		}
		right -= w + columnGap
	}
}

func (column Column) draw(c draw.Canvas, right, top vg.Length) {
	lines := SmallFont.Wrap(column.Heading, columnMost)
	SmallFont.DrawTop(c, vg.Point{X: right, Y: top}, Right, lines...)
	if column.Swatch != nil {
		column.Swatch.Paint(c, Rectangle(right-swatchWidth, top+3, right, top+3+swatchHeight))
	}
}
