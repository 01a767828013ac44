package sim_test

import (
	"math"
	"testing"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
)

// The worked example of TestWorkedByHand gives every metric: cost is 16,000 − 4,000 t until t = 2, so the first year's
// mean is 14,000, 12.5 % less; half is gone at t = 2; exits cost 4,000 · 0.9375 up to t = 1.875, the last quarter's
// middle; capacity dips to 0.853125 and ends at 0.875.
func TestMetrics(t *testing.T) {
	c, d := byHand(t)
	c.HorizonYears = 3
	set(t, c, d, "collapse.merger", 0.5)
	for metric, want := range map[string]float64{
		result.FirstYearReduction: 12.5, result.TwoYearChange: -50, result.ExitCostFirstTwoYears: 3750,
		result.GoLiveMonths + ".merger": 12, result.SurvivalTwoYears + ".merger": math.Exp(-1), "posts_at_start": 400,
	} {
		if got := simulated(t, c, d, metric, ""); !closeTo(want, got, 1, 1e-12) {
			t.Errorf("%s: %v, by hand %v", metric, got, want)
		}
	}
	set(t, c, d, "collapse.merger", 0)
	for metric, want := range map[string]float64{result.StructureCapacityDip: -14.6875, result.StructureCapacityEndChange: -12.5} {
		if got := simulated(t, c, d, metric, ""); !closeTo(want, got, 1, 1e-12) {
			t.Errorf("%s: %v, by hand %v", metric, got, want)
		}
	}
	set(t, c, d, "scale.office", 0.5)
	for metric, want := range map[string]float64{
		result.CostElasticity: 0.4*0.5 + 0.6, // office and buying
	} {
		if got := simulated(t, c, d, metric, ""); !closeTo(want, got, 1, 1e-12) {
			t.Errorf("%s: %v, by hand %v", metric, got, want)
		}
	}
	set(t, c, d, "scale.office", 0)
	// Cost falls by 4,000 a year up to t = 2; what is required by 16 % from t = 1 on: quarter 5 is the first after that.
	for metric, want := range map[string]float64{
		result.MergedCostChange + ".1": -100 * 0.125 / 4, result.MergedCostChange + ".3": -100 * 0.625 / 4, result.MergedCostChange + ".12": -50,
		result.MergedRequiredChange + ".4": 0, result.MergedRequiredChange + ".5": -16,
	} {
		if got := simulated(t, c, d, metric, ""); !closeTo(want, got, 1, 1e-12) {
			t.Errorf("%s: %v, by hand %v", metric, got, want)
		}
	}
	if got := simulated(t, c, d, result.TwoYearChange, "target.reduction=0.25"); !closeTo(-25, got, 1, 1e-12) {
		t.Errorf("with a setting: %v, by hand −25", got)
	}
}

func simulated(t *testing.T, c *model.Case, d model.Draw, metric, settings string) float64 {
	t.Helper()
	c.Observations = []model.Observation{{ID: "x", Structure: "office-merger", Map: "map", Metric: metric, Settings: settings}}
	rows, err := sim.Backtest(c, d)
	if err != nil {
		t.Fatal(err)
	}
	return float64(rows[0].Simulated)
}

func TestBacktestCanFail(t *testing.T) {
	c := london(t)
	failed := func(d model.Draw) (ids []string) {
		rows, err := sim.Backtest(c, d)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if r.Passes != "yes" {
				ids = append(ids, r.ID)
			}
		}
		return ids
	}
	d := c.CentralDraw()
	if ids := failed(d); len(ids) > 0 {
		t.Errorf("at central values %v miss", ids)
	}
	set(t, c, d, "staff.exit_cost", 60)
	if ids := failed(d); len(ids) == 0 {
		t.Error("exits at £60k each pass every observation")
	}
}
