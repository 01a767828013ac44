package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

var _ = register(Figure{
	Order:   40,
	Name:    "saving-against-capacity",
	Summary: "lasting saving of each structure against the capacity it ends with, and which are efficient",
	Needs:   tables(result.OutcomeRow{}),
	Page:    frontierPage,
})

// option is what a structure offers, in per cent: lasting saving of the baseline cost, capacity of that at the start.
type option struct {
	Code                string
	Saving, End, Lowest float64

	Focus         bool
	Savings, Ends interval // of those in focus, if there are draws
}

// crossed says whether the option is drawn with intervals.
func (o option) crossed() bool { return o.Savings.wide() || o.Ends.wide() }

// beats says whether the option saves as much as another and keeps as much capacity, and does better in one of them.
func (o option) beats(other option) bool {
	const eps = 1e-9
	return o.Saving >= other.Saving-eps && o.End >= other.End-eps && (o.Saving > other.Saving+eps || o.End > other.End+eps)
}

func frontierPage(d Data) chart.Page {
	options := optionsOf(d.Context, d.Outcomes)
	if len(options) == 0 {
		return nothing("values of saving and capacity")
	}
	return chart.Page{
		Title: frontierTitle(d.Context, options),
		Subtitle: d.subtitle(joined("Lasting saving, % of management cost, and capacity of the structure alone at the end, % of that at the start", ofOutcomes(d.Context, d.Outcomes)),
			yearsOf(d.Trajectories).period()),
		Footer:      d.footer(frontierNotes(options)...),
		Description: frontierDescription(d.Context, options),
		LeastBody:   vg.Length(len(options)) * 32,
		Body:        func(c draw.Canvas) { drawFrontier(d.Context, c, options) },
	}
}

func optionsOf(ctx Context, rows []result.OutcomeRow) []option {
	var options []option
	for _, row := range oneRowEach(rows) {
		v := row.Values
		o := option{Code: row.Structure, Saving: v[result.SteadySavingPct], End: 100 * v[result.StructureCapacityEnd], Lowest: 100 * v[result.StructureCapacityLowest]}
		if o.Focus = ctx.look(row.Structure).Focus; o.Focus {
			o.Savings = intervalOf(rows, row.Structure, result.SteadySavingPct)
			o.Ends = intervalOf(rows, row.Structure, result.StructureCapacityEnd).scaled(100)
		}
		if !finite(o.Saving) || !finite(o.End) {
			continue
		}
		if !finite(o.Lowest) {
			o.Lowest = o.End
		}
		options = append(options, o)
	}
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
func frontierTitle(ctx Context, options []option) string {
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
	saving, end := percent(top.Saving), percent(top.End)
	switch {
	case top.Saving < tie && len(options) == 1:
		return fmt.Sprintf("%s saves nothing for good and ends with %s of capacity", ctx.name(top.Code), end)
	case top.Saving < tie:
		return "No structure brings a lasting saving"
	case len(options) == 1:
		return fmt.Sprintf("%s saves %s and ends with %s of capacity", ctx.name(top.Code), saving, end)
	case len(equals) > 1 && alike(equals):
		return fmt.Sprintf("%s structures save most, %s, and end with %s of capacity", sentence(number(len(equals))), saving, end)
	case len(equals) > 1:
		return fmt.Sprintf("%s structures save most, %s, but keep unlike capacity", sentence(number(len(equals))), saving)
	case top.End > best-tie:
		return fmt.Sprintf("%s saves most, %s, and keeps most capacity, %s", ctx.name(top.Code), saving, end)
	}
	return fmt.Sprintf("%s saves most, %s, and ends with %s of capacity", ctx.name(top.Code), saving, end)
}

// alike says whether the options end with the same capacity.
func alike(options []option) bool {
	return !slices.ContainsFunc(options, func(o option) bool { return math.Abs(o.End-options[0].End) >= tie })
}

func frontierDescription(ctx Context, options []option) string {
	items := make([]string, len(options))
	for i, o := range options {
		items[i] = fmt.Sprintf("%s %s%s, %s%s, %s", ctx.name(o.Code), percent(o.Saving), o.Savings.inBrackets(percent), onePlace(o.End), o.Ends.inBrackets(onePlace), onePlace(o.Lowest))
	}
	text := "Scatter chart of lasting saving against capacity. Saving, capacity at the end and lowest capacity: " + strings.Join(items, "; ") + "."
	if withIntervals(options) {
		text += ctx.bracketsHold()
	}
	if len(options) == 1 {
		return text
	}
	var names []string
	for _, o := range efficient(options) {
		names = append(names, ctx.name(o.Code))
	}
	return text + " None saves more and keeps more capacity than " + strings.Join(names, "; ") + "."
}

// frontierNotes own up to what the figure does to its points and axes.
func frontierNotes(options []option) []string {
	var notes []string
	x, y := frontierScales(options)
	for i, o := range options {
		near := func(other option) bool { return together(o, other, x, y) }
		if slices.ContainsFunc(options[:i], near) {
			notes = append(notes, "Points at one place stand side by side")
			break
		}
	}
	if y.Min > 0 {
		notes = append(notes, "The vertical axis does not start at zero")
	}
	return notes
}
