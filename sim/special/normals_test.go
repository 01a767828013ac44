package special_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"reconfig/sim/special"
)

// Many quantiles at once have the bits of each alone, in whichever place, in the middle or in a tail.
func TestNormalQuantilesAreThoseOfEach(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	odd := []float64{0, 1, 0.5, 0.075, 0.925, math.Nextafter(0.075, 0), math.Nextafter(0.925, 1), 1e-300, 1e-12, -1, 1.5, math.NaN(), math.Inf(1)}
	for n := range 150 {
		for _, tails := range []float64{0, 0.3, 1} {
			u := make([]float64, n)
			for i := range u {
				u[i] = r.Float64()
				if r.Float64() < tails {
					u[i] = odd[r.IntN(len(odd))]
				}
			}
			apart := make([]float64, n)
			special.NormalQuantiles(apart, u)
			inPlace := append([]float64(nil), u...)
			special.NormalQuantiles(inPlace, inPlace)
			for i, v := range u {
				want := special.NormalQuantile(v)
				for _, got := range []float64{apart[i], inPlace[i]} {
					if math.Float64bits(got) != math.Float64bits(want) && !(math.IsNaN(got) && math.IsNaN(want)) {
						t.Fatalf("%v has the normal quantile %v among %d, alone %v", v, got, n, want)
					}
				}
			}
		}
	}
}
