package sensitivity

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
	Order:   170,
	Name:    "morris",
	Summary: "how far each assumption moves the answer on average, and how much that depends on the others",
	Needs:   figure.RowsOf(result.MorrisRow{}),
	Narrow:  true,
	Page:    morrisPage,
})

// influence is what elementary effects say of an assumption.
type influence struct {
	figure.Input
	Strength      string
	MuStar, Sigma float64
	Range         figure.Interval // of MuStar
}

// The dots of the two measures.
var (
	meanDot   = barchart.Dot{Marker: chart.Circle, Color: chart.Charcoal}
	spreadDot = barchart.Dot{Marker: chart.Diamond, Color: chart.DarkGrey, Hollow: true}
)

// influences is what the figure is drawn from.
type influences struct {
	figure.Asked
	all, shown   []influence // the greatest first
	trajectories int
}

func morrisPage(d figure.Data) chart.Page {
	all, found := influencesOf(d.Context, d.Morris)
	if !found {
		return figure.Nothing("elementary effects of single assumptions, with their σ")
	}
	bars, key, runs := all.bars(), all.key(), ""
	bars.Width = d.Print().Body()
	if all.trajectories > 0 {
		runs = words.Unbroken(words.Number(all.trajectories) + " trajectories")
	}
	measure := words.Joined(words.Sentence(all.Analysed(d.Context)), all.Sizes().Words, "effect of each assumption over its plausible range")
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(measure, runs), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(all.notes()...),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeightIn(key, d.Print().Body()) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// influencesOf reads the table; false if no assumption has both numbers. Of groups there is no σ, and a figure of what is
// left would leave out the greatest.
func influencesOf(ctx figure.Context, rows []result.MorrisRow) (influences, bool) {
	q, rows := figure.RowsAsked(ctx, rows, func(r result.MorrisRow) result.Question { return r.Question })
	var all influences
	if slices.ContainsFunc(rows, func(r result.MorrisRow) bool { return math.IsNaN(float64(r.Sigma)) && words.Finite(float64(r.MuStar)) }) {
		return all, false
	}
	var values []float64
	for _, r := range rows {
		i := influence{
			Input: ctx.Input(r.Assumption), Strength: r.Strength, MuStar: float64(r.MuStar), Sigma: float64(r.Sigma),
			Range: figure.Interval{Lo: float64(r.MuStarLow), Hi: float64(r.MuStarHigh)},
		}
		if words.Finite(i.MuStar) && words.Finite(i.Sigma) {
			all.all, values = append(all.all, i), append(values, i.MuStar, i.Sigma)
			all.trajectories = max(all.trajectories, r.Trajectories)
		}
	}
	slices.SortStableFunc(all.all, func(a, b influence) int { return cmp.Compare(b.MuStar, a.MuStar) })
	for i, e := range all.all {
		if negligible(e.MuStar, all.all[0].MuStar) {
			all.all[i].MuStar = 0
		}
	}
	all.Asked = ctx.Asked(q, values...)
	all.shown = all.all[:shownOfRanked(len(all.all))]
	if still := slices.IndexFunc(all.shown, func(i influence) bool { return i.MuStar == 0 }); still > 0 {
		all.shown = all.shown[:still]
	}
	for _, i := range all.shown {
		all.Measure = all.ToldFrom(i.MuStar, i.Range)
	}
	return all, len(all.all) > 0
}

func (all influences) title(ctx figure.Context) string {
	names, sizes := make([]string, len(all.all)), make([]float64, len(all.all))
	for i, e := range all.all {
		names[i], sizes[i] = e.Said(), e.MuStar
	}
	return movesMost(ctx, all.Asked, names, sizes, " on average")
}

// notes say what is left out and what the columns are.
func (all influences) notes() []string { return []string{all.rest(), figure.AboutEvidence} }

// rest sums up the assumptions that are not shown.
func (all influences) rest() string {
	rest := all.all[len(all.shown):]
	if len(rest) == 0 {
		return ""
	}
	return fmt.Sprintf("%s more have a mean size of at most %s", words.Sentence(words.Number(len(rest))), all.Sizes().Short(rest[0].MuStar))
}

func (all influences) description(ctx figure.Context) string {
	size := all.Sizes()
	items := make([]string, len(all.shown))
	for i, e := range all.shown {
		items[i] = e.Name + figure.EvidenceInWords(e.Strength) + " " + size.Short(e.MuStar) + e.Range.InBrackets(size.Short) + " and " + size.Short(e.Sigma)
	}
	text := fmt.Sprintf("Dot chart of elementary effects on %s, %s: mean size, with 95%% interval in brackets, and standard deviation. %s.",
		all.Analysed(ctx), size.Words, strings.Join(items, "; "))
	if rest := all.rest(); rest != "" {
		text += " " + rest + "."
	}
	return text
}

func (all influences) key() []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: "Mean size of its effects", Swatch: meanDot.Swatch, Width: barchart.DotWidth},
		{Text: "Their standard deviation: great where others change the effect", Swatch: spreadDot.Swatch, Width: barchart.DotWidth},
	}
	if slices.ContainsFunc(all.shown, func(i influence) bool { return i.Range.Wide() }) {
		items = append(items, chart.KeyItem{Text: "95% interval", Swatch: barchart.WhiskerSwatch(chart.Charcoal)})
	}
	return items
}

func (all influences) bars() barchart.Bars {
	size := all.Sizes()
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: "Mean size"}, {Heading: "Standard deviation"}, figure.EvidenceColumn}, Axis: size.Axis()}
	for _, i := range all.shown {
		bars.Rows = append(bars.Rows, barchart.Bar{
			Name: i.Name, Detail: i.Code,
			Dots:  []barchart.Dot{meanDot.At(i.MuStar, i.Range.Lo, i.Range.Hi), spreadDot.At(i.Sigma, math.NaN(), math.NaN())},
			Cells: []string{size.Short(i.MuStar), size.Short(i.Sigma), figure.Evidence(i.Strength)},
		})
	}
	_, hi := bars.Range()
	bars.Scale = chart.NewScale(0, hi, 0, 5, size.Unit)
	return bars
}
