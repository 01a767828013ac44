package sensitivity

import "math"

// The ways to make intervals from one scramble. Both take points for independent ones; as Sobol' points are more even than
// that, the intervals are too wide.
const (
	Delta     = "delta"     // of the normal distribution that a quotient of means tends to
	Bootstrap = "bootstrap" // of resamples of the points
)

// IntervalWays lists them, the default first.
var IntervalWays = []string{Delta, Bootstrap}

// normal975 is the 97.5th percentile of the standard normal distribution.
const normal975 = 1.959963984540054

// settle gives note the quotients with their intervals by the delta method, for the first points, from few to all. Numbers of
// points at which there is nothing below are left out.
func (r *ratios) settle(points int, note func(n int, intervals []Interval)) {
	for _, n := range settlingAt(points) {
		if r.vary(n) {
			note(n, r.delta(n))
		}
	}
}

// delta returns the quotients for the first n points, with intervals by the delta method: the variance of a quotient s of
// the means of x and y is about that of the mean of x − s y, over the square of the mean of y.
//
// Source: Janon, Klein, Lagnoux, Nodet & Prieur (2014), ESAIM: Probability and Statistics 18.
func (r *ratios) delta(n int) []Interval {
	intervals := make([]Interval, len(r.of))
	for i, q := range r.of {
		intervals[i] = quotient(r.terms[q.above][:n], r.terms[q.below][:n])
	}
	return intervals
}

// quotient is the quotient of the sums of terms, with its interval.
func quotient(above, below []float64) Interval {
	down := sum(below)
	value := sum(above) / down
	squares := 0.0
	for j, x := range above {
		off := x - float64(value*below[j])
		squares += float64(off * off)
	}
	half := normal975 * math.Sqrt(squares) / down
	return Interval{value, value - half, value + half}
}
