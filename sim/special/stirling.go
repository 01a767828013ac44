package special

import (
	"math"

	"reconfig/model/elementary"
)

// stirlingError is log Γ(z+1) less Stirling's formula, (z + ½) log z − z + ½ log 2π, for z above 0. Where the series does not
// serve it goes up from z to z + 1.
//
// Source: Loader (2000); DLMF 5.11.1 for the series.
func stirlingError(z float64) float64 {
	const enough = 12
	sum := 0.0
	for ; z < enough; z++ {
		sum += float64((z+0.5)*elementary.Log1p(1/z)) - 1
	}
	w := 1 / float64(z*z)
	series := polynomial(w, stirlingSeries)
	return sum + series/z
}

// stirlingSeries is B₂ₖ ÷ 2k(2k−1), from the highest power on.
var stirlingSeries = []float64{1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12}

// deviance is x log(x/m) + m − x, without loss where x is near m.
//
// Source: Loader (2000).
func deviance(x, m float64) float64 {
	if math.Abs(x-m) >= 0.1*(x+m) {
		return float64(x*elementary.Log(x/m)) + (m - x)
	}
	v := (x - m) / (x + m)
	sum, term, vv := (x-m)*v, 2*x*v, v*v
	for k := 3.0; k < 30; k += 2 { // |v| is below 0.1
		term *= vv
		sum += term / k
	}
	return sum
}
