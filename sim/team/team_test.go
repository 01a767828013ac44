package team

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is done on this architecture has the bits of the plain loop: of one group after another.
func TestGroupsAreThoseOfEveryArchitecture(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		w := Work{r.Float64() / 50, r.Float64(), 1 + 20*r.Float64(), r.Float64(), 100 * r.Float64()}
		row := func(upTo float64) []float64 {
			v := make([]float64, n)
			for i := range v {
				v[i] = upTo * r.Float64()
			}
			return v
		}
		costs, scale, constant, perCost := row(1e5), row(1), row(1), row(100)
		constant2, perCost2 := slices.Clone(constant), slices.Clone(perCost)
		w.Add(constant, perCost, costs, scale)
		for g := range n {
			w.Add(constant2[g:g+1], perCost2[g:g+1], costs[g:g+1], scale[g:g+1])
		}
		if !slices.Equal(constant, constant2) || !slices.Equal(perCost, perCost2) {
			t.Errorf("%d groups: %v and %v, one by one %v and %v", n, constant, perCost, constant2, perCost2)
		}
	}
}

// A team of h staff has half of the expertise, and a group that pools nothing adds none.
func TestExpertiseOfATeam(t *testing.T) {
	w := Work{PerCost: 0.01, Realisation: 0.5, Mass: 8, Value: 0.2, MassCost: 40}
	constant, perCost := []float64{0.1, 0.1}, []float64{1, 1}
	w.Add(constant, perCost, []float64{1000, 0}, []float64{0.6, 0.6}) // 0.01 · (1 − 0.5 · 0.4) · 1000 is 8
	for i, want := range []float64{0.2, 0.1} {
		if math.Abs(constant[i]-want) > 1e-15 {
			t.Errorf("group %d has %v, not %v", i, constant[i], want)
		}
	}
	for i, want := range []float64{5, 1} {
		if math.Abs(perCost[i]-want) > 1e-14 {
			t.Errorf("group %d has %v to be divided by a body's cost, not %v", i, perCost[i], want)
		}
	}
}
