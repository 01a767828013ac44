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
	Order:   90,
	Name:    "one-off-cost",
	Summary: "what each structure costs once: set-up, exits that it causes, exits that cuts cause",
	Needs:   tables(result.OutcomeRow{}),
	Page:    oneOffPage,
})

// once is one structure's one-off cost, £k.
type once struct {
	Code                       string
	SetUp, OwnExits, CutsExits float64

	Range interval // of the total, if there are draws
}

func (o once) total() float64 { return o.SetUp + o.OwnExits + o.CutsExits }

func oneOffPage(d Data) chart.Page {
	costs := onceCosts(d.Outcomes)
	if len(costs) == 0 {
		return nothing("values of one-off cost")
	}
	bars := onceBars(d.Context, costs)
	return chart.Page{
		Title:       oneOffTitle(d.Context, d.Trajectories, costs),
		Subtitle:    d.subtitle(joined("One-off cost over the whole period, "+d.moneyUnit(bars.Scale.Unit)+d.prices(), ofOutcomes(d.Context, d.Outcomes)), yearsOf(d.Trajectories).period()),
		Footer:      d.footer(whiskersAre(bars, "the total"), "Exits, by structure: those that the structure would cause without cuts"),
		Description: oneOffDescription(d.Context, costs),
		BodyHeight:  bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(c) },
	}
}

// onceCosts splits the outcomes, the dearest first. The structure alone would cause the exits that are in its own
// one-off cost; cuts cause the rest, as the two overlap: posts that a structure frees need not be cut again.
func onceCosts(rows []result.OutcomeRow) []once {
	var costs []once
	for _, row := range oneRowEach(rows) {
		v := row.Values
		setUp, exits := v[result.SetupCost], v[result.ExitCost]
		if !finite(setUp) || !finite(exits) {
			continue
		}
		own := v[result.StructureOneOffCost] - setUp
		if !finite(own) {
			own = 0
		}
		own = max(0, min(own, exits))
		costs = append(costs, once{row.Structure, setUp, own, exits - own, intervalOf(rows, row.Structure, result.OneOffCost)})
	}
	slices.SortStableFunc(costs, func(a, b once) int { return cmp.Compare(b.total(), a.total()) })
	return costs
}

// oneOffTitle gives the range of the totals. What falls due later is in none, so it says by when.
func oneOffTitle(ctx Context, rows []result.TrajectoryRow, costs []once) string {
	first, last := costs[0], costs[len(costs)-1]
	most, least := moneyAlike(ctx, first.total(), last.total())
	by := ""
	if y := yearsOf(rows); len(y.Ticks) > 0 {
		by = " by " + y.final()
	}
	switch {
	case math.Abs(first.total()) < 0.5:
		return "No structure has a one-off cost" + by
	case len(costs) == 1:
		return fmt.Sprintf("%s has a one-off cost of %s%s", ctx.name(first.Code), most, by)
	case most == least:
		return fmt.Sprintf("Every structure has the same one-off cost%s, %s", by, most)
	}
	return fmt.Sprintf("One-off cost%s runs from %s (%s) to %s (%s)", by, least, sharers(ctx, costs, last), most, sharers(ctx, costs, first))
}

// sharers names the structure, or counts how many share its cost as the title writes it.
func sharers(ctx Context, costs []once, of once) string {
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
		return number(same) + " structures"
	}
	return ctx.name(of.Code)
}

// moneyAlike writes two amounts in one unit with equal decimals.
func moneyAlike(ctx Context, a, b float64) (string, string) {
	unit := chart.Thousands(ctx.Currency, max(math.Abs(a), math.Abs(b)))
	decimals := unit.Decimals(max(math.Abs(a), math.Abs(b)))
	return unit.Format(a, decimals), unit.Format(b, decimals)
}

func oneOffDescription(ctx Context, costs []once) string {
	items := make([]string, len(costs))
	for i, c := range costs {
		items[i] = fmt.Sprintf("%s %s (%s, %s and %s)", ctx.name(c.Code), ctx.money(c.total()), ctx.money(c.SetUp), ctx.money(c.OwnExits), ctx.money(c.CutsExits))
		if c.Range.wide() {
			items[i] += fmt.Sprintf(", %s %s to %s", percentiles, ctx.money(c.Range.Lo), ctx.money(c.Range.Hi))
		}
	}
	return "Bar chart of one-off cost over the whole period. Total, and in brackets set-up, exits caused by the structure and exits caused by cuts: " +
		strings.Join(items, "; ") + "."
}

func onceBars(ctx Context, costs []once) chart.Bars {
	unit := chart.Thousands(ctx.Currency, costs[0].total())
	decimals := 0
	if total := costs[0].total(); total >= 1000 && total < 1e6 { // elsewhere a decimal says nothing
		decimals = 1
	}
	bars := chart.Bars{Columns: []chart.Column{
		{Heading: "Set-up", Swatch: &chart.Fill{Color: chart.DarkGrey}},
		{Heading: "Exits, by structure", Swatch: &missedFill},
		{Heading: "Exits, by cuts", Swatch: &chart.Fill{Color: chart.Tint(chart.DarkGrey, lightShare)}},
		{Heading: "Total"},
	}}
	for _, c := range costs {
		l := ctx.look(c.Code)
		solid, light := l.fills()
		bars.Rows = append(bars.Rows, chart.Bar{
			Name: ctx.name(c.Code), Bold: l.Focus,
			Parts:    []chart.Part{{Value: c.SetUp, Fill: solid}, {Value: c.OwnExits, Fill: chart.Fill{Color: solid.Color, Hatched: true}}, {Value: c.CutsExits, Fill: light}},
			Whiskers: c.Range.whiskers(),
			Cells:    []string{unit.Format(c.SetUp, decimals), unit.Format(c.OwnExits, decimals), unit.Format(c.CutsExits, decimals), unit.Format(c.total(), decimals)},
		})
	}
	lo, hi := bars.Range()
	bars.Scale = chart.NewScale(lo, hi, 1, 5, unit)
	return bars
}
