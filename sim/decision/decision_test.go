package decision_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/sim/decision"
)

// seeds are those that methods which rest on chance are tried with.
var seeds = []uint64{1, 2, 3}[:modeltest.ShortOrLong(1, 3)]

func near(a, b, tolerance float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= tolerance
}

// same is equality but for rounding.
func same(a, b float64) bool { return near(a, b, 1e-12*max(math.Abs(a), math.Abs(b))) }

func density(x float64) float64      { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }
func distribution(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }

// information is the value of learning an incremental benefit of mean m of which the part to be learnt is normal with
// standard deviation s: s φ(m/s) − |m| Φ(−|m|/s).
func information(m, s float64) float64 {
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

// tables are values by option and draw, of which many are equal.
func tables() *rapid.Generator[[][]float64] {
	return rapid.Custom(func(t *rapid.T) [][]float64 {
		draws := rapid.IntRange(1, 30).Draw(t, "draws")
		number := rapid.OneOf(rapid.Float64Range(-1e6, 1e6), rapid.Map(rapid.IntRange(-3, 3), func(i int) float64 { return float64(i) }))
		return rapid.SliceOfN(rapid.SliceOfN(number, draws, draws), 1, 6).Draw(t, "values")
	})
}

// What is no table is refused by all that take one; infinities only where means are taken.
func TestShapesAreChecked(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	methods := map[string]func(values [][]float64) error{
		"Regrets":            func(v [][]float64) error { _, err := decision.Regrets(v); return err },
		"PerfectInformation": func(v [][]float64) error { _, _, err := decision.PerfectInformation(v); return err },
		"Ranks":              func(v [][]float64) error { _, err := decision.Ranks(v); return err },
		"Dominances":         func(v [][]float64) error { _, err := decision.Dominances(v); return err },
		"Requirements": func(v [][]float64) error {
			_, err := decision.Requirements([]decision.Requirement{{Values: v}})
			return err
		},
		"Acceptability, money": func(v [][]float64) error { _, err := decision.Acceptability(v, [][]float64{{1}}, nil); return err },
		"Acceptability, harm":  func(v [][]float64) error { _, err := decision.Acceptability([][]float64{{1}}, v, nil); return err },
		"TradeOffs":            func(v [][]float64) error { _, err := decision.TradeOffs(v, [][]float64{{1}}); return err },
		"PartialInformation":   func(v [][]float64) error { _, err := decision.PartialInformation(v, make([]float64, 60)); return err },
		"FirstSteps":           func(v [][]float64) error { _, err := decision.FirstSteps([][][]float64{{{1}}, v}); return err },
	}
	infinite := map[string]bool{"Ranks": true, "Requirements": true}
	for name, method := range methods {
		for _, values := range [][][]float64{nil, {}, {{}}, {{1}, {}}, {{1, 2}, {1}}, {{1}, {nan}}} {
			if method(values) == nil {
				t.Errorf("%s takes %v", name, values)
			}
		}
		if err := method([][]float64{{1}, {-inf}}); infinite[name] != (err == nil) {
			t.Errorf("%s with an infinite value: %v", name, err)
		}
	}
}
