//go:build amd64 && !noasm && !gccgo && !safe

package team

import "golang.org/x/sys/cpu"

// hasAVX is whether the processor works on four numbers at once, as nearly all have done since 2013.
var hasAVX = cpu.X86.HasAVX

// atOnce is how many groups assembly takes at once. What is left over is done in plain Go.
const atOnce = 4

// add does as many groups as it can from the first on, and says how many that are.
func (w *Work) add(constant, perCost, costs, scale []float64) int {
	fours := len(costs) / atOnce
	if !hasAVX || fours == 0 {
		return 0
	}
	last := len(costs) - 1 // assembly does not look where slices end
	_, _, _ = constant[last], perCost[last], scale[last]
	addAVX(&constant[0], &perCost[0], &costs[0], &scale[0], fours, w)
	return fours * atOnce
}

//go:noescape
func addAVX(constant, perCost, costs, scale *float64, fours int, w *Work)
