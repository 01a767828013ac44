package vector

import (
	"math"
	"slices"
)

// Fill sets every number of a slice.
func Fill(dst []float64, v float64) { fill(dst, v) }

// AddScaled adds a multiple of a slice to another that is as long.
func AddScaled(dst []float64, factor float64, s []float64) {
	same(len(dst), len(s))
	addScaled(dst, factor, s)
}

// AddRows adds a multiple of each of several rows to a slice, as AddScaled does of one after another, but for rows with the
// factor 0, which are passed over. Rows begin at every stride-th number.
func AddRows(dst, factors, rows []float64, stride int) { addRows(dst, factors, rows, stride) }

// AddOuter adds to each of several rows, which are as long as v and lie one after another, a multiple of v; rows with the factor 0 are
// passed over.
func AddOuter(rows, factors, v []float64) { addOuter(rows, factors, v) }

// AddFalls adds a multiple of each fall from the number before, in each of several rows, to a slice. The first number of a row
// has none before it.
func AddFalls(dst, factors, rows []float64, stride int) { addFalls(dst, factors, rows, stride) }

// AddProducts adds the products of two slices to a third; all are as long.
func AddProducts(dst, a, b []float64) {
	same(len(dst), len(a))
	same(len(dst), len(b))
	addProducts(dst, a, b)
}

// Mul fills in the products of two slices; all three are as long.
func Mul(dst, a, b []float64) {
	same(len(dst), len(a))
	same(len(dst), len(b))
	mul(dst, a, b)
}

// Diminish multiplies a slice by 1 less a multiple of another that is as long.
func Diminish(dst []float64, factor float64, s []float64) {
	same(len(dst), len(s))
	diminish(dst, factor, s)
}

// Quarterly fills in what is saved a quarter: a quarter of total · growth − cost, which are a year's, less rate · falls and less setup.
// All slices are as long.
func Quarterly(dst []float64, total float64, growth, cost []float64, rate float64, falls, setup []float64) {
	for _, s := range [][]float64{growth, cost, falls, setup} {
		same(len(dst), len(s))
	}
	quarterly(dst, total, growth, cost, rate, falls, setup)
}

// RampAt is 0 up to from, then rises in a straight line, and is 1 from from + length on; a step at from itself if the length is 0.
func RampAt(t, from, length float64) float64 {
	switch {
	case length == 0 && t >= from:
		return 1
	case t <= from:
		return 0
	case t >= from+length:
		return 1
	}
	return (t - from) / length
}

// Ramp fills in RampAt of times that are as many.
func Ramp(dst, times []float64, from, length float64) {
	same(len(dst), len(times))
	ramp(dst, times, from, length)
}

// Min is the least of some numbers; infinite if there are none. NaN is passed over, unless there is nothing less than infinity beside
// it. A zero has no sign, for which of several comes first hangs on the processor.
func Min(s []float64) float64 {
	v := least(s)
	if math.IsInf(v, 1) && slices.ContainsFunc(s, math.IsNaN) {
		return math.NaN()
	}
	return v + 0
}

// Dot is the sum of the products of two slices that are of one length: of every fourth, of what comes next to it, and so
// on, and then of these four sums.
func Dot(a, b []float64) float64 { return dot(a, b) }

func same(n, m int) {
	if n != m {
		panic("vector: slices of different length")
	}
}
