package elementary

import "math"

// greatestAngle is up to where a multiple of π/2 can be taken off an angle without loss: far beyond what a map has.
const greatestAngle = 0x1p20

// Sin is the sine of an angle in radians of at most 2²⁰ in size; NaN beyond.
func Sin(x float64) float64 {
	r, tail, quarter := reduced(x)
	switch quarter {
	case 0:
		return sine(r, tail)
	case 1:
		return cosine(r, tail)
	case 2:
		return -sine(r, tail)
	}
	return -cosine(r, tail)
}

// Cos is the cosine of an angle in radians of at most 2²⁰ in size; NaN beyond.
func Cos(x float64) float64 {
	r, tail, quarter := reduced(x)
	switch quarter {
	case 0:
		return cosine(r, tail)
	case 1:
		return -sine(r, tail)
	case 2:
		return -cosine(r, tail)
	}
	return sine(r, tail)
}

// reduced takes the nearest multiple of π/2 off an angle: what is left, as a number and a small tail, and the multiple
// modulo 4. π/2 is in three parts, and a fused operation, which is exact here, loses nothing of the first.
//
// Source: Cody & Waite (1980), Software manual for the elementary functions; Muller (2016), Elementary functions, ch. 11.
func reduced(x float64) (r, tail float64, quarter int) {
	if !(math.Abs(x) <= greatestAngle) {
		return math.NaN(), 0, 0
	}
	n := math.RoundToEven(x * (2 / math.Pi))
	if n == 0 {
		return x, 0, 0
	}
	const high, middle, low = 0x1.921fb54442d18p+00, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110
	first := math.FMA(-n, high, x)
	second := float64(n * middle)
	r, tail = twoSum(first, -second)
	tail -= math.FMA(n, middle, -second) + float64(n*low)
	return r, tail, int(n) & 3
}

// sine is that of x + tail, at most about π/4 in size.
//
// Source: the coefficients of FreeBSD's k_sin.c (Sun Microsystems, 1993).
func sine(x, tail float64) float64 {
	if x == 0 {
		return x // with its sign
	}
	z := x * x
	cube := z * x
	r := 8.33333333332248946124e-03 + float64(z*(-1.98412698298579493134e-04+float64(z*(2.75573137070700676789e-06+
		float64(z*(-2.50507602534068634195e-08+float64(z*1.58969099521155010221e-10)))))))
	return x - ((float64(z*(float64(0.5*tail)-float64(cube*r))) - tail) - float64(cube*-1.66666666666666324348e-01))
}

// cosine is that of x + tail, at most about π/4 in size.
//
// Source: the coefficients of FreeBSD's k_cos.c (Sun Microsystems, 1993).
func cosine(x, tail float64) float64 {
	z := x * x
	r := z * (4.16666666666666019037e-02 + float64(z*(-1.38888888888741095749e-03+float64(z*(2.48015872894767294178e-05+
		float64(z*(-2.75573143513906633035e-07+float64(z*(2.08757232129817482790e-09+float64(z*-1.13596475577881948265e-11))))))))))
	half := float64(0.5 * z)
	w := 1 - half
	return w + ((1 - w - half) + (float64(z*r) - float64(x*tail)))
}
