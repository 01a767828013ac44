package special

import (
	"math"

	"reconfig/model/elementary"
)

// Erfc is the complementary error function, 1 − erf x.
//
// Source: the method and the coefficients of FreeBSD's s_erf.c (Sun Microsystems, 1993).
func Erfc(x float64) float64 {
	size := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return x
	case size < 0.84375:
		return nearErfc(x)
	case size < 1.25:
		const at1 = 8.45062911510467529297e-01 // erf 1, to the bits of a float32
		s := size - 1
		rest := polynomial(s, middleAbove) / polynomial(s, middleBelow)
		if x < 0 {
			return 1 + at1 + rest
		}
		return 1 - at1 - rest
	case x < -6:
		return 2
	case x >= 28:
		return 0
	case x < 0:
		return 2 - farErfc(size)
	}
	return farErfc(size)
}

// nearErfc is that of a number near 0.
func nearErfc(x float64) float64 {
	z := x * x
	y := polynomial(z, nearAbove) / polynomial(z, nearBelow)
	if x < 0.25 {
		return 1 - (x + float64(x*y))
	}
	return 0.5 - (float64(x*y) + (x - 0.5))
}

// farErfc is that of a number from 1.25 to 28. A square is taken in two parts, so that it loses nothing to rounding.
func farErfc(x float64) float64 {
	above, below := farAbove, farBelow
	if x >= 1/0.35 {
		above, below = farthestAbove, farthestBelow
	}
	s := 1 / float64(x*x)
	rest := polynomial(s, above) / polynomial(s, below)
	short := math.Float64frombits(math.Float64bits(x) & 0xffffffff00000000)
	r := elementary.Exp(-float64(short*short)-0.5625) * elementary.Exp(float64((short-x)*(short+x))+rest)
	return r / x
}

// polynomial takes coefficients from the highest power on.
func polynomial(x float64, coefficients []float64) float64 {
	sum := 0.0
	for _, c := range coefficients {
		sum = float64(sum*x) + c
	}
	return sum
}

// Coefficients of rational functions, by how far from 0, each from the highest power on.
var (
	nearAbove     = []float64{-2.37630166566501626084e-05, -5.77027029648944159157e-03, -2.84817495755985104766e-02, -3.25042107247001499370e-01, 1.28379167095512558561e-01}
	nearBelow     = []float64{-3.96022827877536812320e-06, 1.32494738004321644526e-04, 5.08130628187576562776e-03, 6.50222499887672944485e-02, 3.97917223959155352819e-01, 1}
	middleAbove   = []float64{-2.16637559486879084300e-03, 3.54783043256182359371e-02, -1.10894694282396677476e-01, 3.18346619901161753674e-01, -3.72207876035701323847e-01, 4.14856118683748331666e-01, -2.36211856075265944077e-03}
	middleBelow   = []float64{1.19844998467991074170e-02, 1.36370839120290507362e-02, 1.26171219808761642112e-01, 7.18286544141962662868e-02, 5.40397917702171048937e-01, 1.06420880400844228286e-01, 1}
	farAbove      = []float64{-9.81432934416914548592e+00, -8.12874355063065934246e+01, -1.84605092906711035994e+02, -1.62396669462573470355e+02, -6.23753324503260060396e+01, -1.05586262253232909814e+01, -6.93858572707181764372e-01, -9.86494403484714822705e-03}
	farBelow      = []float64{-6.04244152148580987438e-02, 6.57024977031928170135e+00, 1.08635005541779435134e+02, 4.29008140027567833386e+02, 6.45387271733267880336e+02, 4.34565877475229228821e+02, 1.37657754143519042600e+02, 1.96512716674392571292e+01, 1}
	farthestAbove = []float64{-4.83519191608651397019e+02, -1.02509513161107724954e+03, -6.37566443368389627722e+02, -1.60636384855821916062e+02, -1.77579549177547519889e+01, -7.99283237680523006574e-01, -9.86494292470009928597e-03}
	farthestBelow = []float64{-2.24409524465858183362e+01, 4.74528541206955367215e+02, 2.55305040643316442583e+03, 3.19985821950859553908e+03, 1.53672958608443695994e+03, 3.25792512996573918826e+02, 3.03380607434824582924e+01, 1}
)
