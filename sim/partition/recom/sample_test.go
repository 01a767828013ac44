package recom_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
	"reconfig/sim/partition/recom"
)

// edgesWithin is the value of a group for tests: how many edges it has, so that a partition's is all less those cut.
func edgesWithin(g *partition.Graph) recom.Value {
	return func(group partition.Set) float64 {
		n := 0.0
		for _, e := range g.Edges() {
			if group.Has(int(e[0])) && group.Has(int(e[1])) {
				n++
			}
		}
		return n
	}
}

// TestSampleHasTheExactMean compares the mean of a value over chains with that over all partitions, weighted as they
// are likely.
func TestSampleHasTheExactMean(t *testing.T) {
	g, r := partitiontest.Grid(3, 4), partition.Rules{Least: 2, Most: 6}
	for _, target := range []recom.Target{recom.Trees, recom.Uniform} {
		mean, square := 0.0, 0.0
		for p, chance := range exact(t, g, r, 3, target) {
			within := 0.0
			for _, e := range g.Edges() {
				if p[e[0]] == p[e[1]] {
					within++
				}
			}
			mean += chance * within
			square += chance * within * within
		}
		s, err := recom.Sample(context.Background(), g, r, 3, func() recom.Value { return edgesWithin(g) }, recom.SampleOptions{Target: target, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		got := 0.0
		for _, v := range slices.Concat(s.Values...) {
			got += v / 4000
		}
		error := math.Sqrt((square - mean*mean) / s.Bulk)
		if math.Abs(got-mean) > 4*error || s.RHat > 1.02 || s.Bulk < 500 || s.Accepted <= 0 || s.Accepted >= 1 {
			t.Errorf("target %v: the mean is %v, want %v with the standard error %v; %+v", target, got, mean, error, s.Convergence)
		}
	}
}

func TestSampleIsTheSameOnAnyNumberOfCores(t *testing.T) {
	g := partitiontest.Grid(5, 5)
	var first *recom.Sampled
	for _, workers := range []int{1, 3} {
		told := make([][]float64, 4) // by chain, so that goroutines do not meet
		var progress atomic.Int64
		s, err := recom.Sample(context.Background(), g, partition.Rules{Least: 3}, 4, newRugged, recom.SampleOptions{
			Partitions: 50, BurnIn: 7, Workers: workers, Progress: func(n int) { progress.Add(int64(n)) },
			Each: func(chain int, c *recom.Chain, value float64) {
				sum := 0.0
				for i := range c.Groups() {
					sum += rugged(c.Set(i))
				}
				if math.Abs(sum-value) > 1e-9 {
					t.Errorf("a partition has the value %v, it is told as %v", sum, value)
				}
				told[chain] = append(told[chain], value)
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(told, s.Values, slices.Equal) || progress.Load() != 4*57 {
			t.Errorf("%v partitions were told of, of which %v were kept; want %v", progress.Load(), told, s.Values)
		}
		if first == nil {
			first = s
		}
		if !slices.EqualFunc(s.Values, first.Values, slices.Equal) || s.Accepted != first.Accepted || s.RHat != first.RHat {
			t.Errorf("%d workers sample %+v, one samples %+v", workers, s, first)
		}
	}
	if slices.Equal(first.Values[0], first.Values[1]) {
		t.Error("two chains are the same")
	}
}

func TestSampleStopsSoonWithWhatItHas(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	var told, stopped atomic.Int64
	s, err := recom.Sample(ctx, partitiontest.Grid(6, 6), partition.Rules{}, 4, newRugged, recom.SampleOptions{
		Partitions: 1e8, BurnIn: -1,
		Each: func(int, *recom.Chain, float64) {
			if told.Add(1) == 100 { // when each chain has some
				stopped.Store(time.Now().UnixNano())
				stop()
			}
		},
	})
	if late := time.Now().UnixNano() - stopped.Load(); !errors.Is(err, context.Canceled) || late > 1e9 { // 0.2 s, and what a busy machine may add
		t.Fatalf("it stopped %d ns late with the error %v", late, err)
	}
	for _, v := range s.Values {
		if len(v) != len(s.Values[0]) || len(v) == 0 {
			t.Errorf("chains are of %d and %d partitions", len(v), len(s.Values[0]))
		}
	}
}

func TestSampleSaysThatItFindsNoStart(t *testing.T) {
	_, err := recom.Sample(context.Background(), partitiontest.Grid(2, 2), partition.Rules{Most: 1}, 2, newRugged, recom.SampleOptions{})
	if !errors.Is(err, recom.ErrNoStart) {
		t.Errorf("the error is %v", err)
	}
}

// TestSampleBeginsWhereItIsTold begins with the proved best partition, from which one step leads to few others.
func TestSampleBeginsWhereItIsTold(t *testing.T) {
	g := partitiontest.Grid(4, 4)
	var groups []partition.Group
	err := partition.EachGroup(context.Background(), g, partition.Rules{Least: 2, Most: 6}, func(s partition.Set) error {
		groups = append(groups, partition.Group{Members: slices.Clone(s), Value: rugged(s)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := partition.NewProblem(16, groups)
	if err != nil {
		t.Fatal(err)
	}
	best, err := p.Solve(context.Background(), 4, partition.Options{})
	if err != nil {
		t.Fatal(err)
	}
	o := recom.SampleOptions{Chains: 20, Partitions: 1, Every: 1, BurnIn: -1, Start: p.GroupOf(best.Best)}
	s, err := recom.Sample(context.Background(), g, partition.Rules{Least: 2, Most: 6}, 4, newRugged, o)
	if err != nil {
		t.Fatal(err)
	}
	still := 0
	for _, v := range s.Values {
		if v[0] > best.Best.Value {
			t.Errorf("a partition is worth %v, the proved best %v", v[0], best.Best.Value)
		}
		if v[0] == best.Best.Value {
			still++
		}
	}
	if still == 0 || still == 20 { // most steps are refused, not all
		t.Errorf("%d of 20 chains stay where they begin", still)
	}
	o.Start = o.Start[1:]
	if _, err := recom.Sample(context.Background(), g, partition.Rules{}, 4, newRugged, o); err == nil {
		t.Error("a short start was taken")
	}
}
