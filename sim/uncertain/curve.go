package uncertain

import (
	"math"

	"reconfig/model/elementary"
	"reconfig/sim/special"
)

// curve is the quantile of a distribution on [0, 1] as a function of the normal score.
type curve interface{ at(score float64) float64 }

// reach is how far curves are tabulated: no sampler's number is beyond, and what a copula adds up to seldom.
const reach = 8.25

// curveTolerance is the error that a table of steps twice as long may have. That of the table is some 60 times smaller,
// as the error of its polynomials falls with the sixth power of a step.
const curveTolerance = 2e-7

// betaCurves are the curves of beta distributions by their shape.
var betaCurves memo[shapes, curve]

// newBetaCurve gives the curve of a beta distribution. Curves never change, so one serves all that ask for its shape.
func newBetaCurve(of shapes) curve {
	return betaCurves.of(of, func() curve { return tabulateBeta(of) })
}

// tabulateBeta tabulates the quantile of a beta distribution, in steps that are halved until the table agrees with
// values in the middle of its steps. Where it does not in the end, as with shapes that leap from 0 to 1, the curve is
// computed afresh each time, which takes a hundred times longer.
func tabulateBeta(of shapes) curve {
	const fewest, most = 32, 1024
	exact := newExactBeta(of)
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
type exactBeta struct {
	shapes
	below, above special.Beta // of the number, and of 1 minus it
}

func newExactBeta(of shapes) exactBeta {
	return exactBeta{of, special.NewBeta(of.alpha, of.beta), special.NewBeta(of.beta, of.alpha)}
}

func (b exactBeta) at(score float64) float64 { return b.point(score).value }

// points gives n of them, spaced so that steps fit into the tabulated range, from the given share of a step on.
func (b exactBeta) points(steps int, from float64, n int) []point {
	step := 2 * reach / float64(steps)
	all := make([]point, n)
	for i := range all {
		all[i] = b.point(-reach + float64((float64(i)+from)*step))
	}
	return all
}

// logTwoPi is log 2π.
var logTwoPi = elementary.Log(2 * math.Pi)

// point is a curve's value and its first and second derivative by the score.
type point struct{ value, slope, bend float64 }

// point inverts the lower tail only, where probabilities keep their digits; the upper tail is that of 1 minus a beta.
func (b exactBeta) point(score float64) point {
	if score > 0 {
		p := exactBeta{shapes{b.beta, b.alpha}, b.above, b.below}.point(-score)
		return point{1 - p.value, p.slope, -p.bend}
	}
	x := b.below.LowerQuantile(normalDistribution(score))
	slope := finite(elementary.Exp(float64(-0.5*float64(score*score)) - float64(0.5*logTwoPi) - b.below.LogDensity(x)))
	bend := finite(slope * (-score - float64(slope*((b.alpha-1)/x-(b.beta-1)/(1-x)))))
	return point{x, slope, bend}
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
