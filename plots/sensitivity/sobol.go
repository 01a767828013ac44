package sensitivity

import (
	"cmp"
	"fmt"
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
	Order:   180,
	Name:    "sobol",
	Summary: "how much of the variance each input accounts for, alone and together with others",
	Needs:   figure.RowsOf(result.SobolRow{}),
	Narrow:  true,
	Page:    sobolPage,
})

// indices are those of one input.
type indices struct {
	figure.Input
	Strength     string
	Correlated   bool
	First, Total float64

	FirstRange, TotalRange figure.Interval
}

// decomposition is what the figure is drawn from.
type decomposition struct {
	figure.Asked
	all, shown []indices // the greatest total first
	points     int
	replicates int
	groups     bool
}

func sobolPage(d figure.Data) chart.Page {
	all, found := decompositionOf(d.Context, d.Sobol)
	if !found {
		return figure.Nothing("total indices of inputs")
	}
	bars, key := all.bars(), all.key()
	bars.Width = d.Print().Body()
	measure := "Share of the variance of " + all.Analysed(d.Context) + " (Sobol’ indices)"
	return chart.Page{
		Title:       all.title(),
		Subtitle:    d.Subtitle(words.Joined(measure, basePoints(all.points)), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(all.notes(d.Context, d.Settling)...),
		Description: all.description(d.Context, d.Settling),
		BodyHeight:  chart.KeyHeightIn(key, d.Print().Body()) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// decompositionOf reads the table; false if no input has a total index.
func decompositionOf(ctx figure.Context, rows []result.SobolRow) (decomposition, bool) {
	q, rows := figure.RowsAsked(ctx, rows, func(r result.SobolRow) result.Question { return r.Question })
	all := decomposition{Asked: ctx.Asked(q)}
	for _, r := range rows {
		if !words.Finite(float64(r.Total)) {
			continue
		}
		i := indices{
			Input: ctx.Input(r.Input), Strength: r.Strength, Correlated: r.Correlated == result.YesNo(true), First: float64(r.First), Total: float64(r.Total),
			FirstRange: figure.Interval{Lo: float64(r.FirstLow), Hi: float64(r.FirstHigh)}, TotalRange: figure.Interval{Lo: float64(r.TotalLow), Hi: float64(r.TotalHigh)},
		}
		if r.Members > 1 {
			i.Name, all.groups = fmt.Sprintf("%s (%d)", i.Name, r.Members), true
		}
		all.points, all.replicates = max(all.points, r.Points), max(all.replicates, r.Replicates)
		all.all = append(all.all, i)
	}
	slices.SortStableFunc(all.all, func(a, b indices) int { return cmp.Compare(b.Total, a.Total) })
	all.shown = all.all[:shownOfRanked(len(all.all))]
	return all, len(all.all) > 0
}

// intervals says where the intervals come from.
func (all decomposition) intervals() string {
	known := func(i indices) bool { return i.FirstRange.Known() || i.TotalRange.Known() }
	switch {
	case !slices.ContainsFunc(all.shown, known):
		return ""
	case all.replicates > 1:
		return fmt.Sprintf("95%% intervals from %s replicates", words.Number(all.replicates))
	}
	return "95% intervals"
}

// leaders are the inputs with the greatest total index as it is written.
func (all decomposition) leaders() []indices {
	n := 1
	for n < len(all.all) && inPercent(all.all[n].Total) == inPercent(all.all[0].Total) {
		n++
	}
	return all.all[:n]
}

// title says how much of the variance the first input is at work in. Of an input that is correlated with others it says
// how much would go if it were known, since its total index leaves out what they tell of it.
func (all decomposition) title() string {
	leaders, first := all.leaders(), all.all[0]
	names := make([]string, len(leaders))
	for i, l := range leaders {
		names[i] = l.Said()
	}
	share := percentInWords(first.Total)
	correlated := slices.ContainsFunc(leaders, func(i indices) bool { return i.Correlated })
	switch {
	case first.Total <= 0:
		return "No input drives any of the variance"
	case len(leaders) == 1 && correlated && first.First > 0:
		return fmt.Sprintf("Knowing %s would remove %s of the variance", first.Said(), percentInWords(first.First))
	case len(leaders) == 1 && correlated:
		return first.Said() + " matters most to the uncertainty"
	case correlated:
		return words.These(names, "inputs") + " matter most to the uncertainty"
	case len(leaders) > 1:
		return fmt.Sprintf("%s drive %s of the variance each", words.These(names, "inputs"), share)
	case first.First < first.Total/2:
		return fmt.Sprintf("%s drives %s of the variance, mostly together with others", first.Said(), share)
	}
	return fmt.Sprintf("%s drives %s of the variance", first.Said(), share)
}

// notes explain the indices.
func (all decomposition) notes(ctx figure.Context, rows []result.SettlingRow) []string {
	notes := []string{unsettled(rows, all.Question), all.rest(), all.intervals(),
		"Total: share of the variance in which the input has a part, alone or together with others",
		"First-order: share that would go, on average, if the input were known"}
	names := make([]string, len(all.shown))
	for i, s := range all.shown {
		names[i] = cmp.Or(s.Code, s.Name)
	}
	if slices.ContainsFunc(all.shown, func(i indices) bool { return i.Correlated }) {
		notes = append(notes, "†: correlated with another input; first-order includes what it tells of the others, total leaves out what they tell of it")
	}
	if all.groups {
		notes = append(notes, "In brackets: number of assumptions in a group")
	}
	return append(notes, aboutBesides(ctx, names), figure.AboutEvidence)
}

// rest sums up the inputs that are not shown.
func (all decomposition) rest() string {
	rest := all.all[len(all.shown):]
	if len(rest) == 0 {
		return ""
	}
	return fmt.Sprintf("%s more have a total index of at most %s", words.Sentence(words.Number(len(rest))), inPercent(max(0, rest[0].Total)))
}

func (all decomposition) description(ctx figure.Context, rows []result.SettlingRow) string {
	items := make([]string, len(all.shown))
	for k, i := range all.shown {
		items[k] = i.Name + figure.EvidenceInWords(i.Strength) + " " + inPercent(i.Total) + percentBetween(i.TotalRange.Lo, i.TotalRange.Hi) +
			" and " + inPercent(i.First) + percentBetween(i.FirstRange.Lo, i.FirstRange.Hi)
	}
	text := fmt.Sprintf("Dot chart of shares of the variance of %s. Total and first-order index with 95%% interval: %s.", all.Analysed(ctx), strings.Join(items, "; "))
	for _, note := range []string{all.rest(), unsettled(rows, all.Question)} {
		if note != "" {
			text += " " + note + "."
		}
	}
	return text
}

// The dots of the two indices.
var (
	totalDot = barchart.Dot{Marker: chart.Circle, Color: chart.Charcoal}
	firstDot = barchart.Dot{Marker: chart.Diamond, Color: chart.DarkGrey, Hollow: true}
)

func (all decomposition) key() []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: "Total: alone and together with others", Swatch: totalDot.Swatch, Width: barchart.DotWidth},
		{Text: "First-order: alone", Swatch: firstDot.Swatch, Width: barchart.DotWidth},
	}
	if all.intervals() != "" {
		items = append(items, chart.KeyItem{Text: "95% interval", Swatch: barchart.WhiskerSwatch(chart.DarkGrey)})
	}
	return items
}

func (all decomposition) bars() barchart.Bars {
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: "Total"}, {Heading: "First-order"}, figure.EvidenceColumn}}
	for _, i := range all.shown {
		bars.Rows = append(bars.Rows, barchart.Bar{
			Name: figure.Marked(i.Name, i.Correlated), Detail: i.Code,
			Dots:  []barchart.Dot{totalDot.At(i.Total, i.TotalRange.Lo, i.TotalRange.Hi), firstDot.At(i.First, i.FirstRange.Lo, i.FirstRange.Hi)},
			Cells: []string{inPercent(i.Total), inPercent(i.First), figure.Evidence(i.Strength)},
		})
	}
	bars.Scale = shareScale(bars.Range())
	return bars
}
