package series

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
)

// End is where the line ends on the page.
func (s Line) End(x, y func(float64) vg.Length) vg.Point {
	p := s.Points[len(s.Points)-1]
	return vg.Point{X: x(p.X), Y: y(p.Y)}
}

// OnPage are the points of the line.
func (s Line) OnPage(x, y func(float64) vg.Length) []vg.Point {
	points := make([]vg.Point, len(s.Points))
	for i, p := range s.Points {
		points[i] = vg.Point{X: x(p.X), Y: y(p.Y)}
	}
	return points
}

// LineOf never fails: the points are finite and at least one.
func LineOf(points plotter.XYs, style draw.LineStyle) *plotter.Line {
	return &plotter.Line{XYs: points, LineStyle: style}
}

// Add draws the series, those in focus on top.
func Add(ctx figure.Context, p *plot.Plot, all []Line) {
	byCode := map[string]Line{}
	var codes []string
	for _, s := range all {
		byCode[s.Code] = s
		codes = append(codes, s.Code)
	}
	for _, code := range ctx.InDrawingOrder(codes) {
		p.Add(LineOf(byCode[code].Points, ctx.Look(code).Line))
	}
}

// DrawBand draws where the draws lie.
func DrawBand(c draw.Canvas, band []Spread, l figure.Look, x, y func(float64) vg.Length) {
	lower, upper := make([]vg.Point, len(band)), make([]vg.Point, len(band))
	for i, s := range band {
		lower[i], upper[i] = vg.Point{X: x(s.X), Y: y(s.Lo)}, vg.Point{X: x(s.X), Y: y(s.Hi)}
	}
	chart.DrawBand(c, lower, upper, l.Color)
}

// AboveTimeline is the space that a plot over time leaves for the word above the handover.
const AboveTimeline = vg.Length(14)

// AddHandover marks when the bodies hand over to their successors, if that is known and in the period. The word stands
// above the plot, clear of all lines.
func AddHandover(ctx figure.Context, p *plot.Plot, end float64) {
	p.Add(chart.Plotted(func(c draw.Canvas, x, _ func(float64) vg.Length) { DrawHandover(ctx, c, end, math.NaN(), x) }))
}

// handover is the word above its line.
const handover = "Handover"

// AboutHandover says in a note what the handover is, where it is marked.
func AboutHandover(ctx figure.Context, years figure.Years) string {
	if !inPeriod(ctx.HandoverYears, years.End) {
		return ""
	}
	return "Handover: when the local knowledge left for any successor bodies is measured (assumption handover.year)"
}

// inPeriod says whether the handover is known and before the end.
func inPeriod(handover, end float64) bool { return handover > 0 && handover < end }

// DrawHandover marks the handover in a panel; the word stands above it, clear of the line of another date where there is one.
func DrawHandover(ctx figure.Context, c draw.Canvas, end, other float64, x func(float64) vg.Length) {
	if !inPeriod(ctx.HandoverYears, end) {
		return
	}
	at := x(ctx.HandoverYears)
	c.StrokeLine2(draw.LineStyle{Color: chart.MidGrey, Width: 0.9}, at, c.Min.Y, at, c.Max.Y+2)
	chart.SmallFont.Draw(c, vg.Point{X: handoverAt(at, x(other)), Y: c.Max.Y + 5}, chart.Centre, handover)
}

// handoverAt is the middle of the word of a line: above it, but on its far side where another line would run into the word.
func handoverAt(line, other vg.Length) vg.Length {
	const clear = vg.Length(3)
	half := chart.SmallFont.Width(handover) / 2
	switch {
	case line-half-clear < other && other < line-clear:
		return line + half - clear
	case line+clear < other && other < line+half+clear:
		return line - half + clear
	}
	return line
}
