package plots

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// end is where the line ends on the page.
func (s series) end(x, y func(float64) vg.Length) vg.Point {
	p := s.Points[len(s.Points)-1]
	return vg.Point{X: x(p.X), Y: y(p.Y)}
}

// onPage are the points of the line.
func (s series) onPage(x, y func(float64) vg.Length) []vg.Point {
	points := make([]vg.Point, len(s.Points))
	for i, p := range s.Points {
		points[i] = vg.Point{X: x(p.X), Y: y(p.Y)}
	}
	return points
}

// lineOf never fails: the points are finite and at least one.
func lineOf(points plotter.XYs, style draw.LineStyle) *plotter.Line {
	return &plotter.Line{XYs: points, LineStyle: style}
}

// addSeries draws the series, those in focus on top.
func addSeries(ctx Context, p *plot.Plot, all []series) {
	byCode := map[string]series{}
	var codes []string
	for _, s := range all {
		byCode[s.Code] = s
		codes = append(codes, s.Code)
	}
	for _, code := range ctx.inDrawingOrder(codes) {
		p.Add(lineOf(byCode[code].Points, ctx.look(code).Line))
	}
}

func drawBand(c draw.Canvas, band []spread, l look, x, y func(float64) vg.Length) {
	lower, upper := make([]vg.Point, len(band)), make([]vg.Point, len(band))
	for i, s := range band {
		lower[i], upper[i] = vg.Point{X: x(s.X), Y: y(s.Lo)}, vg.Point{X: x(s.X), Y: y(s.Hi)}
	}
	chart.DrawBand(c, lower, upper, l.Color)
}

// aboveTimeline is the room that a plot over time leaves for the word above the handover.
const aboveTimeline = vg.Length(14)

// addHandover marks when the bodies hand over to their successors, if that is known and in the period. The word stands
// above the plot, clear of all lines.
func addHandover(ctx Context, p *plot.Plot, end float64) {
	p.Add(chart.Plotted(func(c draw.Canvas, x, _ func(float64) vg.Length) { drawHandover(ctx, c, end, x) }))
}

// drawHandover marks the handover in a panel; the word stands above it.
func drawHandover(ctx Context, c draw.Canvas, end float64, x func(float64) vg.Length) {
	if !(ctx.HandoverYears > 0 && ctx.HandoverYears < end) {
		return
	}
	at := x(ctx.HandoverYears)
	c.StrokeLine2(draw.LineStyle{Color: chart.MidGrey, Width: 0.9}, at, c.Min.Y, at, c.Max.Y+2)
	chart.SmallFont.Draw(c, vg.Point{X: at, Y: c.Max.Y + 5}, chart.Centre, "Handover")
}
