package plots

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

var _ = register(Figure{
	Order:   10,
	Name:    "required-cost",
	Summary: "cost that each structure needs over time, against the target",
	Needs:   tables(result.TrajectoryRow{}),
	Page:    requiredCostPage,
})

// need is what the figure is drawn from.
type need struct {
	structures []series
	target     series // without points if there is none
	baseline   float64
	years      years
}

func requiredCostPage(d Data) chart.Page {
	n := d.need()
	if len(n.structures) == 0 {
		return nothing("values of required cost")
	}
	drawn := slices.Concat(n.structures, []series{n.target})
	if d.inPanels(n.structures) {
		return n.pageOfPanels(d, drawn)
	}
	lo, hi := chart.NearZero(yRange(drawn...))
	scale := chart.NewScale(lo, hi, 0, 6, chart.Thousands(d.Currency, hi))
	labels, width := n.labels(d)
	note := ""
	if scale.Min > 0 {
		note = "The vertical axis does not start at zero"
	}
	return chart.Page{
		Title:       n.title(d),
		Subtitle:    n.subtitle(d, scale),
		Footer:      d.footer(note),
		Description: n.description(d),
		LeastBody:   chart.EndLabelsHeight(labels, width) + 40,
		Body:        func(c draw.Canvas) { n.draw(d, c, scale) },
	}
}

func (n need) subtitle(d Data, scale chart.Scale) string {
	return d.subtitle(joined("Cost that each structure needs, "+d.moneyUnit(scale.Unit)+" a year"+d.prices(), d.ofTrajectories()), n.years.period())
}

// pageOfPanels is the page where there are draws: a panel for each structure in focus.
func (n need) pageOfPanels(d Data, drawn []series) chart.Page {
	shown := d.withBands(n.structures)
	lo, hi := bandRange(slices.Concat(shown, []series{n.target})...)
	lowest, highest := yRange(drawn...)
	lo, hi = chart.NearZero(min(lo, lowest), max(hi, highest))
	scale := chart.NewScale(lo, hi, 0, 6, chart.Thousands(d.Currency, hi))
	span, ticks := n.years.span()
	columns, height := gridOf(len(shown))
	panels := chart.Panels{
		Columns: columns, X: span, XTicks: ticks, Y: scale, Above: aboveTimeline, PlotHeight: height,
		Panels: d.bandPanels(n.structures, func(c draw.Canvas, x, y func(float64) vg.Length) {
			d.drawHandover(c, span.Max, x)
			c.StrokeLines(targetLine, n.target.onPage(x, y))
		}),
	}
	key := d.bandKey(n.structures)
	if len(n.target.Points) > 0 {
		key = append(key, chart.KeyItem{Text: "Target", Swatch: chart.LineSwatch(targetLine)})
	}
	note := ""
	if scale.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       n.title(d),
		Subtitle:    n.subtitle(d, scale),
		Footer:      d.footer(quarterByQuarter, d.greyInPanels(n.structures), note),
		Description: n.description(d),
		BodyHeight:  chart.KeyHeight(key) + panels.Height(),
		Body:        func(c draw.Canvas) { panels.Draw(chart.DrawKey(c, key)) },
	}
}

func (d Data) need() need {
	n := need{
		structures: d.allSeries(func(r result.TrajectoryRow) float64 { return r.RequiredCostK }),
		years:      d.years(),
		baseline:   math.NaN(),
	}
	// The target does not depend on the structure: any will do.
	if targets := d.allSeries(func(r result.TrajectoryRow) float64 { return r.CeilingK }); len(targets) > 0 {
		n.target = targets[0]
	}
	for _, row := range d.oneRowEach() {
		if v := row.Values[result.BaselineCost]; finite(v) && v > 0 {
			n.baseline = v
			break
		}
	}
	return n
}

// freed is how much less than the baseline a cost is, in per cent of it.
func (n need) freed(cost float64) float64 { return 100 * (1 - cost/n.baseline) }

// title says whether structure alone meets the target, and if none does how far the best gets.
func (n need) title(d Data) string {
	if !finite(n.baseline) {
		return "Cost that each structure needs, against the target"
	}
	meeting := 0
	best := math.Inf(-1)
	for _, s := range n.structures {
		if n.hasTarget() && s.last() <= n.target.last()*(1+1e-9) {
			meeting++
		}
		best = max(best, n.freed(s.last()))
	}
	if meeting > 0 {
		return n.titleOfMet(d, meeting)
	}
	var leaders []string
	for _, s := range n.structures {
		if n.freed(s.last()) > best-tie {
			leaders = append(leaders, s.Code)
		}
	}
	return n.titleOfMissed(d, best, leaders)
}

func (n need) titleOfMet(d Data, meeting int) string {
	all, by := len(n.structures), n.years.final()
	switch {
	case all == 1:
		return fmt.Sprintf("%s frees enough to meet the target by %s", d.name(n.structures[0].Code), by)
	case meeting == all:
		return "Every structure frees enough to meet the target by " + by
	case meeting == 1:
		return fmt.Sprintf("One of %s structures frees enough to meet the target by %s", number(all), by)
	}
	return sentence(fmt.Sprintf("%s of %s structures free enough to meet the target by %s", number(meeting), number(all), by))
}

func (n need) titleOfMissed(d Data, best float64, leaders []string) string {
	freed, asked := percent(best), ""
	if n.hasTarget() {
		var goal string
		freed, goal = apart(best, n.freed(n.target.last()))
		asked = "; the target asks for " + goal
	}
	by := n.years.final()
	switch {
	case best < tie && len(n.structures) == 1:
		return fmt.Sprintf("%s frees no cost by %s%s", d.name(leaders[0]), by, asked)
	case best < tie:
		return fmt.Sprintf("No structure frees any cost by %s%s", by, asked)
	case len(n.structures) == 1:
		return fmt.Sprintf("%s frees %s of cost by %s%s", d.name(leaders[0]), freed, by, asked)
	case len(leaders) == 1:
		return fmt.Sprintf("%s frees most by %s, %s of cost%s", d.name(leaders[0]), by, freed, asked)
	}
	return fmt.Sprintf("At best, structures free %s of cost by %s%s", freed, by, asked)
}

// hasTarget says whether there is a target that asks for less than the baseline.
func (n need) hasTarget() bool {
	return len(n.target.Points) > 0 && n.target.last() < n.baseline*(1-1e-9)
}

func (n need) description(d Data) string {
	text := fmt.Sprintf("Line chart of the cost that %s needs by quarter, %s.", structuresOf(d, n.structures), n.years.period())
	if finite(n.baseline) {
		text += fmt.Sprintf(" It starts from %s a year.", d.money(n.baseline))
	}
	if len(n.target.Points) > 0 {
		text += fmt.Sprintf(" The target goes from %s to %s.", d.money(n.target.Points[0].Y), d.money(n.target.last()))
	}
	text += " At the end: " + valuesOf(d, n.structures, func(s series) string { return d.money(s.last()) + s.lastBand().inBrackets(d.money) }) + "."
	return text + d.brackets(n.structures)
}

// labels are those of the structures and, last, of the target; they need a column so wide.
func (n need) labels(d Data) (labels []chart.EndLabel, width vg.Length) {
	for _, s := range n.structures {
		l := d.look(s.Code)
		labels = append(labels, chart.EndLabel{Text: d.name(s.Code), Line: l.Line, Bold: l.Focus})
	}
	if len(n.target.Points) > 0 {
		labels = append(labels, chart.EndLabel{Text: "Target", Line: targetLine, Bold: true})
	}
	return labels, chart.EndLabelsWidth(labels, 210)
}

func (n need) draw(d Data, c draw.Canvas, scale chart.Scale) {
	labels, width := n.labels(d)
	left := draw.Crop(c, 0, -width, 0, -aboveTimeline)
	span, ticks := n.years.axis(left.Size().X - 60)
	p := chart.Lines(span, ticks, scale)
	d.addHandover(p, span.Max)
	d.addSeries(p, n.structures)
	if len(n.target.Points) > 0 {
		p.Add(lineOf(n.target.Points, targetLine))
	}
	area, x, y := chart.Area(p, left)
	for i, s := range slices.Concat(n.structures, []series{n.target}) {
		if len(s.Points) > 0 {
			labels[i].At = s.end(x, y)
		}
	}
	chart.DrawEndLabels(c, labels, area.Max.X, width, area.Min.Y, c.Max.Y)
}
