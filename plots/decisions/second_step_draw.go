package decisions

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// How the figure calls the variants.
const (
	bothName      = "Both steps"
	firstOnlyName = "First step only"
	straightName  = "Straight to the last step"
	lateName      = "Nothing until then, then the last step"
)

// The lines of the variants are told apart by their dashes.
var (
	straightLine  = draw.LineStyle{Color: chart.Ink, Width: 1.8, Dashes: []vg.Length{9, 3}}
	firstOnlyLine = draw.LineStyle{Color: chart.Ink, Width: 1.8, Dashes: []vg.Length{2, 2.5}}
	lateLine      = draw.LineStyle{Color: chart.DarkGrey, Width: 1.8, Dashes: []vg.Length{9, 2.5, 2, 2.5}}
)

// variantLine is one variant as it is drawn: level where the year does not matter to it.
type variantLine struct {
	name   string
	points plotter.XYs
	line   draw.LineStyle
	marked bool // its points
}

// colour is that of the structure in steps.
func (s stepping) colour(ctx figure.Context) color.NRGBA {
	return ctx.Showing(s.Code).Look(s.Code).Color
}

// line is how the structure in steps is drawn: in its colour, and never dashed.
func (s stepping) line(ctx figure.Context) draw.LineStyle {
	return draw.LineStyle{Color: s.colour(ctx), Width: 2.4}
}

// years is the range of the horizontal axis.
func (s stepping) years() chart.Scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, step := range slices.Concat(s.both, s.late) {
		lo, hi = min(lo, step.Year), max(hi, step.Year)
	}
	if hi <= lo {
		lo, hi = lo-1, hi+1
	}
	side := 0.03 * (hi - lo) // for points at the ends
	return chart.Scale{Min: lo - side, Max: hi + side}
}

// ticks stand at the years in which the second step may be decided.
func (s stepping) ticks(width vg.Length) plot.Ticker {
	var years []float64
	for _, step := range slices.Concat(s.both, s.late) {
		years = append(years, step.Year)
	}
	slices.Sort(years)
	var ticks []plot.Tick
	for _, year := range slices.Compact(years) {
		ticks = append(ticks, plot.Tick{Value: year, Label: words.Rounded(year, 3)})
	}
	x := s.years()
	return chart.Thin(ticks, chart.LabelFont, width, x.Max-x.Min, 10)
}

// variants are those that are there, the structure in steps first.
func (s stepping) variants(ctx figure.Context) []variantLine {
	means := func(steps []stepTaken) plotter.XYs {
		var points plotter.XYs
		for _, step := range steps {
			points = append(points, plotter.XY{X: step.Year, Y: step.Mean})
		}
		return points
	}
	all := []variantLine{{bothName, means(s.both), s.line(ctx), true}}
	x := s.years()
	level := func(name string, mean float64, line draw.LineStyle) {
		if words.Finite(mean) {
			all = append(all, variantLine{name + ": " + s.Short(mean), plotter.XYs{{X: x.Min, Y: mean}, {X: x.Max, Y: mean}}, line, false})
		}
	}
	level(straightName, s.straight, straightLine)
	level(firstOnlyName, s.firstOnly, firstOnlyLine)
	if len(s.late) > 0 {
		all = append(all, variantLine{lateName, means(s.late), lateLine, true})
	}
	return all
}

// stepAxis is what stands under the horizontal axis.
const stepAxis = "Years from the start to the decision on the second step"

// statusQuoName is how the figure calls zero.
const statusQuoName = "Status quo"

// ends names the variants and zero.
func (s stepping) ends(ctx figure.Context, variants []variantLine) chart.Ends {
	var labels []chart.EndLabel
	for i, v := range variants {
		labels = append(labels, chart.EndLabel{Text: v.name, Line: v.line, Bold: i == 0})
	}
	if s.apart {
		labels = append(labels, chart.EndLabel{Text: statusQuoName, Line: ctx.LevelLine(ctx.KnowsStatusQuo())})
	}
	return chart.EndsOf(labels, 190, ctx.Print().Body())
}

func (s stepping) draw(ctx figure.Context, c draw.Canvas, scale chart.Scale) {
	variants := s.variants(ctx)
	ends := s.ends(ctx, variants)
	labels, foot := ends.Labels, ends.Below
	canvas := draw.Crop(c, 0, -ends.Beside, foot+chart.BelowAxis(stepAxis, c.Size().X), 0)
	p := chart.Lines(s.years(), s.ticks(canvas.Size().X-60), scale)
	p.Add(chart.Plotted(drawZero(scale, ctx.LevelLine(ctx.KnowsStatusQuo()))))
	p.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) { s.drawSpread(c, ctx, x, y) }))
	for _, v := range slices.Backward(variants) {
		p.Add(series.LineOf(v.points, v.line))
	}
	area, x, y := chart.Area(p, canvas)
	for i, v := range variants {
		for _, point := range v.points {
			labels[i].At = vg.Point{X: x(point.X), Y: y(point.Y)}
			if v.marked {
				chart.Circle.Draw(area, labels[i].At, 3.5, v.line.Color, i > 0)
			}
		}
	}
	if s.apart {
		labels[len(variants)].At = vg.Point{X: area.Max.X, Y: y(0)}
	}
	chart.DrawBelowAxis(c, stepAxis, area.Max.X, c.Min.Y+foot)
	ends.Draw(c, area.Max.X, area.Min.Y, c.Max.Y)
}

// swatch shows the band, or the interval where there is one year only.
func (s stepping) swatch(ctx figure.Context) func(draw.Canvas, vg.Rectangle) {
	if len(s.both) == 1 {
		return barchart.WhiskerSwatch(s.colour(ctx))
	}
	return chart.BandSwatch(s.line(ctx), s.colour(ctx))
}

// drawSpread draws where the draws of both steps lie: a band, or an interval where there is one year only.
func (s stepping) drawSpread(c draw.Canvas, ctx figure.Context, x, y func(float64) vg.Length) {
	var band []series.Spread
	for _, step := range s.both {
		if step.Known() {
			band = append(band, series.Spread{X: step.Year, Interval: step.Interval})
		}
	}
	l := figure.Look{Color: s.colour(ctx)}
	if len(band) > 1 {
		series.DrawBand(c, band, l, x, y)
	} else if len(band) == 1 {
		at := x(band[0].X)
		figure.DrawInterval(c, chart.Segment{From: vg.Point{X: at, Y: y(band[0].Lo)}, To: vg.Point{X: at, Y: y(band[0].Hi)}}, true, l.Color)
	}
}

// drawZero draws a line at zero where the plot reaches it.
func drawZero(y chart.Scale, line draw.LineStyle) func(c draw.Canvas, x, y func(float64) vg.Length) {
	return func(c draw.Canvas, _, at func(float64) vg.Length) {
		if y.Min < 0 && 0 <= y.Max {
			c.StrokeLine2(line, c.Min.X, at(0), c.Max.X, at(0))
		}
	}
}
