package discovery

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// The looks of examples and boxes.
const (
	dotOfExample = vg.Length(1.8)
	rim          = vg.Length(0.8) // of white, on either side of a line
)

var (
	boxLine   = draw.LineStyle{Color: chart.Ink, Width: 1.8}
	laterLine = draw.LineStyle{Color: chart.DarkGrey, Width: 1.4, Dashes: []vg.Length{5, 3}}
)

func (s scenarios) key() []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: "Of interest", Swatch: chart.DotSwatch(3.2, chart.Charcoal, false), Width: 8},
		{Text: "Other " + s.called, Swatch: chart.DotSwatch(3.2, chart.MidGrey, true), Width: 8},
		{Text: fmt.Sprintf("Box %d", s.boxes[0].Number), Swatch: chart.RectangleSwatch(boxLine)},
	}
	if len(s.boxes) > 1 {
		items = append(items, chart.KeyItem{Text: "Later boxes, found in what is left", Swatch: chart.RectangleSwatch(laterLine)})
	}
	return items
}

// scale is the axis of a rule's assumption: from the least to the greatest value.
func (s scenarios) scale(r rule) chart.Scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	add := func(v float64) {
		if words.Finite(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	for _, c := range s.examples {
		if v, found := c.values[r.Assumption]; found {
			add(v)
		}
	}
	for _, v := range []float64{r.Lo, r.Hi, r.Range.Lo, r.Range.Hi} {
		add(v)
	}
	if hi <= lo {
		lo, hi = lo-max(1, math.Abs(lo)), hi+max(1, math.Abs(hi))
	}
	scale := chart.NewScale(lo, hi, 0, 4, chart.Unit{})
	side := 0.03 * (hi - lo) // for points at the ends
	scale.Min, scale.Max = lo-side, hi+side
	return scale
}

// pairs is a plot of the examples for each two of the rules.
func (s scenarios) pairs(rules []rule) chart.Pairs {
	p := chart.Pairs{}
	for _, r := range rules {
		p.Variables = append(p.Variables, chart.Variable{Name: words.WithUnit(r.Assumption, r.Unit), Scale: s.scale(r)})
	}
	p.Each = func(c draw.Canvas, across, up int, x, y func(float64) vg.Length) {
		s.drawExamples(c, rules[across].Assumption, rules[up].Assumption, x, y)
		for _, b := range slices.Backward(s.boxes) {
			line := laterLine
			if b.Number == s.boxes[0].Number {
				line = boxLine
			}
			b.draw(c, rules[across].Assumption, rules[up].Assumption, line, x, y)
		}
	}
	p.Corner = func(c draw.Canvas) { s.boxes[0].drawRules(c) }
	return p
}

// drawCases draws those of interest on top.
func (s scenarios) drawExamples(c draw.Canvas, across, up string, x, y func(float64) vg.Length) {
	for _, ofInterest := range []bool{false, true} {
		var points []vg.Point
		for _, one := range s.examples {
			atX, hasX := one.values[across]
			atY, hasY := one.values[up]
			if hasX && hasY && one.ofInterest == ofInterest {
				points = append(points, vg.Point{X: x(atX), Y: y(atY)})
			}
		}
		if ofInterest {
			chart.DrawDots(c, points, dotOfExample, chart.Charcoal, false)
		} else {
			chart.DrawDots(c, points, dotOfExample, chart.MidGrey, true)
		}
	}
}

// limitsOf are the box's limits on an assumption; infinite where it has none.
func (b box) limitsOf(assumption string) figure.Interval {
	for _, r := range b.Rules {
		if r.Assumption == assumption {
			return r.Interval
		}
	}
	return figure.Interval{Lo: math.Inf(-1), Hi: math.Inf(1)}
}

// draw outlines the box, as far as the plot goes where it has no limit; not if it has none here at all.
func (b box) draw(c draw.Canvas, across, up string, line draw.LineStyle, x, y func(float64) vg.Length) {
	h, v := b.limitsOf(across), b.limitsOf(up)
	if !words.Finite(h.Lo) && !words.Finite(h.Hi) && !words.Finite(v.Lo) && !words.Finite(v.Hi) {
		return
	}
	at := func(v float64, lo, hi vg.Length, on func(float64) vg.Length) vg.Length {
		switch {
		case math.IsInf(v, -1):
			return lo
		case math.IsInf(v, 1):
			return hi
		}
		return max(lo, min(on(v), hi))
	}
	// The middle of a line is where the limit is; a rim of white tells it from the dots that it crosses.
	half := line.Width / 2
	r := chart.Rectangle(at(h.Lo, c.Min.X+half, c.Max.X-half, x)-half, at(v.Lo, c.Min.Y+half, c.Max.Y-half, y)-half,
		at(h.Hi, c.Min.X+half, c.Max.X-half, x)+half, at(v.Hi, c.Min.Y+half, c.Max.Y-half, y)+half)
	chart.StrokeRectangle(c, chart.Rectangle(r.Min.X-rim, r.Min.Y-rim, r.Max.X+rim, r.Max.Y+rim), draw.LineStyle{Color: chart.White, Width: line.Width + 2*rim})
	chart.StrokeRectangle(c, r, line)
}

// drawRules lists the rules in the corner, as many as there is space for.
func (b box) drawRules(c draw.Canvas) {
	const column = vg.Length(54)
	columns := []barchart.Column{figure.EvidenceColumn, {Heading: "Quasi-p"}, {Heading: "Density without it"}}
	right := func(i int) vg.Length { return c.Max.X - vg.Length(len(columns)-1-i)*column }
	width := c.Size().X - vg.Length(len(columns))*column
	y := c.Max.Y
	chart.PanelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: y}, chart.Left, fmt.Sprintf("Rules of box %d", b.Number))
	for i, col := range columns {
		chart.SmallFont.DrawTop(c, vg.Point{X: right(i), Y: y}, chart.Right, chart.SmallFont.Wrap(col.Heading, column)...)
	}
	y -= chart.SmallFont.Height(2) + 4
	for k, r := range b.Rules {
		lines := chart.LabelFont.Wrap(r.Assumption+" "+r.limits(), width)
		h := chart.LabelFont.Height(len(lines)) + 3
		if k < len(b.Rules)-1 && y-h-chart.LabelFont.Leading() < c.Min.Y || y-h < c.Min.Y {
			chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: y}, chart.Left, fmt.Sprintf("and %s more", words.Number(len(b.Rules)-k)))
			return
		}
		chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: y}, chart.Left, lines...)
		for i, cell := range []string{figure.Evidence(r.Strength), quasi(r.QuasiP), words.ShareCell(r.Without)} {
			columns[i].DrawCell(c, vg.Point{X: right(i), Y: y - chart.LabelFont.Height(1)/2}, chart.LabelFont, cell)
		}
		y -= h
	}
}

// quasi writes a quasi-p value.
func quasi(p float64) string {
	switch {
	case !words.IsShare(p):
		return ""
	case p < 0.001:
		return "<0.001"
	}
	return chart.Unit{}.Format(p, 3)
}
