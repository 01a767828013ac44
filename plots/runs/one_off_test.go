package runs

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// once sets set-up, exits and the structure's own one-off cost.
func onceOf(setUp, exits, own float64) func(*result.Values) {
	return func(v *result.Values) {
		v[result.SetupCost], v[result.ExitCost], v[result.StructureOneOffCost] = setUp, exits, own
	}
}

func TestOneOffTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("one-off-cost"), []figuretest.TitleCase{
		{Name: "range", Change: nil, Want: "One-off cost by 2011/12 runs from £1.0m (Stay) to £1.9m (Merge)"},
		{Name: "shared", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{900, 1000, 1500}, [2]float64{1, 1}, 1)
		},
			Want: "One-off cost by 2011/12 runs from £1.0m (Stay) to £1.9m (two structures)"},
		{Name: "shared as written", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{0, 1000.4, 0}, [2]float64{1, 1}, 1)
		},
			Want: "One-off cost by 2011/12 runs from £1.0m (two structures) to £1.9m (Merge)"},
		{Name: "without a course", Change: func(d *figure.Data) { d.Trajectories = nil }, Want: "One-off cost runs from £1.0m (Stay) to £1.9m (Merge)"},
		{Name: "all alike", Change: figuretest.Each(onceOf(100, 400, 300)), Want: "Every structure has the same one-off cost by 2011/12, £500k"},
		{Name: "none", Change: figuretest.Each(onceOf(0, 0, 0)), Want: "No structure has a one-off cost by 2011/12"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, Want: "Hub has a one-off cost of £1.1m by 2011/12"},
		{Name: "other currency", Change: func(d *figure.Data) { d.Currency = "€" }, Want: "One-off cost by 2011/12 runs from €1.0m (Stay) to €1.9m (Merge)"},
		{Name: "missing", Change: func(d *figure.Data) { d.Outcomes[2].Values[result.SetupCost] = math.NaN() }, Want: "One-off cost by 2011/12 runs from £1.0m (Stay) to £1.1m (Hub)"},
	})
}

func TestOneOffAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("one-off-cost"), "Bar chart of one-off cost over the whole period. Total, and in brackets set-up, exits caused by the structure and exits caused by cuts: "+
		"Merge £1.9m (£900k, £600k and £400k); Hub £1.1m (£100k, £200k and £800k); Stay £1m (£0, £0 and £1m).")
}

// The structure's own exits are its own one-off cost less set-up, but never below zero nor more than all exits.
func TestExitsAreSplit(t *testing.T) {
	for _, c := range []struct {
		name              string
		setUp, exits, own float64
		wantOwn, wantCuts float64
	}{
		{"some of each", 900, 1000, 1500, 600, 400},
		{"set-up discounted elsewhere", 900, 1000, 800, 0, 1000},
		{"structure frees more than is cut", 100, 400, 900, 400, 0},
		{"unknown", 100, 400, math.NaN(), 0, 400},
	} {
		d := figuretest.Only(figuretest.Small(), "hub")
		onceOf(c.setUp, c.exits, c.own)(&d.Outcomes[0].Values)
		got := onceCosts(d.Outcomes)[0]
		if got.OwnExits != c.wantOwn || got.CutsExits != c.wantCuts || got.SetUp != c.setUp {
			t.Errorf("%s: %+v, want own exits %v and cuts' exits %v", c.name, got, c.wantOwn, c.wantCuts)
		}
	}
}
