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
	Order:   200,
	Name:    "pawn",
	Summary: "how far knowing each assumption would move the whole distribution of the answer, against noise",
	Needs:   figure.RowsOf(result.PawnRow{}),
	Narrow:  true,
	Page:    pawnPage,
})

// shift is how far knowing one assumption moves the distribution.
type shift struct {
	figure.Input
	Strength   string
	Median     float64
	Range      figure.Interval
	Matters    bool // more than noise
	Correlated bool
}

// shifts is what the figure is drawn from.
type shifts struct {
	figure.Asked
	all, shown    []shift // the greatest median first
	noise         float64 // the greatest of the table; NaN if it has none
	draws, slices int
}

func pawnPage(d figure.Data) chart.Page {
	all, found := shiftsOf(d.Context, d.Pawn)
	if !found {
		return figure.Nothing("medians of PAWN indices")
	}
	bars, key := all.bars(), all.key()
	bars.Width = d.Print().Body()
	measure := "How far knowing an assumption moves the distribution of " + all.Analysed(d.Context) + " (PAWN index)"
	return chart.Page{
		Title:       all.title(),
		Subtitle:    d.Subtitle(words.Joined(measure, all.design()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(all.notes()...),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeightIn(key, d.Print().Body()) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// shiftsOf reads the table; false if no assumption has a median.
func shiftsOf(ctx figure.Context, rows []result.PawnRow) (shifts, bool) {
	q, rows := figure.RowsAsked(ctx, rows, func(r result.PawnRow) result.Question { return r.Question })
	all := shifts{Asked: ctx.Asked(q), noise: math.NaN()}
	for _, r := range rows {
		if !words.Finite(float64(r.Median)) {
			continue
		}
		all.draws, all.slices = max(all.draws, r.Draws), max(all.slices, r.Slices)
		if noise := float64(r.Noise); words.Finite(noise) && !(all.noise > noise) {
			all.noise = noise
		}
		all.all = append(all.all, shift{
			Input: ctx.Input(r.Assumption), Strength: r.Strength, Median: float64(r.Median), Range: figure.Interval{Lo: float64(r.MedianLow), Hi: float64(r.MedianHigh)},
			Matters: r.Matters == result.YesNo(true), Correlated: r.Correlated == result.YesNo(true),
		})
	}
	slices.SortStableFunc(all.all, func(a, b shift) int { return cmp.Compare(b.Median, a.Median) })
	all.shown = all.all[:shownOfRanked(len(all.all))]
	return all, len(all.all) > 0
}

func mattering(all []shift) []shift {
	return slices.DeleteFunc(slices.Clone(all), func(s shift) bool { return !s.Matters })
}

// distance writes a distance of two distributions.
func distance(v float64) string { return chart.Unit{}.Format(v, 2) }

// design is how many draws and slices there are, if that is known.
func (all shifts) design() string {
	if all.draws <= 0 || all.slices <= 0 {
		return ""
	}
	return words.Unbroken(words.Number(all.draws)+" draws") + " in " + words.Unbroken(words.Number(all.slices)+" slices")
}

// title counts what stands out from noise.
func (all shifts) title() string {
	some, n := mattering(all.all), len(all.all)
	switch len(some) {
	case 0:
		if n == 1 {
			return all.all[0].Said() + " does not stand out from noise"
		}
		return "No assumption stands out from noise"
	case 1:
		if n == 1 {
			return some[0].Said() + " stands out from noise"
		}
		return "Only " + some[0].Said() + " stands out from noise"
	}
	subject := fmt.Sprintf("%s of %s assumptions stand out from noise", words.Sentence(words.Number(len(some))), words.Number(n))
	switch {
	case len(some) == n && n == 2:
		subject = "Both assumptions stand out from noise"
	case len(some) == n:
		subject = fmt.Sprintf("All %s assumptions stand out from noise", words.Number(n))
	}
	if distance(some[0].Median) == distance(some[1].Median) {
		return subject
	}
	return subject + ", " + some[0].Said() + " most"
}

// notes explain the index.
func (all shifts) notes() []string {
	return []string{all.rest(),
		"The index is the median, over slices by the assumption’s value, of the Kolmogorov–Smirnov distance between the distributions in the slice and in all draws: " +
			"0 if knowing it moves nothing, 1 at most",
		"Noise: what the index comes to for a number that does not matter, in 95% of cases at most", all.correlated(), figure.AboutEvidence}
}

// correlated explains the mark, where an assumption has it.
func (all shifts) correlated() string {
	if !slices.ContainsFunc(all.shown, func(s shift) bool { return s.Correlated }) {
		return ""
	}
	return "†: correlated with other assumptions, and the index holds what it tells of those"
}

// rest sums up the assumptions that are not shown.
func (all shifts) rest() string {
	rest := all.all[len(all.shown):]
	if len(rest) == 0 {
		return ""
	}
	text := fmt.Sprintf("%s more have an index of at most %s", words.Sentence(words.Number(len(rest))), distance(rest[0].Median))
	if n := len(mattering(rest)); n > 0 {
		return text + fmt.Sprintf(", %s of them above noise", words.Number(n))
	}
	return text + ", none of them above noise"
}

func (all shifts) description(ctx figure.Context) string {
	items := make([]string, len(all.shown))
	for i, s := range all.shown {
		items[i] = s.Name + figure.EvidenceInWords(s.Strength) + " " + distance(s.Median)
		if s.Range.Known() {
			items[i] += fmt.Sprintf(" (%s to %s)", distance(s.Range.Lo), distance(s.Range.Hi))
		}
		if !s.Matters {
			items[i] += ", not above noise"
		}
	}
	text := fmt.Sprintf("Dot chart of how far knowing an assumption moves the distribution of %s: 0 for not at all, 1 at most. ", all.Analysed(ctx))
	if words.Finite(all.noise) {
		text += "Noise reaches " + distance(all.noise) + ". "
	}
	text += "Medians, with 95% intervals in brackets: " + strings.Join(items, "; ") + "."
	if rest := all.rest(); rest != "" {
		text += " " + rest + "."
	}
	return text
}

// The dots of what stands out and of what does not.
var (
	mattersDot = barchart.Dot{Marker: chart.Circle, Color: chart.Charcoal}
	noiseDot   = barchart.Dot{Marker: chart.Circle, Color: chart.MidGrey, Hollow: true}
)

func (s shift) dot() barchart.Dot {
	dot := noiseDot
	if s.Matters {
		dot = mattersDot
	}
	return dot.At(s.Median, s.Range.Lo, s.Range.Hi)
}

func (all shifts) key() []chart.KeyItem {
	var items []chart.KeyItem
	for _, kind := range []struct {
		text    string
		dot     barchart.Dot
		matters bool
	}{{"Above noise", mattersDot, true}, {"Not above noise", noiseDot, false}} {
		if slices.ContainsFunc(all.shown, func(s shift) bool { return s.Matters == kind.matters }) {
			items = append(items, chart.KeyItem{Text: kind.text, Swatch: kind.dot.Swatch, Width: barchart.DotWidth})
		}
	}
	if slices.ContainsFunc(all.shown, func(s shift) bool { return s.Range.Known() }) {
		items = append(items, chart.KeyItem{Text: "95% bootstrap interval", Swatch: barchart.WhiskerSwatch(chart.DarkGrey)})
	}
	return items
}

func (all shifts) bars() barchart.Bars {
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: "Index"}, {Heading: "95% interval"}, figure.EvidenceColumn}}
	for _, s := range all.shown {
		between := ""
		if s.Range.Known() {
			between = distance(s.Range.Lo) + " to " + distance(s.Range.Hi)
		}
		bars.Rows = append(bars.Rows, barchart.Bar{Name: figure.Marked(s.Name, s.Correlated), Detail: s.Code, Dots: []barchart.Dot{s.dot()}, Cells: []string{distance(s.Median), between, figure.Evidence(s.Strength)}})
	}
	if words.Finite(all.noise) {
		bars.Mark = barchart.Mark{At: all.noise, Label: "Noise"}
	}
	lo, hi := bars.Range()
	bars.Scale = chart.NewScale(lo, hi, 0.01, 5, chart.Unit{})
	return bars
}
