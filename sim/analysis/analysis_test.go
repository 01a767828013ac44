package analysis_test

import (
	"context"
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
