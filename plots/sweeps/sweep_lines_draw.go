package sweeps

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// The measures of the plot.
const (
	linesHeight = vg.Length(300) // with the axis
	labelsMost  = vg.Length(210) // width of the labels at the lines
	aboveLines  = vg.Length(15)  // above the plot
)

var centralLine = draw.LineStyle{Color: chart.MidGrey, Width: 1, Dashes: []vg.Length{3, 2.5}}

// look is how a line is drawn.
func (all sweepCourses) look(ctx figure.Context, i int) figure.Look {
	if all.by == nil {
		return ctx.Look(all.lines[i].Code)
	}
	return ctx.Variant(all.lines[i].Code, i)
}

// ends name the lines.
func (all sweepCourses) ends(ctx figure.Context) chart.Ends {
	labels := make([]chart.EndLabel, len(all.lines), len(all.lines)+1)
	for i, c := range all.lines {
		l := all.look(ctx, i)
		labels[i] = chart.EndLabel{Text: c.Heading, Line: l.Line, Bold: l.Focus}
	}
	if all.base != "" {
		labels = append(labels, chart.EndLabel{Text: ctx.Name(all.base), Line: ctx.LevelLine(all.base), Bold: true})
	}
	return chart.EndsOf(labels, labelsMost, ctx.Print().Body())
}

func (all sweepCourses) height(ctx figure.Context) vg.Length {
	ends, body := all.ends(ctx), ctx.Print().Body()
	height := max(linesHeight+ends.Below, ends.Least()+60) + chart.AxisTitleHeight(all.axisTitle(ctx), body)
	if key := all.key(ctx); len(key) > 0 {
		height += chart.KeyHeightIn(key, body)
	}
	return height
}

func (all sweepCourses) draw(ctx figure.Context, c draw.Canvas, y chart.Scale) {
	if key := all.key(ctx); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	c = chart.DrawAxisTitle(c, all.axisTitle(ctx))
	ends := all.ends(ctx)
	labels, foot := ends.Labels, ends.Below
	x, ticks := all.along.Scale()
	ranges := all.rangesWidth(ctx)
	canvas := draw.Crop(c, 0, -ends.Beside-ranges, foot+chart.BelowAxis(all.along.Label(), c.Size().X), -aboveLines)
	all, y, yTicks := all.withNever(y)
	p := chart.Lines(x, chart.Thin(ticks, chart.LabelFont, canvas.Size().X-60, x.Max-x.Min, 10), y)
	p.Y.Tick.Marker = yTicks
	p.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		if all.base != "" {
			c.StrokeLine2(ctx.LevelLine(all.base), c.Min.X, y(0), c.Max.X, y(0))
		}
		if i := all.banded(ctx); i >= 0 {
			all.lines[i].drawBand(c, all.look(ctx, i), all.onPage(x), y)
		}
		all.drawCentral(c, all.onPage(x))
		for i := len(all.lines) - 1; i >= 0; i-- {
			all.lines[i].drawLine(c, all.look(ctx, i).Line, all.onPage(x), y)
		}
	}))
	area, toX, toY := chart.Area(p, canvas)
	for i, c := range all.lines {
		last := c.last()
		labels[i].At = vg.Point{X: all.onPage(toX)(last.X), Y: toY(last.Y)}
	}
	if all.base != "" {
		labels[len(all.lines)].At = vg.Point{X: area.Max.X, Y: toY(0)}
	}
	series.DrawRanges(c, all.endRanges(ctx), area.Max.X, toY)
	chart.DrawBelowAxis(c, all.along.Label(), area.Max.X, c.Min.Y+foot)
	ends.Draw(c, area.Max.X+ranges, area.Min.Y, c.Max.Y)
}

// drawCentral marks the central value, if it is known and in the plot.
func (all sweepCourses) drawCentral(c draw.Canvas, x func(float64) vg.Length) {
	a := all.along
	if a.Central == nil || *a.Central < a.Values[0] || *a.Central > a.Values[len(a.Values)-1] {
		return
	}
	at := x(*a.Central)
	c.StrokeLine2(centralLine, at, c.Min.Y, at, c.Max.Y+2)
	half := chart.SmallFont.Width(centralText) / 2
	chart.SmallFont.Draw(c, vg.Point{X: max(c.Min.X+half, min(c.Max.X-half, at)), Y: c.Max.Y + 5}, chart.Centre, centralText)
}

const centralText = "Central value"

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

// inFocusFirst puts the lines in focus first, in their order, so that they are drawn last.
func inFocusFirst(ctx figure.Context, codes []string) []string {
	var first []string
	for _, code := range ctx.Focus {
		if slices.Contains(codes, code) {
			first = append(first, code)
		}
	}
	return words.Unique(append(first, codes...))
}
