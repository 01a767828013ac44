package decision_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/decision"
)

func TestFrontierByHand(t *testing.T) {
	inf := math.Inf(1)
	for _, test := range []struct {
		name        string
		money, harm []float64
		from, to    float64
		want        []decision.Segment
	}{
		{"three in turn", []float64{0, 6, 8}, []float64{0, 2, 4}, 0, inf, []decision.Segment{{0, 1, 2}, {1, 3, 1}, {3, inf, 0}}},
		{"part of the range", []float64{0, 6, 8}, []float64{0, 2, 4}, 1.5, 2, []decision.Segment{{1.5, 2, 1}}},
		{"from where two meet", []float64{0, 6, 8}, []float64{0, 2, 4}, 1, 3, []decision.Segment{{1, 3, 1}}},
		{"one never best", []float64{0, 3, 8}, []float64{0, 2, 4}, 0, 5, []decision.Segment{{0, 2, 2}, {2, 5, 0}}},
		{"three through one point", []float64{0, 4, 8}, []float64{0, 2, 4}, 0, 5, []decision.Segment{{0, 2, 2}, {2, 5, 0}}},
		{"the same twice", []float64{1, 8, 8}, []float64{0, 4, 4}, 0, 5, []decision.Segment{{0, 1.75, 1}, {1.75, 5, 0}}},
		{"equal money", []float64{8, 8}, []float64{4, 3}, 0, 5, []decision.Segment{{0, 5, 1}}},
		{"below 0", []float64{0, 2}, []float64{0, -1}, -4, 0, []decision.Segment{{-4, -2, 0}, {-2, 0, 1}}},
		{"alone", []float64{3}, []float64{3}, 0, 5, []decision.Segment{{0, 5, 0}}},
	} {
		got, err := decision.Frontier(test.money, test.harm, test.from, test.to)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, not %v", test.name, got, test.want)
		}
	}
}

// Segments cover the range without gaps, and nothing is better than the frontier anywhere on it.
func TestNothingIsAboveTheFrontier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "options")
		number := rapid.OneOf(rapid.Float64Range(-1e3, 1e3), rapid.Map(rapid.IntRange(-3, 3), func(i int) float64 { return float64(i) }))
		money, harm := rapid.SliceOfN(number, n, n).Draw(t, "money"), rapid.SliceOfN(number, n, n).Draw(t, "harm")
		segments, err := decision.Frontier(money, harm, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		at := 0.0
		for i, s := range segments {
			if s.From != at || !(s.To > s.From) || i > 0 && segments[i-1].Option == s.Option {
				t.Errorf("%v", segments)
			}
			at = s.To
			for _, worth := range []float64{s.From, s.From/3 + 2*s.To/3, s.To} {
				for o := range money {
					if ahead := (money[o] - worth*harm[o]) - (money[s.Option] - worth*harm[s.Option]); ahead > 1e-7 {
						t.Errorf("%v: option %d is better by %v at %v", segments, o, ahead, worth)
					}
				}
			}
		}
		if at != 10 {
			t.Errorf("%v ends early", segments)
		}
	})
}

func TestFrontiersThatAreNone(t *testing.T) {
	nan, one := math.NaN(), []float64{1}
	for name, f := range map[string]func() ([]decision.Segment, error){
		"no options":   func() ([]decision.Segment, error) { return decision.Frontier(nil, nil, 0, 1) },
		"uneven":       func() ([]decision.Segment, error) { return decision.Frontier(one, nil, 0, 1) },
		"no money":     func() ([]decision.Segment, error) { return decision.Frontier([]float64{nan}, one, 0, 1) },
		"no range":     func() ([]decision.Segment, error) { return decision.Frontier(one, one, 1, 1) },
		"no end":       func() ([]decision.Segment, error) { return decision.Frontier(one, one, 1, nan) },
		"no beginning": func() ([]decision.Segment, error) { return decision.Frontier(one, one, math.Inf(-1), 1) },
	} {
		if _, err := f(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
