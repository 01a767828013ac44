package uncertain

import (
	"fmt"
	"math"

	"reconfig/model/elementary"
	"reconfig/sim/special"
)

// Beta is a distribution on [0, 1] for shares.
type Beta struct {
	of    shapes
	shape curve
}

// NewBeta makes the beta distribution of a mean between 0 and 1 and a concentration, α + β, above 0.
func NewBeta(mean, concentration float64) Beta {
	of := betaOf(mean, concentration)
	return Beta{of, newBetaCurve(of)}
}

// shapes are those of a beta distribution, above 0.
type shapes struct{ alpha, beta float64 }

func betaOf(mean, concentration float64) shapes {
	return shapes{mean * concentration, (1 - mean) * concentration}
}

// betaTolerance is how far a percentile may be from the one asked for, as a share of the width from low to high.
const betaTolerance = 0.1

// FitBeta makes the beta distribution with the central value as its mean whose 5th and 95th percentile come nearest to
// low and high, by least squares. One parameter is free against two conditions: if either percentile misses by more
// than a tenth of the width from low to high, it returns an error that says what the nearest distribution has.
func FitBeta(low, central, high float64) (Beta, error) {
	const nearest = 1e-9 // to 0 or 1: beyond, the incomplete beta function has no inverse in float64
	if !(central >= nearest && central <= 1-nearest) {
		return Beta{}, fmt.Errorf("a beta distribution of mean %v: it must be above 0 and below 1, by %v at least", central, nearest)
	}
	n := concentrations.of([3]float64{low, central, high}, func() float64 { return fitConcentration(low, central, high) })
	p5, p95 := percentiles(central, n)
	if miss := max(math.Abs(p5-low), math.Abs(p95-high)); !(miss <= betaTolerance*(high-low)) {
		return Beta{}, fmt.Errorf("no beta distribution of mean %v has 90 %% between %v and %v; the nearest has it between %.4g and %.4g: give low and high like these, or another distribution",
			central, low, high, p5, p95)
	}
	return NewBeta(central, n), nil
}

// concentrations are those that were fitted, by low, mean and high.
var concentrations memo[[3]float64, float64]

// percentiles gives the 5th and the 95th.
func percentiles(mean, concentration float64) (p5, p95 float64) {
	exact := newExactBeta(betaOf(mean, concentration))
	return exact.at(-score95), exact.at(score95)
}

// Concentrations that are tried: from nearly all draws at 0 or 1 to as narrow as the inverse of the incomplete beta
// function is exact for.
const leastConcentration, mostConcentration = 1e-2, 1e6

// fitConcentration minimises the squared misses over the logarithm of the concentration: the best of a grid, since there
// may be several minima, then a golden section search beside it.
func fitConcentration(low, mean, high float64) float64 {
	miss := func(logarithm float64) float64 {
		p5, p95 := percentiles(mean, elementary.Exp(logarithm))
		return float64((p5-low)*(p5-low)) + float64((p95-high)*(p95-high))
	}
	const steps = 100
	first, last := elementary.Log(leastConcentration), elementary.Log(mostConcentration)
	step := (last - first) / steps
	best := first
	for i := range steps + 1 {
		if x := first + float64(float64(i)*step); miss(x) < miss(best) {
			best = x
		}
	}
	return elementary.Exp(goldenSection(miss, max(first, best-step), min(last, best+step)))
}

// goldenSection finds a minimum of f between a and b.
//
// Source: Kiefer (1953), Sequential minimax search for a maximum, Proc. AMS 4(3).
func goldenSection(f func(float64) float64, a, b float64) float64 {
	const ratio = 1 / math.Phi
	x, y := b-float64(ratio*(b-a)), a+float64(ratio*(b-a))
	fx, fy := f(x), f(y)
	for range 50 {
		if fx <= fy {
			b, y, fy = y, x, fx
			x = b - float64(ratio*(b-a))
			fx = f(x)
		} else {
			a, x, fx = x, y, fy
			y = a + float64(ratio*(b-a))
			fy = f(y)
		}
	}
	return (a + b) / 2
}

// Mean is the mean.
func (d Beta) Mean() float64 { return d.of.alpha / (d.of.alpha + d.of.beta) }

// Concentration is α + β.
func (d Beta) Concentration() float64 { return d.of.alpha + d.of.beta }

// Quantile is read from a table over normal scores where one is smooth enough, and computed otherwise.
func (d Beta) Quantile(u float64) float64 { return d.OfScore(special.NormalQuantile(u)) }

// OfScore is the quantile at Φ(score), to 1e-8.
func (d Beta) OfScore(score float64) float64 { return clamp(d.shape.at(score), 0, 1) }
