package plots

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

var _ = register(Figure{
	Order:   120,
	Name:    "difference",
	Summary: "how far structures in focus differ in an outcome, draw by draw, and how often the one is better",
	Needs:   tables(result.DifferenceRow{}),
	Page:    differencePage,
})

// pair is what one structure has more than another, draw by draw. The one that is better more often comes first.
type pair struct {
	First, Second string
	chart.Box
	Better, Equal float64 // shares of draws; NaN if not known
}

// turned is the pair the other way round.
func (p pair) turned() pair {
	p.First, p.Second = p.Second, p.First
	p.P05, p.P25, p.P50, p.P75, p.P95, p.Mean = -p.P95, -p.P75, -p.P50, -p.P25, -p.P05, -p.Mean
	p.Better = 1 - p.Better - p.equal()
	return p
}

func (p pair) equal() float64 {
	if !finite(p.Equal) {
		return 0
	}
	return p.Equal
}

// paired is what the figure is drawn from.
type paired struct {
	measure
	pairs []pair
}

func differencePage(d Data) chart.Page {
	all, found := pairedOf(d.Context, d.Differences)
	if !found {
		return nothing("at least two structures and at least 100 draws")
	}
	bars := all.bars(d.Context)
	key := boxKey(slices.ContainsFunc(all.pairs, func(p pair) bool { return finite(p.Mean) }))
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.subtitle(joined("Difference of the first from the second in the same draw: "+all.named(), all.Words, d.drawsInWords()), yearsOf(d.Trajectories).period()),
		Footer:      d.footer(all.direction(), all.unbounded()),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeight(key) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// pairedOf reads the differences of the structures in focus; false if there are none.
func pairedOf(ctx Context, rows []result.DifferenceRow) (paired, bool) {
	var codes []string
	for _, r := range rows {
		codes = append(codes, r.First, r.Second)
	}
	shown := ctx.shownOf(codes)
	fit := func(r result.DifferenceRow) bool {
		return r.First != r.Second && slices.Contains(shown, r.First) && slices.Contains(shown, r.Second) && (finite(float64(r.P05)) || finite(float64(r.P95)) || finite(float64(r.Mean)))
	}
	o, rows, found := rowsOfOne(ctx, rows, func(r result.DifferenceRow) string { return r.Outcome }, fit)
	if !found {
		return paired{}, false
	}
	var all paired
	var values []float64
	for _, r := range rows {
		p := pair{First: r.First, Second: r.Second, Better: float64(r.ProbabilityFirstBetter), Equal: float64(r.ProbabilityEqual), Box: chart.Box{
			P05: float64(r.P05), P25: float64(r.P25), P50: float64(r.P50), P75: float64(r.P75), P95: float64(r.P95), Mean: float64(r.Mean),
		}}
		if p.Better < 1-p.Better-p.equal() {
			p = p.turned()
		}
		p.Color = ctx.fillOf(p.First)
		lo, hi, _ := p.Range()
		values = append(values, lo, hi)
		all.pairs = append(all.pairs, p)
	}
	all.measure = ctx.measure(o, values...).difference()
	slices.SortStableFunc(all.pairs, func(a, b pair) int { return all.before(a.Mean, b.Mean) })
	return all, true
}

// title counts the pairs in which the one is better almost whatever the assumptions, and states the least sure one.
func (all paired) title(ctx Context) string {
	if slices.ContainsFunc(all.pairs, func(p pair) bool { return !finite(p.Better) }) {
		return fmt.Sprintf("How structures differ in %s, draw by draw", all.named())
	}
	least, sure := all.pairs[0], 0
	for _, p := range all.pairs {
		if p.Better < least.Better {
			least = p
		}
		if p.Better >= sureShare {
			sure++
		}
	}
	n := len(all.pairs)
	switch {
	case n == 1 || sure == n-1 && n > 2:
		return fmt.Sprintf("%s has %s %s than %s in %s", ctx.name(least.First), all.comparative(), all.named(), ctx.name(least.Second), inDraws(least.Better))
	case sure == n:
		return sentence(fmt.Sprintf("%s: every comparison goes one way in %s", all.named(), atLeast(least.Better)))
	case sure == 0:
		return sentence(fmt.Sprintf("%s: no comparison goes one way in %.0f%% of draws", all.named(), 100*sureShare))
	}
	if sure == 1 {
		return sentence(fmt.Sprintf("%s: only one of %s comparisons goes one way in at least %.0f%% of draws", all.named(), number(n), 100*sureShare))
	}
	return sentence(fmt.Sprintf("%s: %s of %s comparisons go one way in at least %.0f%% of draws", all.named(), number(sure), number(n), 100*sureShare))
}

// comparative is what the better one has.
func (all paired) comparative() string {
	if all.Outcome.Better() == result.Lower {
		return "lower"
	}
	return "higher"
}

// direction says what the sign means.
func (all paired) direction() string {
	switch all.Outcome.Better() {
	case result.Higher:
		return "Right of zero, the first of the two is better"
	case result.Lower:
		return "Left of zero, the first of the two is better"
	}
	return "Right of zero, the first of the two is higher"
}

// unbounded owns up to what is infinite.
func (all paired) unbounded() string {
	if slices.ContainsFunc(all.pairs, func(p pair) bool { return math.IsInf(p.P05, 0) || math.IsInf(p.P95, 0) }) {
		return "Arrow: in some draws only one of the two pays back"
	}
	return ""
}

func (all paired) description(ctx Context) string {
	items := make([]string, len(all.pairs))
	for i, p := range all.pairs {
		items[i] = fmt.Sprintf("%s against %s %s (%s)", ctx.name(p.First), ctx.name(p.Second), all.middle(p), all.between(p.P05, p.P95))
		if finite(p.Better) {
			items[i] += ", better in " + chance(p.Better) + " of draws"
		}
	}
	return fmt.Sprintf("Box chart of differences in %s, %s. %s and, in brackets, 5th to 95th percentile of %s: %s.",
		all.named(), all.Words, all.heading(), ctx.drawsInWords(), strings.Join(items, "; "))
}

// middle is the mean, or the median where some pair has no mean.
func (all paired) middle(p pair) string {
	if all.heading() == "Mean" {
		return all.short(p.Mean)
	}
	return all.short(p.P50)
}

func (all paired) heading() string {
	if slices.ContainsFunc(all.pairs, func(p pair) bool { return !finite(p.Mean) }) {
		return "Median"
	}
	return "Mean"
}

func (all paired) bars(ctx Context) chart.Bars {
	bars := chart.Bars{Columns: []chart.Column{{Heading: all.heading()}, {Heading: sentence(percentiles)}, {Heading: "Better in so many draws"}}}
	lo, hi := 0.0, 0.0
	for _, p := range all.pairs {
		if from, to, any := p.Range(); any {
			lo, hi = min(lo, from), max(hi, to)
		}
		better := ""
		if finite(p.Better) {
			better = chance(p.Better)
		}
		bars.Rows = append(bars.Rows, chart.Bar{
			Name: ctx.name(p.First) + " against " + ctx.name(p.Second), Box: &p.Box,
			Cells: []string{all.middle(p), all.between(p.P05, p.P95), better},
		})
	}
	bars.Scale, bars.Axis = chart.NewScale(lo, hi, 0, 5, all.Unit), all.axis()
	return bars
}
