package elementary

import "math"

// ln 2 in two parts, the first of which has so few bits that its product with any exponent is exact.
const ln2High, ln2Low = 6.93147180369123816490e-01, 1.90821492927058770002e-10

// Coefficients of the minimax polynomial of log(1+f) − 2s in s², s = f ÷ (2 + f), and the same of log(1 + x).
const (
	log1 = 6.666666666666735130e-01
	log2 = 3.999999999940941908e-01
	log3 = 2.857142874366239149e-01
	log4 = 2.222219843214978396e-01
	log5 = 1.818357216161805012e-01
	log6 = 1.531383769920937332e-01
	log7 = 1.479819860511658591e-01
)

// rootOfTwo is the bits of the fraction of √2.
const rootOfTwo = 0x6a09e667f3bcd

// Log is the natural logarithm: −Inf of 0, NaN below.
//
// Source: the method and the coefficients of FreeBSD's e_log.c (Sun Microsystems, 1993).
func Log(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case !(x > 0):
		return math.NaN()
	case math.IsInf(x, 1):
		return x
	}
	fraction, k := split(x)
	return logOf(fraction-1, float64(k), 0)
}

// Log1p is log(1 + x), exact to the last digits for a small x too.
//
// Source: as Log, and Kahan's correction for what 1 + x rounds off, as in FreeBSD's s_log1p.c.
func Log1p(x float64) float64 {
	switch {
	case math.IsNaN(x) || x < -1:
		return math.NaN()
	case x == -1:
		return math.Inf(-1)
	case math.Abs(x) < 0x1p-54:
		return x
	case -0.29 < x && x < 0.41: // 1 + x is nearly between the square roots of ½ and 2
		return logOf(x, 0, 0)
	case x > 0x1p60:
		return Log(x)
	}
	sum := 1 + x
	left := x - (sum - 1)
	if sum > 2 {
		left = 1 - (sum - x)
	}
	fraction, k := split(sum)
	return logOf(fraction-1, float64(k), left/sum)
}

// split gives x, which is above 0 and finite, as a fraction between the square roots of ½ and 2 and a power of 2.
func split(x float64) (fraction float64, k int) {
	bits := math.Float64bits(x)
	if bits < 1<<52 { // subnormal
		bits = math.Float64bits(x * 0x1p54)
		k = -54
	}
	k += int(bits>>52) - 1023
	bits &= 1<<52 - 1
	if bits > rootOfTwo {
		k++
		return math.Float64frombits(bits | 1022<<52), k
	}
	return math.Float64frombits(bits | 1023<<52), k
}

// logOf is log(1 + f) + k ln 2 + c, c being small beside the rest.
func logOf(f, k, c float64) float64 {
	s := f / (2 + f)
	z := s * s
	w := z * z
	odd := float64(z * (log1 + float64(w*(log3+float64(w*(log5+float64(w*log7)))))))
	even := float64(w * (log2 + float64(w*(log4+float64(w*log6)))))
	half := float64(0.5 * float64(f*f))
	if k == 0 {
		return f - (half - float64(s*(half+(odd+even))) - c)
	}
	return float64(k*ln2High) - ((half - (float64(s*(half+(odd+even))) + (float64(k*ln2Low) + c))) - f)
}
