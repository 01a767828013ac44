package variants_test

import (
	"context"
	"math"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/sim/analysis"
	"reconfig/sim/uncertain"
)

// london is the case that comes with the program.
func london(t testing.TB) *model.Case {
	t.Helper()
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	return c.Case
}

// setup makes a case ready, with some assumptions set.
func setup(t testing.TB, c *model.Case, set map[string]float64) *analysis.Setup {
	t.Helper()
	base := c.CentralDraw()
	var fixed []string
	for name, v := range set {
		if _, err := c.Set(base, name, v); err != nil {
			t.Fatal(err)
		}
		fixed = append(fixed, name)
	}
	s, err := analysis.New(c, uncertain.Options{Seed: 1, Base: base, Fixed: fixed})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var background = context.Background()

func near(a, b, relative float64) bool {
	return a == b || math.Abs(a-b) <= relative*max(math.Abs(a), math.Abs(b))
}
