package runs

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   120,
	Name:    "difference",
	Summary: "how far structures in focus differ in an outcome, draw by draw, and how often the one is better",
	Needs:   figure.RowsOf(result.DifferenceRow{}),
	Narrow:  true,
	Page:    differencePage,
})

// pair is what one structure has more than another, draw by draw. The one that is better more often comes first.
type pair struct {
	First, Second string
	barchart.Box
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
	if !words.Finite(p.Equal) {
		return 0
	}
	return p.Equal
}

// paired is what the figure is drawn from.
type paired struct {
	figure.Measure
	pairs   []pair
	of      int  // pairs of the outcome in the table, shown or not
	leading bool // that of the two best is shown though one of them is out of focus
}

func differencePage(d figure.Data) chart.Page {
	all, found := pairedOf(d)
	if !found {
		return figure.Nothing("at least two structures and at least 100 draws")
	}
	if !slices.ContainsFunc(all.pairs, func(p pair) bool { return p.equal() < 1 }) {
		return figure.Pointless("the structures are equal in every draw")
	}
	bars := all.bars(d.Context)
	bars.Width = d.Print().Body()
	key := boxKey(slices.ContainsFunc(all.pairs, func(p pair) bool { return words.Finite(p.Mean) }))
	measure := words.Joined("First less second in the same draw: "+all.Named(), all.Words)
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(measure, d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     words.Guided(measure, all.direction()),
		Footer:      d.Footer(all.direction(), all.colours(d.Context), all.unbounded(), all.omitted()),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeightIn(key, d.Print().Body()) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// pairedOf reads the differences of the structures in focus, and of the two best; false if there are none.
func pairedOf(d figure.Data) (paired, bool) {
	ctx := d.Context
	var codes []string
	for _, r := range d.Differences {
		codes = append(codes, r.First, r.Second)
	}
	shown := ctx.ShownOf(codes)
	fit := func(r result.DifferenceRow) bool {
		return r.First != r.Second && (words.Finite(float64(r.P05)) || words.Finite(float64(r.P95)) || words.Finite(float64(r.Mean)))
	}
	o, rows, found := figure.RowsOfOne(ctx, d.Differences, func(r result.DifferenceRow) string { return r.Outcome }, fit)
	if !found {
		return paired{}, false
	}
	all := paired{of: pairsOf(o, d.Differences)}
	best, next := leaders(ctx.Measure(o), d.Outcomes)
	var values []float64
	for _, r := range rows {
		if !slices.Contains(shown, r.First) || !slices.Contains(shown, r.Second) {
			if pair := []string{r.First, r.Second}; !slices.Contains(pair, best) || !slices.Contains(pair, next) {
				continue
			}
			all.leading = true
		}
		p := pair{First: r.First, Second: r.Second, Better: float64(r.ProbabilityFirstBetter), Equal: float64(r.ProbabilityEqual), Box: barchart.Box{
			P05: float64(r.P05), P25: float64(r.P25), P50: float64(r.P50), P75: float64(r.P75), P95: float64(r.P95), Mean: float64(r.Mean),
		}}
		if p.Better < 1-p.Better-p.equal() {
			p = p.turned()
		}
		p.Color = ctx.FillOf(p.First)
		lo, hi, _ := p.Range()
		values = append(values, lo, hi)
		all.pairs = append(all.pairs, p)
	}
	all.Measure = ctx.Measure(o, values...).Difference()
	slices.SortStableFunc(all.pairs, func(a, b pair) int { return all.Before(a.Mean, b.Mean) })
	return all, len(all.pairs) > 0
}

// leaders are the best structure on an outcome and the next, by the statistic that figures show; nothing where that is not known.
func leaders(m figure.Measure, outcomes []result.OutcomeRow) (best, next string) {
	rows := slices.DeleteFunc(figure.OneEach(outcomes), func(r result.OutcomeRow) bool { return !words.Finite(r.Values[m.Outcome]) })
	if len(rows) < 2 || m.Outcome.Better() == result.Neither {
		return "", ""
	}
	slices.SortStableFunc(rows, func(a, b result.OutcomeRow) int { return m.Before(a.Values[m.Outcome], b.Values[m.Outcome]) })
	return rows[0].Structure, rows[1].Structure
}

// pairsOf counts the pairs of different structures that the table has of an outcome.
func pairsOf(o result.Outcome, rows []result.DifferenceRow) int {
	n := 0
	for _, r := range rows {
		if r.Outcome == o.String() && r.First != r.Second {
			n++
		}
	}
	return n
}

// title names the structure that is better than every other in nearly all draws. Where there is none it counts the pairs in which the
// one is better in nearly all draws.
func (all paired) title(ctx figure.Context) string {
	if slices.ContainsFunc(all.pairs, func(p pair) bool { return !words.Finite(p.Better) }) {
		return fmt.Sprintf("How structures differ in %s, draw by draw", all.Named())
	}
	least, sure := all.pairs[0], 0
	for _, p := range all.pairs {
		if p.Better < least.Better {
			least = p
		}
		if words.IsSure(p.Better) {
			sure++
		}
	}
	n := len(all.pairs)
	if winner, share := all.winner(); n > 2 && words.IsSure(share) {
		return fmt.Sprintf("%s has %s %s than every other structure shown in %s", ctx.Said(winner), all.comparative(), all.Named(), words.AtLeast(share))
	}
	switch {
	case sure == n-1 && n > 2:
		return words.Sentence(fmt.Sprintf("%s: every comparison but %s with %s goes one way in at least %.0f%% of draws", all.Named(), ctx.Said(least.First), ctx.Said(least.Second), 100*words.SureShare))
	case n == 1:
		return fmt.Sprintf("%s has %s %s than %s in %s", ctx.Said(least.First), all.comparative(), all.Named(), ctx.Said(least.Second), words.InDraws(least.Better))
	case sure == n:
		return words.Sentence(fmt.Sprintf("%s: every comparison goes one way in %s", all.Named(), words.AtLeast(least.Better)))
	case sure == 0:
		return words.Sentence(fmt.Sprintf("%s: no comparison goes one way in %.0f%% of draws", all.Named(), 100*words.SureShare))
	}
	if sure == 1 {
		return words.Sentence(fmt.Sprintf("%s: only one of %s comparisons goes one way in at least %.0f%% of draws", all.Named(), words.Number(n), 100*words.SureShare))
	}
	return words.Sentence(fmt.Sprintf("%s: %s of %s comparisons go one way in at least %.0f%% of draws", all.Named(), words.Number(sure), words.Number(n), 100*words.SureShare))
}

// winner is the structure that is better than every other shown, and in what share of draws it is so in the least sure pair; nothing
// where there is none.
func (all paired) winner() (code string, share float64) {
	structures := len(all.structures())
	for _, p := range all.pairs {
		code, share = p.First, 1
		beaten := 0
		for _, other := range all.pairs {
			if other.First == code {
				share = min(share, other.Better)
				beaten++
			}
		}
		if share > 0 && beaten == structures-1 {
			return code, share
		}
	}
	return "", 0
}

// structures are those of the pairs.
func (all paired) structures() []string {
	var codes []string
	for _, p := range all.pairs {
		codes = append(codes, p.First, p.Second)
	}
	return words.Unique(codes)
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

// colours says whose colour a box has.
func (all paired) colours(ctx figure.Context) string {
	text := "Each box has the colour of the first"
	if slices.ContainsFunc(all.pairs, func(p pair) bool { return !ctx.Look(p.First).Focus }) {
		text += ", grey where that is out of focus"
	}
	return text
}

// unbounded owns up to what is infinite.
func (all paired) unbounded() string {
	if slices.ContainsFunc(all.pairs, func(p pair) bool { return math.IsInf(p.P05, 0) || math.IsInf(p.P95, 0) }) {
		return "Arrow: in some draws only one of the two pays back"
	}
	return ""
}

// omitted says how many pairs of the table are not shown, those with structures out of focus.
func (all paired) omitted() string {
	switch {
	case all.of == len(all.pairs):
		return ""
	case all.leading:
		return fmt.Sprintf("Shown are %d of %d pairs: those of structures in focus, and the two best", len(all.pairs), all.of)
	}
	return fmt.Sprintf("Shown are %d of %d pairs: those of structures in focus", len(all.pairs), all.of)
}

func (all paired) description(ctx figure.Context) string {
	items := make([]string, len(all.pairs))
	for i, p := range all.pairs {
		items[i] = fmt.Sprintf("%s against %s %s (%s)", ctx.Said(p.First), ctx.Said(p.Second), all.middle(p), all.Between(p.P05, p.P95))
		if words.Finite(p.Better) {
			items[i] += ", better in " + words.Chance(p.Better) + " of draws"
		}
	}
	return fmt.Sprintf("Box chart of differences in %s, %s. %s and, in brackets, 5th to 95th percentile of %s: %s.",
		all.Named(), all.Words, all.heading(), ctx.DrawsInWords(), strings.Join(items, "; "))
}

// middle is the mean, or the median where some pair has no mean.
func (all paired) middle(p pair) string {
	if all.heading() == "Mean" {
		return all.Short(p.Mean)
	}
	return all.Short(p.P50)
}

func (all paired) heading() string {
	if slices.ContainsFunc(all.pairs, func(p pair) bool { return !words.Finite(p.Mean) }) {
		return "Median"
	}
	return "Mean"
}

func (all paired) bars(ctx figure.Context) barchart.Bars {
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: all.heading()}, {Heading: words.Sentence(figure.Percentiles)}, {Heading: "Better in % of draws"}}}
	lo, hi := 0.0, 0.0
	for _, p := range all.pairs {
		if from, to, any := p.Range(); any {
			lo, hi = min(lo, from), max(hi, to)
		}
		better := ""
		if words.Finite(p.Better) {
			better = words.Chance(p.Better)
		}
		bars.Rows = append(bars.Rows, barchart.Bar{
			Name: ctx.Name(p.First) + " against " + ctx.Name(p.Second), Box: &p.Box,
			Cells: []string{all.middle(p), all.Between(p.P05, p.P95), better},
		})
	}
	bars.Scale, bars.Axis = chart.NewScale(lo, hi, 0, 5, all.Unit), all.Axis()
	return bars
}
