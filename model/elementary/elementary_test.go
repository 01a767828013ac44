package elementary_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"reconfig/model/elementary"
	"reconfig/model/modeltest"
)

// digits is the precision in bits of what results are held against.
const digits = 240

func precise(x float64) *big.Float { return new(big.Float).SetPrec(digits).SetFloat64(x) }

func number() *big.Float { return new(big.Float).SetPrec(digits) }

// bigExp is the exponential: Taylor's series of x ÷ 2⁸⁰, squared 80 times.
func bigExp(x *big.Float) *big.Float {
	const halvings = 40
	r := number().SetMantExp(x, -halvings)
	sum, term := precise(1), precise(1)
	for n := 1; n < 12; n++ {
		term.Quo(term.Mul(term, r), precise(float64(n)))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// bigLog is the logarithm of x, by Newton's method.
func bigLog(x *big.Float) *big.Float {
	exponent := x.MantExp(nil)
	mantissa := number()
	x.MantExp(mantissa)
	m, _ := mantissa.Float64()
	y := precise(math.Log(m))
	for range 4 {
		y.Add(y, number().Sub(number().Mul(mantissa, bigExp(number().Neg(y))), precise(1)))
	}
	return y.Add(y, number().Mul(precise(float64(exponent)), ln2()))
}

// ln2 is Σ 1 ÷ (n 2ⁿ).
func ln2() *big.Float {
	sum := number()
	for n := 1; n < digits+10; n++ {
		sum.Add(sum, number().SetMantExp(number().Quo(precise(1), precise(float64(n))), -n))
	}
	return sum
}

// bigSin is Taylor's series of the sine.
func bigSin(x *big.Float) *big.Float {
	square := number().Mul(x, x)
	sum, term := number().Set(x), number().Set(x)
	for n := 2.0; n < 200; n += 2 {
		term.Quo(term.Mul(term, square), precise(-n*(n+1)))
		sum.Add(sum, term)
	}
	return sum
}

// ulps is how many units in the last place a value is from the true one.
func ulps(got float64, want *big.Float) float64 {
	nearest, _ := want.Float64()
	unit := math.Nextafter(math.Abs(nearest), math.Inf(1)) - math.Abs(nearest)
	miss, _ := number().Sub(precise(got), want).Float64()
	return math.Abs(miss) / unit
}

// within holds a function against the true value at random arguments.
func within(t *testing.T, limit float64, f func(x float64) float64, truth func(x *big.Float) *big.Float, argument func(r *rand.Rand) float64) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	worst, at := 0.0, 0.0
	for range modeltest.ShortOrLong(60, 5000) {
		x := argument(r)
		if miss := ulps(f(x), truth(precise(x))); miss > worst || math.IsNaN(miss) {
			worst, at = miss, x
		}
	}
	if !(worst <= limit) {
		t.Errorf("%.3f units in the last place from the true value at %v", worst, at)
	}
	t.Logf("at most %.3f units in the last place from the true value", worst)
}

func between(low, high float64) func(r *rand.Rand) float64 {
	return func(r *rand.Rand) float64 { return low + (high-low)*r.Float64() }
}

// overMagnitudes are numbers above 0 of all magnitudes between two powers of 2.
func overMagnitudes(low, high int) func(r *rand.Rand) float64 {
	return func(r *rand.Rand) float64 { return math.Ldexp(1+r.Float64(), low+r.IntN(high-low)) }
}

func TestExponentialsAreRightToTheLastDigit(t *testing.T) {
	within(t, 0.52, elementary.Exp, bigExp, between(-1, 1))
	within(t, 0.52, elementary.Exp, bigExp, between(-708, 709.78))
	within(t, 1, elementary.Exp, bigExp, between(-745, -708)) // subnormal
	within(t, 0.52, elementary.Exp, bigExp, overMagnitudes(-60, -5))
}

func TestLogarithmsAreRightToTheLastDigit(t *testing.T) {
	within(t, 1, elementary.Log, bigLog, between(0.5, 2))
	within(t, 1, elementary.Log, bigLog, overMagnitudes(-1074, 1023))
	log1p := func(x *big.Float) *big.Float { return bigLog(number().Add(precise(1), x)) }
	within(t, 1, elementary.Log1p, log1p, between(-0.5, 1))
	within(t, 1, elementary.Log1p, log1p, between(-1, 5))
	within(t, 1, elementary.Log1p, log1p, overMagnitudes(-50, 200))
}

func TestPowersAreRightToTheLastDigit(t *testing.T) {
	for _, y := range []float64{0.5, -0.3, 3, 7.5, 100.25, 1e-3, 1e5} {
		power := func(x *big.Float) *big.Float { return bigExp(number().Mul(precise(y), bigLog(x))) }
		reach := min(700/math.Abs(y), 600)
		within(t, 0.6, func(x float64) float64 { return elementary.Pow(x, y) }, power, func(r *rand.Rand) float64 {
			return math.Exp(reach * (2*r.Float64() - 1))
		})
	}
}

func TestSinesAreRightToTheLastDigit(t *testing.T) {
	within(t, 1, elementary.Sin, bigSin, between(-8, 8))
	halfPi := number()
	halfPi.SetString("1.5707963267948966192313216916397514420985846996875529104874722961539082031431")
	cos := func(x *big.Float) *big.Float { return bigSin(number().Add(x, halfPi)) }
	within(t, 1, elementary.Cos, cos, between(-8, 8))
	for _, x := range []float64{math.Pi, math.Pi / 2, 3 * math.Pi / 2, math.Pi / 4, -math.Pi} {
		if miss := ulps(elementary.Sin(x), bigSin(precise(x))); miss > 1 {
			t.Errorf("sin %v is %.2f units in the last place from the true value", x, miss)
		}
		if miss := ulps(elementary.Cos(x), cos(precise(x))); miss > 1 {
			t.Errorf("cos %v is %.2f units in the last place from the true value", x, miss)
		}
	}
}

func TestHypotenusesAreRightToTheLastDigit(t *testing.T) {
	for _, y := range []float64{1, 1e-3, 3e200, 1e-300, 5e-324} {
		hypotenuse := func(x *big.Float) *big.Float {
			return number().Sqrt(number().Add(number().Mul(x, x), number().Mul(precise(y), precise(y))))
		}
		within(t, 1, func(x float64) float64 { return elementary.Hypot(x, y) }, hypotenuse, func(r *rand.Rand) float64 { return y * math.Exp(6*r.Float64()-3) })
	}
}

// Where there is nothing to round, results are those of Go's math.
func TestSpecialValues(t *testing.T) {
	inf, nan, least := math.Inf(1), math.NaN(), math.SmallestNonzeroFloat64
	special := []float64{0, math.Copysign(0, -1), 1, -1, 2, -2, 3, -3, 0.5, -0.5, inf, -inf, nan, least, -least, 1e300, -1e300, 1e9, 1e9 + 1, -1e9}
	for name, f := range map[string][2]func(x float64) float64{
		"exp": {elementary.Exp, math.Exp}, "log": {elementary.Log, math.Log}, "log1p": {elementary.Log1p, math.Log1p},
	} {
		for _, x := range special {
			if x == least {
				continue // of which amd64 takes a wrong logarithm
			}
			same(t, name, f[0](x), f[1](x), x)
		}
	}
	for _, x := range []float64{0, math.Copysign(0, -1), inf, -inf, nan} {
		same(t, "sin", elementary.Sin(x), math.Sin(x), x)
		same(t, "cos", elementary.Cos(x), math.Cos(x), x)
	}
	for _, x := range special {
		for _, y := range special {
			same(t, "pow", elementary.Pow(x, y), math.Pow(x, y), x, y)
			same(t, "hypot", elementary.Hypot(x, y), math.Hypot(x, y), x, y)
		}
	}
	for _, x := range []float64{709.7, 709.782712893384, -744.4400719213812, -745.133219101941} { // Go's own are wrong on amd64
		if miss := ulps(elementary.Exp(x), bigExp(precise(x))); !(miss <= 1) {
			t.Errorf("exp %v is %v, %v units in the last place from the true value", x, elementary.Exp(x), miss)
		}
	}
	same(t, "exp", elementary.Exp(709.782712893385), inf)
	same(t, "exp", elementary.Exp(-745.1332191019412), 0)
	same(t, "log", elementary.Log(least), -744.4400719213812, least)
	if !math.IsNaN(elementary.Sin(1e300)) || !math.IsNaN(elementary.Cos(-1e300)) {
		t.Error("an angle beyond all bounds has a sine")
	}
}

// same allows for the last digit, but not for another sign, or for an infinity or a zero in place of a number.
func same(t *testing.T, name string, got, want float64, arguments ...float64) {
	t.Helper()
	switch {
	case math.IsNaN(want):
		if !math.IsNaN(got) {
			t.Errorf("%s%v is %v, not NaN", name, arguments, got)
		}
	case math.Signbit(got) != math.Signbit(want), want == 0 && got != 0, math.IsInf(want, 0) != math.IsInf(got, 0),
		!math.IsInf(want, 0) && math.Abs(got-want) > 3e-16*math.Abs(want)+2*math.SmallestNonzeroFloat64:
		t.Errorf("%s%v is %v, not %v", name, arguments, got, want)
	}
}

// Many exponentials or logarithms at once are those of one after another, to the last bit.
func TestManyAtOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	special := []float64{
		0, math.Copysign(0, -1), 700, -700, 700.5, -701, 709.9, -745.1, -746, math.Inf(1), math.Inf(-1), math.NaN(), 1e-320, math.Ln2,
		1, 2, 0.5, math.Sqrt2, math.Sqrt2 / 2, 0x1p-1022, 0x1p-1023, math.MaxFloat64, math.Nextafter(1, 0), math.Nextafter(1, 2),
	}
	for n := range modeltest.ShortOrLong(300, 5000) {
		x := make([]float64, n%23)
		for i := range x {
			x[i] = (2*r.Float64() - 1) * math.Exp(8*r.Float64()-2)
			if n%2 == 0 {
				x[i] = math.Exp(x[i] / 3)
			}
			if r.IntN(20) == 0 {
				x[i] = special[r.IntN(len(special))]
			}
		}
		for name, f := range map[string]struct {
			many func(dst, x []float64)
			one  func(float64) float64
		}{"exp": {elementary.Exps, elementary.Exp}, "log": {elementary.Logs, elementary.Log}} {
			apart, inPlace := make([]float64, len(x)), slices.Clone(x)
			f.many(apart, x)
			f.many(inPlace, inPlace)
			for i, v := range x {
				for _, got := range []float64{apart[i], inPlace[i]} {
					if want := f.one(v); math.Float64bits(got) != math.Float64bits(want) && !(math.IsNaN(got) && math.IsNaN(want)) {
						t.Fatalf("%s %v is %v among %v, alone %v", name, v, got, x, want)
					}
				}
			}
		}
	}
}
