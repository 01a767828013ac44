package sensitivity

import "context"

// ShapleyOptions says how Shapley effects are computed.
type ShapleyOptions struct {
	Points    int    // base points, each with an order of the inputs: a power of two, at least 64
	Seed      uint64 // all 64 bits count
	Resamples int    // of the bootstrap: 0 for 1,000, else at least 100
	Run
}

// ShapleyEffects are the shares of one output's variance that fall to each input if what inputs explain together, by
// interaction or by correlation, is divided fairly: the mean, over all orders of the inputs, of what an input adds to the
// share explained by those before it. They are not negative and add up to 1 whether inputs are correlated or not.
// Estimates add up to 1 too, as the variance is estimated from the same runs, but may be slightly negative.
type ShapleyEffects struct {
	Mean, Variance float64           // of the output
	Effects        []Interval        // by input
	Correlated     []bool            // by input: whether it is correlated with another
	Settling       []ShapleySettling // from 256 points on to all; with fewer than all, of 200 resamples at most
}

// ShapleySettling is what the first points give. Numbers of points at which an output does not vary yet are left out.
type ShapleySettling struct {
	Points  int        // base points, the first of the design
	Effects []Interval // by input
	Widest  float64    // width of the widest interval
	Order   []int      // numbers of inputs, that with the greatest effect first
	Settled bool       // by the rule of Settling, with effects for totals
}

// Shapley computes Shapley effects of every output: for each base point a random order of the inputs, and a run
// whenever the next input is taken from the point's other half. It takes Points × (inputs + 1) runs.
//
// Intervals are 95 % bootstrap intervals over points. It returns errors where Sobol does.
//
// Sources: Owen (2014), SIAM/ASA J. Uncertainty Quantification 2(1), for the effects; Song, Nelson & Staum (2016), ibid.
// 4(1), for correlated inputs; Goda (2021), Reliability Engineering & System Safety 213, for the algorithm.
func Shapley(ctx context.Context, p *Problem, o ShapleyOptions) ([]ShapleyEffects, error) {
	if err := checkBase(p, o.Points); err != nil {
		return nil, err
	}
	var err error
	if o.Resamples, err = resamplesOr(o.Resamples); err != nil {
		return nil, err
	}
	c, err := newCopula(p)
	if err != nil {
		return nil, err
	}
	b, err := newBase(ctx, p, c, o.Seed, o.Points, o.workers())
	if err != nil {
		return nil, err
	}
	outputs, err := b.run(ctx, p, o.Run)
	if err != nil {
		return nil, err
	}
	between, err := b.runPaths(ctx, p, c, &o)
	if err != nil {
		return nil, err
	}
	all := make([]ShapleyEffects, p.Outputs)
	for output := range all {
		y, effects := &outputs[output], &all[output]
		effects.Mean, effects.Variance = y.meanVariance()
		effects.Correlated = c.correlated()
		r := y.effects(between[output], newPath(p, c, b, o.Seed))
		if err := newBootstrap(o.Seed, o.Resamples, o.Run).settle(ctx, r, o.Points, effects.settle); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// settle notes the intervals for the first n points, of which the last ones stay.
func (e *ShapleyEffects) settle(n int, effects []Interval) {
	s := ShapleySettling{Points: n, Effects: effects, Widest: widest(effects), Order: orderOf(effects)}
	if last := len(e.Settling) - 1; last >= 0 && e.Settling[last].Points == n/2 {
		s.Settled = settled(s.Widest, s.Order, e.Settling[last].Order)
	}
	e.Effects, e.Settling = effects, append(e.Settling, s)
}

// runPaths returns the outputs along the path of each point, without those at its ends, point by point.
func (b *base) runPaths(ctx context.Context, p *Problem, c *copula, o *ShapleyOptions) ([][]float64, error) {
	steps := len(p.Inputs) - 1
	paths := make([]*path, o.workers())
	for i := range paths {
		paths[i] = newPath(p, c, b, o.Seed)
	}
	return p.evaluateFinite(ctx, o.Run, b.points*steps, func(worker, run int, x []float64) {
		paths[worker].seek(run/steps, run%steps+1)
		copy(x, paths[worker].x)
	}, func(run int) int { return run / steps })
}

// effects are the estimators of Shapley effects. What input i adds along the path of a point, from f(x) to f(x'), is
//
//	(f(B) − (f(x) + f(x')) / 2) (f(x') − f(x))
//
// on average over points, and these add up to (f(B) − f(A))² / 2, whose mean is the variance. Where no inputs are
// correlated, the way back from B to A in the opposite order goes through the same points, and the mean of both is
//
//	(f(B) − f(A)) (f(x') − f(x)) / 2
//
// with the same sum. Of a function that is additive the order then does not matter, and the error is a fraction.
//
// Source: Goda (2021), Reliability Engineering & System Safety 213, for the first.
func (y *responses) effects(between []float64, w *path) *ratios {
	inputs := len(w.order)
	r := &ratios{}
	for range inputs {
		r.add(make([]float64, len(y.a)))
	}
	below := r.add(halfSquares(y.a, y.b))
	for i := range inputs {
		r.of = append(r.of, ratio{i, below})
	}
	independent := len(w.copula.blocks) == 0
	for j, end := range y.b {
		w.shuffle(j)
		steps := between[j*(inputs-1) : (j+1)*(inputs-1)]
		before := y.a[j]
		for m, i := range w.order {
			after := end
			if m < len(steps) {
				after = steps[m]
			}
			reference := end - float64((before+after)/2)
			if independent {
				reference = (end - y.a[j]) / 2
			}
			r.terms[i][j] = reference * (after - before)
			before = after
		}
	}
	return r
}
