package partition

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTheSearchNeedsNoStart leaves the local search out: the exhaustive search must find the same partition without it.
func TestTheSearchNeedsNoStart(t *testing.T) {
	var edges [][2]int
	for v := range 16 { // a grid of four by four
		if v%4 < 3 {
			edges = append(edges, [2]int{v, v + 1})
		}
		if v < 12 {
			edges = append(edges, [2]int{v, v + 4})
		}
	}
	g, err := NewGraph(16, edges)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(10) {
		random := rand.New(rand.NewPCG(seed, 8))
		var groups []Group
		err := EachGroup(context.Background(), g, Rules{Least: 2, Most: 6}, func(s Set) error {
			groups = append(groups, Group{slices.Clone(s), random.NormFloat64()})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		p, err := NewProblem(16, groups)
		if err != nil {
			t.Fatal(err)
		}
		want, err := p.Solve(context.Background(), 4, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s := &Solution{K: 4, problem: p, duals: p.solveRelaxation(context.Background(), 4)}
		top := &incumbent{p: p}
		if err := s.search(context.Background(), top, Options{}); err != nil {
			t.Fatal(err)
		}
		if got := p.partition(top.groups); !slices.Equal(got.Groups, want.Best.Groups) {
			t.Errorf("seed %d: without a start it finds %+v, with one %+v", seed, got, want.Best)
		}
		if bound := p.total(s.duals.bound, 4); bound < want.Best.Value {
			t.Errorf("seed %d: the bound %v is below the best value %v", seed, bound, want.Best.Value)
		}
	}
}

// TestAnyPricesBound takes prices at random: no partition may exceed the bound less its groups' reduced costs.
func TestAnyPricesBound(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 8))
	var groups []Group
	for s := uint64(1); s < 1<<5; s++ { // all sets of five vertices
		groups = append(groups, Group{Set{s}, random.NormFloat64()})
	}
	p, err := NewProblem(5, groups)
	if err != nil {
		t.Fatal(err)
	}
	prices := make([]float64, 5)
	for range 100 {
		for v := range prices {
			prices[v] = 3 * random.NormFloat64()
		}
		d := p.priced(prices, 2)
		for s := uint64(1); s < 1<<5-1; s++ {
			a, b := p.find(Set{s}), p.find(Set{s ^ (1<<5 - 1)})
			if value, bound := p.scaled[a]+p.scaled[b], d.bound-d.cost[a]-d.cost[b]; value > bound+Tolerance || d.cost[a] < 0 {
				t.Fatalf("groups %d and %d have the scaled value %v and the bound %v", a, b, value, bound)
			}
		}
	}
}
