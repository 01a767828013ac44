package partition

import (
	"context"
	"slices"

	"reconfig/sim/sampling"
)

const (
	starts = 16   // how many partitions the local search begins with
	dive   = 5000 // how many groups are tried to find one of them
	noise  = 0.3  // by how much, in units of the spread of groups' values, the last start looks away from the best groups
)

// startSearch is a good partition: the best that a local search comes to from several starts; nil if none is found.
func (p *Problem) startSearch(ctx context.Context, k int, d duals) []int32 {
	var best []int32
	for start := range starts {
		groups := p.dive(ctx, k, d, start)
		if ctx.Err() != nil && best != nil {
			break
		}
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
	noisy := duals{bound: d.bound, cost: slices.Clone(d.cost)}
	for j := range noisy.cost {
		noisy.cost[j] += float64(noise * float64(start) / starts * sampling.Unit(sampling.Split(uint64(start), uint64(j))))
	}
	var found []int32
	s := p.newSearch(k, noisy, negativeInfinity)
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

// improve divides the vertices of two, and of three, groups anew for as long as that raises the value.
func (p *Problem) improve(ctx context.Context, groups []int32) {
	r := &redivision{p: p, groups: groups, union: NewSet(p.n), rest: NewSet(p.n), last: NewSet(p.n)}
	for ctx.Err() == nil && (r.pairs(ctx) || r.triples(ctx)) {
	}
}

// redivision is the workspace of improve.
type redivision struct {
	p                 *Problem
	groups            []int32
	union, rest, last Set
	inside            []int32 // groups that are within the union
}

func (r *redivision) pairs(ctx context.Context) (better bool) {
	for a := range r.groups {
		for b := range a {
			if ctx.Err() == nil && r.pair(&r.groups[a], &r.groups[b]) {
				better = true
			}
		}
	}
	return better
}

// pair divides the vertices of two groups in the best way, and says whether that is better than before.
func (r *redivision) pair(a, b *int32) bool {
	p := r.p
	r.union.unite(p.set(*a), p.set(*b))
	top, better := p.scaled[*a]+p.scaled[*b]+Tolerance, false
	for _, x := range p.holding[r.union.first()] {
		if !p.set(x).within(r.union) {
			continue
		}
		r.rest.subtract(r.union, p.set(x))
		if y := p.find(r.rest); y >= 0 && p.scaled[x]+p.scaled[y] > top {
			top, better = p.scaled[x]+p.scaled[y], true
			*a, *b = x, y
		}
	}
	return better
}

func (r *redivision) triples(ctx context.Context) bool {
	for a := range r.groups {
		for b := range a {
			for c := range b {
				if ctx.Err() == nil && r.triple(&r.groups[a], &r.groups[b], &r.groups[c]) {
					return true
				}
			}
		}
	}
	return false
}

// triple divides the vertices of three groups in the best way, and says whether that is better than before.
func (r *redivision) triple(a, b, c *int32) bool {
	p := r.p
	r.union.unite(p.set(*a), p.set(*b))
	r.union.unite(r.union, p.set(*c))
	r.inside = r.inside[:0]
	for j := range int32(len(p.values)) {
		if p.set(j).within(r.union) {
			r.inside = append(r.inside, j)
		}
	}
	top, better, first := p.scaled[*a]+p.scaled[*b]+p.scaled[*c]+Tolerance, false, r.union.first()
	for _, x := range r.inside {
		if !p.set(x).Has(first) {
			continue
		}
		r.rest.subtract(r.union, p.set(x))
		second := r.rest.first()
		if second < 0 {
			continue
		}
		for _, y := range r.inside {
			if !p.set(y).Has(second) || !p.set(y).within(r.rest) {
				continue
			}
			r.last.subtract(r.rest, p.set(y))
			if z := p.find(r.last); z >= 0 && p.scaled[x]+p.scaled[y]+p.scaled[z] > top {
				top, better = p.scaled[x]+p.scaled[y]+p.scaled[z], true
				*a, *b, *c = x, y, z
			}
		}
	}
	return better
}
