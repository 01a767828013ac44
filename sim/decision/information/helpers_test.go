package information_test

import (
	"math"
	"testing"

	"reconfig/sim/decision/decisiontest"
	"reconfig/sim/decision/information"
)

var (
	seeds        = decisiontest.Seeds
	near         = decisiontest.Near
	density      = decisiontest.Density
	distribution = decisiontest.Distribution
	learnt       = decisiontest.Learnt
	normals      = decisiontest.Normals
	model        = decisiontest.Model
)

// What is no table of finite values by option and draw is refused.
func TestShapesAreChecked(t *testing.T) {
	for _, values := range [][][]float64{nil, {}, {{}}, {{1}, {}}, {{1, 2}, {1}}, {{1}, {math.NaN()}}, {{1}, {math.Inf(-1)}}} {
		if _, err := information.OfInput(values, make([]float64, 60)); err == nil {
			t.Errorf("OfInput takes %v", values)
		}
	}
}
