package decisions

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// calm takes the switching values away from the first assumptions.
func calm(first int) func(*figure.Data) {
	return figuretest.Switchable(func(i int, r *result.SwitchingRow) {
		if i < first {
			r.Below, r.Above = figuretest.None, figuretest.None
		}
	})
}

func TestSwitchingTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("switching"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "a few", Change: nil, Want: "Only two of 12 assumptions can change the choice of Merge by themselves"},
		{Name: "one", Change: calm(1), Want: "Only one of 12 assumptions, lever.a, can change the choice of Merge by itself"},
		{Name: "many", Change: func(d *figure.Data) { d.Switching = d.Switching[:4] }, Want: "Two of four assumptions can change the choice of Merge by themselves"},
		{Name: "all", Change: func(d *figure.Data) { d.Switching = d.Switching[:2] }, Want: "Each of two assumptions can change the choice of Merge by itself"},
		{Name: "the only one does", Change: func(d *figure.Data) { d.Switching = d.Switching[:1] }, Want: "The one assumption that was varied, risk.b, can change the choice of Merge"},
		{Name: "choices differ", Change: func(d *figure.Data) { d.Switching[3].Preferred = "hub" }, Want: "Only two of 12 assumptions can change the choice by themselves"},
		{Name: "without range", Change: figuretest.Switchable(func(i int, r *result.SwitchingRow) {
			if i > 1 {
				r.High = r.Low
			}
		}), Want: "Each of two assumptions can change the choice of Merge by itself"},
		{Name: "code without name", Change: figuretest.Switchable(func(_ int, r *result.SwitchingRow) { r.Preferred = "new" }), Want: "Only two of 12 assumptions can change the choice of new by themselves"},
	})
}

func TestSwitchingAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("switching"), figuretest.Drawn(), "Chart of the values at which another structure gets the highest net benefit, one row for each assumption. "+
		"With all assumptions at central values, Merge has the highest. Range, central value and what is best beyond: "+
		"lever.a (share) 0.25 to 1, central value 0.5, above 0.751 Hub; risk.b (years) 0 to 10, central value 5, below 2 Hub, above 9 Stay.")
}

// What would be a figure without a mark, of one colour, or with one level line, is not drawn, and says why.
func TestDecisionsThatNothingChanges(t *testing.T) {
	for _, c := range []struct {
		figure string
		change func(*figure.Data)
		want   string
	}{
		{"switching", calm(2), "whichever assumption is varied from its low to its high value, Merge stays best"},
		{"switching", func(d *figure.Data) { d.Switching = d.Switching[11:] }, "whichever assumption is varied from its low to its high value, Merge stays best"},
		{"switching-map", mapped(func(s int, _, _ float64) float64 { return float64(s) }), "Merge is preferred whatever the values of lever.a and risk.b"},
		{"acceptability", figuretest.All(onlyAcceptable("stay merge"), probability(1), benefit("merge", func(float64) float64 { return 1 })), "Whatever capacity is worth, Merge is best on average, and best in all draws"},
	} {
		d := figuretest.Drawn()
		c.change(&d)
		_, err := figuretest.Named(c.figure).Render(d, "svg")
		if want := "figure " + c.figure + ", which would say nothing: " + c.want; err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// The share of the way from the base counts, not the distance.
func TestNearestSwitcher(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		below, above, want float64
	}{{2, nan, 0.6}, {nan, 9, 0.8}, {2, 9, 0.6}, {4, 9.5, 0.2}, {nan, nan, math.Inf(1)}} {
		s := switcher{Low: 0, Base: 5, High: 10, Below: turn{At: c.below}, Above: turn{At: c.above}}
		if got := s.nearest(); math.Abs(got-c.want) > 1e-12 && got != c.want {
			t.Errorf("below %v, above %v: %v, want %v", c.below, c.above, got, c.want)
		}
	}
	if got := (switcher{Low: 0, Base: 0, High: 1, Below: turn{At: 0}, Above: turn{At: nan}}).nearest(); got != 0 {
		t.Errorf("at the end of the range: %v, want 0", got)
	}
}

// A switching value is rounded, but not to the base.
func TestSwitchingValueIsToldFromBase(t *testing.T) {
	for _, c := range []struct {
		base, at float64
		want     string
	}{{0.5, 0.53216, "0.532"}, {0.5, 0.50004, "0.50004"}, {0.5, 0.5, "0.5"}, {1000, 16123456, "16,123,456"}, {0, 0.0012345, "0.00123"}, {1, -2.5, "−2.5"}} {
		if got := (switcher{Base: c.base}).write(c.at); got != c.want {
			t.Errorf("%v from a base of %v: %s, want %s", c.at, c.base, got, c.want)
		}
	}
}

func TestSwitchingNotes(t *testing.T) {
	figuretest.CheckSays(t, figuretest.Named("switching"), figuretest.Drawn(), "with one assumption alone over its plausible range, all others at central values", "None of the other 10 assumptions changes the choice", "D, judgement alone", ">Another best, named below<", ">Merge best<", ">0.751<", ">Hub<", ">Stay<", ">uncertainty<", ">years<")
	d := figuretest.Drawn()
	d.Switching[0].Base = 12
	d.Switching = d.Switching[:3]
	figuretest.CheckSays(t, figuretest.Named("switching"), d, "A central value outside its range is drawn at the end of it", "The one other assumption does not change the choice")
	d = figuretest.ManySwitchers()
	figuretest.CheckSays(t, figuretest.Named("switching"), d, "Five more change the choice, farther from the central value")
}
