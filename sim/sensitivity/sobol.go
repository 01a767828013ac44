package sensitivity

import (
	"context"
	"fmt"
	"slices"

	"reconfig/sim/sampling"
)

// SobolOptions says how Sobol' indices are computed.
type SobolOptions struct {
	Points     int     // base points: a power of two, at least 64
	Seed       uint64  // all 64 bits count
	Intervals  string  // one of IntervalWays, with one replicate; empty for the first
	Resamples  int     // of the bootstrap: 0 for 1,000, else at least 100
	Replicates int     // independent scrambles of so many points, which intervals then come from; 0 or 1 for one
	Groups     []Group // in which inputs are taken together, each input in one; nil for every input by itself
	Pairs      bool    // whether second-order indices are wanted too
	Run
}

// SobolIndices are the shares of one output's variance that groups of inputs account for.
//
// First-order indices (First) are Var(E[Y | group]) ÷ Var(Y): the share that would go, on average, if the group were
// known. Total indices (Total) are E[Var(Y | all others)] ÷ Var(Y): the share that would stay, on average, if all others
// were known. Where inputs are independent, first-order indices add up to 1 at most, and none is above the total one.
// Neither holds for a group that is correlated with others (Correlated): its first-order index then includes what it tells
// of them, and its total index leaves out what they tell of it. So the total may be below the first-order index, and
// first-order indices may add up to more than 1. A correlation between members of one group does not count.
//
// Estimates and ends of intervals are not cut off at 0 and 1.
type SobolIndices struct {
	Mean, Variance float64     // of the output
	First, Total   []Interval  // by group
	Pairs          []PairIndex // of all pairs of groups that are correlated with no other; nil if not wanted
	Correlated     []bool      // by group: whether it is correlated with another
	Settling       []Settling  // from 256 points on to all; with fewer than all, of 200 resamples at most
}

// Sobol computes Sobol' indices of every output, by pick-freeze on scrambled Sobol' points. It takes
// Replicates × Points × (2 + 2 × groups + 2 × correlated groups) runs, and keeps the outputs of one replicate's.
//
// Intervals are 95 % ones. With one scramble they are made as if points were independent, and therefore too wide: by the
// delta method, or bootstrapped. With several they come from the spread between scrambles, and estimates are means over all of them.
//
// It returns an error if options or correlations cannot be, a NotFiniteError, a ConstantError, or that of the context.
//
// Sources: Sobol' (1993), Mathematical Modelling and Computational Experiment 1; Homma & Saltelli (1996), Reliability
// Engineering & System Safety 52; for groups that are correlated within, Jacques, Lavergne & Devictor (2006), ibid. 91; for
// correlated groups, see regression; for the estimators, see responses.
func Sobol(ctx context.Context, p *Problem, o SobolOptions) ([]SobolIndices, error) {
	if err := o.complete(p); err != nil {
		return nil, err
	}
	d, err := newSobolDesign(p, o.Groups)
	if err != nil {
		return nil, err
	}
	if o.Replicates == 1 {
		return d.unreplicated(ctx, &o)
	}
	return d.replicated(ctx, &o)
}

// complete checks the options and puts in what is meant by zeros.
func (o *SobolOptions) complete(p *Problem) error {
	if err := checkBase(p, o.Points); err != nil {
		return err
	}
	if o.Groups == nil {
		o.Groups = singly(p.Inputs)
	}
	if err := checkPartition(o.Groups, p.Inputs); err != nil {
		return err
	}
	if o.Replicates == 0 {
		o.Replicates = 1
	}
	if o.Intervals == "" {
		o.Intervals = IntervalWays[0]
	}
	if !slices.Contains(IntervalWays, o.Intervals) {
		return fmt.Errorf("intervals by %q: they are by one of %v", o.Intervals, IntervalWays)
	}
	if o.Replicates < 1 {
		return fmt.Errorf("%d replicates: it takes 1 at least", o.Replicates)
	}
	var err error
	o.Resamples, err = resamplesOr(o.Resamples)
	return err
}

// scramble is the seed of a replicate.
func (o *SobolOptions) scramble(replicate int) uint64 {
	return sampling.Split(sampling.Key(o.Seed, sampling.ForReplicates), uint64(replicate))
}

// unreplicated makes indices from one scramble.
func (d *sobolDesign) unreplicated(ctx context.Context, o *SobolOptions) ([]SobolIndices, error) {
	outputs, err := d.run(ctx, o, o.scramble(0))
	if err != nil {
		return nil, err
	}
	all := make([]SobolIndices, len(outputs))
	for i := range outputs {
		y, indices := &outputs[i], &all[i]
		indices.Correlated = d.correlated()
		indices.Mean, indices.Variance = y.meanVariance()
		if o.Pairs {
			if indices.Pairs, err = y.pairs(ctx, d.independent(), d.first, o.workers()); err != nil {
				return nil, err
			}
		}
		r := y.indices(d.first, d.total)
		if o.Intervals == Delta {
			r.settle(o.Points, indices.settle)
		} else if err := newBootstrap(o.Seed, o.Resamples, o.Run).settle(ctx, r, o.Points, indices.settle); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// settle notes the intervals for the first n points, of which the last ones stay.
func (s *SobolIndices) settle(n int, intervals []Interval) {
	groups := len(intervals) / 2
	s.First, s.Total = intervals[:groups], intervals[groups:]
	s.Settling = addSettling(s.Settling, n, s.First, s.Total)
}
