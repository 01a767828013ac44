package runs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   40,
	Name:    "saving-against-capacity",
	Summary: "lasting saving of each structure against the capacity it ends with, and which are efficient",
	Needs:   figure.RowsOf(result.OutcomeRow{}),
	Every:   true,
	Page:    frontierPage,
})

// option is what a structure offers, in per cent: lasting saving of the baseline cost, capacity of that at the start.
type option struct {
	Code                string
	Saving, End, Lowest float64

	Savings, Ends figure.Interval // if there are draws
}

// crossed says whether the option is drawn with intervals.
func (o option) crossed() bool { return o.Savings.Wide() || o.Ends.Wide() }

// beats says whether the option saves as much as another and keeps as much capacity, and does better in one of them.
func (o option) beats(other option) bool {
	const eps = 1e-9
	return o.Saving >= other.Saving-eps && o.End >= other.End-eps && (o.Saving > other.Saving+eps || o.End > other.End+eps)
}

func frontierPage(d figure.Data) chart.Page {
	options := optionsOf(d.Context, d.Outcomes)
	if len(options) == 0 {
		return figure.Nothing("values of saving and capacity")
	}
	charts, key := frontierCharts(d.Context, options), frontierKey(d, options)
	return chart.Page{
		Title: frontierTitle(d.Context, options),
		Subtitle: d.Subtitle(words.Joined("Lasting saving, % of management cost, and capacity of the structure alone at the end, % of that at the start", figure.OfOutcomes(d.Context, d.Outcomes)),
			figure.YearsOf(d.Trajectories).Period()),
		Footer:      d.Footer(frontierNotes(d.Context, options)...),
		Description: frontierDescription(d.Context, options),
		BodyHeight:  chart.KeyHeight(key) + charts.Height(),
		Body:        func(c draw.Canvas) { charts.Draw(chart.DrawKey(c, key)) },
	}
}

// optionsOf lists the options, the highest saving first.
func optionsOf(ctx figure.Context, rows []result.OutcomeRow) []option {
	var options []option
	for _, row := range figure.OneEach(rows) {
		v := row.Values
		o := option{Code: row.Structure, Saving: v[result.SteadySavingPct], End: 100 * v[result.StructureCapacityEnd], Lowest: 100 * v[result.StructureCapacityLowest]}
		o.Savings = figure.IntervalOf(rows, row.Structure, result.SteadySavingPct)
		o.Ends = figure.IntervalOf(rows, row.Structure, result.StructureCapacityEnd).Scaled(100)
		if !words.Finite(o.Saving) || !words.Finite(o.End) {
			continue
		}
		if !words.Finite(o.Lowest) {
			o.Lowest = o.End
		}
		options = append(options, o)
	}
	slices.SortStableFunc(options, func(a, b option) int { return cmp.Compare(b.Saving, a.Saving) })
	return options
}

// withIntervals says whether any option has intervals. The figure then shows these instead of the lowest capacity: whiskers
// of both would be taken for one another.
func withIntervals(options []option) bool { return slices.ContainsFunc(options, option.crossed) }

// efficient are the options that none other beats, by rising saving.
func efficient(options []option) []option {
	var kept []option
	for _, o := range options {
		if !slices.ContainsFunc(options, func(other option) bool { return other.beats(o) }) {
			kept = append(kept, o)
		}
	}
	slices.SortStableFunc(kept, func(a, b option) int { return cmp.Compare(a.Saving, b.Saving) })
	return kept
}

// frontierTitle says what the highest saving is and what capacity goes with it.
func frontierTitle(ctx figure.Context, options []option) string {
	top := options[0]
	for _, o := range options {
		if o.Saving > top.Saving {
			top = o
		}
	}
	var equals []option // as far as saving goes
	best := top.End
	for _, o := range options {
		if o.Saving > top.Saving-tie {
			equals = append(equals, o)
		}
		best = max(best, o.End)
	}
	saving, end := words.Percent(top.Saving), words.Percent(top.End)
	switch {
	case top.Saving < tie && len(options) == 1:
		return fmt.Sprintf("%s saves nothing for good and ends with %s of capacity before cuts", ctx.Said(top.Code), end)
	case top.Saving < tie:
		return "No structure brings a lasting saving"
	case len(options) == 1:
		return fmt.Sprintf("%s saves %s and ends with %s of capacity before cuts", ctx.Said(top.Code), saving, end)
	case len(equals) > 1 && alike(equals):
		return fmt.Sprintf("%s structures save most, %s, and end with %s of capacity before cuts", words.Sentence(words.Number(len(equals))), saving, endsOf(equals))
	case len(equals) > 1:
		return fmt.Sprintf("%s structures save most, %s, but keep unlike capacity before cuts", words.Sentence(words.Number(len(equals))), saving)
	case top.End > best-tie:
		return fmt.Sprintf("%s saves most, %s, and keeps most capacity before cuts, %s", ctx.Said(top.Code), saving, end)
	}
	return fmt.Sprintf("%s saves most, %s, and ends with %s of capacity before cuts", ctx.Said(top.Code), saving, end)
}

// Capacities at the end are unlike if they are further apart than what they are rounded to, in per cent of the start, and
// than this share of the width of their ranges.
const (
	endRounding  = 1
	shareOfRange = 0.25
)

// alike says whether the options end with about the same capacity.
func alike(options []option) bool {
	least, most := endRange(options)
	width := 0.0
	for _, o := range options {
		if o.Ends.Wide() {
			width = max(width, o.Ends.Hi-o.Ends.Lo)
		}
	}
	return most-least <= max(endRounding, shareOfRange*width)
}

// endRange is the least and the most capacity at the end.
func endRange(options []option) (least, most float64) {
	least, most = options[0].End, options[0].End
	for _, o := range options {
		least, most = min(least, o.End), max(most, o.End)
	}
	return least, most
}

// endsOf writes these capacities.
func endsOf(options []option) string {
	least, most := endRange(options)
	if from, to := words.Percent(least), words.Percent(most); from != to {
		return from + " to " + to
	}
	return words.Percent(least)
}

func frontierDescription(ctx figure.Context, options []option) string {
	items := make([]string, len(options))
	for i, o := range options {
		items[i] = fmt.Sprintf("%s %s%s, %s%s, %s", ctx.Said(o.Code), words.Percent(o.Saving), o.Savings.InBrackets(words.Percent), words.OnePlace(o.End), o.Ends.InBrackets(words.OnePlace), words.OnePlace(o.Lowest))
	}
	text := "Dot chart of lasting saving and capacity. Saving, capacity at the end and lowest capacity: " + strings.Join(items, "; ") + "."
	if withIntervals(options) {
		text += ctx.BracketsHold()
	}
	if len(options) == 1 {
		return text
	}
	var names []string
	for _, o := range efficient(options) {
		names = append(names, ctx.Said(o.Code))
	}
	return text + " None is as good in both and better in one than " + strings.Join(names, "; ") + "."
}

// frontierNotes say what the columns are, and that an axis begins elsewhere than at zero.
func frontierNotes(ctx figure.Context, options []option) []string {
	var notes []string
	if len(options) > 1 {
		notes = append(notes, "Efficient:"+ctx.OnAverage()+" no other structure is as good in both and better in one")
	}
	if _, end := frontierScales(options); end.Min > 0 {
		notes = append(notes, "The axis of capacity does not start at zero")
	}
	return notes
}
