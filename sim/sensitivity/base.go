package sensitivity

import (
	"context"
	"fmt"

	"reconfig/sim/parallel"
	"reconfig/sim/sampling"
)

// fewestPoints is how many base points variance-based methods need at least.
const fewestPoints = 64

// checkBase returns an error unless so many base points can be had: a power of two, for any other number spoils the
// evenness of Sobol' points.
//
// Source: Owen (2020), On dropping the first Sobol' point, arXiv 2008.08051.
func checkBase(p *Problem, points int) error {
	switch most := sampling.MaxSobolDimensions / 2; {
	case points < fewestPoints || points&(points-1) != 0:
		return fmt.Errorf("%d points: it takes a power of two, at least %d", points, fewestPoints)
	case len(p.Inputs) == 0 || p.Outputs < 1:
		return fmt.Errorf("%d inputs and %d outputs: there must be some", len(p.Inputs), p.Outputs)
	case len(p.Inputs) > most:
		return fmt.Errorf("%d inputs: there are Sobol' points for %d at most, as each takes two dimensions", len(p.Inputs), most)
	}
	return nil
}

// base holds two samples of the inputs, A and B, independent of one another: the two halves of Sobol' points.
type base struct {
	points int
	a, b   sample
}

// sample holds the values of the inputs, and the normal scores of those that are correlated, point by point.
type sample struct {
	inputs, width  int // of a point: values and scores
	values, scores []float64
}

func newSample(points, inputs, width int) sample {
	return sample{inputs, width, make([]float64, points*inputs), make([]float64, points*width)}
}

func (s *sample) valuesAt(j int) []float64 { return s.values[j*s.inputs : (j+1)*s.inputs] }
func (s *sample) scoresAt(j int) []float64 { return s.scores[j*s.width : (j+1)*s.width] }

func newBase(ctx context.Context, p *Problem, c *copula, seed uint64, points, workers int) (*base, error) {
	inputs := len(p.Inputs)
	sampler, err := sampling.New(sampling.Sobol, seed, 2*inputs, 0)
	if err != nil {
		return nil, err
	}
	b := &base{points, newSample(points, inputs, c.width), newSample(points, inputs, c.width)}
	coordinates, scratches := make([][]float64, workers), make([]*sampling.Scratch, workers)
	for i := range workers {
		coordinates[i], scratches[i] = make([]float64, 2*inputs), sampling.NewScratch(2*inputs)
	}
	err = parallel.Do(ctx, workers, points, runBlock, func(worker, from, end int) {
		u, scratch := coordinates[worker], scratches[worker]
		for j := from; j < end; j++ {
			sampler.Point(j, u, scratch)
			c.fill(p, u[:inputs], b.a.valuesAt(j), b.a.scoresAt(j))
			c.fill(p, u[inputs:], b.b.valuesAt(j), b.b.scoresAt(j))
		}
	})
	return b, err
}

// fill makes a point's values and scores from numbers in the unit interval.
func (c *copula) fill(p *Problem, u, values, scores []float64) {
	for i := range values {
		if c.blockOf[i] == nil {
			values[i] = p.Inputs[i].value(u[i])
		}
	}
	for _, b := range c.blocks {
		b.correlate(u, scores)
		for index, i := range b.inputs {
			values[i] = p.Inputs[i].value(probability(scores[b.at+index]))
		}
	}
}

// run returns the outputs at A and B. It returns a ConstantError for one that does not vary.
func (b *base) run(ctx context.Context, p *Problem, r Run) ([]responses, error) {
	values, err := p.evaluateFinite(ctx, r, 2*b.points, func(_, run int, x []float64) {
		own, _ := b.sides(run / b.points)
		copy(x, own.valuesAt(run%b.points))
	}, b.pointOf)
	if err != nil {
		return nil, err
	}
	all := make([]responses, len(values))
	for output, y := range values {
		all[output] = responses{a: y[:b.points], b: y[b.points:]}
		if all[output].constant() {
			return nil, ConstantError{output}
		}
	}
	return all, nil
}

// sides returns A and B for an even number, B and A for an odd one.
func (b *base) sides(number int) (own, other *sample) {
	if number%2 == 0 {
		return &b.a, &b.b
	}
	return &b.b, &b.a
}

// pointOf is the point of a run, where runs go sample by sample.
func (b *base) pointOf(run int) int { return run % b.points }
