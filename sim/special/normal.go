package special

import (
	"math"

	"reconfig/model/elementary"
)

// NormalDistribution is Φ, the distribution function of the standard normal.
func NormalDistribution(score float64) float64 { return 0.5 * Erfc(-score/math.Sqrt2) }

// NormalQuantile is the inverse of Φ, for a probability from 0 to 1, to about 1e-16 of it; NaN for others.
//
// Source: Wichura (1988), Algorithm AS 241: the percentage points of the normal distribution, Applied Statistics 37(3).
func NormalQuantile(probability float64) float64 {
	fromMiddle := probability - 0.5
	if math.Abs(fromMiddle) <= 0.425 {
		above, below := rational(0.180625-float64(fromMiddle*fromMiddle), &middle)
		return fromMiddle * above / below
	}
	tail := min(probability, 1-probability)
	switch {
	case tail == 0:
		return math.Copysign(math.Inf(1), fromMiddle)
	case !(tail > 0):
		return math.NaN()
	}
	r := math.Sqrt(-elementary.Log(tail))
	above, below := 0.0, 0.0
	if r <= 5 {
		above, below = rational(r-1.6, &tails)
	} else {
		above, below = rational(r-5, &farTails)
	}
	return math.Copysign(above/below, fromMiddle)
}

// rational works out the two polynomials of a rational function side by side.
func rational(x float64, coefficients *[8][2]float64) (above, below float64) {
	above, below = coefficients[0][0], coefficients[0][1]
	for _, c := range coefficients[1:] {
		above = float64(above*x) + c[0]
		below = float64(below*x) + c[1]
	}
	return above, below
}

// Coefficients above and below, from the highest power on.
var (
	middle = [8][2]float64{
		{2509.0809287301226727, 5226.495278852854561}, {33430.575583588128105, 28729.085735721942674},
		{67265.770927008700853, 39307.89580009271061}, {45921.953931549871457, 21213.794301586595867},
		{13731.693765509461125, 5394.1960214247511077}, {1971.5909503065514427, 687.1870074920579083},
		{133.14166789178437745, 42.313330701600911252}, {3.387132872796366608, 1},
	}
	tails = [8][2]float64{
		{7.7454501427834140764e-4, 1.05075007164441684324e-9}, {0.0227238449892691845833, 5.475938084995344946e-4},
		{0.24178072517745061177, 0.0151986665636164571966}, {1.27045825245236838258, 0.14810397642748007459},
		{3.64784832476320460504, 0.68976733498510000455}, {5.7694972214606914055, 1.6763848301838038494},
		{4.6303378461565452959, 2.05319162663775882187}, {1.42343711074968357734, 1},
	}
	farTails = [8][2]float64{
		{2.01033439929228813265e-7, 2.04426310338993978564e-15}, {2.71155556874348757815e-5, 1.4215117583164458887e-7},
		{0.0012426609473880784386, 1.8463183175100546818e-5}, {0.026532189526576123093, 7.868691311456132591e-4},
		{0.29656057182850489123, 0.0148753612908506148525}, {1.7848265399172913358, 0.13692988092273580531},
		{5.4637849111641143699, 0.59983220655588793769}, {6.6579046435011037772, 1},
	}
)
