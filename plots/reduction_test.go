package plots

import (
	"math"
	"testing"

	"reconfig/model/result"
)

func TestReductionTitle(t *testing.T) {
	checkTitles(t, named("reduction"), []titleCase{
		// Merge: 36 of 48 points, 75%.
		{"mostly cuts", nil, "Cuts make up at least 75% of the reduction under every structure"},
		{"rounded down", parts(10, 37, 3), "Cuts make up at least 78% of the reduction under every structure"},
		{"nothing but cuts", parts(0, 48, 2), "The whole reduction comes from cuts, under every structure"},
		{"structure costs more", parts(-5, 53, 2), "The whole reduction comes from cuts, under every structure"},
		{"mostly structure", parts(30, 10, 10), "Structure, not cuts, makes up most of the reduction under every structure"},
		{"structure in one", func(d *Data) {
			d.Outcomes[2].Values[result.ReductionFromStructure], d.Outcomes[2].Values[result.ReductionFromCuts] = 30, 18
		}, "Cuts make up most of the reduction under two of three structures"},
		{"not enforced", parts(4, -2, 48), "Every structure misses more of the target than it meets"},
		{"no reduction", parts(0, 0, 50), "No structure lowers management cost when the target is due"},
		{"one structure", func(d *Data) { *d = only(*d, "merge") }, "Merge lowers cost by 48%, 12 points of it without cuts"},
		{"one structure, one point", func(d *Data) { *d = only(*d, "hub"); parts(1, 47, 2)(d) }, "Hub lowers cost by 48%, 1 point of it without cuts"},
		{"one structure, only cuts", func(d *Data) { *d = only(*d, "stay") }, "Stay lowers cost by 48%, all of it by cuts"},
		{"one structure, no reduction", func(d *Data) { *d = only(*d, "stay"); parts(0, 0, 50)(d) },
			"Stay does not lower management cost when the target is due"},
		{"missing shortfall", each(func(v *result.Values) { v[result.Shortfall] = math.NaN() }), "Cuts make up at least 75% of the reduction under every structure"},
		{"missing row", func(d *Data) { d.Outcomes[2].Values[result.ReductionFromCuts] = math.NaN() },
			"Cuts make up at least 91% of the reduction under every structure"},
	})
}

func TestReductionAltText(t *testing.T) {
	checkAltText(t, named("reduction"), "Bar chart of the reduction of management cost when the target is due. The target asks for 50%. "+
		"From structure, from cuts, and missed: Merge 12.0%, 36.0% and 2.0%; Hub 4.0%, 44.0% and 2.0%; Stay 0.0%, 48.0% and 2.0%.")
}

// A body that goes below its own target does not help the others: the goal of all is then less than what the bars reach.
func TestGoalOfAllBodies(t *testing.T) {
	d := small()
	for i := range d.Commissioners {
		if d.Commissioners[i].Code == "b0" {
			d.Commissioners[i].TargetCostK = 2250 // 10% less instead of 50%
		}
	}
	if got := goalOf(d, cutsOf(d.Outcomes)); math.Abs(got-40) > 1e-9 {
		t.Errorf("goal with bodies %v, want (50+50+50+10)/4 = 40", got)
	}
	d.Commissioners = nil
	if got := goalOf(d, cutsOf(d.Outcomes)); math.Abs(got-50) > 1e-9 {
		t.Errorf("goal without bodies %v, want reduction and shortfall, 50", got)
	}
}

// A target a head stays where it is when the cost at the start is uncertain; one in per cent goes with it.
func TestTheGoalOfADrawnRun(t *testing.T) {
	for name, test := range map[string]struct {
		targets [2]float64 // of two bodies that cost 1,000 each in the table
		want    float64    // where they cost 2,500 in the mean of draws
	}{
		"the same share of both": {[2]float64{600, 600}, 40},
		"a cost a head":          {[2]float64{500, 700}, 52},
	} {
		d := Data{}
		for _, target := range test.targets {
			d.Commissioners = append(d.Commissioners, result.CommissionerRow{Structure: "a", BaselineCostK: 1000, TargetCostK: target})
		}
		mean := result.OutcomeRow{Structure: "a", Statistic: result.Mean}
		mean.Values[result.BaselineCost] = 2500
		d.Outcomes = []result.OutcomeRow{mean}
		if got := goalOfCommissioners(d); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
