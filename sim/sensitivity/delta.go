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
	at := settlingAt(points)
	for k, sums := range r.sums(at) {
		if r.vary(sums) {
			note(at[k], r.delta(at[k], sums))
		}
	}
}

// delta returns the quotients for the first n points, of which sums are given, with intervals by the delta method: the variance of a
// quotient s of the means of x and y is about that of the mean of x − s y, over the square of the mean of y.
//
// Source: Janon, Klein, Lagnoux, Nodet & Prieur (2014), ESAIM: Probability and Statistics 18.
func (r *ratios) delta(n int, sums []float64) []Interval {
	intervals := make([]Interval, len(r.of))
	for i, value := range r.estimate(sums) {
		q := r.of[i]
		half := normal975 * math.Sqrt(squaresOff(value, r.terms[q.above][:n], r.terms[q.below][:n])) / sums[q.below]
		intervals[i] = Interval{value, value - half, value + half}
	}
	return intervals
}

// squaresOff is the sum of (x − s y)² over terms x above and y below.
func squaresOff(s float64, above, below []float64) float64 {
	squares := 0.0
	for j, x := range above {
		off := x - float64(s*below[j])
		squares += float64(off * off)
	}
	return squares
}
