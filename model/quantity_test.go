package model_test

import (
	"strings"
	"testing"

	"reconfig/model/modeltest"
)

// An arrangement must not be called so that an assumption about it has the name of one that is not about it.
func TestArrangementsThatShareANameWithAnAssumption(t *testing.T) {
	for _, code := range []string{"sunk", "recovery", "other"} {
		c := modeltest.Small()
		c.Arrangements[0].Code = code
		for i := range c.Placements {
			c.Placements[i].Arrangement = code
		}
		modeltest.Assume(c)
		found := ""
		for _, p := range c.Check() {
			if p.Table == "arrangements" && p.Column == "code" {
				found = p.Expected
			}
		}
		if taken := code != "other"; taken != strings.Contains(found, "another name: ") {
			t.Errorf("%s: %q", code, found)
		}
	}
}
