package elementary

import "math"

// Pow is x^y, with the special cases of math.Pow.
func Pow(x, y float64) float64 {
	switch {
	case x == 0, x == 1, y == 0, y == 1, x-x != 0, y-y != 0: // nothing to compute
		return math.Pow(x, y)
	case x > 0:
		return powerOf(x, y)
	case y != math.Trunc(y):
		return math.NaN()
	case math.Mod(y, 2) == 0:
		return powerOf(-x, y)
	}
	return -powerOf(-x, y)
}

// powerOf is x^y for x above 0 and not 1, and y not 0.
func powerOf(x, y float64) float64 {
	high, low := preciseLog(x)
	exponent := y * high
	if !(exponent < greatestExponent && exponent > leastExponent) {
		return beyondExp(exponent)
	}
	return exp(exponent, math.FMA(y, high, -exponent)+float64(y*low))
}

// preciseLog is the natural logarithm as the sum of a float64 and a small rest, right to about 2⁻⁶⁶ of it.
func preciseLog(x float64) (high, low float64) {
	fraction, k := split(x)
	f := fraction - 1
	below, belowLow := twoSum(2, f)
	s := f / below // with its rest sLow
	sLow := (math.FMA(-s, below, f) - float64(s*belowLow)) / below
	z := float64(s * s)
	zLow := math.FMA(s, s, -z) + float64(2*float64(s*sLow))

	// log(1+f) = 2 (s + s³/3 + s⁵/5 + …); 1/3 times z is needed to more digits than the rest
	const terms = 16
	series := 0.0
	for i := terms; i >= 2; i-- {
		series = float64(series*z) + 1/float64(2*i+1)
	}
	third, thirdLow := 1.0/3, 0x1.5555555555555p-56
	p := float64(z * third)
	pLow := math.FMA(z, third, -p) + float64(z*thirdLow) + float64(zLow*third)
	rest, restLow := twoSum(p, float64(z*float64(z*series)))
	restLow += pLow
	high, low = twoSum(float64(2*s), float64(2*float64(s*rest)))
	low += float64(2 * (math.FMA(s, rest, -float64(s*rest)) + float64(s*restLow) + float64(sLow*(1+rest))))

	sum, sumLow := twoSum(float64(float64(k)*ln2High), high)
	least := float64(float64(k) * ln2Low)
	return twoSum(sum, sumLow+low+least)
}

// twoSum is a + b, rounded, and what that rounds off.
//
// Source: Knuth (1997), The art of computer programming 2, section 4.2.2.
func twoSum(a, b float64) (sum, left float64) {
	sum = a + b
	ofB := sum - a
	return sum, (a - (sum - ofB)) + (b - ofB)
}
