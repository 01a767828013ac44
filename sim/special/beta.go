package special

import (
	"math"

	"reconfig/model/elementary"
)

// Beta is a beta distribution.
type Beta struct {
	alpha, beta float64
	logScale    float64 // log of √(αβ ÷ 2π(α+β)), corrected for the error of Stirling's formula
}

// NewBeta makes the beta distribution of two shapes above 0.
func NewBeta(alpha, beta float64) Beta {
	n := alpha + beta
	scale := float64(0.5 * (elementary.Log(alpha) + elementary.Log(beta/n) - elementary.Log(2*math.Pi)))
	return Beta{alpha, beta, scale + stirlingError(n) - stirlingError(alpha) - stirlingError(beta)}
}

// reversed is the distribution of 1 minus the number.
func (d Beta) reversed() Beta { return Beta{d.beta, d.alpha, d.logScale} }

// logPower is log of x^α (1−x)^β ÷ B(α, β), for x above 0 and below 1, y being 1 − x.
//
// Source: Loader (2000), Fast and accurate computation of binomial probabilities: no large numbers cancel.
func (d Beta) logPower(x, y float64) float64 {
	n := d.alpha + d.beta
	return d.logScale - deviance(d.alpha, n*x) - deviance(d.beta, n*y)
}

// LogDensity is the logarithm of the density at x, above 0 and below 1.
func (d Beta) LogDensity(x float64) float64 {
	return d.logPower(x, 1-x) - elementary.Log(x) - elementary.Log(1-x)
}

// Distribution is the share below x: the regularised incomplete beta function I_x(α, β).
func (d Beta) Distribution(x float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	}
	return min(elementary.Exp(d.logDistribution(x)), 1)
}

// logDistribution is the logarithm of the share below x, above 0 and below 1.
func (d Beta) logDistribution(x float64) float64 {
	if y := 1 - x; x > (d.alpha+1)/(d.alpha+d.beta+2) {
		return elementary.Log1p(-elementary.Exp(d.reversed().logTail(y, x)))
	}
	return d.logTail(x, 1-x)
}

// logTail is log of the share below x, where the continued fraction converges soon; y is 1 − x.
func (d Beta) logTail(x, y float64) float64 {
	return d.logPower(x, y) - elementary.Log(d.alpha*d.fraction(x))
}

// fraction is the continued fraction of the incomplete beta function, by the modified method of Lentz.
//
// Source: DLMF 8.17.22; Thompson & Barnett (1986), Coulomb and Bessel functions of complex arguments and order.
func (d Beta) fraction(x float64) float64 {
	const tiny, enough, most = 1e-300, 1e-16, 100000
	f, c, r := 1.0, 1.0, 0.0
	for k := 1; k <= most; k++ {
		m, n := float64(k/2), d.alpha+float64(k)
		var term float64
		if k%2 == 0 {
			term = m * (d.beta - m) * x / ((n - 1) * n)
		} else {
			term = -(d.alpha + m) * (d.alpha + d.beta + m) * x / ((n - 1) * n)
		}
		c = awayFrom0(1+term/c, tiny)
		r = 1 / awayFrom0(1+float64(term*r), tiny)
		change := float64(c * r)
		f *= change
		if math.Abs(change-1) < enough {
			break
		}
	}
	return f
}

func awayFrom0(v, tiny float64) float64 {
	if math.Abs(v) < tiny {
		return tiny
	}
	return v
}
