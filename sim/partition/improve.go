package partition

import (
	"context"
	"slices"
)

// best is the best partition that a local search comes to from partitions that the caller knows; nil if none is into k groups of
// the problem.
func (p *Problem) best(ctx context.Context, k int, starts [][]int) []int32 {
	var best []int32
	for _, start := range starts {
		groups := p.groupsOf(start, k)
		if groups == nil {
			continue
		}
		p.improve(ctx, groups)
		p.inOrder(groups)
		if best == nil || p.better(groups, best) {
			best = groups
		}
	}
	return best
}

// groupsOf turns a partition, the group of each vertex, into numbers of groups; nil if it is not into k groups of the problem.
func (p *Problem) groupsOf(group []int, k int) []int32 {
	if len(group) != p.n {
		return nil
	}
	sets := map[int]Set{}
	for v, i := range group {
		if sets[i] == nil {
			sets[i] = NewSet(p.n)
		}
		sets[i].Add(v)
	}
	groups := make([]int32, 0, k)
	for _, s := range sets {
		groups = append(groups, p.find(s))
	}
	if len(groups) != k || slices.Contains(groups, -1) {
		return nil
	}
	p.inOrder(groups)
	return groups
}

// better says whether a partition has the greater value, or the same and comes first.
func (p *Problem) better(a, b []int32) bool {
	x, y := p.value(a), p.value(b)
	return x > y || x == y && slices.Compare(a, b) < 0
}

// improve divides the vertices of two groups anew for as long as that raises the value.
func (p *Problem) improve(ctx context.Context, groups []int32) {
	union, rest := NewSet(p.n), NewSet(p.n)
	for better := true; better && ctx.Err() == nil; {
		better = false
		for a := range groups {
			for b := range a {
				union.unite(p.set(groups[a]), p.set(groups[b]))
				better = p.divide(union, rest, &groups[a], &groups[b]) || better
			}
		}
	}
}

// divide divides the vertices of two groups in the best way, and says whether that is better than before. rest is workspace.
func (p *Problem) divide(union, rest Set, a, b *int32) (better bool) {
	top := p.scaled[*a] + p.scaled[*b] + p.tolerance
	for _, x := range p.holding[union.first()] {
		if !p.set(x).within(union) {
			continue
		}
		rest.subtract(union, p.set(x))
		if y := p.find(rest); y >= 0 && p.scaled[x]+p.scaled[y] > top {
			top, better = p.scaled[x]+p.scaled[y], true
			*a, *b = x, y
		}
	}
	return better
}
