// Package quantile finds order statistics and quantiles of many values without sorting all of them.
package quantile

import (
	"math"
	"slices"
)

// Scratch is the workspace for order statistics of one goroutine.
type Scratch struct {
	ranks    []int
	order    []float64
	counts   [buckets + 1]int
	starts   [buckets]int
	gathered []float64
}

// buckets is how many intervals of equal width the values are sorted into, so that only those that hold a wanted rank
// need be sorted further.
const buckets = 512

// Quantiles fills in the quantiles of the values by Hyndman and Fan's type 7, the default of R and NumPy: at share p
// the value at rank (n − 1) p, counted from 0, with straight lines between ranks. Values may be infinite.
func (s *Scratch) Quantiles(values, shares, dst []float64) {
	low, high := ends(values)
	s.QuantilesWithin(values, low, high, shares, dst)
}

// QuantilesWithin is Quantiles for values of which the least is known, and the greatest but for +∞.
func (s *Scratch) QuantilesWithin(values []float64, low, high float64, shares, dst []float64) {
	s.ranks = s.ranks[:0]
	for _, p := range shares {
		h := float64(float64(len(values)-1) * p)
		s.ranks = append(s.ranks, int(math.Floor(h)), int(math.Ceil(h)))
	}
	s.findOrder(values, low, high)
	for i, p := range shares {
		h := float64(float64(len(values)-1) * p)
		dst[i] = Between(s.order[2*i], s.order[2*i+1], h-math.Floor(h))
	}
}

// ends are the least of the values, and the greatest but for +∞.
func ends(values []float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v < low {
			low = v
		}
		if v > high && v <= math.MaxFloat64 {
			high = v
		}
	}
	return low, high
}

// Between is a straight line from low to high, which may be infinite.
func Between(low, high, part float64) float64 {
	if part == 0 || low == high || math.IsInf(low, -1) {
		return low
	}
	return low + float64(part*(high-low))
}

// findOrder fills in the order statistics at the ranks: the values that would stand there if all were sorted.
func (s *Scratch) findOrder(values []float64, low, high float64) {
	s.order = slices.Grow(s.order[:0], len(s.ranks))[:len(s.ranks)]
	if !(high > low) { // all finite values are the same
		s.findConstant(values, low)
		return
	}
	scale := buckets / (high - low)
	if math.IsInf(high-low, 0) || math.IsInf(scale, 0) {
		s.findSorted(values)
		return
	}
	clear(s.counts[:])
	for _, v := range values {
		s.counts[bucketOf(v, low, scale)+1]++
	}
	for i := range buckets {
		s.counts[i+1] += s.counts[i] // counts[i]: values before bucket i
	}
	s.gather(values, low, scale)
}

// bucketOf is the bucket of a value; it never falls as the value rises. +∞ is in the last.
func bucketOf(v, low, scale float64) int {
	b := (v - low) * scale
	if !(b < buckets-1) {
		return buckets - 1
	}
	return int(b)
}

// gather sorts the buckets that hold a wanted rank, and reads the ranks off.
func (s *Scratch) gather(values []float64, low, scale float64) {
	for i := range s.starts {
		s.starts[i] = -1
	}
	size := 0
	for _, rank := range s.ranks {
		b := s.bucketOfRank(rank)
		if s.starts[b] < 0 {
			s.starts[b] = size
			size += s.counts[b+1] - s.counts[b]
		}
	}
	s.gathered = slices.Grow(s.gathered[:0], size)[:size]
	next := s.starts
	for _, v := range values {
		if b := bucketOf(v, low, scale); next[b] >= 0 {
			s.gathered[next[b]] = v
			next[b]++
		}
	}
	for b, start := range s.starts {
		if start >= 0 {
			slices.Sort(s.gathered[start:next[b]])
		}
	}
	for i, rank := range s.ranks {
		b := s.bucketOfRank(rank)
		s.order[i] = s.gathered[s.starts[b]+rank-s.counts[b]]
	}
}

// bucketOfRank is the bucket that holds the value of a rank.
func (s *Scratch) bucketOfRank(rank int) int {
	b, _ := slices.BinarySearchFunc(s.counts[1:], rank, func(upTo, rank int) int {
		if upTo <= rank {
			return -1
		}
		return 1
	})
	return b
}

// findConstant is for values that are all the same, but for those that are infinite.
func (s *Scratch) findConstant(values []float64, constant float64) {
	finite := 0
	for _, v := range values {
		if !math.IsInf(v, 1) {
			finite++
		}
	}
	for i, rank := range s.ranks {
		s.order[i] = constant
		if rank >= finite {
			s.order[i] = math.Inf(1)
		}
	}
}

func (s *Scratch) findSorted(values []float64) {
	s.gathered = append(s.gathered[:0], values...)
	slices.Sort(s.gathered)
	for i, rank := range s.ranks {
		s.order[i] = s.gathered[rank]
	}
}
