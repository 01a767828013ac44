package partition_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
)

// groupsOf are all groups that keep to the rules, with value 0.
func groupsOf(t interface{ Fatal(...any) }, g *partition.Graph, r partition.Rules) []partition.Group {
	var all []partition.Group
	err := partition.EachGroup(context.Background(), g, r, func(s partition.Set) error {
		all = append(all, partition.Group{Members: slices.Clone(s)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestConnectedSetsOfTheCasesAreAsManyAsCountedElsewhere(t *testing.T) {
	london, england := partitiontest.Land(t, "london-2010").Graph, partitiontest.Land(t, "england-icb-2025").Graph
	for _, c := range []struct {
		g          *partition.Graph
		most, want int
	}{ // counted by other programs for the issue that asked for this package
		{london, 8, 18757}, {london, 10, 79732}, {england, 6, 19956},
	} {
		if n := len(groupsOf(t, c.g, partition.Rules{Most: c.most})); n != c.want {
			t.Errorf("%d vertices have %d connected sets of up to %d, want %d", c.g.Vertices(), n, c.most, c.want)
		}
	}
}

// randomGraph has up to so many vertices: a random tree with further edges, of which now and then one is missing.
func randomGraph(t *rapid.T, most int) *partition.Graph {
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "graph"), 1))
	n := 1 + random.IntN(most)
	var edges [][2]int
	for v := 1; v < n; v++ {
		if random.IntN(20) > 0 {
			edges = append(edges, [2]int{v, random.IntN(v)})
		}
	}
	for range random.IntN(n + 1) {
		if a, b := random.IntN(n), random.IntN(n); a != b {
			edges = append(edges, [2]int{a, b})
		}
	}
	g, err := partition.NewGraph(n, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// randomRules are rules for a graph, half of the time with vertices that must be together or apart.
func randomRules(t *rapid.T, n int) partition.Rules {
	r := partition.Rules{Least: rapid.IntRange(1, min(n, 3)).Draw(t, "least")}
	r.Most = n - rapid.IntRange(0, n-r.Least).Draw(t, "fewer")
	if rapid.Bool().Draw(t, "weighs") {
		r.Weights = make([]float64, n)
		for v := range r.Weights {
			r.Weights[v] = float64(rapid.IntRange(0, 5).Draw(t, "weight"))
		}
		r.LeastWeight = float64(rapid.IntRange(0, 4).Draw(t, "least weight"))
		r.MostWeight = r.LeastWeight + float64(rapid.IntRange(5, 30).Draw(t, "more weight"))
	}
	pair := rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), min(n, 2), min(n, 2), rapid.ID[int])
	if rapid.Bool().Draw(t, "relates") {
		r.Together = rapid.SliceOfN(pair, 0, 1).Draw(t, "together")
		r.Apart = rapid.SliceOfN(pair, 0, 2).Draw(t, "apart")
	}
	return r
}

// keeps says whether a group keeps to the rules, the plain way.
func keeps(r partition.Rules, g *partition.Graph, s partition.Set) bool {
	weight, in := 0.0, s.Members()
	if r.Weights != nil {
		for _, v := range in {
			weight += r.Weights[v]
		}
		if weight < r.LeastWeight || weight > r.MostWeight {
			return false
		}
	}
	have := func(list []int) (n int) {
		for _, v := range list {
			if slices.Contains(in, v) {
				n++
			}
		}
		return n
	}
	for _, list := range r.Together {
		if n := have(list); n != 0 && n != len(list) {
			return false
		}
	}
	for _, list := range r.Apart {
		if have(list) > 1 {
			return false
		}
	}
	return len(in) >= r.Least && len(in) <= r.Most && g.Connected(s)
}

// contradicts says whether rules cannot all be kept by any partition, so that they are refused.
func contradicts(r partition.Rules, g *partition.Graph) bool {
	_, err := r.Compile(g)
	return err != nil
}

func TestEachGroupComesOnceAndKeepsToTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := randomGraph(t, 12)
		n := g.Vertices()
		r := randomRules(t, n)
		if contradicts(r, g) {
			t.Skip("rules contradict one another")
		}
		got := map[uint64]int{}
		for _, group := range groupsOf(t, g, r) {
			got[group.Members[0]]++
		}
		for s := uint64(1); s < 1<<n; s++ {
			want := 0
			if keeps(r, g, partition.Set{s}) {
				want = 1
			}
			if got[s] != want {
				t.Fatalf("group %v came %d times, want %d", partition.Set{s}.Members(), got[s], want)
			}
		}
	})
}

func TestGroupsOfALargeGraph(t *testing.T) {
	g := partitiontest.Grid(10, 30) // 300 vertices: sets of five words
	// Pairs of neighbours in a grid of r × c: r (c − 1) + c (r − 1).
	if n, want := len(groupsOf(t, g, partition.Rules{Least: 2, Most: 2})), 10*29+30*9; n != want {
		t.Errorf("%d pairs, want %d", n, want)
	}
	// Connected sets of three: straight ones r (c − 2) + c (r − 2), and four corners a square.
	if n, want := len(groupsOf(t, g, partition.Rules{Least: 3, Most: 3})), 10*28+30*8+4*9*29; n != want {
		t.Errorf("%d sets of three, want %d", n, want)
	}
}

func TestEachGroupStopsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	n := 0
	err := partition.EachGroup(ctx, partitiontest.Grid(8, 8), partition.Rules{}, func(partition.Set) error {
		if n++; n == 5000 {
			stop()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n > 5000+1024 {
		t.Errorf("%d groups came, and the error %v; want an end soon after 5000", n, err)
	}
}

func TestRulesThatCannotBeAreRefused(t *testing.T) {
	g := partitiontest.Grid(2, 2)
	for name, r := range map[string]partition.Rules{
		"no size":        {Least: 3, Most: 2},
		"no weight":      {LeastWeight: 3, MostWeight: 2},
		"few weights":    {Weights: []float64{1}},
		"below 0":        {Weights: []float64{1, 1, 1, -1}},
		"not there":      {Together: [][]int{{0, 4}}},
		"contradiction":  {Together: [][]int{{0, 1}, {1, 2}}, Apart: [][]int{{2, 0}}},
		"apart at large": {Apart: [][]int{{-1, 0}}},
	} {
		if !contradicts(r, g) {
			t.Errorf("rules with %s were taken", name)
		}
	}
}
