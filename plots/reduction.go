package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

var _ = register(Figure{
	Order:   30,
	Name:    "reduction",
	Summary: "what of the reduction comes from structure, what from cuts, and what is missed",
	Needs:   tables(result.OutcomeRow{}),
	Page:    reductionPage,
})

// cut is one structure's reduction when the target is due, in per cent of the baseline.
type cut struct {
	Code                      string
	Structure, Cuts, Shortage float64

	StructureRange, Range interval // of what structure gives and of the whole reduction, if there are draws
}

func (c cut) reduction() float64 { return c.Structure + c.Cuts }

func reductionPage(d Data) chart.Page {
	cuts := cutsOf(d.Outcomes)
	if len(cuts) == 0 {
		return nothing("values of reduction")
	}
	bars := cutBars(d, cuts)
	note := ""
	if slices.ContainsFunc(bars.Rows, func(row chart.Bar) bool { return row.Net }) {
		note = "Diamond: reduction after what is below zero"
	}
	return chart.Page{
		Title:       reductionTitle(d.Context, cuts),
		Subtitle:    d.subtitle(joined("Reduction of management cost when the target is due, % of that at the start", ofOutcomes(d.Context, d.Outcomes)), ""),
		Footer:      d.footer(whiskersAre(bars, "what structure gives, and of the whole reduction"), note),
		Description: reductionDescription(d, cuts),
		BodyHeight:  bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(c) },
	}
}

// cutsOf reads the outcomes, what structure contributes most first.
func cutsOf(rows []result.OutcomeRow) []cut {
	var cuts []cut
	for _, row := range oneRowEach(rows) {
		v := row.Values
		c := cut{
			Code: row.Structure, Structure: v[result.ReductionFromStructure], Cuts: v[result.ReductionFromCuts], Shortage: v[result.Shortfall],
			StructureRange: intervalOf(rows, row.Structure, result.ReductionFromStructure), Range: intervalOf(rows, row.Structure, result.Reduction),
		}
		if finite(c.reduction()) {
			if !finite(c.Shortage) {
				c.Shortage = 0
			}
			cuts = append(cuts, c)
		}
	}
	slices.SortStableFunc(cuts, func(a, b cut) int { return cmp.Compare(b.Structure, a.Structure) })
	return cuts
}

// goalOf is the reduction that the target asks of all bodies together: from the bodies themselves where they are given.
// Without them it is reduction and shortfall, which is more where some body goes below its own target.
func goalOf(d Data, cuts []cut) float64 {
	if g := goalOfCommissioners(d); finite(g) {
		return g
	}
	goal := math.Inf(1)
	for _, c := range cuts {
		goal = min(goal, c.reduction()+c.Shortage)
	}
	return goal
}

// goalOfCommissioners is the goal at the cost at the start that the outcomes have: a target that asks the same share of
// all goes with the cost, one a head does not.
func goalOfCommissioners(d Data) float64 {
	baseline, target, same := 0.0, 0.0, true
	for _, row := range d.Commissioners {
		if first := d.Commissioners[0]; row.Structure == first.Structure {
			baseline += row.BaselineCostK
			target += row.TargetCostK
			same = same && math.Abs(row.TargetCostK*first.BaselineCostK-first.TargetCostK*row.BaselineCostK) <= 1e-6*first.BaselineCostK*row.BaselineCostK
		}
	}
	if rows := oneRowEach(d.Outcomes); !same && len(rows) > 0 && rows[0].Values[result.BaselineCost] > 0 {
		baseline = rows[0].Values[result.BaselineCost]
	}
	return 100 * (1 - target/baseline)
}

// reductionTitle says whether cuts or structure make most of the reduction, or that the target is missed by more than
// is reached.
func reductionTitle(ctx Context, cuts []cut) string {
	if len(cuts) == 1 {
		return reductionTitleOfOne(ctx, cuts[0])
	}
	least, mostlyCuts, mostlyStructure, missed, none := math.Inf(1), 0, 0, 0, 0
	for _, c := range cuts {
		switch {
		case c.reduction() < tie:
			none++
		case c.Shortage > c.reduction():
			missed++
		case c.Cuts > c.Structure:
			mostlyCuts++
			least = min(least, 100*c.Cuts/c.reduction())
		default:
			mostlyStructure++
		}
	}
	n := len(cuts)
	switch {
	case none == n:
		return "No structure lowers management cost when the target is due"
	case none+missed == n:
		return "Every structure misses more of the target than it meets"
	case mostlyCuts == n && least >= 99.95:
		return "The whole reduction comes from cuts, under every structure"
	case mostlyCuts == n:
		return fmt.Sprintf("Cuts make up at least %.0f%% of the reduction under every structure", math.Floor(least))
	case mostlyCuts > 0:
		return fmt.Sprintf("Cuts make up most of the reduction %s", underStructures(mostlyCuts, n))
	}
	return fmt.Sprintf("Structure, not cuts, makes up most of the reduction %s", underStructures(mostlyStructure, n))
}

func reductionTitleOfOne(ctx Context, c cut) string {
	name := ctx.name(c.Code)
	switch {
	case c.reduction() < tie:
		return name + " does not lower management cost when the target is due"
	case c.Structure < tie:
		return fmt.Sprintf("%s lowers cost by %s, all of it by cuts", name, percent(c.reduction()))
	}
	return fmt.Sprintf("%s lowers cost by %s, %s of it without cuts", name, percent(c.reduction()), points(c.Structure))
}

func reductionDescription(d Data, cuts []cut) string {
	items, brackets := make([]string, len(cuts)), ""
	for i, c := range cuts {
		items[i] = fmt.Sprintf("%s %s%s, %s and %s", d.name(c.Code), onePlace(c.Structure), c.StructureRange.inBrackets(onePlace), onePlace(c.Cuts), onePlace(c.Shortage))
		if c.StructureRange.wide() {
			brackets = d.bracketsHold()
		}
	}
	return fmt.Sprintf("Bar chart of the reduction of management cost when the target is due. The target asks for %s. From structure, from cuts, and missed: %s.",
		percent(goalOf(d, cuts)), strings.Join(items, "; ")) + brackets
}

func cutBars(d Data, cuts []cut) chart.Bars {
	bars := chart.Bars{Columns: []chart.Column{
		{Heading: "From structure", Swatch: &chart.Fill{Color: chart.DarkGrey}},
		{Heading: "From cuts", Swatch: &chart.Fill{Color: chart.Tint(chart.DarkGrey, lightShare)}},
		{Heading: "Target missed", Swatch: &missedFill},
	}}
	for _, c := range cuts {
		l := d.look(c.Code)
		solid, light := l.fills()
		bars.Rows = append(bars.Rows, chart.Bar{
			Name: d.name(c.Code), Bold: l.Focus,
			Parts:    []chart.Part{{Value: c.Structure, Fill: solid, Counts: true}, {Value: c.Cuts, Fill: light, Counts: true}, {Value: c.Shortage, Fill: missedFill}},
			Net:      c.Structure < -tie || c.Cuts < -tie,
			Whiskers: append(c.StructureRange.whiskers(), c.Range.whiskers()...),
			Cells:    []string{onePlace(c.Structure), onePlace(c.Cuts), onePlace(c.Shortage)},
		})
	}
	if goal := goalOf(d, cuts); finite(goal) && goal > 0 {
		bars.Mark = chart.Mark{At: goal, Label: "Target " + percent(goal)}
	}
	lo, hi := bars.Range()
	bars.Scale = chart.NewScale(lo, hi, 1, 5, chart.Percent)
	return bars
}
