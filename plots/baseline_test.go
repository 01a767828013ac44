package plots

import (
	"testing"

	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// Figures that rest on the cost at the start say how that is known.
func TestFiguresSayHowTheBaselineIsKnown(t *testing.T) {
	d := figuretest.Drawn()
	d.Baseline = "Cost at the start: 9 % reported, 91 % assumed."
	const says = "Cost at the start: 9% reported, 91% assumed."
	for _, f := range figure.All() {
		if f.Name == "debt-fund" || f.Name == "convergence" { // of a plan and of draws alone
			figuretest.CheckSaysNot(t, f, d, "Cost at the start")
		} else {
			figuretest.CheckSays(t, f, d, says)
		}
	}
}
