package recom

import (
	"context"
	"errors"
	"fmt"
	"math"

	"reconfig/sim/partition"
)

// ErrNoStart says that no partition was found that keeps to the rules. There may be one all the same.
var ErrNoStart = errors.New("no partition found to start with")

// Starts are so many random partitions into k groups that keep to the rules: by vertex, its group. It returns those that it
// found with an error that wraps ErrNoStart, or the context's, if these are not all; or with one that says that rules or k
// do not fit the graph.
func Starts(ctx context.Context, g *partition.Graph, r partition.Rules, k, number int, seed uint64) ([][]int, error) {
	var starts [][]int
	for i := range number {
		c, err := NewChain(ctx, g, r, k, ChainOptions{Seed: seed, Number: i})
		if err != nil {
			return starts, err
		}
		start := make([]int, len(c.group))
		for v, i := range c.group {
			start[v] = int(i)
		}
		starts = append(starts, start)
	}
	return starts, nil
}

// startFrom begins with a given partition.
func (s *state) startFrom(start []int) error {
	if len(start) != len(s.group) {
		return fmt.Errorf("a start for %d vertices; there are %d", len(start), len(s.group))
	}
	for v, i := range start {
		if i < 0 || i >= len(s.members) {
			return fmt.Errorf("vertex %d starts in group %d; there are 0 to %d", v, i, len(s.members)-1)
		}
		s.group[v] = int32(i)
	}
	s.count()
	for i := range s.members {
		group := s.set(i)
		if !s.limits.Allow(group) || !s.g.Connected(group) {
			return fmt.Errorf("the start's group %d is not connected or does not keep to the rules", i)
		}
	}
	return nil
}

// set puts a group's vertices into the workspace.
func (s *state) set(i int) partition.Set {
	clear(s.one)
	for _, v := range s.members[i] {
		s.one.Add(int(v))
	}
	return s.one
}

// findStart begins with a random partition: it joins vertices by edges in random order until there are k groups, and
// recombines these until all keep to the rules, so that no step makes them break the rules by more.
func (s *state) findStart(ctx context.Context) error {
	const tries = 50
	for range tries {
		if !s.join() {
			return fmt.Errorf("the graph is in more than %d pieces: %w", len(s.members), ErrNoStart)
		}
		if err := s.repair(ctx); !errors.Is(err, ErrNoStart) {
			return err
		}
	}
	return fmt.Errorf("%d groups: %w", len(s.members), ErrNoStart)
}

// join makes k random connected groups. It says false if the graph is in more pieces.
func (s *state) join() bool {
	root := make([]int32, len(s.group)) // by vertex: another of its group; itself for one of each
	for v := range root {
		root[v] = int32(v)
	}
	find := func(v int32) int32 {
		for root[v] != v {
			root[v] = root[root[v]]
			v = root[v]
		}
		return v
	}
	left := len(s.group)
	for _, i := range s.permutation(len(s.edges)) {
		a, b := find(s.edges[i][0]), find(s.edges[i][1])
		if left > len(s.members) && a != b {
			root[a] = b
			left--
		}
	}
	number, next := map[int32]int32{}, int32(0)
	for v := range s.group {
		r := find(int32(v))
		if _, ok := number[r]; !ok {
			number[r] = next
			next++
		}
		s.group[v] = number[r]
	}
	if left > len(s.members) {
		return false
	}
	s.count()
	return true
}

func (r *random) permutation(n int) []int {
	p := make([]int, n)
	for i := range p {
		j := r.below(i + 1)
		p[i], p[j] = p[j], i
	}
	return p
}

// repair recombines groups until all keep to the rules. It returns ErrNoStart if that takes too long.
func (s *state) repair(ctx context.Context) error {
	fault := make([]float64, len(s.members))
	faulty := 0.0
	for i := range fault {
		fault[i] = s.fault(s.set(i), len(s.members[i]), s.weight[i])
		faulty += fault[i]
	}
	for range 2000 + 100*len(s.members) {
		if faulty == 0 {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if s.cut == 0 {
			break
		}
		e := s.cutEdge()
		a, b := s.group[e[0]], s.group[e[1]]
		s.draw(a, b)
		v := s.leastFaulty(s.weight[a] + s.weight[b])
		s.tree.mark(v)
		s.parts()
		one := s.fault(s.one, len(s.tree.order)-int(s.tree.size[v]), s.weight[a]+s.weight[b]-s.tree.weight[v])
		two := s.fault(s.two, int(s.tree.size[v]), s.tree.weight[v])
		if one+two > fault[a]+fault[b] {
			continue
		}
		s.assign(a, b, s.newEdges(a, b))
		fault[a], fault[b] = one, two
		faulty = 0
		for _, f := range fault {
			faulty += f
		}
	}
	return ErrNoStart
}

// leastFaulty is the vertex above which the tree can be cut with the least fault in sizes and weights; of equal ones any.
func (s *state) leastFaulty(weight float64) int32 {
	best, least, equal := s.tree.order[1], math.Inf(1), 0
	for _, v := range s.tree.order[1:] {
		f := s.misfit(int(s.tree.size[v]), s.tree.weight[v]) +
			s.misfit(len(s.tree.order)-int(s.tree.size[v]), weight-s.tree.weight[v])
		if f < least {
			best, least, equal = v, f, 1
		} else if f == least {
			if equal++; s.below(equal) == 0 {
				best = v
			}
		}
	}
	return best
}

// fault is how far a group is from the rules; 0 if it keeps to them.
func (s *state) fault(group partition.Set, size int, weight float64) float64 {
	return s.misfit(size, weight) + float64(s.limits.Broken(group))
}

// misfit is how far a size and a weight are from their limits, relative to these, squared.
func (s *state) misfit(size int, weight float64) float64 {
	l := s.limits
	a := outside(float64(size), float64(l.Least), float64(l.Most))
	b := outside(weight, l.LeastWeight, l.MostWeight)
	return float64(a*a) + float64(b*b)
}

// outside is how far a number is outside limits, relative to the one that it breaks.
func outside(x, least, most float64) float64 {
	switch {
	case x < least:
		return (least - x) / least
	case x > most:
		return (x - most) / most
	}
	return 0
}
