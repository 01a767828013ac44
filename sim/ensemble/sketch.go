package ensemble

import (
	"math"

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
	least, greatest float64  // of the finite values
	sides           [2]pages // numbers above 0, and below 0 without their sign
}

// The sides of a sketch.
const (
	positive = iota
	negative
)

// SketchError is the greatest relative error of a sketch's quantile, of numbers of more than 1e-305.
const SketchError = 1.0 / (1 << binDigits)

// Add takes values in, in order.
func (s *Sketch) Add(values []float64) {
	if len(values) == 0 {
		return
	}
	origin, sum := values[0], 0.0
	least, greatest := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		sum += v - origin
		if v < least {
			least = v
		}
		if v > greatest {
			greatest = v
		}
	}
	if !(math.Abs(sum) <= math.MaxFloat64) && s.addUneven(values) {
		return
	}
	block := moments{n: len(values), mean: origin + sum/float64(len(values))}
	if least == greatest { // as of what does not depend on the draw
		s.count(origin, len(values))
	} else {
		block.m2 = s.addVaried(values, block.mean)
	}
	s.addBlock(block, least, greatest)
}

// addVaried counts finite values, and returns the sum of their squared deviations.
func (s *Sketch) addVaried(values []float64, mean float64) (m2 float64) {
	zero := 0 // here, as a number in memory takes longer to count up than all else
	for _, v := range values {
		m2 += float64((v - mean) * (v - mean))
		if v == 0 {
			zero++
			continue
		}
		// The sign picks the side without a branch, which differences of structures would take now this way, now that.
		sign, key := signAndKey(v)
		side := &s.sides[sign]
		if page := side.page(key); page != nil {
			if page[key%pageBins]++; page[key%pageBins] == 0 {
				side.carry(key, 1)
			}
		} else {
			side.add(key, 1)
		}
	}
	s.zero += zero
	return m2
}

// count counts a finite value so many times.
func (s *Sketch) count(v float64, times int) {
	if v == 0 {
		s.zero += times
		return
	}
	sign, key := signAndKey(v)
	s.sides[sign].add(key, uint32(times))
}

// addBlock joins what is known of a block of finite values, but for its bins.
func (s *Sketch) addBlock(block moments, least, greatest float64) {
	if s.moments.n == 0 {
		s.least, s.greatest = least, greatest
	}
	s.least, s.greatest = min(s.least, least), max(s.greatest, greatest)
	s.moments.join(block)
}

// addUneven takes in values that are not all finite; false if they are.
func (s *Sketch) addUneven(values []float64) bool {
	var finite []float64
	for _, v := range values {
		switch {
		case math.IsNaN(v):
			s.empty++
		case math.IsInf(v, 1):
			s.infinite++
		case math.IsInf(v, -1):
			s.below++
		default:
			finite = append(finite, v)
		}
	}
	if len(finite) == len(values) { // their sum is too great, but none of them
		return false
	}
	s.Add(finite)
	return true
}

// Join takes in what another sketch has counted. Means and standard deviations depend on the order of joining in their
// last digits; counts do not.
func (s *Sketch) Join(o *Sketch) {
	if o.moments.n > 0 {
		s.addBlock(o.moments, o.least, o.greatest)
	}
	s.infinite += o.infinite
	s.below += o.below
	s.empty += o.empty
	s.zero += o.zero
	for i := range s.sides {
		s.sides[i].join(&o.sides[i])
	}
}

// Statistics are what the sketch knows of its values: mean and standard deviation as they are, percentiles to
// SketchError.
func (s *Sketch) Statistics() Statistics {
	d := Statistics{Draws: s.held() + s.empty, Mean: math.NaN(), SD: math.NaN()}
	if s.empty > 0 { // as Describe has it: what is empty in one draw is nothing to be stated of all
		for i := range d.Percentiles {
			d.Percentiles[i] = math.NaN()
		}
		return d
	}
	if s.held() > 0 && s.infinite == 0 && s.below == 0 {
		d.Mean, d.SD = s.moments.mean, s.moments.sd()
	}
	d.InfiniteShare = float64(s.infinite) / float64(max(1, d.Draws))
	s.Quantiles(percentileShares[:], d.Percentiles[:])
	return d
}

// held is how many values there are but for the empty ones.
func (s *Sketch) held() int { return s.below + s.moments.n + s.infinite }

// Quantiles fills in the quantiles at shares of the values, by type 7 on the order statistics as the bins have them: NaN if
// there are none.
func (s *Sketch) Quantiles(shares, dst []float64) {
	tallies := [2]tally{s.sides[positive].tally(), s.sides[negative].tally()}
	for i, share := range shares {
		if s.held() == 0 {
			dst[i] = math.NaN()
			continue
		}
		h := float64(float64(s.held()-1) * share)
		low, high := int(math.Floor(h)), int(math.Ceil(h))
		dst[i] = s.order(low, &tallies)
		if high > low {
			dst[i] = quantile.Between(dst[i], s.order(high, &tallies), h-math.Floor(h))
		}
	}
}

// order is the value at a rank, counted from 0.
func (s *Sketch) order(rank int, tallies *[2]tally) float64 {
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
	v, below := 0.0, tallies[negative].total
	switch {
	case rank < below:
		v = -s.sides[negative].order(float64(below-1-rank)+0.5, tallies[negative])
	case rank >= below+s.zero:
		v = s.sides[positive].order(float64(rank-below-s.zero)+0.5, tallies[positive])
	}
	return min(max(v, s.least), s.greatest)
}
