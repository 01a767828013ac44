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
	least, greatest float64 // of the finite values
	positive        pages
	negative        pages // of the numbers without their sign
}

// SketchError is the greatest relative error of a sketch's quantile, of numbers of more than 1e-305.
const SketchError = 1.0 / pageBins

const (
	pageDigits = 10
	pageBins   = 1 << pageDigits
	shift      = 52 - pageDigits
)

// pages hold the bins of one sign, a page for each exponent; pages that nothing fell on are nil.
type pages struct {
	first int // exponent of the first page
	pages []*[pageBins]uint32
}

// bin is the exponent of a number and the index of its bin on that page; the sign does not count.
func bin(v float64) (exponent, index int) {
	b := math.Float64bits(v)
	return int(b >> 52 & 0x7ff), int(b >> shift & (pageBins - 1))
}

// binEnds are the numbers without sign that a bin reaches from and to.
func binEnds(exponent, index int) (from, to float64) {
	b := uint64(exponent)<<52 | uint64(index)<<shift
	return math.Float64frombits(b), math.Float64frombits(b + 1<<shift)
}

// page finds the page of an exponent, or adds it.
func (p *pages) page(exponent int) *[pageBins]uint32 {
	i := exponent - p.first
	if i < 0 || i >= len(p.pages) {
		p.reach(exponent)
		i = exponent - p.first
	}
	if p.pages[i] == nil {
		p.pages[i] = new([pageBins]uint32)
	}
	return p.pages[i]
}

// reach makes the page of an exponent.
func (p *pages) reach(exponent int) {
	switch {
	case len(p.pages) == 0:
		p.first, p.pages = exponent, make([]*[pageBins]uint32, 1)
	case exponent < p.first:
		p.pages = append(make([]*[pageBins]uint32, p.first-exponent), p.pages...)
		p.first = exponent
	case exponent >= p.first+len(p.pages):
		p.pages = append(p.pages, make([]*[pageBins]uint32, exponent-p.first-len(p.pages)+1)...)
	}
}

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
	for _, v := range values {
		block.m2 += float64((v - block.mean) * (v - block.mean))
		switch {
		case v > 0:
			exponent, index := bin(v)
			s.positive.page(exponent)[index]++
		case v < 0:
			exponent, index := bin(v)
			s.negative.page(exponent)[index]++
		default:
			s.zero++
		}
	}
	s.addBlock(block, least, greatest)
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
	s.positive.join(&o.positive)
	s.negative.join(&o.negative)
}

func (p *pages) join(o *pages) {
	for i, counts := range o.pages {
		if counts == nil {
			continue
		}
		page := p.page(o.first + i)
		for index, n := range counts {
			page[index] += n
		}
	}
}

// Statistics are what the sketch knows of its values: mean and standard deviation as they are, percentiles to
// SketchError.
func (s *Sketch) Statistics() Statistics {
	d := Statistics{Draws: s.count() + s.empty, Mean: math.NaN(), SD: math.NaN()}
	if s.empty > 0 { // as Describe has it: what is empty in one draw is nothing to be stated of all
		for i := range d.Percentiles {
			d.Percentiles[i] = math.NaN()
		}
		return d
	}
	if s.count() > 0 && s.infinite == 0 && s.below == 0 {
		d.Mean, d.SD = s.moments.mean, s.moments.sd()
	}
	d.InfiniteShare = float64(s.infinite) / float64(max(1, d.Draws))
	for i, share := range percentileShares {
		d.Percentiles[i] = s.Quantile(share)
	}
	return d
}

func (s *Sketch) count() int { return s.below + s.moments.n + s.infinite }

// Quantile is the quantile at a share of the values, by type 7 on the order statistics as the bins have them: NaN if
// there is none.
func (s *Sketch) Quantile(share float64) float64 {
	if s.count() == 0 {
		return math.NaN()
	}
	h := float64(float64(s.count()-1) * share)
	low := s.order(int(math.Floor(h)))
	return quantile.Between(low, s.order(int(math.Ceil(h))), h-math.Floor(h))
}

// order is the value at a rank, counted from 0.
func (s *Sketch) order(rank int) float64 {
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
	negative := s.negative.total()
	v := 0.0
	switch {
	case rank < negative:
		v = -s.negative.order(float64(negative-1-rank) + 0.5)
	case rank >= negative+s.zero:
		v = s.positive.order(float64(rank-negative-s.zero) + 0.5)
	}
	return min(max(v, s.least), s.greatest)
}

// total is how many numbers are on the pages.
func (p *pages) total() int {
	total := 0
	for _, counts := range p.pages {
		if counts != nil {
			for _, n := range counts {
				total += int(n)
			}
		}
	}
	return total
}

// order is the number below which that many are; within a bin they are taken as spread evenly.
func (p *pages) order(below float64) float64 {
	for i, counts := range p.pages {
		if counts == nil {
			continue
		}
		for index, n := range counts {
			if below <= float64(n) {
				from, to := binEnds(p.first+i, index)
				return from + (to-from)*below/float64(n)
			}
			below -= float64(n)
		}
	}
	return math.Inf(1)
}
