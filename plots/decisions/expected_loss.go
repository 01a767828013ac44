package decisions

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// The figure draws expected loss curves: Alarid-Escudero, Enns, Kuntz, Michaud and Jalal (2019), Value in Health 22(5),
// 611–618. Net benefits differ far more between worths of capacity than between structures; losses can be told apart.
var _ = figure.Register(figure.Figure{
	Order:   270,
	Name:    "expected-loss",
	Summary: "what choosing each structure loses on average against the best in each draw, by what capacity is worth",
	Needs:   figure.RowsOf(result.AcceptabilityRow{}),
	Page:    expectedLossPage,
})

func expectedLossPage(d figure.Data) chart.Page {
	w := worthsOf(d.Acceptability)
	aboutFocus := w.show(&d)
	lines := w.losses()
	if len(lines) < 2 || len(w.frontier) == 0 || len(w.evpi) < 2 || d.FewDraws() {
		return figure.Nothing("net benefits of at least two structures and the value of perfect information, at two worths of capacity, in at least 100 draws")
	}
	top := topOfLosses(lines)
	m := d.Measure(result.NetBenefit, 0, top)
	p := worthPlot{worths: w, ctx: d.Context, series: lines, y: chart.NewScale(0, top, 0, 5, m.Unit)}
	p.alike, p.alikeWords = p.beyond(), "others"
	arrow := ""
	if slices.ContainsFunc(lines, p.leaves) {
		arrow = "Arrow: the line goes on above the plot"
	}
	measure := words.Joined("Expected loss: what choosing a structure loses on average against the one that turns out best in each draw, by what capacity is worth; net benefit", m.Words)
	return chart.Page{
		Title:       w.lossTitle(d.Context),
		Subtitle:    d.Subtitle(words.Joined(measure, d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(w.lowestLoss(d.Context), w.halo(), arrow, p.sharedLabel(), w.example(d.Context), aboutFocus),
		Description: w.lossDescription(d.Context, m, lines),
		LeastBody:   p.leastHeight(),
		Body:        p.draw,
	}
}

// losses are the expected losses in £k: the value of perfect information, and what the structure has less than the highest
// expected net benefit. Both peak or bend where the best changes, but not their sum, so only worths of the table are points.
func (w worths) losses() []series.Line {
	var lines []series.Line
	for _, o := range w.offers {
		line := series.Line{Code: o.Code}
		for _, p := range w.evpi {
			line.Points = withPoint(line.Points, p.X, p.Y+w.highest(p.X)-valueOn(o.Benefit, p.X))
		}
		if len(line.Points) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

// highest is the highest expected net benefit.
func (w worths) highest(x float64) float64 {
	highest := math.NaN()
	for _, o := range w.offers {
		if v := valueOn(o.Benefit, x); !(v <= highest) && words.Finite(v) {
			highest = v
		}
	}
	return highest
}

// topOfLosses is how far up losses are shown: half as far again as the second lowest goes, so that what to choose can be
// told from the next best; or all, if they do not go much farther.
func topOfLosses(lines []series.Line) float64 {
	const more, much = 1.5, 1.5
	_, highest := series.Range(lines...)
	second := 0.0
	for _, p := range lines[0].Points {
		lowest, next := math.Inf(1), math.Inf(1)
		for _, l := range lines {
			if v := valueOn(l.Points, p.X); v < lowest {
				lowest, next = v, lowest
			} else if v < next {
				next = v
			}
		}
		if words.Finite(next) {
			second = max(second, next)
		}
	}
	if top := more * second; top > 0 && highest > much*top {
		return top
	}
	return highest
}

// leaves says whether the line ends above the plot.
func (p worthPlot) leaves(s series.Line) bool { return s.Last() > p.y.Max }

// beyond are the structures out of focus that are never the best and whose lines end above the plot.
func (p worthPlot) beyond() []string {
	var codes []string
	for _, s := range p.series {
		if p.leaves(s) && p.aside(s.Code) {
			codes = append(codes, s.Code)
		}
	}
	return codes
}

// lossTitle says which structure loses least, and where that changes.
func (w worths) lossTitle(ctx figure.Context) string {
	switch {
	case w.allEqual():
		return "Every structure has the same expected loss, whatever capacity is worth"
	case len(w.changes()) == 0:
		return fmt.Sprintf("%s loses least on average, whatever capacity is worth up to %s per %s", ctx.Said(w.frontier[0].Code), w.short(ctx, w.To), ctx.Currency)
	}
	return w.choiceTitle(ctx, "loses least on average")
}

// choiceTitle says where the choice changes, of a frontier of at least two structures.
func (w worths) choiceTitle(ctx figure.Context, best string) string {
	const mostListed = 3
	changes, per := w.changes(), " per "+ctx.Currency
	switch {
	case len(changes) == 1:
		return fmt.Sprintf("%s %s until capacity is worth %s%s, then %s", ctx.Said(w.frontier[0].Code), best, w.write(ctx, changes[0]), per, ctx.Said(w.frontier[1].Code))
	case len(changes) <= mostListed:
		var at []string
		for _, v := range changes {
			at = append(at, w.write(ctx, v))
		}
		return fmt.Sprintf("Which structure %s changes where capacity is worth %s%s", best, words.Listed(at), per)
	}
	return fmt.Sprintf("Which structure %s changes %s times as capacity is worth more, up to %s%s", best, words.Number(len(changes)), w.short(ctx, w.To), per)
}

// lowestLoss says what the lowest line is, and where it is highest.
func (w worths) lowestLoss(ctx figure.Context) string {
	dearest := plotter.XY{Y: -1}
	for _, p := range w.evpi {
		if p.Y > dearest.Y {
			dearest = p
		}
	}
	text := "The lowest line is what to choose if no more is learnt, and its height what perfect information would be worth"
	if dearest.Y <= 0 {
		return text + ": nothing"
	}
	return fmt.Sprintf("%s: at most %s, where capacity is worth %s per %s", text, ctx.Money(dearest.Y), w.short(ctx, dearest.X), ctx.Currency)
}

func (w worths) lossDescription(ctx figure.Context, m figure.Measure, lines []series.Line) string {
	return fmt.Sprintf("Line chart of expected loss as capacity is worth from %s to %s per %s: %s. Lowest: %s.", w.short(ctx, w.From), w.short(ctx, w.To), ctx.Currency,
		series.Values(ctx, lines, func(s series.Line) string { return "from " + m.Short(s.Points[0].Y) + " to " + m.Short(s.Last()) }), w.whoIsBest(ctx))
}
