package sweeps

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

func (all sweepCourses) key() []chart.KeyItem {
	line := draw.LineStyle{Color: chart.DarkGrey, Width: 2.2}
	centre := figure.CentreInWords(all.statistic)
	items := []chart.KeyItem{{Text: centre, Swatch: chart.LineSwatch(line)}}
	if all.banded() {
		items = []chart.KeyItem{{Text: centre + ", and " + figure.Percentiles, Swatch: chart.BandSwatch(line, chart.DarkGrey)}}
	}
	if len(all.others) > 1 {
		items = append(items, chart.KeyItem{Text: "Other structures", Swatch: chart.LineSwatch(draw.LineStyle{Color: chart.MidGrey, Width: 1})})
	}
	return items
}

// banded says whether any panel has a band.
func (all sweepCourses) banded() bool {
	return slices.ContainsFunc(all.panels, func(c course) bool {
		return slices.ContainsFunc(c.Steps, func(s along) bool { return !math.IsNaN(s.Lo) && !math.IsNaN(s.Hi) })
	})
}

func (all sweepCourses) drawn(ctx figure.Context) []chart.Panel {
	panels := make([]chart.Panel, len(all.panels))
	for i, p := range all.panels {
		panels[i] = chart.Panel{Heading: p.Heading, Draw: func(c draw.Canvas, x, y func(float64) vg.Length) {
			l := ctx.Look(p.Code)
			if !l.Focus {
				l.Color, l.Line = chart.DarkGrey, draw.LineStyle{Color: chart.DarkGrey, Width: 2.2}
			}
			x = all.onPage(x)
			p.drawBand(c, l, x, y)
			for _, other := range all.others {
				if other.Code != p.Code {
					other.drawLine(c, ctx.Look("").Line, x, y)
				}
			}
			p.drawLine(c, l.Line, x, y)
		}}
	}
	return panels
}

// onPage is where a value of the swept assumption is on the page.
func (all sweepCourses) onPage(x func(float64) vg.Length) func(float64) vg.Length {
	return func(v float64) vg.Length { return x(all.along.At(v)) }
}

// drawLine breaks the line where there is no value.
func (p course) drawLine(c draw.Canvas, style draw.LineStyle, x, y func(float64) vg.Length) {
	var line []vg.Point
	for _, s := range p.Steps {
		if words.Finite(s.Y) {
			line = append(line, vg.Point{X: x(s.X), Y: y(s.Y)})
			continue
		}
		c.StrokeLines(style, line)
		line = nil
	}
	c.StrokeLines(style, line)
}

// drawBand lets an infinite end lie at the edge.
func (p course) drawBand(c draw.Canvas, l figure.Look, x, y func(float64) vg.Length) {
	at := func(v float64) vg.Length {
		switch {
		case math.IsInf(v, 1):
			return c.Max.Y
		case math.IsInf(v, -1):
			return c.Min.Y
		}
		return y(v)
	}
	var lower, upper []vg.Point
	stroke := func() {
		if len(lower) > 1 {
			chart.DrawBand(c, lower, upper, l.Color)
		}
		lower, upper = nil, nil
	}
	for _, s := range p.Steps {
		if math.IsNaN(s.Lo) || math.IsNaN(s.Hi) {
			stroke()
			continue
		}
		lower, upper = append(lower, vg.Point{X: x(s.X), Y: at(s.Lo)}), append(upper, vg.Point{X: x(s.X), Y: at(s.Hi)})
	}
	stroke()
}
