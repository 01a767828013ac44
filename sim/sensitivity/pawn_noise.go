package sensitivity

import (
	"context"
	"slices"

	"reconfig/sim/parallel"
	"reconfig/sim/quantile"
	"reconfig/sim/sampling"
)

// pawnDummies is how many inputs that the output does not depend on stand for all such.
const pawnDummies = 200

// pawnNoise is what medians come to by chance alone. That depends on nothing but the sizes of the slices, so what is
// known of some serves every input with the same.
type pawnNoise struct {
	sample  *pawnSample
	options PawnOptions
	sizes   [][]int
	noise   []float64
}

// of is the noise of an input: the 95th percentile of the median over dummies, which have slices of the same sizes with
// draws at random.
func (n *pawnNoise) of(ctx context.Context, input pawnSlices) (float64, error) {
	sizes := make([]int, len(input))
	for i, slice := range input {
		sizes[i] = len(slice)
	}
	slices.Sort(sizes)
	known := slices.IndexFunc(n.sizes, func(s []int) bool { return slices.Equal(s, sizes) })
	if known < 0 {
		noise, err := n.compute(ctx, sizes)
		if err != nil {
			return 0, err
		}
		known = len(n.sizes)
		n.sizes, n.noise = append(n.sizes, sizes), append(n.noise, noise)
	}
	return n.noise[known], nil
}

func (n *pawnNoise) compute(ctx context.Context, sizes []int) (float64, error) {
	every := n.sample.every()
	medians := make([]float64, pawnDummies)
	err := parallel.Do(ctx, n.options.Workers, pawnDummies, 1, func(_, dummy, _ int) {
		medians[dummy] = pawnMedian(n.dummy(dummy, sizes).distances(every, nil))
	})
	if err != nil {
		return 0, err
	}
	var scratch quantile.Scratch
	var noise [1]float64
	scratch.Quantiles(medians, []float64{0.95}, noise[:])
	return noise[0], nil
}

// dummy puts draws into slices at random.
func (n *pawnNoise) dummy(i int, sizes []int) pawnSlices {
	labels := make([]int, 0, len(n.sample.order))
	dummy := make(pawnSlices, len(sizes))
	for label, size := range sizes {
		labels = append(labels, slices.Repeat([]int{label}, size)...)
		dummy[label] = make([]int32, 0, size)
	}
	random := newGenerator(n.options.Seed, sampling.ForDummies, i)
	random.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
	for index, label := range labels {
		dummy[label] = append(dummy[label], int32(index))
	}
	return dummy
}
