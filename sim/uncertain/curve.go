package uncertain

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// curve is the quantile of a distribution on [0, 1] as a function of the normal score.
type curve interface{ at(score float64) float64 }

// reach is how far curves are tabulated: no sampler's number is beyond, and what a copula adds up to seldom.
const reach = 8.25

// curveTolerance is the error that a table of steps twice as long may have. That of the table is some 60 times smaller,
// as the error of its polynomials falls with the sixth power of a step.
const curveTolerance = 2e-7

// betaCurves are the curves of beta distributions by their shape.
var betaCurves memo[distuv.Beta, curve]

// newBetaCurve gives the curve of a beta distribution. Curves never change, so one serves all that ask for its shape.
func newBetaCurve(of distuv.Beta) curve {
	return betaCurves.of(of, func() curve { return tabulateBeta(of) })
}

// tabulateBeta tabulates the quantile of a beta distribution, in steps that are halved until the table agrees with
// values in the middle of its steps. Where it does not in the end, as with shapes that leap from 0 to 1, the curve is
// computed afresh each time, which takes a hundred times longer.
func tabulateBeta(of distuv.Beta) curve {
	const fewest, most = 32, 1024
	exact := exactBeta{of}
	points := exact.points(fewest, 0, fewest+1)
	for steps := fewest; steps < most; steps *= 2 {
		middles := exact.points(steps, 0.5, steps)
		enough := newTable(points).agrees(middles)
		points = interleave(points, middles)
		if t := newTable(points); enough && t.rises() {
			return t
		}
	}
	return exact
}

// exactBeta computes the curve by inverting the incomplete beta function.
type exactBeta struct{ of distuv.Beta }

func (b exactBeta) at(score float64) float64 { return b.point(score).value }

// points gives n of them, spaced so that steps fit into the tabulated range, from the given share of a step on.
func (b exactBeta) points(steps int, from float64, n int) []point {
	step := 2 * reach / float64(steps)
	all := make([]point, n)
	for i := range all {
		all[i] = b.point(-reach + (float64(i)+from)*step)
	}
	return all
}

// point is a curve's value and its first and second derivative by the score.
type point struct{ value, slope, bend float64 }

// point inverts the lower tail only, where probabilities keep their digits; the upper tail is that of 1 minus a beta.
func (b exactBeta) point(score float64) point {
	if score > 0 {
		p := exactBeta{distuv.Beta{Alpha: b.of.Beta, Beta: b.of.Alpha}}.point(-score)
		return point{1 - p.value, p.slope, -p.bend}
	}
	x := b.lower(normalDistribution(score))
	slope := finite(math.Exp(distuv.UnitNormal.LogProb(score) - b.of.LogProb(x)))
	bend := finite(slope * (-score - slope*((b.of.Alpha-1)/x-(b.of.Beta-1)/(1-x))))
	return point{x, slope, bend}
}

// lower is the quantile of a probability of at most a half. That of distuv is nearly always right to the last digits, but
// for some shapes it loses its way in the tail; there the interval is halved until nothing is left of it.
func (b exactBeta) lower(u float64) float64 {
	const enough = 1e-9
	x := b.of.Quantile(u)
	if math.Abs(b.of.CDF(x)-u) <= enough*u {
		return x
	}
	low, high := 0.0, 1.0
	for {
		middle := (low + high) / 2
		if middle == low || middle == high {
			return high
		}
		if b.of.CDF(middle) < u {
			low = middle
		} else {
			high = middle
		}
	}
}

// finite is v, or 0 where v is the quotient of vanishing numbers.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// interleave puts the middle of each step between the ends of the step.
func interleave(ends, middles []point) []point {
	all := make([]point, 0, len(ends)+len(middles))
	for i, m := range middles {
		all = append(all, ends[i], m)
	}
	return append(all, ends[len(ends)-1])
}
