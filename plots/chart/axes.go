package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Lines returns an empty plot in the house style for lines over time: light gridlines across the value axis, whose
// line is left out.
func Lines(x Scale, xTicks plot.Ticker, y Scale) *plot.Plot {
	p := plot.New()
	dress(p, x, xTicks, y)
	p.Y.Width, p.Y.Tick.Length = 0, 0
	p.Y.Tick.Marker = y
	p.Add(Plotted(func(c draw.Canvas, _, at func(float64) vg.Length) {
		for _, tick := range y.Ticks(y.Min, y.Max) {
			c.StrokeLine2(gridLine, c.Min.X, at(tick.Value), c.Max.X, at(tick.Value))
		}
	}))
	return p
}

// Rows returns an empty plot in the house style for rows of bars or dots: gridlines up from the value axis, and no
// other axis. Row i is at height i from the bottom.
func Rows(x Scale, xTicks plot.Ticker, rows float64) *plot.Plot {
	p := plot.New()
	dress(p, x, xTicks, Scale{Min: 0, Max: rows})
	p.HideY()
	p.Y.Min, p.Y.Max = 0, rows
	p.Add(Plotted(func(c draw.Canvas, at, _ func(float64) vg.Length) {
		for _, tick := range xTicks.Ticks(x.Min, x.Max) {
			c.StrokeLine2(gridLine, at(tick.Value), c.Min.Y, at(tick.Value), c.Max.Y)
		}
	}))
	return p
}

// gridLine is drawn here rather than by gonum's grid, which leaves out a line at the very end of the axis.
var gridLine = draw.LineStyle{Color: GridGrey, Width: 0.6}

// dress only changes fonts and colours of the axes' texts: a new text style would lose the alignment.
func dress(p *plot.Plot, x Scale, xTicks plot.Ticker, y Scale) {
	p.BackgroundColor = nil // a transparent one is painted all the same, and gonum's SVG has no valid colour for it
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = x.Min, x.Max, y.Min, y.Max
	p.X.Tick.Marker = xTicks
	p.X.Padding, p.Y.Padding = 0, 0
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		LabelFont.dress(&axis.Tick.Label)
		LabelFont.dress(&axis.Label.TextStyle)
		axis.LineStyle = draw.LineStyle{Color: DarkGrey, Width: 0.75}
		axis.Tick.LineStyle = axis.LineStyle
	}
	p.X.Tick.Length = 4
	// Away from the axis, so as not to touch the lowest label of the other one.
	p.X.Tick.Label.YAlign -= 0.2
	// gonum centres a label by ascent and descent; digits, which have none, then stand too high.
	p.Y.Tick.Label.YAlign -= 0.085
}

// Area draws the plot and returns its data area and where a value is in it.
func Area(p *plot.Plot, c draw.Canvas) (area draw.Canvas, x, y func(float64) vg.Length) {
	p.Draw(c)
	area = p.DataCanvas(c)
	x, y = p.Transforms(&area)
	return area, x, y
}

// Plotted is a function as a plot.Plotter.
type Plotted func(c draw.Canvas, x, y func(float64) vg.Length)

// Plot implements plot.Plotter.
func (f Plotted) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	f(c, x, y)
}
