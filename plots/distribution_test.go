package plots

import (
	"math"
	"testing"

	"reconfig/model/result"
)

// best sets the probability of being best on the net present value.
func best(code string, p float64) func(*Data) {
	return func(d *Data) {
		for i := range d.Probabilities {
			if d.Probabilities[i].Structure == code {
				d.Probabilities[i].Probability = p
			}
		}
	}
}

func unsaid(d *Data) { d.Probabilities = nil }

func TestDistributionTitle(t *testing.T) {
	checkTitlesOf(t, named("distribution"), drawn, []titleCase{
		{"best in few draws", nil, "On average, but in only 33% of draws, net present value is highest under Merge"},
		{"best in most draws", best("merge", 0.8), "On average and in 80% of draws, net present value is highest under Merge"},
		{"best in nearly all draws", best("merge", 0.9997), "On average and in more than 99.9% of draws, net present value is highest under Merge"},
		{"best in all draws", best("merge", 1), "On average and in all draws, net present value is highest under Merge"},
		{"best in hardly any draw", best("merge", 0.00003), "On average, but in less than 0.1% of draws, net present value is highest under Merge"},
		{"best in no draw", best("merge", 0), "On average, but in no draw, net present value is highest under Merge"},
		{"no probabilities", unsaid, "On average, net present value is highest under Merge"},
		{"one structure", func(d *Data) { *d = only(*d, "merge") }, "Net present value of Merge is £5.0m on average, in nine of ten draws £4.5m to £5.5m"},
		{"all alike", each(func(v *result.Values) { v[result.StructureNPV] = 300 }), "Net present value is £300k on average under every structure"},
		{"two alike", func(d *Data) {
			for i := range d.Outcomes {
				if d.Outcomes[i].Structure == "hub" {
					d.Outcomes[i].Values[result.StructureNPV] *= 2.5
				}
			}
		}, "Net present value is highest under two structures, £5.0m on average"},
		{"lower is better", func(d *Data) { d.SweepOutcome = "one_off_cost_k"; setOneOff(d) }, "On average, one-off cost is lowest under Stay"},
		{"neither is better", func(d *Data) { d.SweepOutcome = "baseline_cost_k" }, "Cost at the start is £10.1m on average under every structure"},
		{"payback that may never come", neverPaid, "In the median draw, time to payback is lowest under Hub"},
		{"payback that never comes", all(neverPaid, func(d *Data) { *d = only(*d, "stay", "merge") }, func(d *Data) {
			for i := range d.Outcomes {
				if d.Outcomes[i].Statistic == result.P50 {
					d.Outcomes[i].Values[result.StructurePayback] = math.Inf(1)
				}
			}
		}), "In half of the draws or more, no structure has a time to payback"},
		{"unknown outcome", all(unsaid, func(d *Data) { d.SweepOutcome = "profit" }), "On average, net present value is highest under Merge"},
	})
}

func setOneOff(d *Data) {
	for i := range d.Outcomes {
		v := &d.Outcomes[i].Values
		v[result.OneOffCost] = v[result.SetupCost] + v[result.ExitCost]
	}
}

func TestDistributionAltText(t *testing.T) {
	d := drawn()
	best("merge", 0.8)(&d)
	checkAltTextOf(t, named("distribution"), d, "Box chart of net present value by structure. Mean and, in brackets, 5th to 95th percentile of 10,000 draws: "+
		"Merge £5.0m (£4.5m to £5.5m), best in 80% of draws; Hub £2.0m (£1.8m to £2.2m), best in 33% of draws; Stay £0.0m (£0.0m), best in 33% of draws.")
	neverPaid(&d)
	checkAltTextOf(t, named("distribution"), d, "Box chart of time to payback by structure. Median and, in brackets, 5th to 95th percentile of 10,000 draws: "+
		"Hub 3.0 (2.0 to never); Merge 8.5 (3.0 to never); Stay never (never).")
}

// An axis whose ticks have no unit has it written under it, and every subtitle has it.
func TestAxesHaveUnits(t *testing.T) {
	d := drawn()
	d.SweepOutcome = result.StructurePayback.String()
	checkSays(t, named("distribution"), d, ">Years<")
	checkSays(t, named("difference"), d, ">Years<")
	d.SweepOutcome = result.StatutoryBoards.String()
	checkSays(t, named("distribution"), d, ">Boards<", "boards, 10,000 draws")
	d.SweepOutcome = result.StructureCapacityEnd.String()
	checkSays(t, named("difference"), d, ">Percentage points<", "percentage points, 10,000 draws")
}

func TestEveryOutcomeHasAName(t *testing.T) {
	for _, o := range result.Outcomes() {
		d := drawn()
		d.SweepOutcome = o.String()
		if o.Words() == "" || d.measure(o).about() == "" {
			t.Errorf("%s has no name", o)
		}
		if _, err := named("distribution").Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}

func TestMeasures(t *testing.T) {
	d := Data{Context: Context{PriceYear: "2009/10"}}.complete()
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
		m := d.measure(c.outcome, c.values...)
		if got := m.write(c.values[0]); got != c.write || m.Words != c.words {
			t.Errorf("%s: %q in %q, want %q in %q", c.outcome, got, m.Words, c.write, c.words)
		}
	}
}
