package sensitivity

import (
	"math"

	"reconfig/sim/special"
	"reconfig/sim/vector"
)

// replicated makes an interval from the estimates of independent scrambles of the same points: their mean, and Student's
// t times its standard error on either side. Unlike the bootstrap it knows how even the points are.
//
// Source: L'Ecuyer & Lemieux (2002), Recent advances in randomized quasi-Monte Carlo methods.
func replicated(estimates []float64) Interval {
	n := float64(len(estimates))
	mean, squares := vector.MeanAndSquares(estimates)
	half := special.StudentQuantile(0.025, n-1) * math.Sqrt(squares/(n-1)) / math.Sqrt(n)
	return Interval{mean, mean - half, mean + half}
}

// replicatedAll makes an interval of each of several estimates, given by scramble.
func replicatedAll(estimates [][]float64) []Interval {
	intervals := make([]Interval, len(estimates[0]))
	of := make([]float64, len(estimates))
	for i := range intervals {
		for r := range estimates {
			of[r] = estimates[r][i]
		}
		intervals[i] = replicated(of)
	}
	return intervals
}
