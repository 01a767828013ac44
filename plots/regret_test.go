package plots

import (
	"math"
	"testing"

	"reconfig/model/result"
)

// judged changes the rows of robustness: stay, hub, merge.
func judged(change func(i int, r *result.RobustnessRow)) func(*Data) {
	return func(d *Data) {
		for i := range d.Analysis.Robustness {
			change(i, &d.Analysis.Robustness[i])
		}
	}
}

// expected sets the expected regrets, £k.
func expected(regrets ...float64) func(*Data) {
	return judged(func(i int, r *result.RobustnessRow) { r.ExpectedRegret = result.Number(regrets[i]) })
}

func TestRegretTitle(t *testing.T) {
	checkTitlesOf(t, named("regret"), drawn, []titleCase{
		{"one leads", nil, "Merge loses least on average: £0.5m against what turns out best"},
		{"another is best more often", judged(func(i int, r *result.RobustnessRow) { r.ProbabilityBest = result.Number([]float64{0.2, 0.5, 0.3}[i]) }),
			"Merge loses least on average, £0.5m, though Hub is best more often"},
		{"probabilities unknown", judged(func(_ int, r *result.RobustnessRow) { r.ProbabilityBest = none }), "Merge loses least on average: £0.5m against what turns out best"},
		{"two alike", expected(3000, 500, 500), "Hub and Merge share the least expected regret, £0.5m"},
		{"all alike", expected(700, 700, 700), "Every structure has the same expected regret, £0.7m"},
		{"never wrong", expected(800, 900, 0), "Merge leaves nothing to regret: it is best in every draw"},
		{"nothing to regret", expected(0, 0, 0), "No structure has any regret: all are equally good in every draw"},
		{"one structure", func(d *Data) { *d = only(*d, "merge") }, "With Merge alone there is nothing to regret"},
		{"a value is missing", expected(3000, 1000, math.NaN()), "Hub loses least on average: £1m against what turns out best"},
		{"without bound", expected(math.Inf(1), 1000, math.Inf(1)), "Hub loses least on average, £1m, though Merge is best more often"},
		{"all without bound", expected(math.Inf(1), math.Inf(1), math.Inf(1)), "No structure has a finite expected regret"},
	})
}

func TestRegretAltText(t *testing.T) {
	checkAltTextOf(t, named("regret"), drawn(), "Bar chart of regret in net present value, £\u00A0million at 2009/10 prices, in 10,000 draws: what is lost against the structure that is best in each draw. "+
		"Mean and, in brackets, 95th percentile and greatest: Merge £0.5m (£1.5m, £2.5m), best in 50% of draws, meets every requirement in 80%; "+
		"Hub £1.5m (£4.5m, £7.5m), best in 25% of draws, meets every requirement in 56%; Stay £2.5m (£7.5m, £12.5m), best in 13% of draws, meets every requirement in 39%.")
}

func TestRegretSays(t *testing.T) {
	d := drawn()
	checkSays(t, named("regret"), d, "£\u00A0million at 2009/10 prices", ">95th percentile of regret<", ">Meets all<", "share of draws in which it meets every requirement", "what perfect information would be worth")
	for i := range d.Analysis.Robustness {
		r := &d.Analysis.Robustness[i]
		r.Outcome, r.MeetsAll = result.CapacityEnd.String(), none
		r.ExpectedRegret, r.RegretP95, r.WorstRegret = 0.02, 0.05, 0.08
	}
	checkSays(t, named("regret"), d, "percentage points", ">Percentage points<")
}
