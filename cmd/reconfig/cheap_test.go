package main

import (
	"slices"
	"testing"

	"reconfig/data"
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
