package design

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"reconfig/sim/analysis"
	"reconfig/sim/numbers"
)

// search looks for the best design of a regime, among those that keep the rules and move nothing without being compelling.
type search struct {
	*bank
	*rules
	regime
	worth
	compelling float64
	glimpsed   []int             // the draws that pairs of changes are first valued on
	doing      string            // what progress says of it
	withPairs  bool              // whether pairs of changes are tried
	ends       map[design]design // where a climb from a design ended
	tried      tried             // at the best design
	stopped    bool              // the context ended before nothing helped any more
}

// tried is what was tried to improve a design, and did not.
type tried struct {
	starts  int // climbs
	ends    int // different designs that they ended at
	singles int // changes of one bundle that keep the rules, valued in all draws
	pairs   int // changes of two that do
	inFull  int // of these, valued in all draws
}

// change is a bundle done otherwise.
type change struct{ bundle, choice int }

// candidate is a design with what it is expected to come to.
type candidate struct {
	design
	changed []int // functions
	mean    float64
}

// best climbs from every start, and gives the best end; false where no start can be made one that passes. If the context
// ends it gives the best design that passes by then, with the error.
func (s *search) best(ctx context.Context, starts []design) (best design, found bool, err error) {
	s.ends = map[design]design{}
	ends := map[design]tried{}
	for i, start := range starts {
		s.setup.Doing(analysis.Phase{Name: fmt.Sprintf("%s, start %d of %d", s.doing, i+1, len(starts))})
		var from design
		var ok bool
		if from, ok, err = s.repaired(ctx, start); err != nil {
			break
		}
		if !ok {
			continue
		}
		s.tried = tried{}
		var end design
		end, err = s.climb(ctx, from)
		if _, seen := ends[end]; !seen {
			ends[end] = s.tried
		}
		if v := s.known[end]; v != nil && (!found || s.mean(v) > s.mean(s.known[best])) {
			best, found = end, true
		}
		if err != nil {
			break
		}
	}
	s.tried = ends[best]
	s.tried.starts, s.tried.ends = len(starts), len(ends)
	if err != nil {
		s.stopped, s.tried = true, tried{starts: len(starts), ends: len(ends)}
	}
	return best, found, err
}

// climb changes one bundle, or where that does not help two, as long as that is better. It leaves in tried what did not help
// at the end, unless another climb has been there.
func (s *search) climb(ctx context.Context, p design) (design, error) {
	var passed []design
	for {
		if end, seen := s.ends[p]; seen {
			p = end
			break
		}
		passed = append(passed, p)
		next, err := s.improved(ctx, p)
		if err != nil {
			return p, err
		}
		if next == p {
			break
		}
		p = next
	}
	for _, q := range passed {
		s.ends[q] = p
	}
	return p, nil
}

// improved is a better design than one, or the same where no change of one bundle or of two is better.
func (s *search) improved(ctx context.Context, p design) (design, error) {
	next, err := s.bundleByBundle(ctx, p)
	if err != nil || next != p {
		return next, err
	}
	singles := s.singles(p)
	designs := []design{p}
	for _, c := range singles {
		designs = append(designs, s.bundles[c.bundle].with(p, c.choice))
	}
	values, err := s.value(ctx, designs...)
	if err != nil {
		return p, err
	}
	s.tried.singles = 0
	for _, q := range designs[1:] {
		if s.coherent(q) {
			s.tried.singles++
		}
	}
	if !s.withPairs {
		return p, nil
	}
	return s.improvedByPair(ctx, p, singles, values)
}

// bundleByBundle gives each bundle in turn the choice that is best where all others stay as they are.
func (s *search) bundleByBundle(ctx context.Context, p design) (design, error) {
	for u, allowed := range s.allowed {
		designs := []design{p}
		for _, x := range allowed {
			if q := s.bundles[u].with(p, x); q != p && s.coherent(q) {
				designs = append(designs, q)
			}
		}
		values, err := s.value(ctx, designs...)
		if err != nil {
			return p, err
		}
		var better []candidate
		for i, q := range designs[1:] {
			if m := s.mean(values[1+i]); numbers.Better(m, s.mean(values[0])) {
				better = append(better, candidate{q, s.bundles[u], m})
			}
		}
		if p, err = s.firstPassing(ctx, p, better); err != nil {
			return p, err
		}
	}
	return p, nil
}

// singles lists the changes of one bundle of a design, whether they keep the rules or not.
func (s *search) singles(p design) (all []change) {
	for u, allowed := range s.allowed {
		for _, x := range allowed {
			if x != p.choiceOf(s.bundles[u][0]) {
				all = append(all, change{u, x})
			}
		}
	}
	return all
}

// firstPassing is the best of the candidates in which all that moves is compelling; the design itself if none is.
func (s *search) firstPassing(ctx context.Context, p design, better []candidate) (design, error) {
	slices.SortStableFunc(better, func(a, b candidate) int { return cmp.Compare(b.mean, a.mean) })
	for _, c := range better {
		ok, err := s.passes(ctx, c.design, c.changed)
		if err != nil || ok {
			return c.design, err
		}
	}
	return p, nil
}
