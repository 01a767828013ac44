package mapping

import (
	"math"
	"testing"
)

func TestRoundedToOneTwoOrFive(t *testing.T) {
	for x, want := range map[float64]float64{0: 0, -1: 0, 648: 500, 4070: 5000, 8140: 10000, 1: 1, 1.4: 1, 1.5: 2, 3.1: 2, 3.2: 5, 7: 5, 7.1: 10, 0.013: 0.01, 0.0068: 0.005, math.Inf(1): 0} {
		if got := rounded(x); got != want {
			t.Errorf("%v is rounded to %v, want %v", x, got, want)
		}
	}
}
