package chart

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// Swarm gives each dot of a row a lane, so that none covers another: lane 0 is the middle, 1 one diameter up, −1 one
// down. Dots that lie apart share a lane. Dots at the same point keep the order in which they come.
func Swarm(x []vg.Length, diameter vg.Length) []int {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	lanes := make([]int, len(x))
	last := map[int]vg.Length{} // where the lane's last dot is
	for _, i := range order {
		lane := 0
		for taken(last, lane, x[i]-diameter) {
			lane = outwards(lane)
		}
		lanes[i], last[lane] = lane, x[i]
	}
	return lanes
}

// taken says whether the lane's last dot lies beyond the limit. The slack is for rounding.
func taken(last map[int]vg.Length, lane int, limit vg.Length) bool {
	at, used := last[lane]
	return used && at > limit+1e-6
}

// outwards goes 0, 1, −1, 2, −2 …
func outwards(lane int) int {
	if lane > 0 {
		return -lane
	}
	return -lane + 1
}
