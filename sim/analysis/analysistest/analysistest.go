// Package analysistest makes cases ready for tests of analyses.
package analysistest

import (
	"testing"

	"reconfig/model"
	"reconfig/sim/analysis"
	"reconfig/sim/uncertain"
)

// Setup makes a case ready, with some assumptions set.
func Setup(t testing.TB, c *model.Case, set map[string]float64) *analysis.Setup {
	t.Helper()
	base := c.CentralDraw()
	var names []string
	for name, v := range set {
		if _, err := c.Set(base, name, v); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	s, err := analysis.New(c, uncertain.Options{Seed: 1, Base: base, Set: names})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
