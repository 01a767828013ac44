package sensitivity

import (
	"context"
	"fmt"
	"math"
	"slices"

	"reconfig/sim/parallel"
	"reconfig/sim/quantile"
)

// PawnOptions says how PAWN indices are computed; what is 0 has its default.
type PawnOptions struct {
	Slices    int // that each input's values are cut into, at most; 10
	Resamples int // of the bootstrap; 500
	Seed      uint64
	Workers   int // goroutines at once; one a processor
}

func (o PawnOptions) withDefaults() PawnOptions {
	if o.Slices == 0 {
		o.Slices = 10
	}
	if o.Resamples == 0 {
		o.Resamples = 500
	}
	o.Workers = Run{Workers: o.Workers}.workers()
	return o
}

// PawnIndices is how far the distribution of the output is from that in slices of one input, by input: of each slice the
// Kolmogorov-Smirnov distance, the greatest difference of the two distribution functions, from 0 to 1.
type PawnIndices struct {
	Median   []Interval // over slices, with its 95 % bootstrap interval (see pawnInterval)
	Greatest []float64  // over slices
	Noise    []float64  // 95th percentile of what Median comes to by chance, of inputs with as many draws in each slice that the output does not depend on
}

// Pawn computes PAWN indices from draws that were made already: x by input and draw, y by draw. Values may be infinite, as
// a payback that never comes. Only the order of the values counts. Inputs may be correlated: an index measures all that
// knowing the input tells of the output, by way of others too.
//
// Each input is cut into slices of as many draws each; draws of one value are never parted, so that an input with few
// values has a slice for each. An input with one value has indices of 0.
//
// It returns an error if there are fewer draws than slices, if a number of draws differs from that of y, and if a value
// is NaN, and if the context ends.
//
// Sources: Pianosi & Wagener (2018), Distribution-based sensitivity analysis from a generic input-output sample,
// Environmental Modelling & Software 108; for the noise the dummy parameter of Khorashadi Zadeh et al. (2017), ibid. 91.
func Pawn(ctx context.Context, x [][]float64, y []float64, o PawnOptions) (*PawnIndices, error) {
	o = o.withDefaults()
	if err := checkPawn(x, y, o); err != nil {
		return nil, err
	}
	s := newPawnSample(y)
	inputs := make([]pawnSlices, len(x))
	p := &PawnIndices{make([]Interval, len(x)), make([]float64, len(x)), make([]float64, len(x))}
	every := s.every()
	for i, values := range x {
		inputs[i] = s.slice(values, o.Slices)
		distances := inputs[i].distances(every, nil)
		p.Greatest[i] = slices.Max(distances)
		p.Median[i].Value = pawnMedian(distances)
	}
	resampled, err := s.resampleMedians(ctx, inputs, o)
	if err != nil {
		return nil, err
	}
	noise := pawnNoise{sample: s, options: o}
	for i := range inputs {
		p.Median[i] = pawnInterval(p.Median[i].Value, resampled[i])
		if p.Noise[i], err = noise.of(ctx, inputs[i]); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func checkPawn(x [][]float64, y []float64, o PawnOptions) error {
	if o.Slices < 2 || o.Resamples < 1 {
		return fmt.Errorf("%d slices and %d resamples: at least 2 and 1 are needed", o.Slices, o.Resamples)
	}
	if len(y) < o.Slices {
		return fmt.Errorf("%d draws for %d slices", len(y), o.Slices)
	}
	if slices.ContainsFunc(y, math.IsNaN) {
		return fmt.Errorf("an output is not a number")
	}
	for i, values := range x {
		if len(values) != len(y) {
			return fmt.Errorf("input %d has %d draws, the output %d", i, len(values), len(y))
		}
		if slices.ContainsFunc(values, math.IsNaN) {
			return fmt.Errorf("a value of input %d is not a number", i)
		}
	}
	return nil
}

// resampleMedians are the medians by input and resample. Slices stay as they were cut from the draws themselves.
func (s *pawnSample) resampleMedians(ctx context.Context, inputs []pawnSlices, o PawnOptions) ([][]float64, error) {
	medians := make([][]float64, len(inputs))
	for i := range medians {
		medians[i] = make([]float64, o.Resamples)
	}
	weights := make([]pawnWeights, o.Workers)
	distances := make([][]float64, o.Workers)
	err := parallel.Do(ctx, o.Workers, o.Resamples, 1, func(worker, resample, _ int) {
		s.resample(o.Seed, resample, &weights[worker])
		for i := range inputs {
			distances[worker] = inputs[i].distances(weights[worker], distances[worker][:0])
			medians[i][resample] = pawnMedian(distances[worker])
		}
	})
	return medians, err
}

// pawnMedian sorts the distances.
func pawnMedian(distances []float64) float64 {
	slices.Sort(distances)
	n := len(distances)
	return (distances[(n-1)/2] + distances[n/2]) / 2
}

// pawnInterval is the percentile bootstrap interval, moved by the bias of the resamples: distances of resamples are
// greater on average, as they have the chance of the draws and that of resampling in them.
func pawnInterval(value float64, resampled []float64) Interval {
	mean := 0.0
	for _, median := range resampled {
		mean += median / float64(len(resampled))
	}
	var scratch quantile.Scratch
	var ends [2]float64
	scratch.Quantiles(resampled, []float64{0.025, 0.975}, ends[:])
	bias := mean - value
	return Interval{value, max(0, ends[0]-bias), min(1, ends[1]-bias)}
}
