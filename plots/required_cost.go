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
	n := needOf(d)
	if len(n.structures) == 0 {
		return nothing("values of required cost")
	}
	drawn := slices.Concat(n.structures, []series{n.target})
	if inPanels(d.Context, n.structures) {
		return n.pageOfPanels(d.Context, d.Trajectories, drawn)
	}
	lo, hi := chart.NearZero(yRange(drawn...))
	scale := chart.NewScale(lo, hi, 0, 6, chart.Thousands(d.Currency, hi))
	labels, width := n.labels(d.Context)
	note := ""
	if scale.Min > 0 {
		note = "The vertical axis does not start at zero"
	}
	return chart.Page{
		Title:       n.title(d.Context),
		Subtitle:    n.subtitle(d.Context, d.Trajectories, scale),
		Footer:      d.footer(note),
		Description: n.description(d.Context),
		LeastBody:   chart.EndLabelsHeight(labels, width) + 40,
		Body:        func(c draw.Canvas) { n.draw(d.Context, c, scale) },
	}
}

func (n need) subtitle(ctx Context, rows []result.TrajectoryRow, scale chart.Scale) string {
	return ctx.subtitle(joined("Cost that each structure needs, "+ctx.moneyUnit(scale.Unit)+" a year"+ctx.prices(), ofTrajectories(ctx, rows)), n.years.period())
}

// pageOfPanels is the page where there are draws: a panel for each structure in focus.
func (n need) pageOfPanels(ctx Context, rows []result.TrajectoryRow, drawn []series) chart.Page {
	shown := withBands(ctx, n.structures)
	lo, hi := bandRange(slices.Concat(shown, []series{n.target})...)
	lowest, highest := yRange(drawn...)
	lo, hi = chart.NearZero(min(lo, lowest), max(hi, highest))
	scale := chart.NewScale(lo, hi, 0, 6, chart.Thousands(ctx.Currency, hi))
	span, ticks := n.years.span()
	columns, height := gridOf(len(shown))
	panels := chart.Panels{
		Columns: columns, X: span, XTicks: ticks, Y: scale, Above: aboveTimeline, PlotHeight: height,
		Panels: bandPanels(ctx, n.structures, func(c draw.Canvas, x, y func(float64) vg.Length) {
			drawHandover(ctx, c, span.Max, x)
			c.StrokeLines(targetLine, n.target.onPage(x, y))
		}),
	}
	key := bandKey(ctx, rows, n.structures)
	if len(n.target.Points) > 0 {
		key = append(key, chart.KeyItem{Text: "Target", Swatch: chart.LineSwatch(targetLine)})
	}
	note := ""
	if scale.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       n.title(ctx),
		Subtitle:    n.subtitle(ctx, rows, scale),
		Footer:      ctx.footer(quarterByQuarter, greyInPanels(ctx, n.structures), note),
		Description: n.description(ctx),
		BodyHeight:  chart.KeyHeight(key) + panels.Height(),
		Body:        func(c draw.Canvas) { panels.Draw(chart.DrawKey(c, key)) },
	}
}

func needOf(d Data) need {
	n := need{
		structures: allSeries(d, func(r result.TrajectoryRow) float64 { return r.RequiredCostK }),
		years:      yearsOf(d.Trajectories),
		baseline:   math.NaN(),
	}
	// The target does not depend on the structure: any will do.
	if targets := allSeries(d, func(r result.TrajectoryRow) float64 { return r.CeilingK }); len(targets) > 0 {
		n.target = targets[0]
	}
	for _, row := range oneRowEach(d.Outcomes) {
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
func (n need) title(ctx Context) string {
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
		return n.titleOfMet(ctx, meeting)
	}
	var leaders []string
	for _, s := range n.structures {
		if n.freed(s.last()) > best-tie {
			leaders = append(leaders, s.Code)
		}
	}
	return n.titleOfMissed(ctx, best, leaders)
}

func (n need) titleOfMet(ctx Context, meeting int) string {
	all, by := len(n.structures), n.years.final()
	switch {
	case all == 1:
		return fmt.Sprintf("%s frees enough to meet the target by %s", ctx.name(n.structures[0].Code), by)
	case meeting == all:
		return "Every structure frees enough to meet the target by " + by
	case meeting == 1:
		return fmt.Sprintf("One of %s structures frees enough to meet the target by %s", number(all), by)
	}
	return sentence(fmt.Sprintf("%s of %s structures free enough to meet the target by %s", number(meeting), number(all), by))
}

func (n need) titleOfMissed(ctx Context, best float64, leaders []string) string {
	freed, asked := percent(best), ""
	if n.hasTarget() {
		var goal string
		freed, goal = apart(best, n.freed(n.target.last()))
		asked = "; the target asks for " + goal
	}
	by := n.years.final()
	switch {
	case best < tie && len(n.structures) == 1:
		return fmt.Sprintf("%s frees no cost by %s%s", ctx.name(leaders[0]), by, asked)
	case best < tie:
		return fmt.Sprintf("No structure frees any cost by %s%s", by, asked)
	case len(n.structures) == 1:
		return fmt.Sprintf("%s frees %s of cost by %s%s", ctx.name(leaders[0]), freed, by, asked)
	case len(leaders) == 1:
		return fmt.Sprintf("%s frees most by %s, %s of cost%s", ctx.name(leaders[0]), by, freed, asked)
	}
	return fmt.Sprintf("At best, structures free %s of cost by %s%s", freed, by, asked)
}

// hasTarget says whether there is a target that asks for less than the baseline.
func (n need) hasTarget() bool {
	return len(n.target.Points) > 0 && n.target.last() < n.baseline*(1-1e-9)
}

func (n need) description(ctx Context) string {
	text := fmt.Sprintf("Line chart of the cost that %s needs by quarter, %s.", structuresOf(ctx, n.structures), n.years.period())
	if finite(n.baseline) {
		text += fmt.Sprintf(" It starts from %s a year.", ctx.money(n.baseline))
	}
	if len(n.target.Points) > 0 {
		text += fmt.Sprintf(" The target goes from %s to %s.", ctx.money(n.target.Points[0].Y), ctx.money(n.target.last()))
	}
	text += " At the end: " + valuesOf(ctx, n.structures, func(s series) string { return ctx.money(s.last()) + s.lastBand().inBrackets(ctx.money) }) + "."
	return text + bracketsOf(ctx, n.structures)
}

// labels are those of the structures and, last, of the target; they need a column so wide.
func (n need) labels(ctx Context) (labels []chart.EndLabel, width vg.Length) {
	for _, s := range n.structures {
		l := ctx.look(s.Code)
		labels = append(labels, chart.EndLabel{Text: ctx.name(s.Code), Line: l.Line, Bold: l.Focus})
	}
	if len(n.target.Points) > 0 {
		labels = append(labels, chart.EndLabel{Text: "Target", Line: targetLine, Bold: true})
	}
	return labels, chart.EndLabelsWidth(labels, 210)
}

func (n need) draw(ctx Context, c draw.Canvas, scale chart.Scale) {
	labels, width := n.labels(ctx)
	left := draw.Crop(c, 0, -width, 0, -aboveTimeline)
	span, ticks := n.years.axis(left.Size().X - 60)
	p := chart.Lines(span, ticks, scale)
	addHandover(ctx, p, span.Max)
	addSeries(ctx, p, n.structures)
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
