package runs

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestReductionTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("reduction"), []figuretest.TitleCase{
		// Merge: 36 of 48 points, 75%.
		{Name: "mostly cuts", Change: nil, Want: "Cuts make up at least 75% of the reduction under every structure"},
		{Name: "rounded down", Change: figuretest.Reduced(10, 37, 3), Want: "Cuts make up at least 78% of the reduction under every structure"},
		{Name: "nothing but cuts", Change: figuretest.Reduced(0, 48, 2), Want: "The whole reduction comes from cuts, under every structure"},
		{Name: "structure costs more", Change: figuretest.Reduced(-5, 53, 2), Want: "The whole reduction comes from cuts, under every structure"},
		{Name: "mostly structure", Change: figuretest.Reduced(30, 10, 10), Want: "Structure, not cuts, makes up most of the reduction under every structure"},
		{Name: "structure in one", Change: func(d *figure.Data) {
			d.Outcomes[2].Values[result.ReductionFromStructure], d.Outcomes[2].Values[result.ReductionFromCuts] = 30, 18
		}, Want: "Cuts make up most of the reduction under two of three structures"},
		{Name: "not enforced", Change: figuretest.Reduced(4, -2, 48), Want: "Every structure misses more of the target than it meets"},
		{Name: "no reduction", Change: figuretest.Reduced(0, 0, 50), Want: "No structure lowers management cost when the target is due"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, Want: "Merge lowers cost by 48%, 12 points of it without cuts"},
		{Name: "one structure, one point", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub"); figuretest.Reduced(1, 47, 2)(d) }, Want: "Hub lowers cost by 48%, 1 point of it without cuts"},
		{Name: "one structure, only cuts", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "stay") }, Want: "Stay lowers cost by 48%, all of it by cuts"},
		{Name: "one structure, no reduction", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "stay"); figuretest.Reduced(0, 0, 50)(d) },
			Want: "Stay does not lower management cost when the target is due"},
		{Name: "missing shortfall", Change: figuretest.Each(func(v *result.Values) { v[result.Shortfall] = math.NaN() }), Want: "Cuts make up at least 75% of the reduction under every structure"},
		{Name: "missing row", Change: func(d *figure.Data) { d.Outcomes[2].Values[result.ReductionFromCuts] = math.NaN() },
			Want: "Cuts make up at least 91% of the reduction under every structure"},
	})
}

func TestReductionAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("reduction"), "Bar chart of the reduction of management cost when the target is due. The target asks for 50%. "+
		"From structure, from cuts, and missed: Merge 12.0%, 36.0% and 2.0%; Hub 4.0%, 44.0% and 2.0%; Stay 0.0%, 48.0% and 2.0%.")
}

// A body that goes below its own target does not help the others: the goal of all is then less than what the bars reach.
func TestGoalOfAllBodies(t *testing.T) {
	d := figuretest.Small()
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
		d := figure.Data{}
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

// What is missed ends at the target's line, also where a structure costs more than it frees or nothing is cut.
func TestWhatIsMissedEndsAtTheTarget(t *testing.T) {
	for name, reduced := range map[string][3]float64{"reached by cuts": {0, 48, 2}, "costs more": {-5, 53, 2}, "spends more": {7, -10, 53}, "all missed": {0, 0, 50}} {
		d := figuretest.Small()
		figuretest.Reduced(reduced[0], reduced[1], reduced[2])(&d)
		d = d.Complete()
		bars := cutBars(d, cutsOf(d.Outcomes))
		for _, row := range bars.Rows {
			missed := row.Spans[0]
			if net := reduced[0] + reduced[1]; math.Abs(missed.To-bars.Mark.At) > 1e-9 || math.Abs(missed.From-net) > 1e-9 {
				t.Errorf("%s: missed from %v to %v, the target is %v and the reduction %v", name, missed.From, missed.To, bars.Mark.At, net)
			}
			if missed.From < bars.Scale.Min || missed.To > bars.Scale.Max {
				t.Errorf("%s: missed from %v to %v, beyond the axis", name, missed.From, missed.To)
			}
		}
	}
}
