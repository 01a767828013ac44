package decisions

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// switchRanges draws a row for each assumption: its plausible range as a line, all of the same length, with the base and
// the switching values on it and beyond each of these the structure that takes over.
type switchRanges struct {
	ctx       figure.Context
	preferred string // code; empty if rows differ
	rows      []switcher
	columns   switchColumns
}

func (all switched) ranges(ctx figure.Context) switchRanges {
	return switchRanges{ctx: ctx, preferred: all.preferred, rows: all.shown(), columns: switchColumnsOf(all.shown())}
}

// The measures of the rows.
const (
	assumptionsMost = vg.Length(172) // width of the names
	endsGap         = vg.Length(8)   // between a range and the values at its ends
	columnsGap      = vg.Length(16)
	heavyWidth      = vg.Length(5) // of the part of a range beyond a switching value
	turnHalf        = vg.Length(6) // half of the line across at a switching value
	overRange       = vg.Length(23)
	underRange      = vg.Length(9) // to the names of structures
	betweenRanges   = vg.Length(9)
	baseRadius      = vg.Length(4)
)

func (r switchRanges) key() []chart.KeyItem {
	stays := "No other structure better"
	if r.preferred != "" {
		stays = r.ctx.Said(r.preferred) + " best"
	}
	return []chart.KeyItem{
		{Text: words.Sentence(r.ctx.CentralOrSet() + " value"), Width: 9, Swatch: func(c draw.Canvas, box vg.Rectangle) { drawBase(c, chart.Middle(box)) }},
		{Text: "Switching value", Width: 4, Swatch: func(c draw.Canvas, box vg.Rectangle) { drawTurn(c, chart.Middle(box)) }},
		{Text: stays, Swatch: chart.LineSwatch(r.thin())},
		{Text: "Another best, named below", Swatch: func(c draw.Canvas, box vg.Rectangle) {
			drawHeavy(c, box.Min.X, box.Max.X, chart.Middle(box).Y, chart.DarkGrey)
		}},
	}
}

// thin is the line of the part of a range in which the choice stays.
func (r switchRanges) thin() draw.LineStyle {
	return draw.LineStyle{Color: r.ctx.FillOf(r.preferred), Width: 1.5}
}

func topLeft(c draw.Canvas) vg.Point { return vg.Point{X: c.Min.X, Y: c.Max.Y} }

func drawBase(c draw.Canvas, at vg.Point) { chart.Circle.Draw(c, at, baseRadius, chart.Ink, false) }

func drawTurn(c draw.Canvas, at vg.Point) {
	c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 2}, at.X, at.Y-turnHalf, at.X, at.Y+turnHalf)
}

func drawHeavy(c draw.Canvas, from, to, y vg.Length, col color.NRGBA) {
	chart.FillRectangle(c, chart.Rectangle(from, y-heavyWidth/2, to, y+heavyWidth/2), col)
}

// switchColumns are where the columns are, from the left of the body.
type switchColumns struct{ low, from, to, high, kind, evidence vg.Length }

// switchColumnsOf gives the ranges what the words leave.
func switchColumnsOf(rows []switcher) switchColumns {
	name, low, high, kind := chart.SmallFont.Width(headName), chart.SmallFont.Width(headLow), chart.SmallFont.Width(headHigh), chart.SmallFont.Width(headKind)
	for _, s := range rows {
		name = max(name, chart.LabelFont.Widest(s.lines()...), chart.SmallFont.Widest(s.unitLines()...))
		low = max(low, chart.LabelFont.Width(words.Full(s.Low)))
		high = max(high, chart.LabelFont.Width(words.Full(s.High)))
		kind = max(kind, chart.LabelFont.Width(s.Kind))
	}
	c := switchColumns{low: name + columnsGap + low, evidence: chart.BodyWidth}
	c.kind = c.evidence - chart.SmallFont.Width(figure.EvidenceColumn.Heading) - columnsGap - kind
	c.from = c.low + endsGap
	c.high = c.kind - columnsGap - high
	c.to = c.high - endsGap
	return c
}

// The headings of the columns.
const (
	headName = "Assumption"
	headLow  = "Low"
	headHigh = "High"
	headKind = "Kind"
)

func (s switcher) lines() []string { return chart.LabelFont.Wrap(s.Name, assumptionsMost) }
func (s switcher) unitLines() []string {
	return chart.SmallFont.Wrap(words.Joined(s.Code, s.Unit), assumptionsMost)
}

// takers are the names under a range: of what is best below and above, on one line if they fit side by side.
func (r switchRanges) takers(s switcher) (below, above []string, abreast bool) {
	width := r.columns.to - r.columns.from
	if s.Below.known() {
		below = chart.SmallFont.Wrap(taking(r.ctx, s.Below), width)
	}
	if s.Above.known() {
		above = chart.SmallFont.Wrap(taking(r.ctx, s.Above), width)
	}
	return below, above, chart.SmallFont.Widest(below...)+chart.SmallFont.Widest(above...)+columnsGap <= width
}

// under is the height of what is below the middle of a range.
func (r switchRanges) under(s switcher) vg.Length {
	below, above, abreast := r.takers(s)
	lines := len(below) + len(above)
	if abreast {
		lines = max(len(below), len(above))
	}
	words := chart.LabelFont.Height(len(s.lines()))/2 + chart.LabelFont.Height(len(s.lines())-1)/2 + chart.SmallFont.Height(len(s.unitLines()))
	return max(underRange+chart.SmallFont.Height(lines), words)
}

func (r switchRanges) height() vg.Length {
	h := chart.KeyHeight(r.key()) + chart.SmallFont.Leading()
	for _, s := range r.rows {
		h += overRange + r.under(s) + betweenRanges
	}
	return h
}

func (r switchRanges) draw(c draw.Canvas) {
	c = chart.DrawKey(c, r.key())
	columns := r.columns
	for _, head := range []struct {
		text  string
		at    vg.Length
		align chart.Align
	}{{headName, 0, chart.Left}, {headLow, columns.low, chart.Right}, {headHigh, columns.high, chart.Left}, {headKind, columns.kind, chart.Left}, {figure.EvidenceColumn.Heading, columns.evidence, chart.Right}} {
		chart.SmallFont.DrawTop(c, vg.Point{X: c.Min.X + head.at, Y: c.Max.Y}, head.align, head.text)
	}
	y := c.Max.Y - chart.SmallFont.Leading()
	for i, s := range r.rows {
		if i > 0 {
			c.StrokeLine2(draw.LineStyle{Color: chart.GridGrey, Width: 0.6}, c.Min.X, y, c.Min.X+chart.BodyWidth, y)
		}
		y -= overRange
		r.drawWords(c, s, y)
		r.drawRange(c, s, y)
		y -= r.under(s) + betweenRanges
	}
}

// drawWords writes what stands beside a range.
func (r switchRanges) drawWords(c draw.Canvas, s switcher, y vg.Length) {
	columns := r.columns
	at := func(x vg.Length) vg.Point { return vg.Point{X: c.Min.X + x, Y: y} }
	name := at(0)
	name.Y -= chart.LabelFont.Height(len(s.lines())-1) / 2
	chart.LabelFont.DrawMiddle(c, name, chart.Left, s.lines()...)
	name.Y -= chart.LabelFont.Height(len(s.lines())) / 2
	chart.SmallFont.DrawTop(c, name, chart.Left, s.unitLines()...)
	chart.LabelFont.DrawMiddle(c, at(columns.low), chart.Right, words.Full(s.Low))
	chart.LabelFont.DrawMiddle(c, at(columns.high), chart.Left, words.Full(s.High))
	chart.LabelFont.DrawMiddle(c, at(columns.kind), chart.Left, s.Kind)
	figure.EvidenceColumn.DrawCell(c, at(columns.evidence), chart.LabelFont, figure.Evidence(s.Strength))
}

// drawRange draws the line with its marks, their values over it and what takes over below.
func (r switchRanges) drawRange(c draw.Canvas, s switcher, y vg.Length) {
	columns := r.columns
	from, to := c.Min.X+columns.from, c.Min.X+columns.to
	x := func(v float64) vg.Length {
		return from + (to-from)*vg.Length(max(0, min((v-s.Low)/(s.High-s.Low), 1)))
	}
	c.StrokeLine2(r.thin(), from, y, to, y)
	for _, end := range []vg.Length{from, to} {
		c.StrokeLine2(r.thin(), end, y-heavyWidth/2, end, y+heavyWidth/2)
	}
	values := []rangeValue{{s.Base, words.Full(s.Base), chart.SmallFont}}
	for _, side := range []struct {
		turn
		end vg.Length
	}{{s.Below, from}, {s.Above, to}} {
		if side.known() {
			drawHeavy(c, side.end, x(side.At), y, r.ctx.FillOf(side.Then))
			values = append(values, rangeValue{side.At, s.write(side.At), chart.Font{Size: chart.SmallFont.Size, Bold: true}})
		}
	}
	for _, v := range values[1:] {
		drawTurn(c, vg.Point{X: x(v.at), Y: y})
	}
	drawBase(c, vg.Point{X: x(s.Base), Y: y})
	drawRangeValues(c, values, x, y, from-columns.from+columns.low, c.Min.X+columns.high)
	r.drawTakers(c, s, from, to, y-underRange)
}

// rangeValue is a value on a range, as it is written over it.
type rangeValue struct {
	at   float64
	text string
	font chart.Font
}

// drawRangeValues writes the values over their marks, pushed apart between two points.
func drawRangeValues(c draw.Canvas, values []rangeValue, x func(float64) vg.Length, y, lo, hi vg.Length) {
	want, size := make([]vg.Length, len(values)), make([]vg.Length, len(values))
	for i, v := range values {
		want[i], size[i] = x(v.at), v.font.Width(v.text)+6
	}
	for i, centre := range chart.Spread(want, size, lo, hi) {
		values[i].font.Draw(c, vg.Point{X: centre, Y: y + turnHalf + 3}, chart.Centre, values[i].text)
	}
}

// drawTakers names what is best beyond the switching values, each on its side.
func (r switchRanges) drawTakers(c draw.Canvas, s switcher, from, to, top vg.Length) {
	font := chart.Font{Size: chart.SmallFont.Size}
	below, above, abreast := r.takers(s)
	font.DrawTop(c, vg.Point{X: from, Y: top}, chart.Left, below...)
	if !abreast {
		top -= font.Height(len(below))
	}
	font.DrawTop(c, vg.Point{X: to, Y: top}, chart.Right, above...)
}
