package recom_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
	"reconfig/sim/partition/recom"
)

// rugged is a value that fades with size, with noise that belongs to the group.
func rugged(group partition.Set) float64 {
	noise, n := 0.0, 0
	for v := range group.All() {
		noise += math.Sin(float64(3*v*v + 1))
		n++
	}
	return 30*math.Sqrt(float64(n)) + 2*math.Sin(10*noise)
}

func newRugged() recom.Value { return rugged }

// checkFound looks whether a found partition keeps to the rules, is connected and has the value that it says.
func checkFound(t *testing.T, g *partition.Graph, r partition.Rules, k int, f *recom.Found) {
	t.Helper()
	l, err := r.Compile(g)
	if err != nil {
		t.Fatal(err)
	}
	groups := make([]partition.Set, k)
	for i := range groups {
		groups[i] = partition.NewSet(g.Vertices())
	}
	for v, i := range f.Group {
		groups[i].Add(v)
	}
	sum := 0.0
	for _, s := range groups {
		if !l.Allow(s) || !g.Connected(s) {
			t.Errorf("group %v breaks the rules or is not connected", s.Members())
		}
		sum += rugged(s)
	}
	if sum != f.Value {
		t.Errorf("its groups add up to %v, it says %v", sum, f.Value)
	}
}

func TestSearchFindsTheProvedBestOfLondon(t *testing.T) {
	g := partitiontest.Land(t, "london-2010").Graph
	r := partition.Rules{Least: 3, Most: 8}
	var groups []partition.Group
	err := partition.EachGroup(context.Background(), g, r, func(s partition.Set) error {
		groups = append(groups, partition.Group{Members: slices.Clone(s), Value: rugged(s)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := partition.NewProblem(31, groups)
	if err != nil {
		t.Fatal(err)
	}
	s, err := p.Solve(context.Background(), 6, partition.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := recom.Search(context.Background(), g, r, 6, newRugged, recom.SearchOptions{Steps: 20_000})
	if err != nil {
		t.Fatal(err)
	}
	checkFound(t, g, r, 6, f)
	t.Logf("proved %v, chains found %v", s.Best.Value, f.Chains)
	if f.Value > s.Best.Value+1e-9 || f.Value < s.Best.Value-2 || !f.Settled { // 2 is half the spread of the noise of one group
		t.Errorf("the search finds %v, the proof %v", f.Value, s.Best.Value)
	}
}

func TestSearchIsTheSameOnAnyNumberOfCores(t *testing.T) {
	g := partitiontest.Grid(6, 6)
	r := partition.Rules{Least: 4, Most: 8, Together: [][]int{{0, 1}}, Apart: [][]int{{14, 15}}}
	var first *recom.Found
	for _, workers := range []int{1, 3} {
		f, err := recom.Search(context.Background(), g, r, 6, newRugged, recom.SearchOptions{Steps: 2000, Workers: workers, Seed: 4})
		if err != nil {
			t.Fatal(err)
		}
		checkFound(t, g, r, 6, f)
		if first == nil {
			first = f
		}
		if f.Value != first.Value || !slices.Equal(f.Group, first.Group) || !slices.Equal(f.Chains, first.Chains) {
			t.Errorf("%d workers find %+v, one finds %+v", workers, f, first)
		}
	}
}

// TestSearchOfALargeGraph stops a search of 3,030 vertices in 42 groups.
func TestSearchOfALargeGraph(t *testing.T) {
	g := partitiontest.Grid(30, 101)
	r := partition.Rules{Least: 40, Most: 110}
	ctx, stop := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer stop()
	begun := time.Now()
	f, err := recom.Search(ctx, g, r, 42, newRugged, recom.SearchOptions{Chains: 2})
	if took := time.Since(begun); took > 1500*time.Millisecond { // 0.2 s late, and what a busy machine may add
		t.Errorf("it stopped after %v", took)
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	if f == nil {
		t.Skip("this machine was too busy for a start")
	}
	if f.Settled {
		t.Error("it says that it came to its end")
	}
	checkFound(t, g, r, 42, f)
	random, err := recom.NewChain(context.Background(), g, r, 42, recom.ChainOptions{Target: recom.Plain, Number: f.Best})
	if err != nil {
		t.Fatal(err)
	}
	start := 0.0
	for i := range random.Groups() {
		start += rugged(random.Set(i))
	}
	if f.Value < start {
		t.Errorf("it found %v, less than its start has, %v", f.Value, start)
	}
}
