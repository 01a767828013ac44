package variants_test

import (
	"context"
	"math"
	"testing"

	"reconfig/data"
	"reconfig/model"
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

func near(a, b, relative float64) bool {
	return a == b || math.Abs(a-b) <= relative*max(math.Abs(a), math.Abs(b))
}
