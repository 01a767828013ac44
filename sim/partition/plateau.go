package partition

import (
	"cmp"
	"container/heap"
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
)

// Count is how many partitions there are on a plateau.
type Count struct {
	Partitions int
	Complete   bool // whether these are all; if not there are at least so many

	// Together is, for each pair of vertices, in how many of these partitions they are in one group. It stands for all of
	// the plateau only where the count is complete; else nil.
	Together [][]int
}

// Count goes through all partitions into the solution's number of groups whose value is least or more, up to a limit of
// partitions. Values that are the same as least but for rounding count. If the context ends first it returns what it
// counted until then, not complete, and the context's error.
func (s *Solution) Count(ctx context.Context, least float64, limit int, o Options) (Count, error) {
	if limit < 1 {
		return Count{}, fmt.Errorf("a count of up to %d partitions; there must be at least 1", limit)
	}
	counting, stop := context.WithCancel(ctx)
	defer stop()
	var n atomic.Int64
	counters := make([]*counter, o.workers())
	for i := range counters {
		counters[i] = newCounter(s.problem)
	}
	all := s.plateau(least, func(worker int, groups []int32) {
		if n.Add(1) > int64(limit) {
			stop()
			return
		}
		counters[worker].add(groups)
	})
	err := all.run(counting, o.workers(), o.Progress)
	c := Count{Partitions: min(int(n.Load()), limit), Complete: err == nil && n.Load() <= int64(limit)}
	if c.Complete {
		c.Together = counters[0].merge(counters[1:])
	}
	return c, ctx.Err()
}

// Together is, for each pair of vertices, in how many of the partitions they are in one group.
func (p *Problem) Together(partitions []Partition) [][]int {
	c := newCounter(p)
	for _, one := range partitions {
		groups := make([]int32, len(one.Groups))
		for i, j := range one.Groups {
			groups[i] = int32(j)
		}
		c.add(groups)
	}
	return c.together
}

// plateau is the search for partitions of at least a value; visit gets them sorted.
func (s *Solution) plateau(least float64, visit func(worker int, groups []int32)) *search {
	p := s.problem
	all := p.newSearch(s.K, s.duals, p.scaledTotal(least, s.K)-p.tolerance)
	all.visit = func(worker int, groups []int32) {
		p.inOrder(groups)
		if p.value(groups) >= least-float64(p.tolerance*p.span) {
			visit(worker, groups)
		}
	}
	return all
}

// counter counts pairs for one goroutine.
type counter struct {
	p        *Problem
	together [][]int
}

func newCounter(p *Problem) *counter {
	c := &counter{p: p, together: make([][]int, p.n)}
	for v := range c.together {
		c.together[v] = make([]int, p.n)
	}
	return c
}

func (c *counter) add(groups []int32) {
	for _, j := range groups {
		members := c.p.of(j)
		for _, a := range members {
			for _, b := range members {
				c.together[a][b]++
			}
		}
	}
}

func (c *counter) merge(others []*counter) [][]int {
	for _, o := range others {
		for v, row := range o.together {
			for u, n := range row {
				c.together[v][u] += n
			}
		}
	}
	return c.together
}

// List gives the best partitions into the solution's number of groups, best first, up to a limit: all whose value is least
// or more, or where there are more, the best of them, for which the search raises least as it goes. Values that are the
// same as least but for rounding count. If the context ends first it returns the best of those that it came to, and the context's error.
func (s *Solution) List(ctx context.Context, least float64, limit int, o Options) ([]Partition, error) {
	if limit < 1 {
		return nil, fmt.Errorf("a list of up to %d partitions; there must be at least 1", limit)
	}
	best := &bestFew{p: s.problem, limit: limit}
	var all *search
	all = s.plateau(least, func(_ int, groups []int32) { best.offer(all, groups) })
	err := all.run(ctx, o.workers(), o.Progress)
	list := make([]Partition, 0, len(best.kept))
	slices.SortFunc(best.kept, func(a, b ranked) int { return b.compare(a) })
	for _, r := range best.kept {
		list = append(list, s.problem.partition(r.groups))
	}
	return list, err
}

// ranked is a partition with its value.
type ranked struct {
	value  float64
	groups []int32
}

// compare is below 0 for the worse partition: the one with the lower value, or with the same that comes later.
func (r ranked) compare(other ranked) int {
	return cmp.Or(cmp.Compare(r.value, other.value), slices.Compare(other.groups, r.groups))
}

// bestFew is a heap of the best partitions so far, the worst of them on top.
type bestFew struct {
	p     *Problem
	limit int
	mu    sync.Mutex
	kept  []ranked
}

func (b *bestFew) Len() int           { return len(b.kept) }
func (b *bestFew) Less(i, j int) bool { return b.kept[i].compare(b.kept[j]) < 0 }
func (b *bestFew) Swap(i, j int)      { b.kept[i], b.kept[j] = b.kept[j], b.kept[i] }
func (b *bestFew) Push(x any)         { b.kept = append(b.kept, x.(ranked)) }

func (b *bestFew) Pop() any {
	last := b.kept[len(b.kept)-1]
	b.kept = b.kept[:len(b.kept)-1]
	return last
}

// offer takes a partition if there is space or it is better than the worst, and raises the floor to the worst that is kept.
func (b *bestFew) offer(s *search, groups []int32) {
	r := ranked{b.p.value(groups), slices.Clone(groups)}
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.kept) == b.limit {
		if r.compare(b.kept[0]) < 0 {
			return
		}
		b.kept[0] = r
		heap.Fix(b, 0)
	} else {
		heap.Push(b, r)
	}
	if len(b.kept) == b.limit {
		s.raise(b.p.scaledValue(b.kept[0].groups))
	}
}
