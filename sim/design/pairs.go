package design

import (
	"cmp"
	"context"
	"math"
	"slices"

	"reconfig/sim/numbers"
	"reconfig/sim/sampling"
)

const (
	// glimpses is how many draws every pair of changes is valued on before it is put aside.
	glimpses = 48
	// mostPairs is how many pairs are tried at most; where there are more, none is, and the certificate says so.
	mostPairs = 200_000
)

// pair is two changes of one design.
type pair struct {
	design
	first, second int     // among the changes of one bundle
	expected      float64 // the mean, with the mean interaction seen
}

// improvedByPair is a design with two bundles changed that is better, or the same design. What two changes come to is the sum
// of both but for an interaction. A pair is valued on a few draws first, and put aside only where it would not be better
// even if the interaction were in every draw the greatest that was seen of it.
func (s *search) improvedByPair(ctx context.Context, p design, singles []change, values []*valued) (design, error) {
	pairs := s.pairs(p, singles)
	s.tried.pairs, s.tried.inFull = 0, 0
	if len(pairs) > mostPairs {
		return p, nil
	}
	open, err := s.glimpse(ctx, pairs, singles, values)
	if err != nil {
		return p, err
	}
	slices.SortStableFunc(open, func(a, b pair) int { return cmp.Compare(b.expected, a.expected) })
	for from := 0; from < len(open); from += batchSize {
		batch := open[from:min(len(open), from+batchSize)]
		next, err := s.inFull(ctx, p, singles, batch, values[0])
		if err != nil || next != p {
			return next, err
		}
	}
	s.tried.pairs, s.tried.inFull = len(pairs), len(open)
	return p, nil
}

// pairs lists the changes of two bundles that keep the rules.
func (s *search) pairs(p design, singles []change) (all []pair) {
	for i, a := range singles {
		for j := i + 1; j < len(singles); j++ {
			b := singles[j]
			if a.bundle == b.bundle {
				continue
			}
			if q := s.bundles[b.bundle].with(s.bundles[a.bundle].with(p, a.choice), b.choice); s.coherent(q) {
				all = append(all, pair{design: q, first: i, second: j})
			}
			if len(all) > mostPairs {
				return all
			}
		}
	}
	return all
}

// glimpse values pairs on a few draws, and lists those that may be better. values are those of the design, then of each
// change of one bundle.
func (s *search) glimpse(ctx context.Context, pairs []pair, singles []change, values []*valued) (open []pair, err error) {
	for from := 0; from < len(pairs); from += batchSize {
		batch := pairs[from:min(len(pairs), from+batchSize)]
		seen, err := s.see(ctx, designsOf(batch), s.glimpsed)
		if err != nil {
			return nil, err
		}
		for i, x := range batch {
			base, a, b := values[0], values[1+x.first], values[1+x.second]
			sum := s.mean(a) + s.mean(b) - s.mean(base)
			most, total := math.Inf(-1), 0.0
			for k, j := range s.glimpsed {
				interaction := s.at(seen[i], k) - s.at(a, j) - s.at(b, j) + s.at(base, j)
				most = max(most, interaction)
				total += interaction
			}
			if numbers.Better(sum+most, s.mean(base)) && !s.seenFailing(x, singles, seen[i]) {
				x.expected = sum + total/float64(len(s.glimpsed))
				open = append(open, x)
			}
		}
	}
	return open, nil
}

// seenFailing says whether the draws that a pair was seen in are enough to know that a function which it changes is not
// compelling: as many of them are no better than with the function local as may be of all draws. Where the latter is not known, it
// says no.
func (s *search) seenFailing(x pair, singles []change, seen *valued) bool {
	most := float64((1 - s.compelling) * float64(len(s.all)))
	for _, c := range []change{singles[x.first], singles[x.second]} {
		for _, f := range s.bundles[c.bundle] {
			without := s.known[x.with(f, stay)]
			if c.choice == stay || without == nil {
				continue
			}
			worse := 0
			for k, j := range s.glimpsed {
				if !numbers.Better(s.at(seen, k), s.at(without, j)) {
					worse++
				}
			}
			if float64(worse) > most+0.5 {
				return true
			}
		}
	}
	return false
}

// inFull values pairs on all draws, and gives the best of those that are better and pass; else the design. It keeps the values of
// those that are better only, for there are many.
func (s *search) inFull(ctx context.Context, p design, singles []change, batch []pair, base *valued) (design, error) {
	values, err := s.run(ctx, designsOf(batch), s.all)
	if err != nil {
		return p, err
	}
	var better []candidate
	for i, x := range batch {
		if m := s.mean(values[i]); numbers.Better(m, s.mean(base)) {
			s.known[x.design] = values[i]
			a, b := s.bundles[singles[x.first].bundle], s.bundles[singles[x.second].bundle]
			better = append(better, candidate{x.design, slices.Concat(a, b), m})
		}
	}
	return s.firstPassing(ctx, p, better)
}

func designsOf(pairs []pair) []design {
	designs := make([]design, len(pairs))
	for i, x := range pairs {
		designs[i] = x.design
	}
	return designs
}

// someOf is a choice of draws that follows from a seed: all if they are few.
func someOf(draws int, seed uint64) []int {
	all := make([]int, draws)
	for j := range all {
		all[j] = j
	}
	key := sampling.Key(seed, sampling.ForDesigns)
	slices.SortFunc(all, func(a, b int) int {
		return cmp.Compare(sampling.Split(key, uint64(a)), sampling.Split(key, uint64(b)))
	})
	return all[:min(draws, glimpses)]
}
