package decision

import (
	"cmp"
	"slices"

	"reconfig/sim/numbers"
)

// Ranks gives the probability, as a share of draws, that an option has a rank, by option and rank; rank 0 is the best. Of
// several options that are the same in a draw each has an equal part of each rank they take. Values are by option and draw
// and may be infinite; it returns an error for NaN, and if there are no draws or not the same for all.
func Ranks(values [][]float64) ([][]float64, error) {
	if err := numbers.CheckDraws(values); err != nil {
		return nil, err
	}
	options, draws := len(values), len(values[0])
	counts, order := make([][]float64, options), make([]int, options)
	for o := range counts {
		counts[o] = make([]float64, options)
	}
	for k := range draws {
		rankDraw(values, k, order, counts)
	}
	for _, c := range counts {
		for r := range c {
			c[r] /= float64(draws)
		}
	}
	return counts, nil
}

// rankDraw counts one draw in. Those that are the same as the best of them share its rank and those that follow.
func rankDraw(values [][]float64, k int, order []int, counts [][]float64) {
	for o := range order {
		order[o] = o
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(values[b][k], values[a][k]) })
	for from := 0; from < len(order); {
		end := from + 1
		for end < len(order) && numbers.Same(values[order[from]][k], values[order[end]][k]) {
			end++
		}
		for _, o := range order[from:end] {
			for r := from; r < end; r++ {
				counts[o][r] += 1 / float64(end-from)
			}
		}
		from = end
	}
}
