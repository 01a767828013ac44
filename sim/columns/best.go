package columns

import (
	"math"

	"reconfig/sim/numbers"
)

// Raise replaces each number by another that is greater. What is NaN is replaced by anything.
func Raise(top, by []float64) {
	whole := fours(top, by)
	raise(top[:whole], by)
	plainRaise(top[whole:], by[whole:])
}

// Lower replaces each number by another that is less. What is NaN is replaced by anything.
func Lower(top, by []float64) {
	whole := fours(top, by)
	lower(top[:whole], by)
	plainLower(top[whole:], by[whole:])
}

// MarkSame fills in 1 where two numbers are the same but for rounding (see numbers.Same), else 0.
func MarkSame(marks, a, b []float64) {
	whole := min(fours(marks, a), fours(marks, b))
	markSame(marks[:whole], a, b)
	plainMarkSame(marks[whole:], a[whole:], b[whole:])
}

// fours is how many numbers whole fours of a column have. The other column must be as long: assembly does not look where slices
// end.
func fours(column, other []float64) int {
	_ = other[:len(column):len(other)]
	return len(column) &^ 3
}

func plainRaise(top, by []float64) {
	for k, t := range top {
		if by[k] > t || math.IsNaN(t) {
			top[k] = by[k]
		}
	}
}

func plainLower(top, by []float64) {
	for k, t := range top {
		if by[k] < t || math.IsNaN(t) {
			top[k] = by[k]
		}
	}
}

func plainMarkSame(marks, a, b []float64) {
	for k := range marks {
		mark := 0.0
		if numbers.Same(a[k], b[k]) {
			mark = 1
		}
		marks[k] = mark
	}
}
