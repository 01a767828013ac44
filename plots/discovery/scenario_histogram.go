package discovery

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// histogram is the examples along the only assumption that the box has a rule for.
type histogram struct {
	scenarios
	rule  rule
	bins  []bin
	width float64
}

// bin is the examples from its foot on.
type bin struct {
	Foot               float64
	OfInterest, Others int
}

// mostBins is how many bars tell the shape without noise.
const mostBins = 25

func (s scenarios) histogram(r rule) histogram {
	scale := s.scale(r)
	width := chart.NewScale(scale.Min, scale.Max, 0, mostBins, chart.Unit{}).Step
	first := math.Floor(scale.Min / width)
	h := histogram{scenarios: s, rule: r, width: width}
	for k := first; k*width < scale.Max; k++ {
		h.bins = append(h.bins, bin{Foot: k * width})
	}
	for _, c := range s.examples {
		if v, found := c.values[r.Assumption]; found {
			b := &h.bins[min(len(h.bins)-1, int(math.Floor(v/width)-first))]
			if c.ofInterest {
				b.OfInterest++
			} else {
				b.Others++
			}
		}
	}
	return h
}

var (
	interestFill = chart.Fill{Color: chart.Charcoal}
	otherFill    = chart.Fill{Color: chart.MidGrey, Hatched: true}
)

func (h histogram) key() []chart.KeyItem {
	return []chart.KeyItem{
		{Text: words.Sentence(h.called) + " of interest", Swatch: chart.FillSwatch(interestFill)},
		{Text: "Other " + h.called, Swatch: chart.FillSwatch(otherFill)},
		{Text: "Limits of the box", Swatch: chart.LineSwatch(boxLine)},
	}
}

func (h histogram) draw(c draw.Canvas) {
	most := 1
	for _, b := range h.bins {
		most = max(most, b.OfInterest+b.Others)
	}
	x := chart.NewScale(h.bins[0].Foot, h.bins[len(h.bins)-1].Foot+h.width, 0, 8, chart.Unit{})
	x.Min, x.Max = h.bins[0].Foot, h.bins[len(h.bins)-1].Foot+h.width
	y := chart.NewScale(0, float64(most), 4, 5, chart.Unit{})
	canvas := draw.Crop(c, 0, 0, chart.LabelFont.Leading(), -2*chart.LabelFont.Leading())
	ticks := chart.Thin(x.Ticks(x.Min, x.Max), chart.LabelFont, canvas.Size().X-60, x.Max-x.Min, 10)
	p := chart.Lines(x, ticks, y)
	p.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		for _, b := range h.bins {
			b.draw(c, h.width, x, y)
		}
	}))
	area, atX, _ := chart.Area(p, canvas)
	h.drawLimits(area, atX)
	chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y}, chart.Right, words.WithUnit(h.rule.Assumption, h.rule.Unit))
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, "Number of "+h.called)
}

func (b bin) draw(c draw.Canvas, width float64, x, y func(float64) vg.Length) {
	left, right := x(b.Foot), x(b.Foot+width)-0.8
	low, high := float64(b.OfInterest), float64(b.OfInterest+b.Others)
	if high > low {
		otherFill.Paint(c, chart.Rectangle(left, y(low), right, y(high)))
	}
	if low > 0 {
		interestFill.Paint(c, chart.Rectangle(left, y(0), right, y(low)))
	}
}

// drawLimits draws the limits, with their values above the plot.
func (h histogram) drawLimits(area draw.Canvas, x func(float64) vg.Length) {
	var want, size []vg.Length
	var texts []string
	for _, v := range []float64{h.rule.Lo, h.rule.Hi} {
		if !words.Finite(v) {
			continue
		}
		area.StrokeLine2(draw.LineStyle{Color: chart.White, Width: boxLine.Width + 2}, x(v), area.Min.Y, x(v), area.Max.Y)
		area.StrokeLine2(boxLine, x(v), area.Min.Y, x(v), area.Max.Y+3)
		texts = append(texts, h.rule.write(v))
		want, size = append(want, x(v)), append(size, chart.BoldFont.Width(h.rule.write(v))+6)
	}
	for i, at := range chart.Spread(want, size, area.Min.X-10, area.Max.X+10) {
		chart.BoldFont.Draw(area, vg.Point{X: at, Y: area.Max.Y + 5}, chart.Centre, texts[i])
	}
}
