package ensemble

import (
	"math"
	"slices"

	"reconfig/sim/columns"
)

// blockSize is how many values at most are added up before their moments are joined to those of others. It is part of the
// last bits.
const blockSize = 512

// block is what a few values come to.
type block struct {
	moments
	least, greatest float64
}

// blockOf is what a few values come to by their sums. Sums are of what values differ from the first, so that values that are all
// the same have no deviation at all. The first is no further from the mean than √n standard deviations, so that squares lose no
// more than three digits in a block.
func blockOf(s *columns.Sums) block {
	n := float64(s.N)
	off := s.Sum / n
	m2 := max(0, s.Squares-float64(float64(off*off)*n))
	return block{moments{n: s.N, mean: s.First + off, m2: m2}, s.Least, s.Greatest}
}

// blockOfAll sums up any number of values, a block at a time. What there is nothing of has no mean.
func blockOfAll(values []float64) block {
	all := block{moments{mean: math.NaN()}, math.Inf(1), math.Inf(-1)}
	for values := range slices.Chunk(values, blockSize) {
		sums := columns.Sum(values)
		b := blockOf(&sums)
		all.join(b.moments)
		all.least, all.greatest = min(all.least, b.least), max(all.greatest, b.greatest)
	}
	return all
}

// finite says whether all values are finite, and so is their sum.
func (b *block) finite() bool { return math.Abs(b.mean) <= math.MaxFloat64 }
