package plots

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
)

var _ = register(Figure{
	Order:   20,
	Name:    "capacity",
	Summary: "capacity over time, of the structure alone and with the target",
	Needs:   tables(result.TrajectoryRow{}),
	Page:    capacityPage,
})

// dips are the capacities over time, in per cent of the start.
type dips struct {
	alone, whole []series // of the structure alone, and with the target
	years        years

	lostAlone, lostWhole loss
}

// loss is how far below its start capacity falls, in per cent of that.
type loss struct {
	Most     float64 // of all structures
	OfCourse float64 // as the lines show it
	ofDraws  bool    // some structure's is the mean over draws of each draw's lowest
}

func capacityPage(d Data) chart.Page {
	dips := dips{
		alone: d.allSeries(func(r result.TrajectoryRow) float64 { return 100 * r.StructureCapacity }),
		whole: d.allSeries(func(r result.TrajectoryRow) float64 { return 100 * r.Capacity }),
		years: d.years(),
	}
	dips.lostAlone, dips.lostWhole = d.loss(dips.alone, result.StructureCapacityLowest), d.loss(dips.whole, result.CapacityLowest)
	if len(dips.alone) == 0 || len(dips.whole) == 0 {
		return nothing("values of capacity")
	}
	if d.inPanels(dips.alone) && len(d.withBands(dips.alone)) == len(d.withBands(dips.whole)) {
		return dips.pageOfPanels(d)
	}
	lo, hi := yRange(slices.Concat(dips.alone, dips.whole)...)
	scale := chart.NewScale(min(lo, 100), max(hi, 100), 5, 6, chart.Percent)
	note := ""
	if scale.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       dips.title(d),
		Subtitle:    dips.subtitle(d),
		Footer:      d.footer(note, d.others(dips.alone), dips.lowestInTitle()),
		Description: dips.description(d),
		Body:        func(c draw.Canvas) { dips.draw(d, c, scale) },
	}
}

func (dips dips) subtitle(d Data) string {
	return d.subtitle(joined("Capacity, % of that at the start", d.ofTrajectories()), dips.years.period())
}

// pageOfPanels is the page where there are draws: for each structure in focus a panel of the structure alone, and one
// with the target below it.
func (dips dips) pageOfPanels(d Data) chart.Page {
	lo, hi := bandRange(slices.Concat(d.withBands(dips.alone), d.withBands(dips.whole))...)
	lowest, highest := yRange(slices.Concat(dips.alone, dips.whole)...)
	scale := chart.NewScale(min(lo, lowest, 100), max(hi, highest, 100), 5, 5, chart.Percent)
	span, ticks := dips.years.span()
	marks := func(c draw.Canvas, x, y func(float64) vg.Length) {
		c.StrokeLine2(draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}, c.Min.X, y(100), c.Max.X, y(100))
		d.drawHandover(c, span.Max, x)
	}
	alone := d.bandPanels(dips.alone, marks)
	panels := chart.Panels{
		Columns: len(alone), X: span, XTicks: ticks, Y: scale, Above: aboveTimeline, PlotHeight: 160,
		Panels:      append(alone, d.bandPanels(dips.whole, marks)...),
		RowHeadings: []string{aloneHeading, wholeHeading},
	}
	key := d.bandKey(dips.alone)
	note := ""
	if scale.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       dips.title(d),
		Subtitle:    dips.subtitle(d),
		Footer:      d.footer(quarterByQuarter, dips.lowestInTitle(), d.greyInPanels(dips.alone), note),
		Description: dips.description(d),
		BodyHeight:  chart.KeyHeight(key) + panels.Height(),
		Body:        func(c draw.Canvas) { panels.Draw(chart.DrawKey(c, key)) },
	}
}

// The headings of the two.
const (
	aloneHeading = "Structure alone"
	wholeHeading = "With the target"
)

// loss is that of the outcome, as reports have it: where there are draws the mean of each draw's lowest, which is lower
// than the lowest of the mean course, as draws are not lowest at one time. Without outcomes it is that of the courses.
func (d Data) loss(all []series, lowest result.Outcome) loss {
	var l loss
	rows := d.oneRowEach()
	for _, s := range all {
		least := s.lowest()
		i := slices.IndexFunc(rows, func(r result.OutcomeRow) bool { return r.Structure == s.Code })
		if i >= 0 && finite(rows[i].Values[lowest]) {
			least = 100 * rows[i].Values[lowest]
			l.ofDraws = l.ofDraws || rows[i].Statistic == result.Mean
		}
		l.Most, l.OfCourse = max(l.Most, 100-least), max(l.OfCourse, 100-s.lowest())
	}
	return l
}

// lowestInTitle says why the title may differ from the lines.
func (dips dips) lowestInTitle() string {
	unlike := func(l loss) bool { return l.ofDraws && percent(l.Most) != percent(l.OfCourse) }
	if !unlike(dips.lostAlone) && !unlike(dips.lostWhole) {
		return ""
	}
	return "The title has the mean of each draw’s lowest capacity, which comes at different times; the mean at any one time falls less far"
}

// title sets what reorganising takes against what it takes with the target.
func (dips dips) title(d Data) string {
	alone, whole := dips.lostAlone.Most, dips.lostWhole.Most
	subject, most := "Reorganisation", "up to "
	if len(dips.alone) == 1 {
		subject, most = d.name(dips.alone[0].Code), ""
	}
	first, second := apart(alone, whole)
	switch {
	case alone < tie && whole < tie:
		return "Capacity never falls below where it starts"
	case alone < tie:
		return fmt.Sprintf("%s alone takes no capacity; with the target, %s%s", subject, most, second)
	case math.Abs(alone-whole) < tie:
		return fmt.Sprintf("%s takes %s%s of capacity; the target takes no more", subject, most, percent(alone))
	case whole < tie:
		return fmt.Sprintf("%s alone takes %s%s of capacity; with the target, none", subject, most, first)
	}
	return fmt.Sprintf("%s alone takes %s%s of capacity; with the target, %s", subject, most, first, second)
}

func (dips dips) description(d Data) string {
	values := func(all []series) string {
		return valuesOf(d, all, func(s series) string {
			return fmt.Sprintf("%s, %s", percent(s.lowest()), percent(s.last())) + s.lastBand().inBrackets(percent)
		})
	}
	return fmt.Sprintf("Two line charts of capacity under %s by quarter, %s, in per cent of that at the start. Lowest and last value of the structure alone: %s. With the target: %s.",
		structuresOf(d, dips.alone), dips.years.period(), values(dips.alone), values(dips.whole)) + d.brackets(dips.alone)
}

const panelGap = vg.Length(12)

func (dips dips) draw(d Data, c draw.Canvas, scale chart.Scale) {
	if key := d.keyOfOthers(dips.alone); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	half := (c.Size().X - panelGap) / 2
	dips.panel(d, draw.Crop(c, 0, -half-panelGap, 0, 0), scale, aloneHeading, dips.alone)
	dips.panel(d, draw.Crop(c, half+panelGap, 0, 0, 0), scale, wholeHeading, dips.whole)
}

// panel draws one of the two; only structures in focus are labelled, for lack of room.
func (dips dips) panel(d Data, c draw.Canvas, scale chart.Scale, heading string, all []series) {
	labels, labelled := d.focusLabels(all)
	width := chart.EndLabelsWidth(labels, 150)
	left := draw.Crop(c, 0, -width, 0, -chart.PanelFont.Height(1)-aboveTimeline)
	span, ticks := dips.years.axis(left.Size().X - 45)
	p := chart.Lines(span, ticks, scale)
	p.Add(lineOf(plotter.XYs{{X: 0, Y: 100}, {X: span.Max, Y: 100}}, draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}))
	d.addHandover(p, span.Max)
	d.addSeries(p, all)
	area, x, y := chart.Area(p, left)
	chart.PanelFont.DrawTop(c, vg.Point{X: area.Min.X, Y: c.Max.Y}, chart.Left, heading)
	for i, s := range labelled {
		labels[i].At = s.end(x, y)
	}
	chart.DrawEndLabels(c, labels, area.Max.X, width, area.Min.Y, area.Max.Y)
}

// focusLabels are labels for the series in focus.
func (d Data) focusLabels(all []series) (labels []chart.EndLabel, labelled []series) {
	for _, s := range all {
		if l := d.look(s.Code); l.Focus {
			labels = append(labels, chart.EndLabel{Text: d.name(s.Code), Line: l.Line, Bold: true})
			labelled = append(labelled, s)
		}
	}
	return labels, labelled
}

// keyOfOthers explains the grey lines, if there are any.
func (d Data) keyOfOthers(all []series) []chart.KeyItem {
	others := d.outOfFocus(all)
	if len(others) == 0 {
		return nil
	}
	text := others[0]
	if len(others) > 1 {
		text = sentence(number(len(others))) + " other structures"
	}
	return []chart.KeyItem{{Text: text, Swatch: chart.LineSwatch(d.look("").Line)}}
}

// others names the grey lines where the key only counts them.
func (d Data) others(all []series) string {
	if others := d.outOfFocus(all); len(others) > 1 {
		return "In grey: " + strings.Join(others, "; ")
	}
	return ""
}

func (d Data) outOfFocus(all []series) []string {
	var names []string
	for _, s := range all {
		if !d.look(s.Code).Focus {
			names = append(names, d.name(s.Code))
		}
	}
	return names
}
