package decisions

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// judged changes the rows of robustness: stay, hub, merge.
func judged(change func(i int, r *result.RobustnessRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Robustness {
			change(i, &d.Robustness[i])
		}
	}
}

// expected sets the expected regrets, £k.
func expected(regrets ...float64) func(*figure.Data) {
	return judged(func(i int, r *result.RobustnessRow) { r.ExpectedRegret = result.Number(regrets[i]) })
}

func TestRegretTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("regret"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "one leads", Change: nil, Want: "Merge loses least on average: £0.5m against what turns out best"},
		{Name: "another is best more often", Change: judged(func(i int, r *result.RobustnessRow) { r.ProbabilityBest = result.Number([]float64{0.2, 0.5, 0.3}[i]) }),
			Want: "Merge loses least on average, £0.5m, though Hub is best more often"},
		{Name: "probabilities unknown", Change: judged(func(_ int, r *result.RobustnessRow) { r.ProbabilityBest = figuretest.None }), Want: "Merge loses least on average: £0.5m against what turns out best"},
		{Name: "two alike", Change: expected(3000, 500, 500), Want: "Hub and Merge share the least expected regret, £0.5m"},
		{Name: "all alike", Change: expected(700, 700, 700), Want: "Every structure has the same expected regret, £0.7m"},
		{Name: "never wrong", Change: expected(800, 900, 0), Want: "Merge leaves nothing to regret: it is best in every draw"},
		{Name: "nothing to regret", Change: expected(0, 0, 0), Want: "No structure has any regret: all are equally good in every draw"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, Want: "With Merge alone there is nothing to regret"},
		{Name: "a value is missing", Change: expected(3000, 1000, math.NaN()), Want: "Hub loses least on average: £1m against what turns out best"},
		{Name: "without bound", Change: expected(math.Inf(1), 1000, math.Inf(1)), Want: "Hub loses least on average, £1m, though Merge is best more often"},
		{Name: "all without bound", Change: expected(math.Inf(1), math.Inf(1), math.Inf(1)), Want: "No structure has a finite expected regret"},
	})
}

func TestRegretAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("regret"), figuretest.Drawn(), "Bar chart of regret in net benefit, £\u00A0million at 2009/10 prices, in 10,000 draws: what is lost against the structure that is best in each draw. "+
		"Mean and, in brackets, 95th percentile and greatest: Merge £0.5m (£1.5m, £2.5m), best in 50% of draws, meets every requirement in 80%; "+
		"Hub £1.5m (£4.5m, £7.5m), best in 25% of draws, meets every requirement in 56%; Stay £2.5m (£7.5m, £12.5m), best in 13% of draws, meets every requirement in 39%.")
}

func TestRegretSays(t *testing.T) {
	d := figuretest.Drawn()
	figuretest.CheckSays(t, figuretest.Named("regret"), d, "£\u00A0million at 2009/10 prices", ">95th percentile of regret<", ">Meets all<", "share of draws in which it meets every requirement", "what perfect information would be worth")
	for i := range d.Robustness {
		r := &d.Robustness[i]
		r.Outcome, r.MeetsAll = result.CapacityEnd.String(), figuretest.None
		r.ExpectedRegret, r.RegretP95, r.WorstRegret = 0.02, 0.05, 0.08
	}
	figuretest.CheckSays(t, figuretest.Named("regret"), d, "percentage points", ">Percentage points<")
}
