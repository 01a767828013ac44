package sweeps

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// The measures of the panels: each has an axis of its own across, and all have the same up.
const (
	binColumns = 3
	binPlot    = vg.Length(120)
	binGap     = vg.Length(18)
	binBelow   = vg.Length(30) // the ends of the axis, and the space to the next row
)

func (all sweepBins) y() chart.Scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, p := range all.panels {
		for i, bins := range p.lines {
			for _, b := range bins {
				lo, hi = min(lo, b.Y), max(hi, b.Y)
				if i == all.subjectOfBins() {
					lo, hi = min(lo, b.Lo), max(hi, b.Hi)
				}
			}
		}
	}
	if all.base != "" {
		lo, hi = chart.FromZero(lo, hi)
	} else {
		lo, hi = chart.NearZero(lo, hi)
	}
	return chart.NewScale(lo, hi, 0, 4, all.Unit)
}

func (all sweepBins) key(ctx figure.Context) []chart.KeyItem {
	var items []chart.KeyItem
	for i, line := range all.lines {
		l := all.look(ctx, i)
		swatch := chart.LineSwatch(l.Line)
		if i == all.subjectOfBins() {
			swatch = chart.BandSwatch(l.Line, l.Color)
		}
		items = append(items, chart.KeyItem{Text: line.Heading, Swatch: swatch, Width: 34})
	}
	return items
}

// labelsWidth is the space for the values beside the first panel of a row.
func (all sweepBins) labelsWidth() vg.Length {
	var w vg.Length
	y := all.y()
	for _, tick := range y.Ticks(y.Min, y.Max) {
		w = max(w, chart.LabelFont.Width(tick.Label))
	}
	return w + 6
}

// columns is how many panels stand side by side.
func (all sweepBins) columns() int {
	if chart.Narrow(all.body) {
		return 2
	}
	return binColumns
}

func (all sweepBins) panelWidth() vg.Length {
	return (all.body - all.labelsWidth() - vg.Length(all.columns()-1)*binGap) / vg.Length(all.columns())
}

// heading is the assumption's label, and its share of the variance.
func (all sweepBins) heading(p binned) []string {
	return chart.BoldFont.Wrap(words.Listed(p.along.Names)+" ("+words.Unbroken(words.Chance(p.share)+")"), all.panelWidth())
}

func (all sweepBins) headingHeight() vg.Length {
	lines := 0
	for _, p := range all.panels {
		lines = max(lines, len(all.heading(p)))
	}
	return chart.BoldFont.Height(lines) + 6
}

func (all sweepBins) rowHeight() vg.Length { return all.headingHeight() + binPlot + binBelow }

func (all sweepBins) height(ctx figure.Context) vg.Length {
	rows := (len(all.panels) + all.columns() - 1) / all.columns()
	return chart.KeyHeightIn(all.key(ctx), all.body) + chart.AxisTitleHeight(all.axisTitle(ctx), ctx.Print().Body()) + vg.Length(rows)*all.rowHeight()
}

func (all sweepBins) draw(ctx figure.Context, c draw.Canvas) {
	c = chart.DrawAxisTitle(chart.DrawKey(c, all.key(ctx)), all.axisTitle(ctx))
	for i, p := range all.panels {
		left := c.Min.X + all.labelsWidth() + vg.Length(i%all.columns())*(all.panelWidth()+binGap)
		top := c.Max.Y - vg.Length(i/all.columns())*all.rowHeight()
		chart.BoldFont.DrawTop(c, vg.Point{X: left, Y: top}, chart.Left, all.heading(p)...)
		area := c
		area.Rectangle = chart.Rectangle(left, top-all.headingHeight()-binPlot, left+all.panelWidth(), top-all.headingHeight())
		all.drawPanel(ctx, area, p, i%all.columns() == 0)
	}
}

func (all sweepBins) drawPanel(ctx figure.Context, area draw.Canvas, p binned, labelled bool) {
	scale := all.y()
	y := func(v float64) vg.Length {
		return area.Min.Y + area.Size().Y*vg.Length((v-scale.Min)/(scale.Max-scale.Min))
	}
	x := func(v float64) vg.Length { return area.Min.X + area.Size().X*p.along.Share(v) }
	for _, tick := range scale.Ticks(scale.Min, scale.Max) {
		line := draw.LineStyle{Color: chart.GridGrey, Width: 0.8}
		if tick.Value == 0 && all.base != "" {
			line = ctx.LevelLine(all.base)
		}
		area.StrokeLine2(line, area.Min.X, y(tick.Value), area.Max.X, y(tick.Value))
		if labelled {
			chart.LabelFont.DrawMiddle(area, vg.Point{X: area.Min.X - 6, Y: y(tick.Value)}, chart.Right, tick.Label)
		}
	}
	for i := len(p.lines) - 1; i >= 0; i-- {
		all.drawBins(ctx, area, i, p.lines[i], x, y)
	}
	area.StrokeLine2(draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}, area.Min.X, area.Min.Y, area.Max.X, area.Min.Y)
	values := p.along.Values
	for _, end := range []struct {
		at    vg.Length
		align chart.Align
		v     float64
	}{{area.Min.X, chart.Left, values[0]}, {area.Max.X, chart.Right, values[len(values)-1]}} {
		chart.LabelFont.DrawTop(area, vg.Point{X: end.at, Y: area.Min.Y - 3}, end.align, words.Rounded(end.v, 3))
	}
}

func (all sweepBins) drawBins(ctx figure.Context, c draw.Canvas, i int, bins []bin, x, y func(float64) vg.Length) {
	var line, lower, upper []vg.Point
	for _, b := range bins {
		line = append(line, vg.Point{X: x(b.X), Y: y(b.Y)})
		lower, upper = append(lower, vg.Point{X: x(b.X), Y: y(b.Lo)}), append(upper, vg.Point{X: x(b.X), Y: y(b.Hi)})
	}
	l := all.look(ctx, i)
	if i == all.subjectOfBins() && len(bins) > 1 {
		chart.DrawBand(c, lower, upper, l.Color)
	}
	c.StrokeLines(l.Line, line)
}
