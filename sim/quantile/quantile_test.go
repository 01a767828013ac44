package quantile_test

import (
	"math"
	"testing"

	"reconfig/sim/quantile"
)

// R: quantile(c(1, 2, 3, 4, 10), c(0, .05, .25, .5, .9, 1)), whose default is type 7.
func TestQuantilesAreThoseOfR(t *testing.T) {
	shares := []float64{0, 0.05, 0.25, 0.5, 0.9, 1}
	got := make([]float64, len(shares))
	var s quantile.Scratch
	s.Quantiles([]float64{10, 3, 1, 4, 2}, shares, got)
	for i, want := range []float64{1, 1.2, 2, 3, 7.6, 10} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("at %v: %v, want %v", shares[i], got[i], want)
		}
	}
}

func TestInfiniteValuesAreGreaterThanAny(t *testing.T) {
	shares := []float64{0, 0.5, 1}
	got := make([]float64, len(shares))
	var s quantile.Scratch
	s.Quantiles([]float64{math.Inf(1), 3, 5, math.Inf(1), 1}, shares, got)
	if got[0] != 1 || got[1] != 5 || !math.IsInf(got[2], 1) {
		t.Errorf("%v", got)
	}
	if v := quantile.Between(1, 3, 0.25); v != 1.5 {
		t.Errorf("a quarter of the way from 1 to 3 is %v", v)
	}
}
