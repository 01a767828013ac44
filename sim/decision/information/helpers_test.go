package information_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"reconfig/sim/decision/information"
)

// seeds are those that methods which rest on chance are tried with.
var seeds = []uint64{1, 2, 3}

func near(a, b, tolerance float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= tolerance
}

func density(x float64) float64      { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }
func distribution(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }

// learnt is the value of learning an incremental benefit of mean m of which the part to be learnt is normal with
// standard deviation s: s φ(m/s) − |m| Φ(−|m|/s).
func learnt(m, s float64) float64 {
	return s*density(m/s) - math.Abs(m)*distribution(-math.Abs(m)/s)
}

// normals are independent standard normal numbers, by row and draw.
func normals(seed uint64, rows, draws int) [][]float64 {
	random := rand.New(rand.NewPCG(seed, 99))
	z := make([][]float64, rows)
	for r := range z {
		z[r] = make([]float64, draws)
		for k := range z[r] {
			z[r][k] = random.NormFloat64()
		}
	}
	return z
}

// What is no table of finite values by option and draw is refused.
func TestShapesAreChecked(t *testing.T) {
	for _, values := range [][][]float64{nil, {}, {{}}, {{1}, {}}, {{1, 2}, {1}}, {{1}, {math.NaN()}}, {{1}, {math.Inf(-1)}}} {
		if _, err := information.OfInput(values, make([]float64, 60)); err == nil {
			t.Errorf("OfInput takes %v", values)
		}
	}
}
