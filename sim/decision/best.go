package decision

import (
	"math"

	"reconfig/sim/numbers"
)

// shareBest adds one draw to the options that are best in it, shared equally among those that are the same, and returns
// the greatest value. Values are by option.
func shareBest(values, shares []float64) float64 {
	top, second, first := math.Inf(-1), math.Inf(-1), 0
	for o, v := range values {
		switch {
		case v > top:
			top, second, first = v, top, o
		case v > second:
			second = v
		}
	}
	if !numbers.Same(top, second) && top > math.Inf(-1) {
		shares[first]++
		return top
	}
	shareTied(values, shares, top)
	return top
}

func shareTied(values, shares []float64, top float64) {
	tied := 0
	for _, v := range values {
		if numbers.Same(v, top) {
			tied++
		}
	}
	for o, v := range values {
		if numbers.Same(v, top) {
			shares[o] += 1 / float64(tied)
		}
	}
}
