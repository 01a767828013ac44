package partition

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
)

var negativeInfinity = math.Inf(-1)

// ErrNoPartition says that the groups given cannot be put together to cover every vertex once.
var ErrNoPartition = errors.New("no partition")

// Options say how a search works, not what it finds, unless it is stopped.
type Options struct {
	// Starts are partitions that the caller knows, by vertex: its group, for Solve to begin with. They are first improved by local
	// search. A proof needs none, but a search that is stopped soon may have found nothing else. Those into another number of
	// groups, or into groups that the problem does not have, are passed over. Package recom makes some at random.
	Starts [][]int

	Workers  int                // how many goroutines work at once; 0 for one a processor
	Progress func(done, of int) // told of branches as they are searched, in each pass anew, by many goroutines at once; nil for nobody
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Partition is a division of all vertices.
type Partition struct {
	Groups []int   // numbers of groups, in the order of their lowest vertices
	Value  float64 // what the groups' values add up to, in that order
}

// GroupOf is, for each vertex, the index in the partition's Groups of the one that has it.
func (p *Problem) GroupOf(one Partition) []int {
	group := make([]int, p.n)
	for i, j := range one.Groups {
		for _, v := range p.of(int32(j)) {
			group[v] = i
		}
	}
	return group
}

// Solution is the best partition into k groups that was found.
type Solution struct {
	K      int
	Best   Partition // no groups if none was found
	Proved bool      // whether no partition exceeds the best by more than rounding
	Bound  float64   // no partition exceeds it by more than rounding; where Proved, the best value
	Left   int       // how many groups reduced-cost fixing left for the exhaustive search

	problem *Problem
	duals   duals
}

// Gap is how far the best value may lie below the greatest there is: 0 where it was proved.
func (s *Solution) Gap() float64 {
	if len(s.Best.Groups) == 0 {
		return math.Inf(1)
	}
	return max(0, s.Bound-s.Best.Value)
}

// Solve finds the partition into exactly k groups with the greatest value; of equal ones the first in the order of group
// numbers. If the context ends before the proof it returns the best so far, with a bound, and the context's error: the
// solution is there even then. It returns ErrNoPartition, wrapped, if it proved that there is none.
func (p *Problem) Solve(ctx context.Context, k int, o Options) (*Solution, error) {
	if k < 1 || k > p.n {
		return nil, fmt.Errorf("%d groups of %d vertices: %w", k, p.n, ErrNoPartition)
	}
	top := &incumbent{p: p, groups: p.best(ctx, k, o.Starts)}
	s := &Solution{K: k, problem: p, duals: p.solveRelaxation(ctx, k)}
	err := s.search(ctx, top, o)
	s.Best, s.Bound, s.Proved = p.partition(top.groups), p.total(s.duals.bound, k), err == nil
	if err == nil && top.groups == nil {
		return nil, fmt.Errorf("%d groups of %d vertices: %w", k, p.n, ErrNoPartition)
	}
	if s.Proved {
		s.Bound = s.Best.Value
	}
	return s, err
}

// search goes through all partitions that may be better than the best so far. It first looks near the bound only, and then
// farther and farther below it until it finds one: where the best so far is poor, that spares it most of the way.
func (s *Solution) search(ctx context.Context, top *incumbent, o Options) error {
	const steps, wider, nearest = 6, 3, 729 // 3⁶
	below := (s.duals.bound - top.floor()) / nearest
	for step := 0; ; step++ {
		floor := top.floor()
		if step < steps {
			floor = max(floor, s.duals.bound-below)
		}
		all := s.problem.newSearch(s.K, s.duals, floor)
		all.visit = func(_ int, groups []int32) { top.offer(ctx, all, groups) }
		s.Left = len(all.left)
		if err := all.run(ctx, o.workers(), o.Progress); err != nil {
			return err
		}
		if step == steps || top.floor() >= floor {
			return nil
		}
		below *= wider
	}
}

func (p *Problem) partition(groups []int32) Partition {
	if groups == nil {
		return Partition{Value: negativeInfinity}
	}
	all := make([]int, len(groups))
	for i, j := range groups {
		all[i] = int(j)
	}
	return Partition{Groups: all, Value: p.value(groups)}
}

// incumbent is the best partition so far.
type incumbent struct {
	p      *Problem
	mu     sync.Mutex
	groups []int32 // in order; nil for none
}

// floor is the sum of scaled values that the best so far has; that every partition has if there is none yet.
func (i *incumbent) floor() float64 {
	if i.groups == nil {
		return 0 // as scaled values are 0 or more
	}
	return i.p.scaledValue(i.groups)
}

// offer takes a partition if it is better, tries to improve it, and raises the search's floor.
func (i *incumbent) offer(ctx context.Context, s *search, groups []int32) {
	groups = slices.Clone(groups)
	i.p.inOrder(groups)
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.groups != nil && !i.p.better(groups, i.groups) {
		return
	}
	i.groups = slices.Clone(groups)
	i.p.improve(ctx, groups)
	i.p.inOrder(groups)
	if i.p.better(groups, i.groups) {
		i.groups = groups
	}
	s.raise(i.floor())
}
