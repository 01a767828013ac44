package elementary

import "math"

// An exponential is that of a 128th of an octave, from a table, times that of a small rest.
const (
	stepBits    = 7
	steps       = 1 << stepBits // of an octave
	stepsInUnit = steps / math.Ln2

	// ln 2 ÷ steps in two parts. The first has so few bits that its product with any number of steps is exact.
	stepHigh = 0x1.62e42feep-01 / steps
	stepLow  = 0x1.a39ef35793c76p-33 / steps

	// rounding, added and taken off again, leaves the nearest whole number.
	rounding = 0x1.8p52
)

// greatestExponent and leastExponent are beyond what has an exponential that is finite, and not 0.
const greatestExponent, leastExponent = 709.8, -745.2

// Exp is e^x.
//
// Source: Tang (1989), Table-driven implementation of the exponential function in IEEE floating-point arithmetic, ACM
// Transactions on Mathematical Software 15(2).
func Exp(x float64) float64 {
	if !(x < greatestExponent && x > leastExponent) {
		return beyondExp(x)
	}
	return exp(x, 0)
}

// beyondExp is the exponential of what is not a number or has none in float64.
func beyondExp(x float64) float64 {
	switch {
	case x >= greatestExponent:
		return math.Inf(1)
	case x <= leastExponent:
		return 0
	}
	return x
}

// exp is e^(x + tail), for x between the limits and a tail that is small beside 1.
func exp(x, tail float64) float64 {
	count := (float64(x*stepsInUnit) + rounding) - rounding
	n := int64(count)
	r := x - float64(count*stepHigh) - float64(count*stepLow) + tail
	rr := r * r
	rest := r + (float64(rr*(1.0/2+float64(r*(1.0/6)))) + float64(float64(rr*rr)*(1.0/24+float64(r*(1.0/120)))))
	step := &octave[n&(steps-1)]
	fraction := step.value + (step.tail + float64(step.value*rest))
	exponent := n >> stepBits
	if exponent < -1021 || exponent > 1022 {
		return math.Ldexp(fraction, int(exponent))
	}
	return fraction * math.Float64frombits(uint64(exponent+1023)<<52)
}
