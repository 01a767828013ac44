package runs

import (
	"fmt"
	"math"
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
	Summary: "capacity over time, of the structure alone and with the target",
	Needs:   figure.RowsOf(result.TrajectoryRow{}),
	Every:   true,
	Page:    capacityPage,
})

// dips are the capacities over time, in per cent of the start.
type dips struct {
	alone, whole []series.Line // of the structure alone, and with the target
	years        figure.Years

	lostAlone, lostWhole loss
}

// loss is how far below its start capacity falls, in per cent of that.
type loss struct {
	Most     float64 // of all structures
	OfCourse float64 // as the lines show it
	ofDraws  bool    // some structure's is the mean over draws of each draw's lowest
}

func capacityPage(d figure.Data) chart.Page {
	dips := dips{
		alone: series.Of(d, func(r result.TrajectoryRow) float64 { return 100 * r.StructureCapacity }),
		whole: series.Of(d, func(r result.TrajectoryRow) float64 { return 100 * r.Capacity }),
		years: figure.YearsOf(d.Trajectories),
	}
	dips.lostAlone, dips.lostWhole = lossOf(d.Outcomes, dips.alone, result.StructureCapacityLowest), lossOf(d.Outcomes, dips.whole, result.CapacityLowest)
	if len(dips.alone) == 0 || len(dips.whole) == 0 {
		return figure.Nothing("values of capacity")
	}
	if series.InPanels(d.Context, dips.alone) && len(series.WithBands(d.Context, dips.alone)) == len(series.WithBands(d.Context, dips.whole)) {
		return dips.pageOfPanels(d.Context, d.Trajectories)
	}
	lo, hi := series.Range(slices.Concat(dips.alone, dips.whole)...)
	scale := chart.NewScale(min(lo, 100), max(hi, 100), 5, 6, chart.Percent)
	note := ""
	if scale.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       dips.title(d.Context),
		Subtitle:    dips.subtitle(d.Context, d.Trajectories),
		Footer:      d.Footer(note, othersInGrey(d.Context, dips.alone), dips.lowestInTitle()),
		Description: dips.description(d.Context),
		Body:        func(c draw.Canvas) { dips.draw(d.Context, c, scale) },
	}
}

func (dips dips) subtitle(ctx figure.Context, rows []result.TrajectoryRow) string {
	return ctx.Subtitle(words.Joined("Capacity, % of that at the start", figure.OfTrajectories(ctx, rows)), dips.years.Period())
}

// pageOfPanels is the page where there are draws: for each structure in focus a panel of the structure alone, and one
// with the target below it.
func (dips dips) pageOfPanels(ctx figure.Context, rows []result.TrajectoryRow) chart.Page {
	lo, hi := series.BandRange(slices.Concat(series.WithBands(ctx, dips.alone), series.WithBands(ctx, dips.whole))...)
	lowest, highest := series.Range(slices.Concat(dips.alone, dips.whole)...)
	scale := chart.NewScale(min(lo, lowest, 100), max(hi, highest, 100), 5, 5, chart.Percent)
	span, ticks := dips.years.Span()
	marks := func(c draw.Canvas, x, y func(float64) vg.Length) {
		c.StrokeLine2(draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}, c.Min.X, y(100), c.Max.X, y(100))
		series.DrawHandover(ctx, c, span.Max, x)
	}
	alone := series.Panels(ctx, dips.alone, marks)
	panels := chart.Panels{
		Columns: len(alone), X: span, XTicks: ticks, Y: scale, Above: series.AboveTimeline, PlotHeight: 160,
		Panels:      append(alone, series.Panels(ctx, dips.whole, marks)...),
		RowHeadings: []string{aloneHeading, wholeHeading},
	}
	key := series.PanelKey(ctx, rows, dips.alone)
	note := ""
	if scale.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       dips.title(ctx),
		Subtitle:    dips.subtitle(ctx, rows),
		Footer:      ctx.Footer(series.QuarterByQuarter, dips.lowestInTitle(), series.GreyInPanels(ctx, dips.alone), note),
		Description: dips.description(ctx),
		BodyHeight:  chart.KeyHeight(key) + panels.Height(),
		Body:        func(c draw.Canvas) { panels.Draw(chart.DrawKey(c, key)) },
	}
}

// The headings of the two.
const (
	aloneHeading = "Structure alone"
	wholeHeading = "With the target"
)

// lossOf is that of the outcome, as reports have it: where there are draws the mean of each draw's lowest, which is lower
// than the lowest of the mean course, as draws are not lowest at one time. Without outcomes it is that of the courses.
func lossOf(rows []result.OutcomeRow, all []series.Line, lowest result.Outcome) loss {
	var l loss
	rows = figure.OneEach(rows)
	for _, s := range all {
		least := s.Lowest()
		i := slices.IndexFunc(rows, func(r result.OutcomeRow) bool { return r.Structure == s.Code })
		if i >= 0 && words.Finite(rows[i].Values[lowest]) {
			least = 100 * rows[i].Values[lowest]
			l.ofDraws = l.ofDraws || rows[i].Statistic == result.Mean
		}
		l.Most, l.OfCourse = max(l.Most, 100-least), max(l.OfCourse, 100-s.Lowest())
	}
	return l
}

// lowestInTitle says why the title may differ from the lines.
func (dips dips) lowestInTitle() string {
	unlike := func(l loss) bool { return l.ofDraws && words.Percent(l.Most) != words.Percent(l.OfCourse) }
	if !unlike(dips.lostAlone) && !unlike(dips.lostWhole) {
		return ""
	}
	return "The title has the mean of each draw’s lowest capacity, which comes at different times; the mean at any one time falls less far"
}

// title sets what reorganising takes against what it takes with the target.
func (dips dips) title(ctx figure.Context) string {
	alone, whole := dips.lostAlone.Most, dips.lostWhole.Most
	subject, most := "Reorganisation", "up to "
	if len(dips.alone) == 1 {
		subject, most = ctx.Name(dips.alone[0].Code), ""
	}
	first, second := words.Apart(alone, whole)
	switch {
	case alone < tie && whole < tie:
		return "Capacity never falls below where it starts"
	case alone < tie:
		return fmt.Sprintf("%s alone takes no capacity; with the target, %s%s", subject, most, second)
	case math.Abs(alone-whole) < tie:
		return fmt.Sprintf("%s takes %s%s of capacity; the target takes no more", subject, most, words.Percent(alone))
	case whole < tie:
		return fmt.Sprintf("%s alone takes %s%s of capacity; with the target, none", subject, most, first)
	}
	return fmt.Sprintf("%s alone takes %s%s of capacity; with the target, %s", subject, most, first, second)
}

func (dips dips) description(ctx figure.Context) string {
	values := func(all []series.Line) string {
		return series.Values(ctx, all, func(s series.Line) string {
			return fmt.Sprintf("%s, %s", words.Percent(s.Lowest()), words.Percent(s.Last())) + s.LastBand().InBrackets(words.Percent)
		})
	}
	return fmt.Sprintf("Two line charts of capacity under %s by quarter, %s, in per cent of that at the start. Lowest and last value of the structure alone: %s. With the target: %s.",
		series.Structures(ctx, dips.alone), dips.years.Period(), values(dips.alone), values(dips.whole)) + series.Brackets(ctx, dips.alone)
}

const panelGap = vg.Length(12)

func (dips dips) draw(ctx figure.Context, c draw.Canvas, scale chart.Scale) {
	if key := keyOfOthers(ctx, dips.alone); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	half := (c.Size().X - panelGap) / 2
	dips.panel(ctx, draw.Crop(c, 0, -half-panelGap, 0, 0), scale, aloneHeading, dips.alone)
	dips.panel(ctx, draw.Crop(c, half+panelGap, 0, 0, 0), scale, wholeHeading, dips.whole)
}

// panel draws one of the two; only structures in focus are labelled, for lack of space.
func (dips dips) panel(ctx figure.Context, c draw.Canvas, scale chart.Scale, heading string, all []series.Line) {
	labels, labelled := focusLabels(ctx, all)
	width := chart.EndLabelsWidth(labels, 150)
	left := draw.Crop(c, 0, -width, 0, -chart.PanelFont.Height(1)-series.AboveTimeline)
	span, ticks := dips.years.Axis(left.Size().X - 45)
	p := chart.Lines(span, ticks, scale)
	p.Add(series.LineOf(plotter.XYs{{X: 0, Y: 100}, {X: span.Max, Y: 100}}, draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}))
	series.AddHandover(ctx, p, span.Max)
	series.Add(ctx, p, all)
	area, x, y := chart.Area(p, left)
	chart.PanelFont.DrawTop(c, vg.Point{X: area.Min.X, Y: c.Max.Y}, chart.Left, heading)
	for i, s := range labelled {
		labels[i].At = s.End(x, y)
	}
	chart.DrawEndLabels(c, labels, area.Max.X, width, area.Min.Y, area.Max.Y)
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
			names = append(names, ctx.Name(s.Code))
		}
	}
	return names
}
