package decision_test

import (
	"math"
	"testing"

	"reconfig/sim/decision"
)

func TestSwitchingByHand(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, test := range []struct {
		name            string
		f               func(x float64) []float64
		base, low, high float64
		want            decision.Switch
	}{
		{"straight lines", func(x float64) []float64 { return []float64{10 - x, 2 * x, 8} }, 2.5, 0, 10, decision.Switch{Preferred: 2, Below: 2, Above: 4, ThenBelow: 0, ThenAbove: 1}},
		{"the nearest of two", func(x float64) []float64 { return []float64{0, x - 3, 10 * (x - 5)} }, 0, 0, 10, decision.Switch{Below: nan, Above: 3, ThenBelow: -1, ThenAbove: 1}},
		{"a curve", func(x float64) []float64 { return []float64{2, x * x} }, 0, -5, 5, decision.Switch{Below: -math.Sqrt2, Above: math.Sqrt2, ThenBelow: 1, ThenAbove: 1}},
		{"a jump", func(x float64) []float64 { return []float64{math.Floor(x), 2.5} }, 0.5, 0, 9, decision.Switch{Preferred: 1, Below: nan, Above: 3, ThenBelow: -1, ThenAbove: 0}},
		{"a kink after a tie", func(x float64) []float64 { return []float64{1, max(1, x)} }, 0, -4, 4, decision.Switch{Below: nan, Above: 1, ThenBelow: -1, ThenAbove: 1}},
		{"a tie that is never left", func(x float64) []float64 { return []float64{x, x * (1 + 1e-13)} }, 2, 1, 3, decision.Switch{Below: nan, Above: nan, ThenBelow: -1, ThenAbove: -1}},
		{"touched only", func(x float64) []float64 { return []float64{1, 1 - math.Abs(x-1)} }, 0, 0, 2, decision.Switch{Below: nan, Above: nan, ThenBelow: -1, ThenAbove: -1}},
		{"at the very end", func(x float64) []float64 { return []float64{1, math.Floor(x)} }, 1, 0, 2, decision.Switch{Below: nan, Above: 2, ThenBelow: -1, ThenAbove: 1}},
		{"through 0", func(x float64) []float64 { return []float64{0, -x} }, 1, -1, 1, decision.Switch{Below: 0, Above: nan, ThenBelow: 1, ThenAbove: -1}},
		{"never to be had", func(x float64) []float64 { return []float64{-inf, x} }, 1, 0, 2, decision.Switch{Preferred: 1, Below: nan, Above: nan, ThenBelow: -1, ThenAbove: -1}},
		{"base at both ends", func(x float64) []float64 { return []float64{1, x} }, 3, 3, 3, decision.Switch{Preferred: 1, Below: nan, Above: nan, ThenBelow: -1, ThenAbove: -1}},
	} {
		got, err := decision.Switching(test.f, test.base, test.low, test.high)
		if err != nil {
			t.Fatal(err)
		}
		w := test.want
		if got.Preferred != w.Preferred || got.ThenBelow != w.ThenBelow || got.ThenAbove != w.ThenAbove || !near(got.Below, w.Below, 1e-8) || !near(got.Above, w.Above, 1e-8) {
			t.Errorf("%s: %+v, not %+v", test.name, got, w)
		}
	}
}

func TestSwitchingThatIsNone(t *testing.T) {
	fine := func(x float64) []float64 { return []float64{x, 1} }
	for name, try := range map[string]struct {
		f               func(x float64) []float64
		base, low, high float64
	}{
		"base outside": {fine, 3, 0, 2},
		"no base":      {fine, math.NaN(), 0, 2},
		"no end":       {fine, 1, 0, math.Inf(1)},
		"no options":   {func(float64) []float64 { return nil }, 1, 0, 2},
		"a gap":        {func(x float64) []float64 { return []float64{1, math.Sqrt(x)} }, 1, -1, 2},
		"fewer":        {func(x float64) []float64 { return make([]float64, int(3-x)) }, 0, 0, 2},
	} {
		if _, err := decision.Switching(try.f, try.base, try.low, try.high); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
