package special

import (
	"math"

	"reconfig/model/elementary"
)

// powerOnly is below what a beta distribution is a power of x, to the last digit.
const powerOnly = 1e-280

// LowerQuantile is the x that a share of at most ½ stays below, to about 1e-13 of it; 0 if it is too small for a float64.
//
// It goes by Newton's method on logarithms of both. Where that does not halve the miss, it halves the interval instead.
func (d Beta) LowerQuantile(share float64) float64 {
	if share <= 0 {
		return 0
	}
	const most, enough = 200, 2e-16
	low, high, last := 0.0, 1.0, math.Inf(1)
	x, logShare := d.guess(share), elementary.Log(share)
	for range most {
		if x < powerOnly {
			break
		}
		log := d.logDistribution(x)
		if log < logShare {
			low = x
		} else {
			high = x
		}
		slope := elementary.Exp(min(d.logPower(x, 1-x)-log, 700)) / (1 - x) // of log I by log x
		miss := math.Abs(logShare - log)
		next := x * elementary.Exp(max(-700, min((logShare-log)/slope, 700)))
		if !(next > low && next < high && miss <= last/2) && miss > enough {
			next = between(low, high)
		}
		if math.Abs(next-x) <= enough*x {
			break
		}
		x, last = next, miss
	}
	return x
}

// between is in the middle of an interval, as its end near 0 or 1 has digits.
func between(low, high float64) float64 {
	switch {
	case low >= 0.5:
		return min(1-math.Sqrt((1-low)*max(1-high, 0x1p-55)), 1-0x1p-53)
	case high > 0.5:
		return (low + high) / 2
	}
	return math.Sqrt(max(low, powerOnly)) * math.Sqrt(high)
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
