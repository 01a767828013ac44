package sensitivity

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   190,
	Name:    "shapley",
	Summary: "each input's fair share of the variance; the shares add up to all of it",
	Needs:   figure.RowsOf(result.ShapleyRow{}),
	Narrow:  true,
	Page:    shapleyPage,
})

// effect is one input's share of the variance.
type effect struct {
	figure.Input
	Strength   string
	Share      float64
	Correlated bool
	Range      figure.Interval
}

// effects is what the figure is drawn from.
type effects struct {
	figure.Asked
	all, shown []effect // the greatest first
	points     int
}

func shapleyPage(d figure.Data) chart.Page {
	all, found := effectsOf(d.Context, d.Shapley)
	if !found {
		return figure.Nothing("Shapley effects of inputs")
	}
	bars := all.bars()
	bars.Width = d.Print().Body()
	measure := "Share of the variance of " + all.Analysed(d.Context) + " (Shapley effects)"
	return chart.Page{
		Title:       all.title(),
		Subtitle:    d.Subtitle(words.Joined(measure, basePoints(all.points)), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(all.notes(d.Context, d.Settling)...),
		Description: all.description(d.Context, d.Settling),
		BodyHeight:  bars.Height(),
		Body:        bars.Draw,
	}
}

// effectsOf reads the table; false if no input has an effect.
func effectsOf(ctx figure.Context, rows []result.ShapleyRow) (effects, bool) {
	q, rows := figure.RowsAsked(ctx, rows, func(r result.ShapleyRow) result.Question { return r.Question })
	all := effects{Asked: ctx.Asked(q)}
	for _, r := range rows {
		if !words.Finite(float64(r.Effect)) {
			continue
		}
		all.points = max(all.points, r.Points)
		all.all = append(all.all, effect{
			Input: ctx.Input(r.Input), Strength: r.Strength, Share: float64(r.Effect), Range: figure.Interval{Lo: float64(r.Low), Hi: float64(r.High)},
			Correlated: r.Correlated == result.YesNo(true),
		})
	}
	slices.SortStableFunc(all.all, func(a, b effect) int { return cmp.Compare(b.Share, a.Share) })
	all.shown = all.all[:shownOfRanked(len(all.all))]
	return all, len(all.all) > 0
}

func sum(all []effect) float64 {
	total := 0.0
	for _, e := range all {
		total += e.Share
	}
	return total
}

// title counts the inputs that make up half of the variance.
func (all effects) title() string {
	if all.all[0].Share <= 0 {
		return "No input accounts for any of the variance"
	}
	names, share := []string{}, 0.0
	for _, e := range all.all {
		if share >= 0.5 || e.Share <= 0 {
			break
		}
		names, share = append(names, e.Said()), share+e.Share
	}
	verb := "account"
	if len(names) == 1 {
		verb = "accounts"
	}
	subject := words.These(names, "inputs")
	if len(names) > 2 && len(names) < len(all.all) {
		subject = fmt.Sprintf("%s of %s inputs", words.Sentence(words.Number(len(names))), words.Number(len(all.all)))
	}
	return fmt.Sprintf("%s %s for %s of the variance", subject, verb, percentInWords(share))
}

// notes explain the effects.
func (all effects) notes(ctx figure.Context, rows []result.SettlingRow) []string {
	notes := []string{unsettled(rows, all.Question), "What inputs share by acting together, or by being correlated, is divided fairly between them"}
	if total := sum(all.all); math.Abs(total-1) < 0.005 {
		notes = append(notes, "The effects of all inputs add up to 100%")
	} else {
		notes = append(notes, "The effects of the inputs in the table add up to "+inPercent(total))
	}
	names := make([]string, len(all.shown))
	for i, e := range all.shown {
		names[i] = cmp.Or(e.Code, e.Name)
	}
	if slices.ContainsFunc(all.shown, func(e effect) bool { return e.Range.Wide() }) {
		notes = append(notes, "Whiskers: 95% interval")
	}
	if slices.ContainsFunc(all.shown, func(e effect) bool { return e.Correlated }) {
		notes = append(notes, "†: correlated with another input")
	}
	return append(notes, aboutBesides(ctx, names), figure.AboutEvidence)
}

// rest is what inputs that are not shown come to together.
func (all effects) rest() (name string, share float64, any bool) {
	rest := all.all[len(all.shown):]
	return words.Sentence(words.Number(len(rest))) + " others", sum(rest), len(rest) > 0
}

func (all effects) description(ctx figure.Context, rows []result.SettlingRow) string {
	items := make([]string, len(all.shown))
	for i, e := range all.shown {
		items[i] = fmt.Sprintf("%s%s %s%s", e.Name, figure.EvidenceInWords(e.Strength), inPercent(e.Share), percentBetween(e.Range.Lo, e.Range.Hi))
	}
	if name, share, any := all.rest(); any {
		items = append(items, words.Lowered(name)+" together "+inPercent(share))
	}
	text := fmt.Sprintf("Bar chart of shares of the variance of %s. Shapley effects, with 95%% intervals in brackets: %s.", all.Analysed(ctx), strings.Join(items, "; "))
	if note := unsettled(rows, all.Question); note != "" {
		text += " " + note + "."
	}
	return text
}

// restFill is that of what is summed up.
var restFill = chart.Fill{Color: chart.DarkGrey, Hatched: true}

func (all effects) bars() barchart.Bars {
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: "Share of variance"}, figure.EvidenceColumn}}
	for _, e := range all.shown {
		bars.Rows = append(bars.Rows, barchart.Bar{
			Name: figure.Marked(e.Name, e.Correlated), Detail: e.Code, Pieces: []barchart.Piece{{Value: e.Share, Fill: chart.Fill{Color: chart.Charcoal}}},
			Whiskers: e.Range.Whiskers(), Cells: []string{inPercent(e.Share), figure.Evidence(e.Strength)},
		})
	}
	if name, share, any := all.rest(); any {
		bars.Rows = append(bars.Rows, barchart.Bar{Name: name, Pieces: []barchart.Piece{{Value: share, Fill: restFill}}, Cells: []string{inPercent(share), ""}})
	}
	bars.Scale = shareScale(bars.Range())
	return bars
}
