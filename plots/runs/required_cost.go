package runs

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   10,
	Name:    "required-cost",
	Summary: "cost that each structure needs over time, against the status quo",
	Needs:   figure.RowsOf(result.TrajectoryRow{}),
	Every:   true,
	Narrow:  true,
	Page:    requiredCostPage,
})

// need is what the figure is drawn from.
type need struct {
	structures []series.Line
	target     series.Line // without points if there is none
	baseline   float64
	years      figure.Years
	drawn      bool // the courses are means of draws
}

func requiredCostPage(d figure.Data) chart.Page {
	n := needOf(d)
	if len(n.structures) == 0 {
		return figure.Nothing("values of required cost")
	}
	note := n.showLeader(&d)
	if against, found := againstOf(d, n); found {
		against.inColour = note
		return against.page(d)
	}
	lo, hi := chart.NearZero(series.Range(append(slices.Clone(n.structures), n.target)...))
	scale := chart.NewScale(lo, hi, 0, 6, chart.Thousands(d.Currency, hi))
	ends := n.ends(d.Context)
	floor := ""
	if scale.Min > 0 {
		floor = "The vertical axis does not start at zero"
	}
	return chart.Page{
		Title:       n.title(d.Context),
		Subtitle:    n.subtitle(d.Context, d.Trajectories, scale),
		Footer:      d.Footer(note, floor, series.AboutHandover(d.Context, n.years)),
		Description: n.description(d.Context),
		LeastBody:   ends.Least() + 40 + chart.AxisTitleHeight(n.axisTitle(d.Context, scale), d.Print().Body()),
		Body: func(c draw.Canvas) {
			n.draw(d.Context, chart.DrawAxisTitle(c, n.axisTitle(d.Context, scale)), scale)
		},
	}
}

func (n need) subtitle(ctx figure.Context, rows []result.TrajectoryRow, scale chart.Scale) string {
	return ctx.Subtitle(words.Joined("Cost that each structure needs, "+ctx.MoneyUnit(scale.Unit)+" a year"+ctx.Prices(), figure.OfTrajectories(ctx, rows)), n.years.Period())
}

// axisTitle is what stands above the vertical axis.
func (n need) axisTitle(ctx figure.Context, scale chart.Scale) string {
	return "Cost needed, " + ctx.MoneyUnit(scale.Unit) + " a year" + ctx.Prices()
}

func needOf(d figure.Data) need {
	n := need{
		structures: series.Of(d, func(r result.TrajectoryRow) float64 { return r.RequiredCostK }),
		years:      figure.YearsOf(d.Trajectories),
		baseline:   math.NaN(),
		drawn:      ofMeans(d.Trajectories),
	}
	// The target does not depend on the structure: any will do.
	if targets := series.Of(d, func(r result.TrajectoryRow) float64 { return r.CeilingK }); len(targets) > 0 {
		n.target = targets[0]
	}
	for _, row := range figure.OneEach(d.Outcomes) {
		if v := row.Values[result.BaselineCost]; words.Finite(v) && v > 0 {
			n.baseline = v
			break
		}
	}
	return n
}

// freed is how much less than the baseline a cost is, in per cent of it.
func (n need) freed(cost float64) float64 { return 100 * (1 - cost/n.baseline) }

// title says whether structure alone meets the target, and if none does how far the best gets.
func (n need) title(ctx figure.Context) string {
	if !words.Finite(n.baseline) {
		return "Cost that each structure needs, against the target"
	}
	if meeting := n.meeting(); meeting > 0 {
		return n.titleOfMet(ctx, meeting)
	}
	best, leaders := n.leaders()
	return n.titleOfMissed(ctx, best, leaders)
}

// meeting counts the structures that meet the target by themselves.
func (n need) meeting() int {
	meeting := 0
	for _, s := range n.structures {
		if n.hasTarget() && s.Last() <= n.target.Last()*(1+1e-9) {
			meeting++
		}
	}
	return meeting
}

// leaders are the structures that free most at the end, and how much that is in per cent of the baseline.
func (n need) leaders() (best float64, codes []string) {
	best = math.Inf(-1)
	for _, s := range n.structures {
		best = max(best, n.freed(s.Last()))
	}
	for _, s := range n.structures {
		if n.freed(s.Last()) > best-tie {
			codes = append(codes, s.Code)
		}
	}
	return best, codes
}

// showLeader puts the only structure that the title speaks of in focus, so that it has a colour and a band; a note says why.
func (n need) showLeader(d *figure.Data) (note string) {
	best, leaders := n.leaders()
	if len(leaders) != 1 || best < tie || n.meeting() > 0 || slices.Contains(d.Focus, leaders[0]) {
		return ""
	}
	d.Context = d.Showing(leaders[0])
	return fmt.Sprintf("%s is in colour too, as it frees most", d.Said(leaders[0]))
}

func (n need) titleOfMet(ctx figure.Context, meeting int) string {
	all, by := len(n.structures), n.years.Final()
	switch {
	case all == 1:
		return fmt.Sprintf("%s frees enough to meet the target by %s", ctx.Said(n.structures[0].Code), by)
	case meeting == all:
		return "Every structure frees enough to meet the target by " + by
	case meeting == 1:
		return fmt.Sprintf("One of %s structures frees enough to meet the target by %s", words.Number(all), by)
	}
	return words.Sentence(fmt.Sprintf("%s of %s structures free enough to meet the target by %s", words.Number(meeting), words.Number(all), by))
}

func (n need) titleOfMissed(ctx figure.Context, best float64, leaders []string) string {
	freed, asked := words.Percent(best), ""
	if n.hasTarget() {
		var goal string
		freed, goal = words.Apart(best, n.freed(n.target.Last()))
		asked = "; the target asks for " + goal
	}
	by := n.years.Final()
	switch {
	case best < tie && len(n.structures) == 1:
		return fmt.Sprintf("%s frees no cost by %s%s", ctx.Said(leaders[0]), by, asked)
	case best < tie:
		return fmt.Sprintf("No structure frees any cost by %s%s", by, asked)
	case len(n.structures) == 1:
		return fmt.Sprintf("%s frees %s of cost by %s%s", ctx.Said(leaders[0]), freed, by, asked)
	case len(leaders) == 1:
		return fmt.Sprintf("%s frees most%s by %s, %s of cost%s", ctx.Said(leaders[0]), n.onAverage(ctx), by, freed, asked)
	}
	return fmt.Sprintf("At best, structures free %s of cost by %s%s", freed, by, asked)
}

// onAverage owns up to it where the values are means of draws.
func (n need) onAverage(ctx figure.Context) string {
	if n.drawn {
		return ctx.OnAverage()
	}
	return ""
}

// hasTarget says whether there is a target that asks for less than the baseline.
func (n need) hasTarget() bool {
	return len(n.target.Points) > 0 && n.target.Last() < n.baseline*(1-1e-9)
}

func (n need) description(ctx figure.Context) string {
	text := fmt.Sprintf("Line chart of the cost that %s needs by quarter, %s.", series.Structures(ctx, n.structures), n.years.Period())
	if words.Finite(n.baseline) {
		text += fmt.Sprintf(" It starts from %s a year.", ctx.Money(n.baseline))
	}
	if len(n.target.Points) > 0 {
		text += fmt.Sprintf(" The target goes from %s to %s.", ctx.Money(n.target.Points[0].Y), ctx.Money(n.target.Last()))
	}
	text += " At the end: " + series.Values(ctx, n.structures, func(s series.Line) string { return ctx.Money(s.Last()) + s.LastBand().InBrackets(ctx.Money) }) + "."
	return text + series.Brackets(ctx, n.structures)
}

// ends are labels of the structures and, last, of the target.
func (n need) ends(ctx figure.Context) chart.Ends {
	var labels []chart.EndLabel
	for _, s := range n.structures {
		l := ctx.Look(s.Code)
		labels = append(labels, chart.EndLabel{Text: ctx.Name(s.Code), Line: l.Line, Bold: l.Focus})
	}
	if len(n.target.Points) > 0 {
		labels = append(labels, chart.EndLabel{Text: "Target", Line: figure.TargetLine, Bold: true})
	}
	return chart.EndsOf(labels, 210, ctx.Print().Body())
}

func (n need) draw(ctx figure.Context, c draw.Canvas, scale chart.Scale) {
	ends := n.ends(ctx)
	labels := ends.Labels
	left := draw.Crop(c, 0, -ends.Beside, ends.Below, -series.AboveTimeline)
	span, ticks := n.years.Axis(left.Size().X - 60)
	p := chart.Lines(span, ticks, scale)
	series.AddHandover(ctx, p, span.Max)
	series.Add(ctx, p, n.structures)
	if len(n.target.Points) > 0 {
		p.Add(series.LineOf(n.target.Points, figure.TargetLine))
	}
	area, x, y := chart.Area(p, left)
	for i, s := range slices.Concat(n.structures, []series.Line{n.target}) {
		if len(s.Points) > 0 {
			labels[i].At = s.End(x, y)
		}
	}
	ends.Draw(c, area.Max.X, area.Min.Y, c.Max.Y)
}
