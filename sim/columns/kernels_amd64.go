//go:build amd64 && !noasm && !gccgo && !safe

package columns

import (
	"golang.org/x/sys/cpu"

	"reconfig/sim/numbers"
)

// hasAVX2 is whether the processor reckons with four numbers at once, as nearly all have done since 2015.
var hasAVX2 = cpu.X86.HasAVX2

func addPairs(p *pair, first float64, values []float64) {
	if !hasAVX2 || len(values) < 2 {
		plainAddPairs(p, first, values)
		return
	}
	addPairsAVX(p, first, &values[0], len(values)/2)
}

func addBothPairs(p *[2]pair, a, b []float64) {
	if !hasAVX2 || len(a) < 2 {
		plainAddBothPairs(p, a, b)
		return
	}
	addBothPairsAVX(p, &a[0], &b[0], len(a)/2)
}

func gatherPairs(p *rowPair, rows, from []float64, stride int) {
	if !hasAVX2 || len(rows) < 2*Width {
		plainGatherPairs(p, rows, from, stride)
		return
	}
	gatherPairsAVX(p, &rows[0], &from[0], stride, len(rows)/(2*Width))
}

func subtract(rows, from []float64, stride int) {
	if !hasAVX2 {
		plainSubtract(rows, from, stride)
		return
	}
	subtractAVX(&rows[0], &from[0], stride, len(rows)/Width)
}

func differences(a, b, dst []float64) (above, below, same int) {
	if !hasAVX2 || len(a) < 4 {
		return plainDifferences(a, b, dst)
	}
	return differencesAVX2(&a[0], &b[0], &dst[0], len(a)/4, numbers.Rounding)
}

// The assembly takes an even number of values or rows, or four at a time; at least so many.

//go:noescape
func addPairsAVX(p *pair, first float64, values *float64, pairs int)

//go:noescape
func addBothPairsAVX(p *[2]pair, a, b *float64, pairs int)

//go:noescape
func gatherPairsAVX(p *rowPair, rows, from *float64, stride, pairs int)

//go:noescape
func subtractAVX(rows, from *float64, stride, n int)

//go:noescape
func differencesAVX2(a, b, dst *float64, fours int, rounding float64) (above, below, same int)

func fetchCounts(counts []uint8) { fetchCountsSSE(&counts[0], len(counts)) }

func fetchNumbers(numbers []float64) { fetchNumbersSSE(&numbers[0], len(numbers)) }

//go:noescape
func fetchCountsSSE(counts *uint8, n int)

//go:noescape
func fetchNumbersSSE(numbers *float64, n int)

func countKeys(w *Window, numbers []float64, stride int) int {
	n := (len(numbers)-1)/stride + 1
	return before(n, countKeysSSE(w, &numbers[0], stride, n))
}

func countSigned(w *Windows, numbers []float64, stride int) int {
	n := (len(numbers)-1)/stride + 1
	return before(n, countSignedSSE(w, &numbers[0], stride, n))
}

// before is how many of n come before the one from which on some are left; −1 if none are left.
func before(n, left int) int {
	if left == 0 {
		return -1
	}
	return n - left
}

// countKeysSSE returns how many numbers are left from the one on that it stops at; 0 if it stops at none.
//
//go:noescape
func countKeysSSE(w *Window, numbers *float64, stride, n int) (left int)

// countSignedSSE returns what countKeysSSE does.
//
//go:noescape
func countSignedSSE(w *Windows, numbers *float64, stride, n int) (left int)

func raise(top, by []float64) {
	if !hasAVX2 || len(top) < 4 {
		plainRaise(top, by)
		return
	}
	raiseAVX(&top[0], &by[0], len(top)/4)
}

func lower(top, by []float64) {
	if !hasAVX2 || len(top) < 4 {
		plainLower(top, by)
		return
	}
	lowerAVX(&top[0], &by[0], len(top)/4)
}

func markSame(marks, a, b []float64) {
	if !hasAVX2 || len(marks) < 4 {
		plainMarkSame(marks, a, b)
		return
	}
	markSameAVX(&marks[0], &a[0], &b[0], len(marks)/4, numbers.Rounding)
}

//go:noescape
func raiseAVX(top, by *float64, fours int)

//go:noescape
func lowerAVX(top, by *float64, fours int)

//go:noescape
func markSameAVX(marks, a, b *float64, fours int, rounding float64)
