package ensemble

import (
	"math"
	"slices"

	"reconfig/sim/columns"
	"reconfig/sim/quantile"
)

// Sketch counts values in bins, for quantiles of more values than can be held. A bin is all numbers with the same sign,
// exponent and first ten binary digits after the point: so a quantile is known to one part in 1,024 of itself, and
// sketches of parts join exactly, in any order. The idea is that of Tene's HdrHistogram and of Masson, Rim and Lee,
// DDSketch (2019); taking the bin straight from the number's own digits needs no logarithm.
type Sketch struct {
	moments         moments // of the finite values
	infinite        int     // +∞
	below           int     // −∞
	empty           int     // NaN
	zero            int
	least, greatest float64 // of the finite values
	bins            pages   // of the finite values but 0
}

// SketchError is the greatest relative error of a sketch's quantile, of numbers of more than 1e-305.
const SketchError = 1.0 / (1 << binDigits)

// Add takes values in, in order.
func (s *Sketch) Add(values []float64) {
	for block := range slices.Chunk(values, blockSize) {
		s.addBlock(block)
	}
}

func (s *Sketch) addBlock(values []float64) {
	s.fetch()
	sums := columns.Sum(values)
	s.addSummed(values, 1, blockOf(&sums))
}

// fetch asks for the memory where the next values will be counted.
func (s *Sketch) fetch() { s.bins.fetch(s.least, s.greatest) }

// addSummed takes in a block that has been summed up: every stride-th of some numbers.
func (s *Sketch) addSummed(numbers []float64, stride int, block block) {
	switch {
	case !block.finite() && s.addUneven(numbers, stride):
		return
	case block.least == block.greatest: // as of what does not depend on the draw
		s.count(block.least, block.n)
	default:
		s.countEach(numbers, stride, &block)
	}
	s.addUp(block)
}

// countEach counts finite values, every stride-th of some numbers, of which it is known what they come to.
func (s *Sketch) countEach(numbers []float64, stride int, block *block) {
	least, greatest := block.least, block.greatest
	if s.moments.n > 0 {
		least, greatest = min(s.least, least), max(s.greatest, greatest)
	}
	s.bins.widen(least, greatest)
	if w := s.bins.windowOf(block.least, block.greatest); w != nil {
		s.bins.countWithin(w, numbers, stride)
		return
	}
	zeros, outside := s.bins.countEach(numbers, stride)
	s.zero += zeros
	s.bins.scattered = outside > block.n/16
}

// count counts a finite value so many times. Numbers too small to have all their digits count as 0, so that no page is
// theirs and 0 needs no question of its own where values are many.
func (s *Sketch) count(v float64, times int) {
	b := binOf(v)
	if b.key < exponentBins {
		s.zero += times
		return
	}
	s.bins.add(b, uint32(times))
}

// addUp takes in what is known of a block of finite values, but for its bins.
func (s *Sketch) addUp(b block) {
	if s.moments.n == 0 {
		s.least, s.greatest = b.least, b.greatest
	}
	s.least, s.greatest = min(s.least, b.least), max(s.greatest, b.greatest)
	s.moments.join(b.moments)
}

// addUneven takes in a block of values that are not all finite, every stride-th of some numbers; false if they are.
func (s *Sketch) addUneven(numbers []float64, stride int) bool {
	var finite [blockSize]float64
	n, uneven := 0, false
	for k := 0; k < len(numbers); k += stride {
		v := numbers[k]
		switch {
		case math.IsNaN(v):
			s.empty++
		case math.IsInf(v, 1):
			s.infinite++
		case math.IsInf(v, -1):
			s.below++
		default:
			finite[n] = v
			n++
			continue
		}
		uneven = true
	}
	if uneven && n > 0 {
		s.addBlock(finite[:n])
	}
	return uneven // if not, only their sum is too great
}

// Join takes in what another sketch has counted. Means and standard deviations depend on the order of joining in their
// last digits; counts do not.
func (s *Sketch) Join(o *Sketch) {
	if o.moments.n > 0 {
		s.addUp(block{o.moments, o.least, o.greatest})
	}
	s.infinite += o.infinite
	s.below += o.below
	s.empty += o.empty
	s.zero += o.zero
	s.bins.join(&o.bins)
}

// Statistics are what the sketch knows of its values: mean and standard deviation as they are, percentiles to
// SketchError.
func (s *Sketch) Statistics() Statistics {
	var quantiles [percentileCount]float64
	d := s.describe(percentileShares[:], quantiles[:])
	d.Percentiles = quantiles
	return d
}

// describe returns the statistics but for the percentiles, and fills in the quantiles at shares of the values. What is empty in
// one draw is nothing to be stated of all.
func (s *Sketch) describe(shares, quantiles []float64) Statistics {
	d := Statistics{Draws: s.held() + s.empty, Mean: math.NaN(), SD: math.NaN()}
	if s.empty > 0 {
		for i := range quantiles {
			quantiles[i] = math.NaN()
		}
		return d
	}
	if s.held() > 0 && s.infinite == 0 && s.below == 0 {
		d.Mean, d.SD = s.moments.mean, s.moments.sd()
	}
	d.InfiniteShare = float64(s.infinite) / float64(max(1, d.Draws))
	s.Quantiles(shares, quantiles)
	return d
}

// held is how many values there are but for the empty ones.
func (s *Sketch) held() int { return s.below + s.moments.n + s.infinite }

// Quantiles fills in the quantiles at shares of the values, by type 7 on the order statistics as the bins have them: NaN if
// there are none.
func (s *Sketch) Quantiles(shares, dst []float64) {
	t := s.bins.tally()
	for i, share := range shares {
		if s.held() == 0 {
			dst[i] = math.NaN()
			continue
		}
		h := float64(float64(s.held()-1) * share)
		low, high := int(math.Floor(h)), int(math.Ceil(h))
		dst[i] = s.orderOf(low, t)
		if high > low {
			dst[i] = quantile.Between(dst[i], s.orderOf(high, t), h-math.Floor(h))
		}
	}
}

// orderOf is the value at a rank, counted from 0.
func (s *Sketch) orderOf(rank int, t tally) float64 {
	rank -= s.below
	switch {
	case rank < 0:
		return math.Inf(-1)
	case rank >= s.moments.n:
		return math.Inf(1)
	case rank == 0:
		return s.least
	case rank == s.moments.n-1:
		return s.greatest
	}
	v, below := 0.0, t.total[columns.Negative]
	switch {
	case rank < below:
		v = -s.bins.order(columns.Negative, float64(below-1-rank)+0.5, t)
	case rank >= below+s.zero:
		v = s.bins.order(columns.Positive, float64(rank-below-s.zero)+0.5, t)
	}
	return min(max(v, s.least), s.greatest)
}
