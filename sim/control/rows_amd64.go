//go:build amd64 && !noasm && !gccgo && !safe

package control

import "golang.org/x/sys/cpu"

// hasAVX is whether the processor works on four numbers at once, as nearly all have done since 2013.
var hasAVX = cpu.X86.HasAVX

// atOnce is how many moments assembly does at once. What is left over is done in plain Go.
const atOnce = 4

// together does as many moments as it can from the first on, and says how many that are.
func together(t *Target, cost, ratio, required, growth []float64, release float64) int {
	n := len(required) / atOnce
	if !hasAVX || n == 0 {
		return 0
	}
	last := n*atOnce - 1 // assembly does not look where slices end
	_, _, _, _ = cost[last], ratio[last], growth[last], t.Phase[last]
	togetherAVX(&cost[0], &ratio[0], &required[0], &growth[0], &t.Phase[0], n, t.Slope, release, t.Enforcement)
	return n * atOnce
}

func apart(t *Target, cost, ratio, uncontrolled, stripped, perRequired []float64) int {
	n := len(uncontrolled) / atOnce
	if !hasAVX || n == 0 {
		return 0
	}
	last := n*atOnce - 1
	_, _, _, _, _ = cost[last], ratio[last], stripped[last], perRequired[last], t.Phase[last]
	apartAVX(&cost[0], &ratio[0], &uncontrolled[0], &stripped[0], &perRequired[0], &t.Phase[0], n, t.Slope, t.Enforcement)
	return n * atOnce
}

//go:noescape
func togetherAVX(cost, ratio, required, growth, phase *float64, fours int, slope, release, enforcement float64)

//go:noescape
func apartAVX(cost, ratio, uncontrolled, stripped, perRequired, phase *float64, fours int, slope, enforcement float64)
