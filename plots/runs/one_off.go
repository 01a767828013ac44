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
	Order:   90,
	Name:    "one-off-cost",
	Summary: "what each structure costs once: set-up, exits that it causes, exits that cuts cause",
	Needs:   figure.RowsOf(result.OutcomeRow{}),
	Every:   true,
	Narrow:  true,
	Page:    oneOffPage,
})

// once is one structure's one-off cost, £k.
type once struct {
	Code                       string
	SetUp, OwnExits, CutsExits float64

	Range figure.Interval // of the total, if there are draws
}

func (o once) total() float64 { return o.SetUp + o.OwnExits + o.CutsExits }

func oneOffPage(d figure.Data) chart.Page {
	costs := onceCosts(d.Outcomes)
	if len(costs) == 0 {
		return figure.Nothing("values of one-off cost")
	}
	bars := onceBars(d.Context, costs)
	bars.Width = d.Print().Body()
	measure := "One-off cost over the whole period, " + d.MoneyUnit(bars.Scale.Unit) + d.Prices()
	return chart.Page{
		Title:       oneOffTitle(d.Context, d.Trajectories, costs),
		Subtitle:    d.Subtitle(words.Joined(measure, figure.OfOutcomes(d.Context, d.Outcomes)), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(figure.WhiskersAre(bars, "the total"), "Exits, by structure: those that the structure would cause without cuts"),
		Description: oneOffDescription(d.Context, costs),
		BodyHeight:  bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(c) },
	}
}

// onceCosts splits the outcomes, the dearest first. The structure alone would cause the exits that are in its own
// one-off cost; cuts cause the rest, as the two overlap: posts that a structure frees need not be cut again.
func onceCosts(rows []result.OutcomeRow) []once {
	var costs []once
	for _, row := range figure.OneEach(rows) {
		v := row.Values
		setUp, exits := v[result.SetupCost], v[result.ExitCost]
		if !words.Finite(setUp) || !words.Finite(exits) {
			continue
		}
		own := v[result.StructureOneOffCost] - setUp
		if !words.Finite(own) {
			own = 0
		}
		own = max(0, min(own, exits))
		costs = append(costs, once{row.Structure, setUp, own, exits - own, figure.IntervalOf(rows, row.Structure, result.OneOffCost)})
	}
	slices.SortStableFunc(costs, func(a, b once) int { return cmp.Compare(b.total(), a.total()) })
	return costs
}

// oneOffTitle gives the range of the totals. What falls due later is in none, so it says by when.
func oneOffTitle(ctx figure.Context, rows []result.TrajectoryRow, costs []once) string {
	first, last := costs[0], costs[len(costs)-1]
	most, least := moneyAlike(ctx, first.total(), last.total())
	by := ""
	if y := figure.YearsOf(rows); len(y.Ticks) > 0 {
		by = " by " + y.Final()
	}
	switch {
	case math.Abs(first.total()) < 0.5:
		return "No structure has a one-off cost" + by
	case len(costs) == 1:
		return fmt.Sprintf("%s has a one-off cost of %s%s", ctx.Said(first.Code), most, by)
	case most == least:
		return fmt.Sprintf("Every structure has the same one-off cost%s, %s", by, most)
	}
	return fmt.Sprintf("One-off cost%s runs from %s (%s) to %s (%s)", by, least, sharers(ctx, costs, last), most, sharers(ctx, costs, first))
}

// sharers names the structure, or counts how many share its cost as the title writes it.
func sharers(ctx figure.Context, costs []once, of once) string {
	written := func(c once) string {
		text, _ := moneyAlike(ctx, c.total(), costs[0].total())
		return text
	}
	same := 0
	for _, c := range costs {
		if written(c) == written(of) {
			same++
		}
	}
	if same > 1 {
		return words.Number(same) + " structures"
	}
	return ctx.Said(of.Code)
}

// moneyAlike writes two amounts in one unit with equal decimals.
func moneyAlike(ctx figure.Context, a, b float64) (string, string) {
	unit := chart.Thousands(ctx.Currency, max(math.Abs(a), math.Abs(b)))
	decimals := unit.Decimals(max(math.Abs(a), math.Abs(b)))
	return unit.Format(a, decimals), unit.Format(b, decimals)
}

func oneOffDescription(ctx figure.Context, costs []once) string {
	items := make([]string, len(costs))
	for i, c := range costs {
		items[i] = fmt.Sprintf("%s %s (%s, %s and %s)", ctx.Said(c.Code), ctx.Money(c.total()), ctx.Money(c.SetUp), ctx.Money(c.OwnExits), ctx.Money(c.CutsExits))
		if c.Range.Wide() {
			items[i] += fmt.Sprintf(", %s %s to %s", figure.Percentiles, ctx.Money(c.Range.Lo), ctx.Money(c.Range.Hi))
		}
	}
	return "Bar chart of one-off cost over the whole period. Total, and in brackets set-up, exits caused by the structure and exits caused by cuts: " +
		strings.Join(items, "; ") + "."
}

func onceBars(ctx figure.Context, costs []once) barchart.Bars {
	unit := chart.Thousands(ctx.Currency, costs[0].total())
	decimals := 0
	if total := costs[0].total(); total >= 1000 && total < 1e6 { // elsewhere a decimal says nothing
		decimals = 1
	}
	bars := barchart.Bars{Columns: []barchart.Column{
		{Heading: "Set-up", Swatch: &chart.Fill{Color: chart.DarkGrey}},
		{Heading: "Exits, by structure", Swatch: &figure.MissedFill},
		{Heading: "Exits, by cuts", Swatch: &chart.Fill{Color: chart.Tint(chart.DarkGrey, figure.LightShare)}},
		{Heading: "Total"},
	}}
	for _, c := range costs {
		l := ctx.Look(c.Code)
		solid, light := l.Fills()
		bars.Rows = append(bars.Rows, barchart.Bar{
			Name: ctx.Name(c.Code), Bold: l.Focus,
			Pieces:   []barchart.Piece{{Value: c.SetUp, Fill: solid}, {Value: c.OwnExits, Fill: chart.Fill{Color: solid.Color, Hatched: true}}, {Value: c.CutsExits, Fill: light}},
			Whiskers: c.Range.Whiskers(),
			Cells:    []string{unit.Format(c.SetUp, decimals), unit.Format(c.OwnExits, decimals), unit.Format(c.CutsExits, decimals), unit.Format(c.total(), decimals)},
		})
	}
	lo, hi := bars.Range()
	bars.Scale = chart.NewScale(lo, hi, 1, 5, unit)
	return bars
}
