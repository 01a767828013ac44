package uncertain

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
)

// Tables that are read together give the bits that each distribution gives by itself, within what is possible.
func TestTablesTogetherAreThoseOfEach(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range modeltest.ShortOrLong(20, 200) {
		var all tabled
		var each []marginal
		for range r.IntN(12) {
			m := marginal{dimension: len(each), distribution: NewPERT(-r.Float64(), r.Float64(), 1+r.Float64()), min: -0.9, max: 1.2}
			if r.IntN(3) == 0 {
				m.distribution, m.min = NewBeta(0.1+0.8*r.Float64(), 3+10*r.Float64()), 0
			}
			if m.index = 2 * len(each); all.add(m) {
				each = append(each, m)
			}
		}
		dst, scores, memory := make(model.Draw, 2*len(each)), make([]float64, len(each)), make([]float64, len(each))
		for range 100 {
			for i := range scores {
				scores[i] = 3 * r.NormFloat64()
				if r.IntN(5) == 0 {
					scores[i] = []float64{-reach, reach, math.Nextafter(reach, 0), -9, 9, 40, -40, 0, 1e300, -1e300}[r.IntN(10)]
				}
			}
			all.put(dst, scores, memory)
			for i, m := range each {
				if got, want := dst[m.index], clamp(m.distribution.OfScore(scores[i]), m.min, m.max); got != want {
					t.Fatalf("%+v at %v is %v among %d, alone %v", m.distribution, scores[i], got, len(each), want)
				}
			}
			want := slices.Clone(scores)
			all.plainRead(want, 0)
			if !slices.Equal(memory, want) {
				t.Fatalf("tables read at %v give %v, in plain Go %v", scores, memory, want)
			}
		}
	}
}
