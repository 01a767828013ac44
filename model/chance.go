package model

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/model/spelling"
)

// Chance is what a draw has besides a value for every assumption: for each arrangement a number above 0 and below 1 that
// says which way its failures fall (u of docs/model.md, section 3, set as fail.ARRANGEMENT), and one for its refusals (u',
// set as refuse.ARRANGEMENT). Nobody chooses them, no evidence narrows them, and they are the same for all structures.
// They follow the assumptions in every Draw.
const (
	failPrefix   = "fail."
	refusePrefix = "refuse."

	// EvenChance is their value in the central draw.
	EvenChance = 0.5
)

// ChanceNames lists the names of a draw's chances in their order: fail and refuse of each arrangement in turn.
func (c *Case) ChanceNames() []string {
	var all []string
	for _, a := range c.Arrangements {
		all = append(all, failPrefix+a.Code, refusePrefix+a.Code)
	}
	return all
}

// ChanceIndex finds a chance by name in every Draw of the case; false if it is none.
func (c *Case) ChanceIndex(name string) (int, bool) {
	if !strings.HasPrefix(name, failPrefix) && !strings.HasPrefix(name, refusePrefix) {
		return -1, false
	}
	i := slices.Index(c.ChanceNames(), name)
	return len(c.Assumptions) + i, i >= 0
}

// DrawSize is how many numbers a draw of the case has.
func (c *Case) DrawSize() int { return len(c.Assumptions) + 2*len(c.Arrangements) }

// drawNames lists what can be set in a draw: assumptions, sorted, and then chances.
func (c *Case) drawNames() []string { return slices.Concat(c.AssumptionNames(), c.ChanceNames()) }

// checkChance returns an error if a chance cannot have the value.
func checkChance(name string, value float64) error {
	if !(value > 0 && value < 1) {
		return fmt.Errorf("%s = %s is not possible: it must be above 0 and below 1", name, spelling.Number(value))
	}
	return nil
}
