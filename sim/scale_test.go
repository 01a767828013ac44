package sim_test

import (
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
)

// A size above which a body gains no more: docs/model.md, section 4.

// sameUnder checks that random cases come to the same after two changes of the draw.
func sameUnder(t *testing.T, one, other func(*model.Case, model.Draw)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		one(c, d)
		before := outcomes(t, c, d)
		other(c, d)
		for s, v := range outcomes(t, c, d) {
			for _, o := range result.Outcomes() {
				if a, b := before[s][o], v[o]; !closeTo(a, b, magnitude(o, *v), 1e-9) {
					t.Errorf("%s of %s is %v, then %v", o, s, a, b)
				}
			}
		}
	})
}

func TestALimitAboveEveryGroupIsNone(t *testing.T) {
	sameUnder(t,
		func(c *model.Case, d model.Draw) { setAll(c, d, "scale_limit", 1e6) },
		func(c *model.Case, d model.Draw) { setAll(c, d, "scale_limit", 0) })
}

func TestALimitBelowEveryBodyLeavesNoEconomyOfScale(t *testing.T) {
	sameUnder(t,
		func(c *model.Case, d model.Draw) { setAll(c, d, "scale_limit", 1) },
		func(c *model.Case, d model.Draw) { setAll(c, d, "scale", 1) })
}

func TestRequiredCostNeverRisesWithTheLimit(t *testing.T) {
	monotone(t, "scale_limit", 0.1, 5000, +1, result.ReductionFromStructure, func(c *model.Case, d model.Draw) {
		for i, a := range c.Assumptions {
			if len(a.Name) > 6 && a.Name[:6] == "scale." {
				d[i] = min(d[i], 1)
			}
		}
	})
}
