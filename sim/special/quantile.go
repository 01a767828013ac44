package special

import (
	"math"

	"reconfig/model/elementary"
)

// LowerQuantile is the x that a share of at most ½ stays below, to about 1e-13 of it; 0 if it is too small for a float64.
//
// Newton's method on logarithms of both: log I is a concave function of log x, so that it converges from everywhere.
func (d Beta) LowerQuantile(share float64) float64 {
	if share <= 0 {
		return 0
	}
	const most, enough = 200, 4e-16
	x, logShare, last := d.guess(share), elementary.Log(share), math.Inf(1)
	for range most {
		if x == 0 {
			return 0
		}
		log := d.logDistribution(x)
		slope := elementary.Exp(min(d.logPower(x, 1-x)-log, 700)) / (1 - x) // of log I by log x
		step := (logShare - log) / slope
		if math.Abs(step) <= enough || math.Abs(step) < 1e-9 && math.Abs(step) >= last {
			break
		}
		last = math.Abs(step)
		x = min(x*elementary.Exp(max(-700, min(step, 700))), 1-0x1p-53)
	}
	return x
}

// guess is where to begin: where the tail of a normal distribution would be, or else a power.
//
// Source: Abramowitz & Stegun (1964), 26.5.22.
func (d Beta) guess(share float64) float64 {
	if d.alpha > 1 && d.beta > 1 {
		y := -NormalQuantile(share)
		a, b := 1/(float64(2*d.alpha)-1), 1/(float64(2*d.beta)-1)
		l, h := (float64(y*y)-3)/6, 2/(a+b)
		w := y*math.Sqrt(h+l)/h - float64((b-a)*(l+5.0/6-2/(3*h)))
		if x := d.alpha / (d.alpha + float64(d.beta*elementary.Exp(2*w))); x > 0 && x < 1 {
			return x
		}
	}
	const near = 0.5
	at := d.alpha / (d.alpha + d.beta) * near // x^α holds from 0 to about here
	logX := elementary.Log(at) + (elementary.Log(share)-d.logDistribution(at))/d.alpha
	return elementary.Exp(min(logX, elementary.Log(at)))
}

// StudentQuantile is the number that Student's t distribution of so many degrees of freedom is above with a probability
// of at most ½.
//
// Source: Abramowitz & Stegun (1964), 26.7.1 and 26.5.27.
func StudentQuantile(above, freedom float64) float64 {
	x := NewBeta(freedom/2, 0.5).LowerQuantile(2 * above)
	return math.Sqrt(freedom * (1 - x) / x)
}
