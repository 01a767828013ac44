package runs

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// best sets the probability of being best on the net benefit.
func best(code string, p float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Probabilities {
			if d.Probabilities[i].Structure == code {
				d.Probabilities[i].Probability = p
			}
		}
	}
}

func unsaid(d *figure.Data) { d.Probabilities = nil }

func TestDistributionTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("distribution"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "best in few draws", Change: nil, Want: "On average, but in only 33% of draws, net benefit is highest under Merge"},
		{Name: "best in most draws", Change: best("merge", 0.8), Want: "On average and in 80% of draws, net benefit is highest under Merge"},
		{Name: "best in nearly all draws", Change: best("merge", 0.9997), Want: "On average and in more than 99.9% of draws, net benefit is highest under Merge"},
		{Name: "best in all draws", Change: best("merge", 1), Want: "On average and in all draws, net benefit is highest under Merge"},
		{Name: "best in hardly any draw", Change: best("merge", 0.00003), Want: "On average, but in less than 0.1% of draws, net benefit is highest under Merge"},
		{Name: "best in no draw", Change: best("merge", 0), Want: "On average, but in no draw, net benefit is highest under Merge"},
		{Name: "no probabilities", Change: unsaid, Want: "On average, net benefit is highest under Merge"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, Want: "Net benefit of Merge is £5.0m on average, in nine of ten draws £4.5m to £5.5m"},
		{Name: "all alike", Change: figuretest.All(figuretest.Each(func(v *result.Values) { v[result.NetBenefit] = 300 }), func(d *figure.Data) { d.SweepOutcome = "net_benefit_k" }), Want: "Net benefit is £300k on average under every structure"},
		{Name: "two alike", Change: func(d *figure.Data) {
			for i := range d.Outcomes {
				if d.Outcomes[i].Structure == "hub" {
					d.Outcomes[i].Values[result.NetBenefit] *= 2.5
				}
			}
		}, Want: "Net benefit is highest under two structures, £5.0m on average"},
		{Name: "lower is better", Change: func(d *figure.Data) { d.SweepOutcome = "one_off_cost_k"; setOneOff(d) }, Want: "On average, one-off cost is lowest under Stay"},
		{Name: "neither is better", Change: func(d *figure.Data) { d.SweepOutcome = "baseline_cost_k" }, Want: "Cost at the start is £10.1m on average under every structure"},
		{Name: "payback that may never come", Change: figuretest.NeverPaid, Want: "In the median draw, time to payback is lowest under Hub"},
		{Name: "payback that never comes", Change: figuretest.All(figuretest.NeverPaid, func(d *figure.Data) { *d = figuretest.Only(*d, "stay", "merge") }, func(d *figure.Data) {
			for i := range d.Outcomes {
				if d.Outcomes[i].Statistic == result.P50 {
					d.Outcomes[i].Values[result.StructurePayback] = math.Inf(1)
				}
			}
		}), Want: "In half of the draws or more, no structure has a time to payback"},
		{Name: "unknown outcome", Change: figuretest.All(unsaid, func(d *figure.Data) { d.SweepOutcome = "profit" }), Want: "On average, net benefit is highest under Merge"},
	})
}

func setOneOff(d *figure.Data) {
	for i := range d.Outcomes {
		v := &d.Outcomes[i].Values
		v[result.OneOffCost] = v[result.SetupCost] + v[result.ExitCost]
	}
}

func TestDistributionAltText(t *testing.T) {
	d := figuretest.Drawn()
	best("merge", 0.8)(&d)
	figuretest.CheckAltTextOf(t, figuretest.Named("distribution"), d, "Box chart of net benefit by structure. Mean and, in brackets, 5th to 95th percentile of 10,000 draws: "+
		"Merge £5.0m (£4.5m to £5.5m), best in 80% of draws; Hub £2.0m (£1.8m to £2.2m), best in 33% of draws; Stay £0.0m (£0.0m), best in 33% of draws.")
	figuretest.NeverPaid(&d)
	figuretest.CheckAltTextOf(t, figuretest.Named("distribution"), d, "Box chart of time to payback by structure. Median and, in brackets, 5th to 95th percentile of 10,000 draws: "+
		"Hub 3.0 (2.0 to never); Merge 8.5 (3.0 to never); Stay never (never).")
}

// An axis whose ticks have no unit has it written under it, and every subtitle has it.
func TestAxesHaveUnits(t *testing.T) {
	d := figuretest.Drawn()
	d.SweepOutcome = result.StructurePayback.String()
	figuretest.CheckSays(t, figuretest.Named("distribution"), d, ">Years<")
	figuretest.CheckSays(t, figuretest.Named("difference"), d, ">Years<")
	d.SweepOutcome = result.StatutoryBoards.String()
	figuretest.CheckSays(t, figuretest.Named("distribution"), d, ">Boards<", "boards, 10,000 draws")
	d.SweepOutcome = result.StructureCapacityEnd.String()
	figuretest.CheckSays(t, figuretest.Named("difference"), d, ">Percentage points<", "percentage points, 10,000 draws")
}

func TestEveryOutcomeHasAName(t *testing.T) {
	for _, o := range result.Outcomes() {
		d := figuretest.Drawn()
		d.SweepOutcome = o.String()
		if o.Words() == "" || d.Measure(o).About() == "" {
			t.Errorf("%s has no name", o)
		}
		if _, err := figuretest.Named("distribution").Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}

func TestMeasures(t *testing.T) {
	d := figure.Data{Context: figure.Context{PriceYear: "2009/10"}}.Complete()
	for _, c := range []struct {
		outcome      result.Outcome
		values       []float64
		write, words string
	}{
		{result.StructureNPV, []float64{158700, -12000}, "£159m", "£\u00A0million at 2009/10 prices"},
		{result.SteadySaving, []float64{812, 0}, "£812k", "£\u00A0thousand a year at 2009/10 prices"},
		{result.CostPerHeadAtTarget, []float64{19.44, 21.7}, "£19.4", "£ a head a year at 2009/10 prices"},
		{result.SteadySavingPct, []float64{13.34, 9}, "13.3%", "% of baseline"},
		{result.CapacityEnd, []float64{0.683, 0.61}, "68.3%", "% of that at the start"},
		{result.StructurePayback, []float64{4.75, 3}, "4.8 years", "years"},
		{result.StructurePayback, []float64{math.Inf(1), 3}, "never", "years"},
		{result.StatutoryBoards, []float64{31, 6}, "31 boards", "boards"},
	} {
		m := d.Measure(c.outcome, c.values...)
		if got := m.Write(c.values[0]); got != c.write || m.Words != c.words {
			t.Errorf("%s: %q in %q, want %q in %q", c.outcome, got, m.Words, c.write, c.words)
		}
	}
}

// Where every structure has one and the same value there is nothing to show, unless that outcome is asked for.
func TestDistributionOfOneValue(t *testing.T) {
	d := figuretest.Drawn()
	figuretest.Each(func(v *result.Values) { v[result.NetBenefit] = 300 })(&d)
	if page := figuretest.Named("distribution").Page(d.Complete()); page.Pointless != "every structure has the same value in every draw" {
		t.Errorf("pointless as %q", page.Pointless)
	}
}

// Two structures that are equal in every draw differ in nothing.
func TestDifferenceOfEquals(t *testing.T) {
	d := figuretest.Drawn()
	for i := range d.Differences {
		d.Differences[i].ProbabilityEqual = 1
	}
	if page := figuretest.Named("difference").Page(d.Complete()); page.Pointless != "the structures are equal in every draw" {
		t.Errorf("pointless as %q", page.Pointless)
	}
}
