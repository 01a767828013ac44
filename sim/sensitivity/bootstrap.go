package sensitivity

import (
	"context"
	"fmt"
	"math/rand/v2"

	"reconfig/sim/parallel"
	"reconfig/sim/quantile"
	"reconfig/sim/sampling"
	"reconfig/sim/vector"
)

// bootstrap makes intervals from resamples of the points, each as many as there are points, drawn with replacement: the
// 2.5th and 97.5th percentile of the estimates that resamples give. It takes points for independent ones; as Sobol'
// points are more even than that, its intervals are too wide.
//
// Sources: Efron (1979), Annals of Statistics 7(1); Archer, Saltelli & Sobol' (1997), J. Stat. Comput. Simul. 58(2), for
// Sobol' indices.
type bootstrap struct {
	key       uint64
	resamples int
	workers   int
}

const (
	defaultResamples = 1000
	fewestResamples  = 100 // a percentile of 2.5 cannot be read off fewer
)

// resamplesOr returns the number of resamples, 1,000 for 0.
func resamplesOr(resamples int) (int, error) {
	switch {
	case resamples == 0:
		return defaultResamples, nil
	case resamples < fewestResamples:
		return 0, fmt.Errorf("%d resamples: it takes %d at least", resamples, fewestResamples)
	}
	return resamples, nil
}

func newBootstrap(seed uint64, resamples int, r Run) bootstrap {
	return bootstrap{sampling.Key(seed, sampling.ForBootstrap), resamples, r.workers()}
}

// settle gives note the quotients with their intervals for the first points, from few to all. Numbers of points at which
// there is nothing below are left out.
func (b bootstrap) settle(ctx context.Context, r *ratios, points int, note func(n int, intervals []Interval)) error {
	at := settlingAt(points)
	for k, sums := range r.sums(at) {
		if !r.vary(sums) {
			continue
		}
		n := at[k]
		some := b
		if n < points {
			some.resamples = min(some.resamples, fewerResamples)
		}
		intervals, err := some.intervals(ctx, r, n, r.estimate(sums))
		if err != nil {
			return err
		}
		note(n, intervals)
	}
	return nil
}

// intervals returns the quotients for the first n points, which are given, with their intervals.
func (b bootstrap) intervals(ctx context.Context, r *ratios, n int, estimates []float64) ([]Interval, error) {
	sums, err := b.sums(ctx, r.terms, n)
	if err != nil {
		return nil, err
	}
	var scratch quantile.Scratch
	ends := make([]float64, 2)
	intervals := make([]Interval, len(r.of))
	for i, q := range r.of {
		values := make([]float64, 0, b.resamples)
		for _, s := range sums {
			if s[q.below] > 0 { // a resample may miss all points at which a rarely changing output varies
				values = append(values, s[q.above]/s[q.below])
			}
		}
		scratch.Quantiles(values, []float64{0.025, 0.975}, ends)
		intervals[i] = Interval{estimates[i], ends[0], ends[1]}
	}
	return intervals, nil
}

// sums returns what the terms add up to in every resample of the first n points, by resample and term. A resample is how
// many times it has each point, so that its sums are dot products. They are taken piece by piece for several resamples
// at once, so that what is multiplied stays in the cache.
func (b bootstrap) sums(ctx context.Context, terms [][]float64, n int) ([][]float64, error) {
	const together, piece = 16, 1024
	key := sampling.Split(b.key, uint64(n))
	sums := make([][]float64, b.resamples)
	err := parallel.Do(ctx, b.workers, b.resamples, together, func(_, from, end int) {
		var counts [together][]float64
		for s := from; s < end; s++ {
			sums[s] = make([]float64, len(terms))
			counts[s-from] = resample(sampling.Split(key, uint64(s)), n)
		}
		for start := 0; start < n; start += piece {
			stop := min(n, start+piece)
			for t, term := range terms {
				for s := from; s < end; s++ {
					sums[s][t] += vector.Dot(term[start:stop], counts[s-from][start:stop])
				}
			}
		}
	})
	return sums, err
}

// resample draws n of n points with replacement, and says how many times it has each.
func resample(key uint64, n int) []float64 {
	r := rand.New(rand.NewPCG(sampling.Split(key, 0), sampling.Split(key, 1)))
	counts := make([]float64, n)
	for range n {
		counts[r.IntN(n)]++
	}
	return counts
}
