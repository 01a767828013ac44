package uncertain_test

import (
	"math"
	"slices"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/sim/uncertain"
)

// Chances are spread evenly between 0 and 1, go along with nothing, and can be held at a value.
func TestChancesAreUniformAndCanBeHeld(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Large(modeltest.Size{Commissioners: 10, Functions: 4, Structures: 9}))
	draws := modeltest.ShortOrLong(1024, 4096)
	for _, sampler := range uncertain.Samplers {
		g, err := uncertain.New(c, uncertain.Options{Sampler: sampler, Seed: 3, Draws: draws})
		if err != nil {
			t.Fatal(err)
		}
		all := columns(g, c, draws)
		chances := all[len(c.Assumptions):]
		if len(chances) != 12 {
			t.Fatalf("%d chances of 6 arrangements", len(chances))
		}
		for i, values := range chances {
			mean := 0.0
			for _, v := range values {
				if !(v > 0 && v < 1) {
					t.Fatalf("%s: a chance of %v", sampler, v)
				}
				mean += v / float64(draws)
			}
			if math.Abs(mean-0.5) > 4.5*math.Sqrt(1.0/12/float64(draws)) {
				t.Errorf("%s: %s is %v in the mean", sampler, c.ChanceNames()[i], mean)
			}
			for k, other := range all[:len(c.Assumptions)+i] {
				if (i+k)%modeltest.ShortOrLong(23, 1) != 0 {
					continue // a sample of the pairs
				}
				if slices.Min(other) < slices.Max(other) && math.Abs(spearman(values, other)) > 4.5/math.Sqrt(float64(draws)) {
					t.Errorf("%s: %s goes along with number %d: %v", sampler, c.ChanceNames()[i], k, spearman(values, other))
				}
			}
		}
		base := c.CentralDraw()
		if _, err := c.Set(base, "fail.a2", 0.3); err != nil {
			t.Fatal(err)
		}
		held, err := uncertain.New(c, uncertain.Options{Sampler: sampler, Seed: 3, Draws: draws, Base: base, Set: []string{"fail.a2"}})
		if err != nil {
			t.Fatal(err)
		}
		at, _ := c.ChanceIndex("fail.a2")
		for j := range 50 {
			a, b := draw(g, c, j), draw(held, c, j)
			if b[at] != 0.3 {
				t.Errorf("%s: a chance that is held is %v", sampler, b[at])
			}
			a[at], b[at] = 0, 0
			if !slices.Equal(a, b) {
				t.Errorf("%s: holding one chance moves something else", sampler)
			}
		}
	}
}

// Analyses that take all chances as one input get others for every number, and the same for the same.
func TestChancesOfOneNumber(t *testing.T) {
	c := modeltest.Small()
	g, err := uncertain.New(c, uncertain.Options{Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	at := func(u float64) []float64 {
		d := c.CentralDraw()
		g.ChancesAt(u, d)
		return d[len(c.Assumptions):]
	}
	if !slices.Equal(at(0.25), at(0.25)) || slices.Equal(at(0.25), at(0.250001)) {
		t.Error("chances do not follow from the number alone")
	}
	mean := 0.0
	for k := range 1000 {
		mean += at((float64(k) + 0.5) / 1000)[0] / 1000
	}
	if math.Abs(mean-0.5) > 4.5*math.Sqrt(1.0/12/1000) {
		t.Errorf("%v in the mean", mean)
	}
	if _, err := uncertain.New(c, uncertain.Options{Seed: 3, Set: []string{"fail.nobody"}}); err == nil {
		t.Error("a chance that there is not is held")
	}
}
