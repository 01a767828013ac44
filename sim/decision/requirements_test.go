package decision_test

import (
	"math"
	"testing"

	"reconfig/sim/decision"
)

func TestRequirementsByHand(t *testing.T) {
	inf := math.Inf(1)
	money := [][]float64{{1, 2, 3, 4}, {-1, 2, inf, 2 - 1e-12}}
	years := [][]float64{{5, 5, 9, 1}, {inf, 4, 5 + 1e-12, 1}}
	for _, test := range []struct {
		name         string
		money, years decision.Comparison
		each         [2][2]float64 // by option and requirement
		all          [2]float64
	}{
		{"at least 2, at most 5", decision.AtLeast, decision.AtMost, [2][2]float64{{.75, .75}, {.75, .75}}, [2]float64{.5, .75}},
		{"above 2, below 5", decision.Above, decision.Below, [2][2]float64{{.5, .25}, {.25, .5}}, [2]float64{.25, 0}},
	} {
		got, err := decision.Requirements([]decision.Requirement{{money, test.money, 2}, {years, test.years, 5}})
		if err != nil {
			t.Fatal(err)
		}
		for o, g := range got {
			for i, share := range g.Each {
				if want := test.each[o][i]; share.Value != want || !same(share.MCError, math.Sqrt(want*(1-want)/4)) {
					t.Errorf("%s: option %d meets requirement %d in %+v, not %v", test.name, o, i, share, want)
				}
			}
			if want := test.all[o]; g.All.Value != want || !same(g.All.MCError, math.Sqrt(want*(1-want)/4)) {
				t.Errorf("%s: option %d meets all in %+v, not %v", test.name, o, g.All, want)
			}
		}
	}
}

func TestRequirementsThatAreNone(t *testing.T) {
	one := [][]float64{{1}}
	for name, requirements := range map[string][]decision.Requirement{
		"none":               nil,
		"unknown comparison": {{Values: one, Comparison: decision.Below + 1}},
		"no threshold":       {{Values: one, Threshold: math.NaN()}},
		"other options":      {{Values: one}, {Values: [][]float64{{1}, {2}}}},
		"other draws":        {{Values: one}, {Values: [][]float64{{1, 2}}}},
	} {
		if _, err := decision.Requirements(requirements); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
