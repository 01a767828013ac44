package sensitivity

import "context"

// scrambleEstimates is what one scramble gives for one output.
type scrambleEstimates struct {
	mean, variance float64
	indices        [][]float64 // by number of points looked at; nil where the output does not vary yet
	pairs          []PairIndex
}

// replicated makes indices from several scrambles. What each comes to is kept, not its runs.
func (d *sobolDesign) replicated(ctx context.Context, o *SobolOptions) ([]SobolIndices, error) {
	estimates := make([][]scrambleEstimates, d.problem.Outputs) // by output and scramble
	for r := range o.Replicates {
		outputs, err := d.run(ctx, o, o.scramble(r))
		if err != nil {
			return nil, err
		}
		for i := range outputs {
			e, err := d.estimate(ctx, o, &outputs[i])
			if err != nil {
				return nil, err
			}
			estimates[i] = append(estimates[i], e)
		}
	}
	all := make([]SobolIndices, len(estimates))
	for i, scrambles := range estimates {
		all[i] = joined(scrambles, settlingAt(o.Points))
		all[i].Correlated = d.correlated()
	}
	return all, nil
}

// estimate looks at one output of one scramble.
func (d *sobolDesign) estimate(ctx context.Context, o *SobolOptions, y *responses) (e scrambleEstimates, err error) {
	e.mean, e.variance = y.meanVariance()
	r := y.indices(d.first, d.total)
	for _, sums := range r.sums(settlingAt(o.Points)) {
		if !r.vary(sums) {
			e.indices = append(e.indices, nil)
			continue
		}
		e.indices = append(e.indices, r.estimate(sums))
	}
	if o.Pairs {
		e.pairs, err = y.pairs(ctx, d.independent(), d.first, o.workers())
	}
	return e, err
}

// joined makes the indices of an output from what scrambles give.
func joined(scrambles []scrambleEstimates, at []int) SobolIndices {
	var s SobolIndices
	for _, e := range scrambles {
		s.Mean += e.mean / float64(len(scrambles))
		s.Variance += e.variance / float64(len(scrambles))
	}
	for i, n := range at {
		if estimates, vary := ofAll(scrambles, i); vary {
			s.settle(n, replicatedAll(estimates))
		}
	}
	s.Pairs = joinedPairs(scrambles)
	return s
}

// ofAll returns the estimates of all scrambles for a number of points, unless one does not vary there.
func ofAll(scrambles []scrambleEstimates, at int) (estimates [][]float64, vary bool) {
	for _, e := range scrambles {
		if e.indices[at] == nil {
			return nil, false
		}
		estimates = append(estimates, e.indices[at])
	}
	return estimates, true
}

func joinedPairs(scrambles []scrambleEstimates) []PairIndex {
	pairs := scrambles[0].pairs
	of := make([]float64, len(scrambles))
	for i := range pairs {
		for r, e := range scrambles {
			of[r] = e.pairs[i].Value
		}
		pairs[i].Interval = replicated(of)
	}
	return pairs
}
