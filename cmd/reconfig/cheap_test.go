package main

import (
	"slices"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
)

// uncertainInCheap are the assumptions that stay uncertain in a cheap case.
var uncertainInCheap = []string{"baseline.scale", "realisation.merger", "refusal.merger", "setup.merger", "staff.cost"}

// writeCheap writes a case of the program in which hardly anything is drawn, so that many runs take little time.
func writeCheap(t *testing.T, name, dir string) {
	t.Helper()
	c, err := data.OpenCase(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Assumptions {
		if a := &c.Assumptions[i]; !slices.Contains(uncertainInCheap, a.Name) {
			a.Distribution = "fixed"
		}
	}
	c.Correlations = nil
	if err := data.WriteCase(dir, c.Case); err != nil {
		t.Fatal(err)
	}
}

// writeSmall writes a case of two bodies in which hardly anything is drawn, so that a sweep of two parts takes little time.
func writeSmall(t *testing.T, dir string, changes ...func(*model.Case)) {
	t.Helper()
	c := modeltest.Uncertain(modeltest.Small())
	london, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	c.Sources = london.Sources[:1]
	for i := range c.Assumptions {
		a := &c.Assumptions[i]
		a.Sources = c.Sources[0].ID
		if i%5 != 0 {
			a.Distribution = "fixed"
		}
	}
	for _, change := range changes {
		change(c)
	}
	if err := data.WriteCase(dir, c); err != nil {
		t.Fatal(err)
	}
}
