package decision_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/decision"
	"reconfig/sim/decision/decisiontest"
)

var (
	seeds        = decisiontest.Seeds
	near         = decisiontest.Near
	distribution = decisiontest.Distribution
	information  = decisiontest.Learnt
	normals      = decisiontest.Normals
	model        = decisiontest.Model
)

// same is equality but for rounding.
func same(a, b float64) bool { return near(a, b, 1e-12*max(math.Abs(a), math.Abs(b))) }

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
