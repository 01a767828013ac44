package numbers_test

import (
	"math"
	"testing"

	"reconfig/sim/numbers"
)

func TestSame(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, x := range []struct {
		a, b float64
		want bool
	}{
		{1, 1, true}, {1, 1 + 1e-10, true}, {1, 1 + 1e-8, false}, {1e9, 1e9 + 0.5, true}, {0, 1e-300, false}, {-1, 1, false},
		{inf, inf, true}, {inf, -inf, false}, {inf, 1e308, false}, {nan, nan, false}, {nan, 1, false},
	} {
		if got := numbers.Same(x.a, x.b); got != x.want {
			t.Errorf("%v and %v the same: %v", x.a, x.b, got)
		}
	}
}
