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

// Rows of a wider matrix are added as one after another, and nothing beside them.
func TestRowsAreAddedInTheirOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 70 {
		for count := range 10 {
			const more = 3 // numbers beside those that count
			m, factors, dst := random(r, max(1, count)*(n+more)), random(r, count), random(r, n+more)
			want := slices.Clone(dst)
			for i, factor := range factors {
				plainAddScaled(want[:n], factor, m[i*(n+more):][:n])
			}
			plain := slices.Clone(dst)
			plainAddRows(plain[:n], factors, m, n+more)
			AddRows(dst[:n], factors, m, n+more)
			if !slices.Equal(dst, want) || !slices.Equal(plain, want) {
				t.Errorf("%d rows of %d numbers: %v, in plain Go %v, one by one %v", count, n, dst, plain, want)
			}
		}
	}
}

func TestRowsMustBeThere(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("three rows are added of which there are two")
		}
	}()
	AddRows(make([]float64, 20), make([]float64, 3), make([]float64, 59), 20)
}

func random(r *rand.Rand, n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = r.NormFloat64() * math.Exp(10*r.NormFloat64())
	}
	return v
}
