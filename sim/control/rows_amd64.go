//go:build amd64 && !noasm && !gccgo && !safe

package control

import "golang.org/x/sys/cpu"

// hasAVX is whether the processor works on four numbers at once, as nearly all have done since 2013.
var hasAVX = cpu.X86.HasAVX

// atOnce is how many moments assembly takes at once: rows must have a multiple.
const atOnce = 4

// What follows does as its method does, or nothing and says so. Assembly does not look where slices end, so that it is done before.

func (t *Target) together(cost, ratio, required []float64, slope float64) bool {
	fours, last := t.fours(), len(required)-1
	if fours == 0 || last < 0 {
		return false
	}
	_, _, _ = cost[last], ratio[last], t.Phase[len(t.Growth)-1]
	rows := len(required) / len(t.Growth)
	togetherAVX(&cost[0], &ratio[0], &required[0], rows, &t.Growth[0], &t.Phase[0], fours, slope, t.Release, t.Enforcement)
	return true
}

func (t *Target) apart(cost, ratio, slopes, costs []float64, s *Sector) bool {
	fours, last := t.fours(), len(t.Growth)-1
	if fours == 0 || len(slopes) == 0 {
		return false
	}
	_, _, _, _, _ = t.Phase[last], s.Required[last], s.Cost[last], s.Ratio[last], costs[len(slopes)-1]
	last = len(slopes)*len(t.Growth) - 1
	_, _ = cost[last], ratio[last]
	apartAVX(&cost[0], &ratio[0], &slopes[0], &costs[0], len(slopes), &s.Required[0], &s.Cost[0], &s.Ratio[0],
		&t.Growth[0], &t.Phase[0], fours, s.PerCost, t.Release, t.Enforcement)
	return true
}

// fours is how many fours of moments there are; 0 where assembly cannot take them.
func (t *Target) fours() int {
	if !hasAVX || len(t.Growth)%atOnce != 0 {
		return 0
	}
	return len(t.Growth) / atOnce
}

//go:noescape
func togetherAVX(cost, ratio, required *float64, rows int, growth, phase *float64, fours int, slope, release, enforcement float64)

//go:noescape
func apartAVX(cost, ratio, slopes, costs *float64, rows int, required, sectorCost, sectorRatio, growth, phase *float64, fours int, perCost, release, enforcement float64)
