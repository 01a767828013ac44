package ensemble

import (
	"math"
	"slices"
)

// blockSize is how many values at most are added up before their moments are joined to those of others. It is part of the
// last bits.
const blockSize = 512

// block is what a few values come to.
type block struct {
	moments
	least, greatest float64
}

// blockOf sums up values, of which there must be at least one, in one pass. Sums are of what values differ from the first,
// so that values that are all the same have no deviation at all. The first is no further from the mean than √n standard
// deviations, so that squares lose no more than three digits in a block. Every other value goes into sums of its own, as an
// addition waits for the one before.
func blockOf(values []float64) block {
	origin := values[0]
	least, greatest := origin, origin
	var sum, sum2, squares, squares2 float64
	rest := values
	for ; len(rest) >= 2; rest = rest[2:] {
		v, w := rest[0], rest[1]
		if v < least {
			least = v
		}
		if v > greatest {
			greatest = v
		}
		if w < least {
			least = w
		}
		if w > greatest {
			greatest = w
		}
		v, w = v-origin, w-origin
		sum, sum2 = sum+v, sum2+w
		squares, squares2 = squares+float64(v*v), squares2+float64(w*w)
	}
	for _, v := range rest {
		least, greatest = min(least, v), max(greatest, v)
		v -= origin
		sum += v
		squares += float64(v * v)
	}
	n := float64(len(values))
	off := (sum + sum2) / n
	m2 := max(0, squares+squares2-float64(float64(off*off)*n))
	return block{moments{n: len(values), mean: origin + off, m2: m2}, least, greatest}
}

// blockOfAll sums up any number of values, a block at a time. What there is nothing of has no mean.
func blockOfAll(values []float64) block {
	all := block{moments{mean: math.NaN()}, math.Inf(1), math.Inf(-1)}
	for values := range slices.Chunk(values, blockSize) {
		b := blockOf(values)
		all.join(b.moments)
		all.least, all.greatest = min(all.least, b.least), max(all.greatest, b.greatest)
	}
	return all
}

// finite says whether all values are finite, and so is their sum.
func (b *block) finite() bool { return math.Abs(b.mean) <= math.MaxFloat64 }
