package columns

import (
	"math"

	"reconfig/sim/numbers"
)

// Differences fills in a column less another, row by row, and counts the differences above 0, those below, and the rows in which
// both values are the same but for rounding (see numbers.Same), which count as neither. Where both are +∞, as two paybacks that
// never come, their difference is 0. All columns have as many values.
func Differences(a, b, dst []float64) (above, below, same int) {
	whole := min(fours(a, b), fours(a, dst))
	above, below, same = differences(a[:whole], b, dst)
	moreAbove, moreBelow, moreSame := plainDifferences(a[whole:], b[whole:], dst[whole:])
	return above + moreAbove, below + moreBelow, same + moreSame
}

func plainDifferences(a, b, dst []float64) (above, below, same int) {
	b, dst = b[:len(a)], dst[:len(a)]
	for k, x := range a {
		y := b[k]
		d := x - y
		if !(math.Abs(d) <= math.MaxFloat64) {
			if math.IsInf(x, 1) && x == y {
				d = 0
			}
			isSame := count(x == y)
			above, below, same = above+count(d > 0), below+count(d < 0), same+isSame
			dst[k] = d
			continue
		}
		dst[k] = d
		// numbers.Same, without branches, which would go now this way, now that.
		isSame := count(math.Abs(d) <= numbers.Rounding*greaterAbs(x, y))
		above += count(d > 0) &^ isSame
		below += count(d < 0) &^ isSame
		same += isSame
	}
	return above, below, same
}

// count is 1 of what holds.
func count(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// greaterAbs is the greater of two numbers without their signs. The bits of what is above 0 are in the order of the numbers.
func greaterAbs(a, b float64) float64 {
	const sign = 1 << 63
	return math.Float64frombits(max(math.Float64bits(a)&^sign, math.Float64bits(b)&^sign))
}
