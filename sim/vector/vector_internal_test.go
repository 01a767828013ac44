package vector

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is done on this architecture has the bits of the plain loops, wherever in memory a slice begins.
func TestKernelsAreThoseOfEveryArchitecture(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 70 {
		for from := range 3 {
			a, b := random(r, n+from)[from:], random(r, n+from)[from:]
			if got, want := Dot(a, b), plainDot(a, b); math.Float64bits(got) != math.Float64bits(want) {
				t.Errorf("the product of %d numbers is %v, not %v", n, got, want)
			}
			want := slices.Clone(b)
			plainAddScaled(want, 0.3, a)
			if AddScaled(b, 0.3, a); !slices.Equal(b, want) {
				t.Errorf("0.3 times %d numbers added to others differ", n)
			}
		}
	}
}

func random(r *rand.Rand, n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = r.NormFloat64() * math.Exp(10*r.NormFloat64())
	}
	return v
}
