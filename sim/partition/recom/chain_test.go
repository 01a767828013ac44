package recom_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
	"reconfig/sim/partition/recom"
)

// exact is the chance of each partition into k groups that keep to the rules, by a text that stands for it.
func exact(t *testing.T, g *partition.Graph, r partition.Rules, k int, target recom.Target) map[string]float64 {
	var groups []partition.Group
	err := partition.EachGroup(context.Background(), g, r, func(s partition.Set) error {
		groups = append(groups, partition.Group{Members: slices.Clone(s)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if target == recom.Trees {
		for i := range groups {
			groups[i].Value = math.Log(spanningTrees(g, groups[i].Members))
		}
	}
	chance, sum := map[string]float64{}, 0.0
	partitiontest.EveryPartition(g.Vertices(), groups, func(chosen []int, value float64) {
		if len(chosen) != k {
			return
		}
		group := make([]int, g.Vertices())
		for i, j := range chosen {
			for v := range groups[j].Members.All() {
				group[v] = i
			}
		}
		chance[text(group)] = math.Exp(value)
		sum += math.Exp(value)
	})
	for p := range chance {
		chance[p] /= sum
	}
	return chance
}

// text stands for a partition, however its groups are numbered.
func text(group []int) string {
	names, s := map[int]rune{}, ""
	for _, i := range group {
		if _, ok := names[i]; !ok {
			names[i] = rune('a' + len(names))
		}
		s += string(names[i])
	}
	return s
}

// spanningTrees counts the spanning trees of a group by leaving edges out of it or drawing them together, the plain way.
func spanningTrees(g *partition.Graph, s partition.Set) float64 {
	var edges [][2]int32
	for _, e := range g.Edges() {
		if s.Has(int(e[0])) && s.Has(int(e[1])) {
			edges = append(edges, e)
		}
	}
	return countTrees(edges, s.Len())
}

func countTrees(edges [][2]int32, vertices int) float64 {
	if vertices == 1 {
		return 1
	}
	if len(edges) < vertices-1 {
		return 0
	}
	e := edges[0]
	var together [][2]int32
	for _, f := range edges[1:] {
		for i := range f {
			if f[i] == e[1] {
				f[i] = e[0]
			}
		}
		if f[0] != f[1] {
			together = append(together, f)
		}
	}
	return countTrees(edges[1:], vertices) + countTrees(together, vertices-1)
}

func groupsOf(c *recom.Chain, n int) []int {
	group := make([]int, n)
	for v := range group {
		group[v] = c.Group(v)
	}
	return group
}

// TestChainsHaveTheDistributionsThatTheyAimAt compares how often a chain is at each partition of small graphs with its
// exact chance, by chi-square.
func TestChainsHaveTheDistributionsThatTheyAimAt(t *testing.T) {
	weights := []float64{1, 2, 1, 1, 3, 1, 2, 1, 1, 1, 2, 1}
	for name, c := range map[string]struct {
		g     *partition.Graph
		r     partition.Rules
		k     int
		every int // steps, so that draws hardly depend on the one before
	}{
		"3 × 3 in 3":           {partitiontest.Grid(3, 3), partition.Rules{Least: 2, Most: 5}, 3, 15},
		"3 × 4 in 2, weighted": {partitiontest.Grid(3, 4), partition.Rules{Weights: weights, LeastWeight: 6, MostWeight: 11}, 2, 60},
		"3 × 3 in 3, related":  {partitiontest.Grid(3, 3), partition.Rules{Together: [][]int{{0, 1}}, Apart: [][]int{{2, 8}}}, 3, 15},
	} {
		for _, target := range []recom.Target{recom.Trees, recom.Uniform} {
			want := exact(t, c.g, c.r, c.k, target)
			chain, err := recom.NewChain(context.Background(), c.g, c.r, c.k, recom.ChainOptions{Target: target, Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			draws := modeltest.ShortOrLong(2_000, 30_000)
			seen := map[string]int{}
			for range draws {
				for range c.every {
					chain.Step()
				}
				seen[text(groupsOf(chain, c.g.Vertices()))]++
			}
			squares := 0.0
			for p, chance := range want {
				d := float64(seen[p]) - chance*float64(draws)
				squares += d * d / (chance * float64(draws))
				delete(seen, p)
			}
			if len(seen) > 0 {
				t.Errorf("%s, target %v: partitions that break the rules: %v", name, target, seen)
			}
			// Chi-square has a mean of as many degrees of freedom and a variance of twice that.
			freedom := float64(len(want) - 1)
			if score := (squares - freedom) / math.Sqrt(2*freedom); score > 5 {
				t.Errorf("%s, target %v: chi-square %.1f with %v degrees of freedom", name, target, squares, freedom)
			} else {
				t.Logf("%s, target %v: chi-square %.1f with %v degrees of freedom", name, target, squares, freedom)
			}
		}
	}
}

// TestEveryStepKeepsToTheRules follows chains of all kinds on London.
func TestEveryStepKeepsToTheRules(t *testing.T) {
	london := partitiontest.Land(t, "london-2010")
	r := partition.Rules{
		Least: 3, Most: 8, Weights: london.People, LeastWeight: 0.7e6, MostWeight: 2e6, Together: [][]int{{0, 1}}, Apart: [][]int{{4, 9}},
	}
	l, err := r.Compile(london.Graph)
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range []recom.Target{recom.Trees, recom.Uniform, recom.Plain} {
		for k := 5; k <= 7; k++ {
			c, err := recom.NewChain(context.Background(), london.Graph, r, k, recom.ChainOptions{Target: target, Seed: 3, Number: k})
			if err != nil {
				t.Fatalf("%d groups: %v", k, err)
			}
			taken := 0
			for range 300 {
				if c.Step() {
					taken++
				}
				for i := range c.Groups() {
					if s := c.Set(i); !l.Allow(s) || !london.Graph.Connected(s) {
						t.Fatalf("group %v breaks the rules or is not connected", s.Members())
					}
				}
			}
			if taken == 0 {
				t.Errorf("%d groups, target %v: no step was taken", k, target)
			}
		}
	}
}

func TestChainsBeginWhereTheyAreTold(t *testing.T) {
	g := partitiontest.Grid(2, 3)
	c, err := recom.NewChain(context.Background(), g, partition.Rules{}, 2, recom.ChainOptions{Seed: 1, Start: []int{0, 0, 1, 0, 0, 1}})
	if err != nil || text(groupsOf(c, 6)) != "aabaab" {
		t.Errorf("it begins with %v; %v", c, err)
	}
	for name, start := range map[string][]int{
		"short": {0, 1}, "no such group": {0, 0, 1, 0, 0, 2}, "not connected": {0, 1, 0, 1, 1, 1}, "an empty group": {0, 0, 0, 0, 0, 0},
	} {
		if _, err := recom.NewChain(context.Background(), g, partition.Rules{}, 2, recom.ChainOptions{Seed: 1, Start: start}); err == nil {
			t.Errorf("%s: the start was taken", name)
		}
	}
}

func TestWhereThereIsNoStart(t *testing.T) {
	apart, err := partition.NewGraph(4, [][2]int{{0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		g *partition.Graph
		r partition.Rules
	}{
		"too many pieces": {apart, partition.Rules{}},
		"too large":       {partitiontest.Grid(3, 3), partition.Rules{Most: 4}},
	} {
		if _, err := recom.NewChain(context.Background(), c.g, c.r, 2, recom.ChainOptions{Seed: 1}); !errors.Is(err, recom.ErrNoStart) {
			t.Errorf("%s: the error is %v, want that no start was found", name, err)
		}
	}
}
