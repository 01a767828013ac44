package partition

import (
	"context"
	"slices"

	"reconfig/sim/sampling"
)

const (
	starts = 4    // how many partitions the local search begins with
	dive   = 5000 // how many groups are tried to find one of them
	noise  = 0.3  // by how much, in units of the spread of groups' values, the last start looks away from the best groups
)

// startSearch is a good partition: the best that a local search comes to from several starts; nil if none is found.
func (p *Problem) startSearch(ctx context.Context, k int, d duals) []int32 {
	var best []int32
	for start := range starts {
		if ctx.Err() != nil {
			break
		}
		groups := p.dive(ctx, k, d, start)
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

// better says whether a partition has the greater value, or the same and comes first.
func (p *Problem) better(a, b []int32) bool {
	x, y := p.value(a), p.value(b)
	return x > y || x == y && slices.Compare(a, b) < 0
}

// dive is the first partition that a search comes to which takes groups by their reduced costs, made uncertain by noise that
// grows with the number of the start; nil if it finds none soon.
func (p *Problem) dive(ctx context.Context, k int, d duals, start int) []int32 {
	if start > 0 {
		cost := slices.Clone(d.cost)
		for j := range cost {
			cost[j] += float64(noise * float64(start) / starts * sampling.Unit(sampling.Split(uint64(start), uint64(j))))
		}
		d = p.newDuals(d.bound, cost)
	}
	var found []int32
	s := p.newSearch(k, d, negativeInfinity)
	s.budget = dive
	w := s.newWalker(ctx, 0)
	s.visit = func(_ int, groups []int32) {
		if found == nil {
			found = slices.Clone(groups)
		}
		w.stopped = true
	}
	w.follow(nil)
	return found
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
	top := p.scaled[*a] + p.scaled[*b] + Tolerance
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
