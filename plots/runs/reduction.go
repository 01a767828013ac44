package runs

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
	Order:   30,
	Name:    "reduction",
	Summary: "what of the reduction comes from structure, what from cuts, and what is missed",
	Needs:   figure.RowsOf(result.OutcomeRow{}),
	Every:   true,
	Narrow:  true,
	Page:    reductionPage,
})

// cut is one structure's reduction when the target is due, in per cent of the baseline.
type cut struct {
	Code                      string
	Structure, Cuts, Shortage float64

	StructureRange figure.Interval // of what structure gives, if there are draws
}

func (c cut) reduction() float64 { return c.Structure + c.Cuts }

func reductionPage(d figure.Data) chart.Page {
	cuts := cutsOf(d.Outcomes)
	if len(cuts) == 0 {
		return figure.Nothing("values of reduction")
	}
	bars := cutBars(d, cuts)
	bars.Width = d.Print().Body()
	const measure = "Reduction of management cost when the target is due, % of that at the start"
	note := ""
	if slices.ContainsFunc(bars.Rows, func(row barchart.Bar) bool { return row.Net }) {
		note = "Diamond: reduction after what is below zero; the target is missed from there on"
	}
	return chart.Page{
		Title:       reductionTitle(d.Context, cuts),
		Subtitle:    d.Subtitle(words.Joined(measure, figure.OfOutcomes(d.Context, d.Outcomes)), ""),
		Measure:     measure,
		Footer:      d.Footer(figure.WhiskersAre(bars, "what structure gives"), note),
		Description: reductionDescription(d, cuts),
		BodyHeight:  bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(c) },
	}
}

// cutsOf reads the outcomes, what structure contributes most first.
func cutsOf(rows []result.OutcomeRow) []cut {
	var cuts []cut
	for _, row := range figure.OneEach(rows) {
		v := row.Values
		c := cut{
			Code: row.Structure, Structure: v[result.ReductionFromStructure], Cuts: v[result.ReductionFromCuts], Shortage: v[result.Shortfall],
			StructureRange: figure.IntervalOf(rows, row.Structure, result.ReductionFromStructure),
		}
		if words.Finite(c.reduction()) {
			if !words.Finite(c.Shortage) {
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
func goalOf(d figure.Data, cuts []cut) float64 {
	if g := goalOfCommissioners(d); words.Finite(g) {
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
func goalOfCommissioners(d figure.Data) float64 {
	baseline, target, same := 0.0, 0.0, true
	for _, row := range d.Commissioners {
		if first := d.Commissioners[0]; row.Structure == first.Structure {
			baseline += row.BaselineCostK
			target += row.TargetCostK
			same = same && math.Abs(row.TargetCostK*first.BaselineCostK-first.TargetCostK*row.BaselineCostK) <= 1e-6*first.BaselineCostK*row.BaselineCostK
		}
	}
	if rows := figure.OneEach(d.Outcomes); !same && len(rows) > 0 && rows[0].Values[result.BaselineCost] > 0 {
		baseline = rows[0].Values[result.BaselineCost]
	}
	return 100 * (1 - target/baseline)
}

// reductionTitle says whether cuts or structure make most of the reduction, or that the target is missed by more than
// is reached.
func reductionTitle(ctx figure.Context, cuts []cut) string {
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
		return fmt.Sprintf("Cuts make up most of the reduction %s", words.UnderStructures(mostlyCuts, n))
	}
	return fmt.Sprintf("Structure, not cuts, makes up most of the reduction %s", words.UnderStructures(mostlyStructure, n))
}

func reductionTitleOfOne(ctx figure.Context, c cut) string {
	name := ctx.Said(c.Code)
	switch {
	case c.reduction() < tie:
		return name + " does not lower management cost when the target is due"
	case c.Structure < tie:
		return fmt.Sprintf("%s lowers cost by %s, all of it by cuts", name, words.Percent(c.reduction()))
	}
	return fmt.Sprintf("%s lowers cost by %s, %s of it without cuts", name, words.Percent(c.reduction()), words.Points(c.Structure))
}

func reductionDescription(d figure.Data, cuts []cut) string {
	items, brackets := make([]string, len(cuts)), ""
	for i, c := range cuts {
		items[i] = fmt.Sprintf("%s %s%s, %s and %s", d.Said(c.Code), words.OnePlace(c.Structure), c.StructureRange.InBrackets(words.OnePlace), words.OnePlace(c.Cuts), words.OnePlace(c.Shortage))
		if c.StructureRange.Wide() {
			brackets = d.BracketsHold()
		}
	}
	return fmt.Sprintf("Bar chart of the reduction of management cost when the target is due. The target asks for %s. From structure, from cuts, and missed: %s.",
		words.Percent(goalOf(d, cuts)), strings.Join(items, "; ")) + brackets
}

// cutBars are the bars of the cuts. What is missed lies before the target, over the bar where a structure costs more or some body
// goes below its own target.
func cutBars(d figure.Data, cuts []cut) barchart.Bars {
	goal := goalOf(d, cuts)
	bars := barchart.Bars{Columns: []barchart.Column{
		{Heading: "From structure", Swatch: &chart.Fill{Color: chart.DarkGrey}},
		{Heading: "From cuts", Swatch: &chart.Fill{Color: chart.Tint(chart.DarkGrey, figure.LightShare)}},
		{Heading: "Target missed", Swatch: &figure.MissedFill},
	}}
	for _, c := range cuts {
		l := d.Look(c.Code)
		solid, light := l.Fills()
		bars.Rows = append(bars.Rows, barchart.Bar{
			Name: d.Name(c.Code), Bold: l.Focus,
			Pieces:   []barchart.Piece{{Value: c.Structure, Fill: solid, Counts: true}, {Value: c.Cuts, Fill: light, Counts: true}},
			Spans:    []barchart.Span{{From: goal - c.Shortage, To: goal, Fill: figure.MissedFill}},
			Net:      c.Structure < -tie || c.Cuts < -tie,
			Whiskers: c.StructureRange.Whiskers(),
			Cells:    []string{words.OnePlace(c.Structure), words.OnePlace(c.Cuts), words.OnePlace(c.Shortage)},
		})
	}
	if goal > 0 {
		bars.Mark = barchart.Mark{At: goal, Label: "Target " + words.Percent(goal)}
	}
	lo, hi := bars.Range()
	bars.Scale = chart.NewScale(min(lo, goal), max(hi, goal), 1, 5, chart.Percent)
	return bars
}
