package decision_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/decision"
)

func TestDominanceByHand(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		name string
		a, b []float64
		want decision.Dominance
	}{
		{"better in every draw", []float64{2, 3, 4}, []float64{1, 2, 3}, decision.Dominance{ProbabilityBetter: 1, Order: 1}},
		{"better as a distribution", []float64{3, 1, 2}, []float64{0, 2, 1}, decision.Dominance{ProbabilityBetter: 2. / 3, Order: 1}},
		{"worse", []float64{1, 2}, []float64{2, 3}, decision.Dominance{Violation: 1}},
		{"less spread", []float64{2, 2}, []float64{1, 3}, decision.Dominance{ProbabilityBetter: 0.5, Order: 2, Violation: 0.5}},
		{"less spread, but for rounding", []float64{0.3, 0.3}, []float64{0.2, 0.4}, decision.Dominance{ProbabilityBetter: 0.5, Order: 2, Violation: 0.5}},
		{"more spread", []float64{1, 3}, []float64{2, 2}, decision.Dominance{ProbabilityBetter: 0.5, Violation: 0.5}},
		// Leshno and Levy's case: almost everybody prefers what is far better but for a small area.
		{"almost", []float64{0.9, 10}, []float64{1, 1}, decision.Dominance{ProbabilityBetter: 0.5, Violation: 0.1 / 9.1}},
		{"the same but for order", []float64{1, 2}, []float64{2, 1}, decision.Dominance{ProbabilityBetter: 0.5, Violation: nan}},
		{"the same but for rounding", []float64{1e6, 2}, []float64{1e6 + 1e-5, 2}, decision.Dominance{Violation: nan}},
	} {
		all, err := decision.Dominances([][]float64{test.a, test.b})
		if err != nil {
			t.Fatal(err)
		}
		got := all[0][1]
		if got.Order != test.want.Order || !same(got.ProbabilityBetter, test.want.ProbabilityBetter) || !near(got.Violation, test.want.Violation, 1e-12) {
			t.Errorf("%s: %+v, not %+v", test.name, got, test.want)
		}
	}
}

// area integrates, from value to value, how far the distribution function of a lies above that of b, and both apart.
func area(a, b []float64) (above, apart float64) {
	points := slices.Concat(a, b)
	slices.Sort(points)
	at := func(v []float64, x float64) (share float64) {
		for _, y := range v {
			if y <= x {
				share += 1 / float64(len(v))
			}
		}
		return share
	}
	for i := range len(points) - 1 {
		d := (at(a, points[i]) - at(b, points[i])) * (points[i+1] - points[i])
		above += max(0, d)
		apart += math.Abs(d)
	}
	return above, apart
}

func TestDominanceIsThatOfDistributionFunctions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := tables().Draw(t, "values")
		all, err := decision.Dominances(values)
		if err != nil {
			t.Fatal(err)
		}
		for a := range values {
			for b := range values {
				d, back := all[a][b], all[b][a]
				above, apart := area(values[a], values[b])
				if math.IsNaN(d.Violation) {
					if apart > 1e-6 || d.Order != 0 {
						t.Errorf("%+v, but distributions are %v apart", d, apart)
					}
					continue
				}
				if !near(d.Violation, above/apart, 1e-9) || !near(d.Violation+back.Violation, 1, 1e-9) || (d.Order == 1) != (d.Violation == 0) {
					t.Errorf("%+v and %+v, but areas are %v of %v", d, back, above, apart)
				}
				if d.Order > 0 && back.Order > 0 {
					t.Errorf("both dominate: %+v, %+v", d, back)
				}
			}
		}
	})
}
