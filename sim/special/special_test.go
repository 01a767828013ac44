package special_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"

	"reconfig/sim/special"
)

func near(t *testing.T, name string, got, want, tolerance float64, at ...float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s at %v is %v, not %v: %.1e of it away", name, at, got, want, math.Abs(got/want-1))
	}
}

// Values are those of Go's math and of gonum, which other code makes.
func TestErrorFunctionAndNormalDistribution(t *testing.T) {
	for x := -30.0; x < 27; x += 0.0137 {
		near(t, "erfc", special.Erfc(x), math.Erfc(x), 4e-16, x)
	}
	for _, x := range []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), 28, -28, 1e300, 1e-300} {
		near(t, "erfc", special.Erfc(x), math.Erfc(x), 4e-16, x)
	}
	if !math.IsNaN(special.Erfc(math.NaN())) {
		t.Error("erfc of NaN is a number")
	}
	near(t, "Φ", special.NormalDistribution(-1.959963984540054), 0.025, 1e-15)
	near(t, "Φ", special.NormalDistribution(0), 0.5, 0)
}

func TestNormalQuantile(t *testing.T) {
	for u := 0.0001; u < 1; u += 0.00037 {
		near(t, "normal quantile", special.NormalQuantile(u), mathext.NormalQuantile(u), 1e-15, u)
	}
	for _, u := range []float64{1e-300, 1e-20, 1e-9, 0.075, 0.925, 1 - 0x1p-53, 0.5} {
		near(t, "normal quantile", special.NormalQuantile(u), mathext.NormalQuantile(u), 1e-15, u)
	}
	near(t, "normal quantile", special.NormalQuantile(0x1p-1074), -38.46740561714434, 1e-15, 0x1p-1074)
	if special.NormalQuantile(0) != math.Inf(-1) || special.NormalQuantile(1) != math.Inf(1) {
		t.Error("the ends have no infinite quantiles")
	}
	for _, u := range []float64{-1, 1.5, math.NaN()} {
		if !math.IsNaN(special.NormalQuantile(u)) {
			t.Errorf("the probability %v has a quantile", u)
		}
	}
}

var shapes = []float64{0.01, 0.3, 1, 1.7, 5, 24.5, 300, 1e5}

func TestBeta(t *testing.T) {
	for _, a := range shapes {
		for _, b := range shapes {
			d, other := special.NewBeta(a, b), distuv.Beta{Alpha: a, Beta: b}
			for _, x := range []float64{1e-30, 1e-5, 0.01, 0.2, 0.5, 0.7, 0.99} {
				if p := mathext.RegIncBeta(a, b, x); p > 1e-250 {
					near(t, "incomplete beta", d.Distribution(x), p, 1e-9, a, b, x)
				}
				near(t, "log density", d.LogDensity(x)+1e6, other.LogProb(x)+1e6, 1e-13, a, b, x)
			}
			for _, p := range []float64{1e-15, 1e-4, 0.05, 0.3, 0.5} {
				x := d.LowerQuantile(p)
				if x > 1e-290 && x < 1-1e-12 {
					near(t, "what is below the quantile", d.Distribution(x), p, 1e-11*(1+a+b), a, b, p)
				}
			}
		}
	}
	if d := special.NewBeta(2, 3); d.Distribution(0) != 0 || d.Distribution(1) != 1 || d.LowerQuantile(0) != 0 {
		t.Error("the ends of a beta distribution are not 0 and 1")
	}
	// I_0.3(2, 3) is a polynomial: 6 x² − 8 x³ + 3 x⁴
	near(t, "incomplete beta", special.NewBeta(2, 3).Distribution(0.3), 6*0.09-8*0.027+3*0.0081, 1e-15)
	near(t, "quantile", special.NewBeta(1, 4).LowerQuantile(0.2), 1-math.Pow(0.8, 0.25), 1e-15)
}

// Of a table of Student's distribution: Abramowitz & Stegun, table 26.10, with more digits.
func TestStudentQuantile(t *testing.T) {
	for freedom, want := range map[float64]float64{1: 12.706204736174698, 2: 4.302652729749464, 7: 2.364624251592785, 30: 2.0422724563012373} {
		near(t, "Student's t", special.StudentQuantile(0.025, freedom), want, 1e-13, freedom)
	}
	near(t, "Student's t", special.StudentQuantile(0.025, 1e6), 1.9599663, 1e-7)
}
