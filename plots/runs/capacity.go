package runs

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   20,
	Name:    "capacity",
	Summary: "capacity over time, cuts to meet the target included",
	Needs:   figure.RowsOf(result.TrajectoryRow{}),
	Every:   true,
	Narrow:  true,
	Page:    func(d figure.Data) chart.Page { return capacityPage(d, false) },
})

var _ = figure.Register(figure.Figure{
	Order:   25,
	Name:    "capacity-alone",
	Summary: "capacity over time of the structure alone, without target or cuts",
	Needs:   figure.RowsOf(result.TrajectoryRow{}),
	Every:   true,
	Narrow:  true,
	Page:    func(d figure.Data) chart.Page { return capacityPage(d, true) },
})

// dips are the capacities over time, in per cent of the start.
type dips struct {
	lines []series.Line // that are drawn
	left  int           // structures that are not drawn
	alone bool          // of the structure alone, without target or cuts
	years figure.Years
	due   float64 // when the target is due, in years from the start; 0 if unknown, or of no matter
	lost  loss
	drawn bool // the lines are means of draws
}

// loss is how far below its start capacity falls under any of the structures, in per cent of that.
type loss struct {
	OfCourse float64 // as the lines show it
	OfDraws  float64 // the mean over draws of each draw's lowest, as tables have it; 0 where there are no draws
}

func capacityPage(d figure.Data, alone bool) chart.Page {
	column, lowest := func(r result.TrajectoryRow) float64 { return 100 * r.Capacity }, result.CapacityLowest
	if alone {
		column, lowest = func(r result.TrajectoryRow) float64 { return 100 * r.StructureCapacity }, result.StructureCapacityLowest
	}
	dips := dips{lines: series.Of(d, column), alone: alone, years: figure.YearsOf(d.Trajectories)}
	if len(dips.lines) == 0 {
		return figure.Nothing("values of capacity")
	}
	if lo, hi := series.BandRange(dips.lines...); alone && lo > 100-tie && hi < 100+tie {
		return figure.Pointless("no structure changes capacity by itself")
	}
	dips.drawn = ofMeans(d.Trajectories)
	dips.keepDrawn(d.Context)
	dips.lost = lossOf(d.Outcomes, dips.lines, lowest)
	if !alone {
		dips.due = targetDue(d)
	}
	page := chart.Page{
		Title:       dips.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(dips.measure(), figure.OfTrajectories(d.Context, d.Trajectories)), dips.years.Period()),
		Description: dips.description(d.Context),
	}
	titled, height := dips.titled(d.Context)
	if !series.InPanels(d.Context, dips.lines) {
		page.Footer = d.Footer(othersInGrey(d.Context, dips.lines), dips.lowestOfDraws())
		page.LeastBody = height + dips.least(d.Context)
		page.Body = func(c draw.Canvas) { dips.draw(d.Context, titled(c)) }
		return page
	}
	panels, key := dips.panels(d)
	page.Footer = d.Footer(series.QuarterByQuarter, dips.lowestOfDraws())
	page.BodyHeight = height + chart.KeyHeightIn(key, d.Print().Body()) + panels.Height()
	page.Body = func(c draw.Canvas) { panels.Draw(chart.DrawKey(titled(c), key)) }
	return page
}

// titled writes on a bare page what is measured, which the subtitle says elsewhere; that needs so much height.
func (dips dips) titled(ctx figure.Context) (titled func(draw.Canvas) draw.Canvas, height vg.Length) {
	if !ctx.Bare {
		return func(c draw.Canvas) draw.Canvas { return c }, 0
	}
	return func(c draw.Canvas) draw.Canvas { return chart.DrawAxisTitle(c, dips.measure()) }, chart.AxisTitleHeight(dips.measure(), ctx.Print().Body())
}

// keepDrawn leaves out the structures that have no panel, but for the comparator: the figure says nothing of them.
func (dips *dips) keepDrawn(ctx figure.Context) {
	if !series.InPanels(ctx, dips.lines) {
		return
	}
	drawn := append(series.WithBands(ctx, dips.lines), dips.comparator())
	all := len(dips.lines)
	dips.lines = slices.DeleteFunc(dips.lines, func(s series.Line) bool {
		return !slices.ContainsFunc(drawn, func(d series.Line) bool { return d.Code == s.Code })
	})
	dips.left = all - len(dips.lines)
}

// ofShown says in the title that it is of those drawn, where others are not.
func (dips dips) ofShown() string {
	if dips.left == 0 {
		return ""
	}
	return fmt.Sprintf(" under the %s structures shown", words.Number(len(dips.lines)))
}

func (dips dips) measure() string {
	if dips.alone {
		return "Capacity under the structure alone, % of that at the start"
	}
	return "Capacity, cuts included, % of that at the start"
}

// targetDue is when the target stops asking for less each quarter; 0 if it never asks for less.
func targetDue(d figure.Data) float64 {
	targets := series.Of(d, func(r result.TrajectoryRow) float64 { return r.CeilingK })
	if len(targets) == 0 || targets[0].Last() >= targets[0].Points[0].Y*(1-1e-9) {
		return 0
	}
	for _, p := range targets[0].Points {
		if p.Y <= targets[0].Last()*(1+1e-9) {
			return max(0, p.X-0.125)
		}
	}
	return 0
}

// scale begins at zero: capacity is a share of what there was.
func (dips dips) scale() chart.Scale {
	_, hi := series.BandRange(dips.lines...)
	return chart.NewScale(0, max(hi, 100), 5, 5, chart.Percent)
}

// comparator is the structure that every panel has in grey: that without a change, or else the first.
func (dips dips) comparator() series.Line {
	i := slices.IndexFunc(dips.lines, func(s series.Line) bool { return s.Code == unchanged })
	return dips.lines[max(0, i)]
}

// unchanged is the code of the structure in which nothing changes, in the cases that come with the program.
const unchanged = "status-quo"

// panels are those of the structures in focus, in one row.
func (dips dips) panels(d figure.Data) (chart.Panels, []chart.KeyItem) {
	ctx, other := d.Context, dips.comparator()
	span, ticks := dips.years.Span()
	panels := chart.Panels{X: span, XTicks: ticks, XEnds: true, Y: dips.scale(), Above: series.AboveTimeline, PlotHeight: 190, Width: ctx.Print().Body()}
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
	return panels, append(key, dips.keyOfDue()...)
}

// dueLine marks when the target is due.
var dueLine = draw.LineStyle{Color: chart.Ink, Width: 1, Dashes: []vg.Length{2, 2.5}}

// keyOfDue explains that line.
func (dips dips) keyOfDue() []chart.KeyItem {
	if dips.due == 0 {
		return nil
	}
	return []chart.KeyItem{{Text: "Target due", Swatch: chart.LineSwatch(dueLine)}}
}

// drawDates marks the handover and when the target is due.
func (dips dips) drawDates(ctx figure.Context, c draw.Canvas, end float64, x func(float64) vg.Length) {
	series.DrawHandover(ctx, c, end, x)
	if dips.due > 0 && dips.due < end {
		c.StrokeLine2(dueLine, x(dips.due), c.Min.Y, x(dips.due), c.Max.Y)
	}
}

// lossOf is that of the courses and that of the outcome. The mean of each draw's lowest is lower than the lowest of the mean course,
// as draws are not lowest at one time.
func lossOf(rows []result.OutcomeRow, all []series.Line, lowest result.Outcome) loss {
	var l loss
	for _, s := range all {
		l.OfCourse = max(l.OfCourse, 100-s.Lowest())
		if v := figure.OutcomeOf(rows, s.Code, result.Mean, lowest); words.Finite(v) {
			l.OfDraws = max(l.OfDraws, 100-100*v)
		}
	}
	return l
}

// lowestOfDraws says how far capacity falls in single draws, where the lines show less.
func (dips dips) lowestOfDraws() string {
	ofDraws := words.Percent(dips.lost.OfDraws)
	if dips.lost.OfDraws < tie || ofDraws == words.Percent(dips.lost.OfCourse) {
		return ""
	}
	return "Draws are lowest at different times: the mean of each draw’s lowest capacity is up to " + ofDraws + " below the start"
}

// title says how far capacity falls.
func (dips dips) title(ctx figure.Context) string {
	lost, average, one := words.Percent(dips.lost.OfCourse), dips.onAverage(ctx), len(dips.lines) == 1
	name := ctx.Said(dips.lines[0].Code)
	switch none := dips.lost.OfCourse < tie; {
	case none && !dips.alone:
		return "Capacity never falls below where it starts" + dips.ofShown()
	case none && one:
		return name + " alone takes no capacity"
	case none:
		return "Reorganisation alone takes no capacity" + dips.ofShown()
	case dips.alone && one:
		return fmt.Sprintf("%s alone takes %s of capacity%s", name, lost, average)
	case dips.alone:
		return fmt.Sprintf("Reorganisation alone takes up to %s of capacity%s", lost, average) + dips.ofShown()
	case dips.due == 0 && one:
		return fmt.Sprintf("%s takes %s of capacity%s", name, lost, average)
	case dips.due == 0:
		return fmt.Sprintf("Capacity falls by up to %s%s", lost, average) + dips.ofShown()
	case one:
		return fmt.Sprintf("With cuts to the target, %s takes %s of capacity%s", name, lost, average)
	}
	return fmt.Sprintf("With cuts to the target, capacity falls by up to %s%s", lost, average) + dips.ofShown()
}

// onAverage owns up to it in the title where the values are means of draws.
func (dips dips) onAverage(ctx figure.Context) string {
	if dips.drawn {
		return ctx.OnAverage()
	}
	return ""
}

func (dips dips) description(ctx figure.Context) string {
	values := series.Values(ctx, dips.lines, func(s series.Line) string {
		return fmt.Sprintf("%s, %s", words.Percent(s.Lowest()), words.Percent(s.Last())) + s.LastBand().InBrackets(words.Percent)
	})
	of := "with the target"
	if dips.alone {
		of = "of the structure alone"
	}
	return fmt.Sprintf("Line chart of capacity under %s by quarter, %s, %s, in per cent of that at the start. Lowest and last value: %s.",
		series.Structures(ctx, dips.lines), of, dips.years.Period(), values) + series.Brackets(ctx, dips.lines)
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
	if key := append(keyOfOthers(ctx, dips.lines), dips.keyOfDue()...); len(key) > 0 {
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

// othersInGrey names the grey lines where the key only counts them.
func othersInGrey(ctx figure.Context, all []series.Line) string {
	if others := outOfFocus(ctx, all); len(others) > 1 {
		return "In grey: " + strings.Join(others, "; ")
	}
	return ""
}

func outOfFocus(ctx figure.Context, all []series.Line) []string {
	var names []string
	for _, s := range all {
		if !ctx.Look(s.Code).Focus {
			names = append(names, ctx.Said(s.Code))
		}
	}
	return names
}
