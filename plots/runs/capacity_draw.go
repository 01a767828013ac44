package runs

import (
	"math"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// titled writes on a bare page what is measured, which the subtitle says elsewhere; that needs so much height.
func (dips dips) titled(ctx figure.Context) (titled func(draw.Canvas) draw.Canvas, height vg.Length) {
	if !ctx.Bare {
		return func(c draw.Canvas) draw.Canvas { return c }, 0
	}
	return func(c draw.Canvas) draw.Canvas { return chart.DrawAxisTitle(c, dips.measure()) }, chart.AxisTitleHeight(dips.measure(), ctx.Print().Body())
}

// scale begins at zero: capacity is a share of what there was.
func (dips dips) scale() chart.Scale {
	_, hi := series.BandRange(dips.lines...)
	return chart.NewScale(0, max(hi, 100), 5, 5, chart.Percent)
}

// panels are those of the structures in focus, in one row.
func (dips dips) panels(d figure.Data) (chart.Panels, []chart.KeyItem) {
	ctx, other := d.Context, dips.comparator()
	span, ticks := dips.years.Span()
	panels := chart.Panels{X: span, XTicks: ticks, XEnds: true, XSpans: true, Y: dips.scale(), Above: series.AboveTimeline, PlotHeight: 190, Width: ctx.Print().Body()}
	panels.Panels = series.Panels(ctx, dips.lines, []series.Line{other}, func(c draw.Canvas, x, y func(float64) vg.Length) {
		c.StrokeLine2(draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}, c.Min.X, y(100), c.Max.X, y(100))
		dips.drawDates(ctx, c, span.Max, x)
	})
	panels.Columns = len(panels.Panels)
	if chart.Narrow(panels.Width) {
		panels.Columns, panels.PlotHeight = min(panels.Columns, 2), 130
	}
	key := series.PanelKey(ctx, d.Trajectories, dips.lines[:1])
	if len(dips.lines) > 1 {
		key = append(key, chart.KeyItem{Text: ctx.Name(other.Code) + ", for comparison", Swatch: chart.LineSwatch(ctx.Look("").Line)})
	}
	return panels, append(key, dips.keyOfDue(ctx)...)
}

// dueLine marks when the target is due.
var dueLine = draw.LineStyle{Color: chart.Ink, Width: 1, Dashes: []vg.Length{2, 2.5}}

// keyOfDue explains that line.
func (dips dips) keyOfDue(ctx figure.Context) []chart.KeyItem {
	if dips.due == 0 {
		return nil
	}
	text := "Target due"
	if math.Abs(dips.due-ctx.HandoverYears) < 1e-9 { // one line lies on the other
		text = "Target due, at the handover"
	}
	return []chart.KeyItem{{Text: text, Swatch: chart.LineSwatch(dueLine)}}
}

// drawDates marks the handover and when the target is due.
func (dips dips) drawDates(ctx figure.Context, c draw.Canvas, end float64, x func(float64) vg.Length) {
	drawn := dips.due > 0 && dips.due < end
	other := math.NaN()
	if drawn {
		other = dips.due
	}
	series.DrawHandover(ctx, c, end, other, x)
	if drawn {
		c.StrokeLine2(dueLine, x(dips.due), c.Min.Y, x(dips.due), c.Max.Y)
	}
}

// least is the least height of the courses with a list of them below, on a narrow page.
func (dips dips) least(ctx figure.Context) vg.Length {
	labels, _ := focusLabels(ctx, dips.lines)
	if ends := chart.EndsOf(labels, 150, ctx.Print().Body()); ends.Below > 0 {
		return ends.Below + 240
	}
	return 0
}

// draw draws the courses where there are no draws, those in focus labelled at their ends.
func (dips dips) draw(ctx figure.Context, c draw.Canvas) {
	if key := append(keyOfOthers(ctx, dips.lines), dips.keyOfDue(ctx)...); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	labels, labelled := focusLabels(ctx, dips.lines)
	ends := chart.EndsOf(labels, 150, ctx.Print().Body())
	left := draw.Crop(c, 0, -ends.Beside, ends.Below, -series.AboveTimeline)
	span, ticks := dips.years.Axis(left.Size().X - 45)
	p := chart.Lines(span, ticks, dips.scale())
	p.Add(series.LineOf(plotter.XYs{{X: 0, Y: 100}, {X: span.Max, Y: 100}}, draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}))
	p.Add(chart.Plotted(func(c draw.Canvas, x, _ func(float64) vg.Length) { dips.drawDates(ctx, c, span.Max, x) }))
	series.Add(ctx, p, dips.lines)
	area, x, y := chart.Area(p, left)
	for i, s := range labelled {
		labels[i].At = s.End(x, y)
	}
	ends.Draw(c, area.Max.X, area.Min.Y, area.Max.Y)
}

// focusLabels are labels for the series in focus.
func focusLabels(ctx figure.Context, all []series.Line) (labels []chart.EndLabel, labelled []series.Line) {
	for _, s := range all {
		if l := ctx.Look(s.Code); l.Focus {
			labels = append(labels, chart.EndLabel{Text: ctx.Name(s.Code), Line: l.Line, Bold: true})
			labelled = append(labelled, s)
		}
	}
	return labels, labelled
}

// keyOfOthers explains the grey lines, if there are any.
func keyOfOthers(ctx figure.Context, all []series.Line) []chart.KeyItem {
	others := outOfFocus(ctx, all)
	if len(others) == 0 {
		return nil
	}
	text := others[0]
	if len(others) > 1 {
		text = words.Sentence(words.Number(len(others))) + " other structures"
	}
	return []chart.KeyItem{{Text: text, Swatch: chart.LineSwatch(ctx.Look("").Line)}}
}
