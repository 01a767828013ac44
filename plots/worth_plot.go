package plots

import (
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// axisTitle is what stands under the axis of worths.
func (w worths) axisTitle(d Data) string {
	return "Worth of a year of the whole capacity, " + d.Currency + " per " + d.Currency + " of management cost at the start"
}

// lines are what the structures are drawn as over the worth of capacity.
func (w worths) lines(of func(offer) plotter.XYs) []series {
	var all []series
	for _, o := range w.offers {
		if line := of(o); len(line) > 0 {
			all = append(all, series{Code: o.Code, Points: line})
		}
	}
	return all
}

// worthPlot is a plot over the worth of capacity, with the frontier in a band above it and the structures' names beside it.
type worthPlot struct {
	worths
	d      Data
	series []series
	y      chart.Scale
	under  func(c draw.Canvas, x, y func(float64) vg.Length) // drawn below the lines
	over   func(c draw.Canvas, x, y func(float64) vg.Length) // and above them
}

func (p worthPlot) labels() (labels []chart.EndLabel, width vg.Length) {
	for _, s := range p.series {
		l := p.d.look(s.Code)
		labels = append(labels, chart.EndLabel{Text: p.d.name(s.Code), Line: l.Line, Bold: l.Focus})
	}
	return labels, chart.EndLabelsWidth(labels, 200)
}

func (p worthPlot) band() frontierBand { return frontierBand{p.worths, p.d, p.labelledWidth()} }

// labelledWidth is a little less than the plot's width.
func (p worthPlot) labelledWidth() vg.Length {
	_, width := p.labels()
	return chart.BodyWidth - width - 60
}

// leastHeight is the room that the labels need.
func (p worthPlot) leastHeight() vg.Length {
	labels, width := p.labels()
	return max(240, chart.EndLabelsHeight(labels, width)+40) + p.band().height()
}

func (p worthPlot) draw(c draw.Canvas) {
	labels, width := p.labels()
	band := p.band()
	below := chart.LabelFont.Leading()
	x := chart.NewScale(p.From, p.To, 0, 8, chart.Unit{})
	x.Min, x.Max = p.From, p.To
	canvas := draw.Crop(c, 0, -width, below, -band.height())
	ticks := chart.Thin(x.Ticks(x.Min, x.Max), chart.LabelFont, canvas.Size().X-60, x.Max-x.Min, 10)
	plotted := chart.Lines(x, ticks, p.y)
	plotted.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		thin := draw.LineStyle{Color: chart.MidGrey, Width: 0.9}
		for _, at := range p.changes() {
			c.StrokeLine2(thin, x(at), c.Min.Y, x(at), c.Max.Y)
		}
		p.under(c, x, y)
	}))
	p.d.addSeries(plotted, p.series)
	area, atX, atY := chart.Area(plotted, canvas)
	p.over(area, atX, atY)
	chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y}, chart.Right, p.axisTitle(p.d))
	band.draw(c, area, atX)
	for i, s := range p.series {
		labels[i].At = s.end(atX, atY)
	}
	chart.DrawEndLabels(c, labels, area.Max.X, width, area.Min.Y, c.Max.Y-band.height())
}
