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
	Order:   110,
	Name:    "distribution",
	Summary: "how an outcome of each structure spreads over the draws",
	Needs:   figure.OutcomesOfDraws(),
	Every:   true,
	Narrow:  true,
	Page:    distributionPage,
})

// share is what one outcome of a structure is in the draws.
type share struct {
	Code string
	barchart.Box
	Best float64 // share of draws in which it is best; NaN if that is not known
}

// distributed is what the figure is drawn from.
type distributed struct {
	figure.Measure
	shares []share // the best first
	mean   bool    // all have a mean; else the median stands for it
}

func distributionPage(d figure.Data) chart.Page {
	all, found := distributedOf(d)
	if !found {
		return figure.Nothing("percentiles of an outcome in at least 100 draws")
	}
	if first := all.shares[0]; d.SweepOutcome == "" && !slices.ContainsFunc(all.shares, func(s share) bool { return s.P05 != first.P05 || s.P95 != first.P05 }) {
		return figure.Pointless("every structure has the same value in every draw")
	}
	bars := all.bars(d.Context)
	bars.Width = d.Print().Body()
	key := all.key()
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(all.About(), d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     all.About(),
		Footer:      d.Footer(all.notes()...),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeightIn(key, d.Print().Body()) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// distributedOf reads the outcome's statistics; false if no outcome has a percentile.
func distributedOf(d figure.Data) (distributed, bool) {
	if d.FewDraws() {
		return distributed{}, false
	}
	var there []result.Outcome
	for _, o := range result.Outcomes() {
		if slices.ContainsFunc(d.Outcomes, func(r result.OutcomeRow) bool { return figure.IsPercentile(r.Statistic) && words.Finite(r.Values[o]) }) {
			there = append(there, o)
		}
	}
	o, found := d.Chosen(there)
	if !found {
		return distributed{}, false
	}
	all := distributed{mean: true}
	var values []float64
	for _, row := range figure.OneEach(d.Outcomes) {
		s := share{Code: row.Structure, Best: bestShare(d.Probabilities, row.Structure, o), Box: barchart.Box{
			P05: figure.OutcomeOf(d.Outcomes, row.Structure, result.P05, o), P25: figure.OutcomeOf(d.Outcomes, row.Structure, result.P25, o), P50: figure.OutcomeOf(d.Outcomes, row.Structure, result.P50, o),
			P75: figure.OutcomeOf(d.Outcomes, row.Structure, result.P75, o), P95: figure.OutcomeOf(d.Outcomes, row.Structure, result.P95, o), Mean: figure.OutcomeOf(d.Outcomes, row.Structure, result.Mean, o),
			Color: d.FillOf(row.Structure),
		}}
		lo, hi, any := s.Range()
		if !any && math.IsNaN(s.P50) {
			continue
		}
		if any {
			values = append(values, lo, hi)
		}
		all.mean = all.mean && words.Finite(s.Mean)
		all.shares = append(all.shares, s)
	}
	all.Measure = d.Measure(o, values...)
	slices.SortStableFunc(all.shares, func(a, b share) int { return all.Before(all.centre(a), all.centre(b)) })
	return all, len(values) > 0
}

// bestShare is the probability that the structure is best on the outcome; NaN if the table does not have it.
func bestShare(rows []result.ProbabilityRow, code string, o result.Outcome) float64 {
	for _, row := range rows {
		if row.Structure == code && row.Event == result.Best && row.Outcome == o.String() {
			return row.Probability
		}
	}
	return math.NaN()
}

// centre is the mean, or the median where some structure has no mean.
func (all distributed) centre(s share) float64 {
	switch {
	case all.mean:
		return s.Mean
	case math.IsNaN(s.P50): // a table made by hand
		return (s.P05 + s.P95) / 2
	}
	return s.P50
}

func (all distributed) inWords() string {
	if all.mean {
		return "on average"
	}
	return "in the median draw"
}

// title says which structure is best on average, and how sure that is.
func (all distributed) title(ctx figure.Context) string {
	first, last := all.shares[0], all.shares[len(all.shares)-1]
	name, value := words.Sentence(all.Named()), all.Write(all.centre(first))
	leaders := 0
	for _, s := range all.shares {
		if all.Short(all.centre(s)) == all.Short(all.centre(first)) {
			leaders++
		}
	}
	switch {
	case !words.Finite(all.centre(first)):
		return fmt.Sprintf("In half of the draws or more, no structure has a %s", all.Named())
	case len(all.shares) == 1:
		return fmt.Sprintf("%s of %s is %s %s%s", name, ctx.Said(first.Code), value, all.inWords(), all.nineInTen(first))
	case leaders == len(all.shares):
		return fmt.Sprintf("%s is %s %s under every structure", name, value, all.inWords())
	case all.Outcome.Better() == result.Neither:
		return fmt.Sprintf("%s runs from %s (%s) to %s (%s) %s", name, all.Write(all.centre(last)), ctx.Said(last.Code), value, ctx.Said(first.Code), all.inWords())
	case leaders > 1:
		return fmt.Sprintf("%s is %s under %s structures, %s %s", name, all.Extreme(), words.Number(leaders), value, all.inWords())
	}
	return fmt.Sprintf("%s%s, %s is %s under %s", words.Sentence(all.inWords()), first.howSure(), all.Named(), all.Extreme(), ctx.Said(first.Code))
}

// howSure says in how many draws the structure is best, if that is known.
func (s share) howSure() string {
	switch {
	case !words.Finite(s.Best):
		return ""
	case words.InNone(s.Best):
		return ", but in no draw"
	case s.Best < 0.5:
		return ", but in " + words.InOnlyDraws(s.Best)
	}
	return " and in " + words.InDraws(s.Best)
}

// nineInTen says where nine in ten draws lie, if that is a range.
func (all distributed) nineInTen(s share) string {
	if !(figure.Interval{Lo: s.P05, Hi: s.P95}).Wide() {
		return ""
	}
	return fmt.Sprintf(", in nine of ten draws %s", all.Between(s.P05, s.P95))
}

func (all distributed) description(ctx figure.Context) string {
	items := make([]string, len(all.shares))
	for i, s := range all.shares {
		items[i] = fmt.Sprintf("%s %s (%s)", ctx.Said(s.Code), all.Short(all.centre(s)), all.Between(s.P05, s.P95))
		if words.Finite(s.Best) {
			items[i] += ", best in " + words.Chance(s.Best) + " of draws"
		}
	}
	return fmt.Sprintf("Box chart of %s by structure. %s and, in brackets, 5th to 95th percentile of %s: %s.",
		all.Named(), all.heading(), ctx.DrawsInWords(), strings.Join(items, "; "))
}

func (all distributed) heading() string {
	if all.mean {
		return "Mean"
	}
	return "Median"
}

// notes own up to what is infinite, and say that ranges which overlap do not make structures alike.
func (all distributed) notes() []string {
	var notes []string
	if len(all.shares) > 1 {
		notes = append(notes, "Structures share every draw, so ranges that overlap do not mean no difference: the figure difference compares draw by draw")
	}
	unbounded := func(s share) bool { return math.IsInf(s.P05, 0) || math.IsInf(s.P95, 0) }
	switch {
	case !slices.ContainsFunc(all.shares, unbounded):
		return notes
	case all.Outcome.MayBeInfinite():
		return append(notes, "Arrow: in some draws it does not pay back within the horizon, and so there is no mean")
	}
	return append(notes, "Arrow: without bound")
}

func (all distributed) key() []chart.KeyItem {
	return boxKey(slices.ContainsFunc(all.shares, func(s share) bool { return words.Finite(s.Mean) }))
}

func (all distributed) bars(ctx figure.Context) barchart.Bars {
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: all.heading()}, {Heading: words.Sentence(figure.Percentiles)}}}
	sure := !slices.ContainsFunc(all.shares, func(s share) bool { return !words.Finite(s.Best) })
	if sure {
		bars.Columns = append(bars.Columns, barchart.Column{Heading: "Best in % of draws"})
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	unbounded := false
	for _, s := range all.shares {
		if from, to, any := s.Range(); any {
			lo, hi = min(lo, from), max(hi, to)
		}
		unbounded = unbounded || math.IsInf(s.P95, 1) || math.IsInf(s.P05, -1)
		row := barchart.Bar{Name: ctx.Name(s.Code), Bold: ctx.Look(s.Code).Focus, Box: &s.Box, Cells: []string{all.Short(all.centre(s)), all.Between(s.P05, s.P95)}}
		if sure {
			row.Cells = append(row.Cells, words.Chance(s.Best))
		}
		bars.Rows = append(bars.Rows, row)
	}
	lo, hi = chart.NearZero(lo, hi)
	if unbounded { // space for the arrows
		hi += 0.08 * (hi - lo)
	}
	bars.Scale, bars.Axis = chart.NewScale(lo, hi, 0, 5, all.Unit), all.Axis()
	return bars
}
