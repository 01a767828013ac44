// Package decisions draws the figures of a decision: which structure to choose, what would change that, and what to learn
// or decide later.
package decisions

import (
	"cmp"
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
	Order:   210,
	Name:    "regret",
	Summary: "what choosing each structure loses on average against the one that turns out best, and how often it is best",
	Needs:   figure.RowsOf(result.RobustnessRow{}),
	Every:   true,
	Narrow:  true,
	Page:    regretPage,
})

// exposure is how wrong one could be in choosing a structure.
type exposure struct {
	Code            string
	Mean, P95, Most float64 // regret
	Best, MeetsAll  float64 // shares of draws; NaN if not known
}

// regrets is what the figure is drawn from.
type regrets struct {
	figure.Measure
	exposures []exposure // the least regret first
}

func regretPage(d figure.Data) chart.Page {
	all, found := regretsOf(d.Context, d.Robustness)
	if !found {
		return figure.Nothing("regret in an outcome in at least 100 draws")
	}
	bars, key := all.bars(d.Context), all.key()
	bars.Width = d.Print().Body()
	measure := words.Joined("Expected regret: what is lost on average against the structure that turns out best in each draw; "+all.Named(), all.Words)
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(measure, d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(all.notes()...),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeightIn(key, d.Print().Body()) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// regretsOf reads the table; false if no outcome has regret.
func regretsOf(ctx figure.Context, rows []result.RobustnessRow) (regrets, bool) {
	known := func(r result.RobustnessRow) bool { return float64(r.ExpectedRegret) >= 0 }
	o, rows, found := figure.RowsOfOne(ctx, rows, func(r result.RobustnessRow) string { return r.Outcome }, known)
	if !found {
		return regrets{}, false
	}
	var all regrets
	var values []float64
	for _, r := range rows {
		e := exposure{r.Structure, float64(r.ExpectedRegret), float64(r.RegretP95), float64(r.WorstRegret), float64(r.ProbabilityBest), float64(r.MeetsAll)}
		all.exposures = append(all.exposures, e)
		values = append(values, e.Mean, e.Most)
	}
	all.Measure = ctx.Measure(o, values...).Difference()
	all.Unit.Signed = false
	slices.SortStableFunc(all.exposures, func(a, b exposure) int { return cmp.Compare(a.Mean, b.Mean) })
	all.Decimals = all.decimalsOfMeans()
	return all, true
}

// decimalsOfMeans are as many as tell expected regrets apart, and the least from nothing.
func (all regrets) decimalsOfMeans() int {
	var values []float64
	for _, e := range all.exposures {
		if words.Finite(e.Mean) && e.Mean > 0 {
			values = append(values, e.Mean)
		}
	}
	if len(values) == 0 {
		return 0
	}
	return max(all.Unit.DecimalsAmong(values), all.Unit.Decimals(values[0]))
}

// title says which structure has the least expected regret, and if another is best more often, which.
func (all regrets) title(ctx figure.Context) string {
	first, last := all.exposures[0], all.exposures[len(all.exposures)-1]
	least := all.leaders()
	names := words.Listed(figure.SaidOf(ctx, least))
	switch {
	case len(all.exposures) == 1:
		return fmt.Sprintf("With %s alone there is nothing to regret", ctx.Said(first.Code))
	case last.Mean == 0:
		return "No structure has any regret: all are equally good in every draw"
	case math.IsInf(first.Mean, 1):
		return "No structure has a finite expected regret"
	case len(least) == len(all.exposures):
		return fmt.Sprintf("Every structure has the same expected regret, %s", all.Write(first.Mean))
	case len(least) > 3:
		return fmt.Sprintf("%s structures share the least expected regret, %s", words.Sentence(words.Number(len(least))), all.Write(first.Mean))
	case len(least) > 1:
		return fmt.Sprintf("%s share the least expected regret, %s", names, all.Write(first.Mean))
	case first.Mean == 0:
		return fmt.Sprintf("%s leaves nothing to regret: it is best in every draw", names)
	}
	if often := all.mostOften(); often.Best > first.Best {
		return fmt.Sprintf("%s loses least on average, %s, though %s is best more often", names, all.Write(first.Mean), ctx.Said(often.Code))
	}
	return fmt.Sprintf("%s loses least on average: %s against what turns out best", names, all.Write(first.Mean))
}

// leaders are those with the least expected regret, but for rounding.
func (all regrets) leaders() []string {
	var codes []string
	for _, e := range all.exposures {
		if words.Alike(e.Mean, all.exposures[0].Mean) {
			codes = append(codes, e.Code)
		}
	}
	return codes
}

// mostOften is the structure that is best in most draws.
func (all regrets) mostOften() exposure {
	most := all.exposures[0]
	for _, e := range all.exposures {
		if e.Best > most.Best+1e-9 {
			most = e
		}
	}
	return most
}

func (all regrets) key() []chart.KeyItem {
	key := []chart.KeyItem{{Text: "Expected regret", Swatch: chart.FillSwatch(chart.Fill{Color: chart.DarkGrey})}}
	if slices.ContainsFunc(all.exposures, func(e exposure) bool { return len(e.whiskers()) > 0 }) {
		key = append(key, chart.KeyItem{Text: "95th percentile of regret", Swatch: barchart.OpenWhiskerSwatch})
	}
	return key
}

// whiskers go from the mean to the 95th percentile, on whichever side of it that is.
func (e exposure) whiskers() []barchart.Whisker {
	if !words.Finite(e.Mean) || !words.Finite(e.P95) {
		return nil
	}
	return []barchart.Whisker{{Lo: e.Mean, Hi: e.P95, Open: true}}
}

// notes say what else is in the columns, and own up to what is infinite.
func (all regrets) notes() []string {
	var notes []string
	if all.meets() {
		notes = append(notes, "Meets all: share of draws in which it meets every requirement")
	}
	if len(all.exposures) > 1 {
		notes = append(notes, "The least expected regret is what perfect information would be worth")
	}
	if slices.ContainsFunc(all.exposures, func(e exposure) bool { return math.IsInf(e.Mean, 1) }) {
		notes = append(notes, "∞: without bound, and without a bar")
	}
	return notes
}

func (all regrets) description(ctx figure.Context) string {
	items := make([]string, len(all.exposures))
	for i, e := range all.exposures {
		items[i] = fmt.Sprintf("%s %s (%s, %s)", ctx.Said(e.Code), all.Short(e.Mean), all.Short(e.P95), all.Short(e.Most))
		if words.Finite(e.Best) {
			items[i] += ", best in " + words.Chance(e.Best) + " of draws"
		}
		if words.Finite(e.MeetsAll) {
			items[i] += ", meets every requirement in " + words.Chance(e.MeetsAll)
		}
	}
	return fmt.Sprintf("Bar chart of regret in %s, %s, in %s: what is lost against the structure that is best in each draw. Mean and, in brackets, 95th percentile and greatest: %s.",
		all.Named(), all.Words, ctx.DrawsInWords(), strings.Join(items, "; "))
}

func (all regrets) bars(ctx figure.Context) barchart.Bars {
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: "Expected regret"}, {Heading: "Worst regret"}}}
	best := slices.ContainsFunc(all.exposures, func(e exposure) bool { return words.Finite(e.Best) })
	meets := all.meets()
	if best {
		bars.Columns = append(bars.Columns, barchart.Column{Heading: "Best in % of draws"})
	}
	if meets {
		bars.Columns = append(bars.Columns, barchart.Column{Heading: "Meets all"})
	}
	for _, e := range all.exposures {
		look := ctx.Look(e.Code)
		row := barchart.Bar{
			Name: ctx.Name(e.Code), Bold: look.Focus, Whiskers: e.whiskers(),
			Cells: []string{all.Short(e.Mean), all.Short(e.Most)},
		}
		if words.Finite(e.Mean) {
			row.Pieces = []barchart.Piece{{Value: e.Mean, Fill: chart.Fill{Color: ctx.FillOf(e.Code)}}}
		}
		if best {
			row.Cells = append(row.Cells, words.ShareCell(e.Best))
		}
		if meets {
			row.Cells = append(row.Cells, words.ShareCell(e.MeetsAll))
		}
		bars.Rows = append(bars.Rows, row)
	}
	lo, hi := bars.Range()
	bars.Scale, bars.Axis = chart.NewScale(lo, hi, 0, 5, all.Unit), all.Axis()
	return bars
}

// meets says whether it is known how often requirements are met.
func (all regrets) meets() bool {
	return slices.ContainsFunc(all.exposures, func(e exposure) bool { return words.Finite(e.MeetsAll) })
}
