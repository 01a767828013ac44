package decisions

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// axisTitle is what stands under the axis of worths.
func (w worths) axisTitle(ctx figure.Context) string {
	return "Worth of a year of the whole capacity, " + ctx.Currency + " per " + ctx.Currency + " of management cost at the start"
}

// lines are what the structures are drawn as over the worth of capacity.
func (w worths) lines(of func(offer) plotter.XYs) []series.Line {
	var all []series.Line
	for _, o := range w.offers {
		if line := of(o); len(line) > 0 {
			all = append(all, series.Line{Code: o.Code, Points: line})
		}
	}
	return all
}

// worthPlot is a plot over the worth of capacity, with the frontier in a band above it and the structures' names beside it.
type worthPlot struct {
	worths
	ctx        figure.Context
	series     []series.Line
	y          chart.Scale
	alike      []string // codes of structures that share a label if there are several
	alikeWords string   // what the label calls them, after their number
}

// aside says whether the structure is out of focus and nowhere the best, so that its line needs no name of its own.
func (p worthPlot) aside(code string) bool {
	return !p.ctx.Look(code).Focus && !slices.ContainsFunc(p.frontier, func(s stretch) bool { return s.Code == code })
}

// worthLabel names one or several lines at their end.
type worthLabel struct {
	chart.EndLabel
	end plotter.XY
}

func (p worthPlot) labelled() []worthLabel {
	var labels []worthLabel
	var shared *worthLabel
	for _, s := range p.series {
		l := p.ctx.Look(s.Code)
		label := worthLabel{chart.EndLabel{Text: p.ctx.Name(s.Code), Line: l.Line, Bold: l.Focus, Beyond: p.leaves(s)}, s.Points[len(s.Points)-1]}
		switch {
		case len(p.alike) < 2 || !slices.Contains(p.alike, s.Code):
			labels = append(labels, label)
		case shared == nil:
			label.Text = words.Sentence(words.Number(len(p.alike)) + " " + p.alikeWords)
			label.Several, shared = true, &label
		default:
			shared.end.Y = min(shared.end.Y, label.end.Y)
		}
	}
	if shared != nil {
		labels = append(labels, *shared)
	}
	return labels
}

// sharedLabel names the structures that share one.
func (p worthPlot) sharedLabel() string {
	if len(p.alike) < 2 {
		return ""
	}
	return words.Sentence(words.Number(len(p.alike))) + " others: " + strings.Join(figure.SaidOf(p.ctx, p.alike), "; ")
}

func (p worthPlot) labels() (labels []chart.EndLabel, width vg.Length) {
	for _, l := range p.labelled() {
		labels = append(labels, l.EndLabel)
	}
	return labels, chart.EndLabelsWidth(labels, 200)
}

func (p worthPlot) band() frontierBand { return frontierBand{p.worths, p.ctx, p.labelledWidth()} }

// labelledWidth is a little less than the plot's width.
func (p worthPlot) labelledWidth() vg.Length {
	_, width := p.labels()
	return chart.BodyWidth - width - 60
}

// leastHeight is the space that the labels need.
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
		if len(p.frontier) > 0 { // else nothing would name them
			for _, m := range p.marks(p.ctx) {
				c.StrokeLine2(m.line, x(m.at), c.Min.Y, x(m.at), c.Max.Y)
			}
		}
		p.drawHalo(c, x, y)
	}))
	series.Add(p.ctx, plotted, p.series)
	plotted.Y.Max = p.y.Max // lines may end above the plot
	area, atX, atY := chart.Area(plotted, canvas)
	chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y}, chart.Right, p.axisTitle(p.ctx))
	band.draw(c, area, atX)
	for i, l := range p.labelled() {
		labels[i].At = vg.Point{X: atX(l.end.X), Y: atY(l.end.Y)}
	}
	chart.DrawEndLabels(c, labels, area.Max.X, width, c.Min.Y, c.Max.Y-band.height())
}

// haloLine lies under the line of the structure with the highest expected net benefit.
var haloLine = draw.LineStyle{Color: chart.Tint(chart.MidGrey, 0.5), Width: 8}

// drawHalo draws the frontier under the line of whichever structure has the highest expected net benefit.
func (p worthPlot) drawHalo(c draw.Canvas, x, y func(float64) vg.Length) {
	for _, s := range p.frontier {
		for _, l := range p.series {
			if l.Code == s.Code {
				c.StrokeLines(haloLine, c.ClipLinesXY(s.of(l.Points, x, y))...)
			}
		}
	}
}

// of is what lies of a line in the stretch, on the page.
func (s stretch) of(line plotter.XYs, x, y func(float64) vg.Length) []vg.Point {
	xs := []float64{s.From}
	for _, p := range line {
		if s.From < p.X && p.X < s.To {
			xs = append(xs, p.X)
		}
	}
	var points []vg.Point
	for _, at := range append(xs, s.To) {
		if v := valueOn(line, at); words.Finite(v) {
			points = append(points, vg.Point{X: x(at), Y: y(v)})
		}
	}
	return points
}

func (w worths) halo() string {
	if len(w.frontier) == 0 {
		return ""
	}
	text := "Shaded: the line of the structure with the highest expected net benefit (mean of draws)"
	if len(w.frontier) > 1 {
		text += "; where it changes, the means of two are equal"
	}
	return text
}
