package analysis_test

import (
	"context"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/sim/analysis/analysistest"
)

var (
	background = context.Background()
	setup      = analysistest.Setup
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

// lighter is London with fewer assumptions uncertain.
func lighter(t testing.TB) *model.Case {
	t.Helper()
	return fewerUncertain(london(t))
}

// fewerUncertain leaves a sample of a case's assumptions uncertain, and the others without a range; all, in the long tests.
func fewerUncertain(c *model.Case) *model.Case {
	if modeltest.Long() {
		return c
	}
	for i := range c.Assumptions {
		if a := &c.Assumptions[i]; i%5 != 0 && a.Name != "capacity.value" {
			a.Distribution, a.Low, a.High = "fixed", a.Central, a.Central
		}
	}
	c.Correlations = nil
	return c
}
