package plots

import (
	"testing"
)

// Figures that rest on the cost at the start say how that is known.
func TestFiguresSayHowTheBaselineIsKnown(t *testing.T) {
	d := drawn()
	d.Baseline = "Cost at the start: 9 % reported, 91 % assumed."
	const says = "Cost at the start: 9% reported, 91% assumed."
	for _, f := range Figures() {
		if f.Name == "debt-fund" || f.Name == "convergence" { // of a plan and of draws alone
			checkSaysNot(t, f, d, "Cost at the start")
		} else {
			checkSays(t, f, d, says)
		}
	}
}
