package decision

import "math"

// sameRelative is how near two values must be to count as equal: what rounding can do to them, and no more.
const sameRelative = 1e-9

// Same says whether two values differ by no more than rounding, one part in 10⁹. What is infinite is the same only as what
// is infinite too.
func Same(a, b float64) bool { return same(a, b) }

func same(a, b float64) bool {
	if a == b || math.IsInf(a, 0) || math.IsInf(b, 0) {
		return a == b
	}
	return math.Abs(a-b) <= sameRelative*max(math.Abs(a), math.Abs(b))
}

// better says whether a is greater than b by more than rounding.
func better(a, b float64) bool { return a > b && !same(a, b) }

// short is what a value is short of the top: nothing if both are the same.
func short(v, top float64) float64 {
	if same(v, top) {
		return 0
	}
	return top - v
}

// best is the option with the greatest value, the first of those that are the same.
func best(values []float64) int {
	top := greatest(values)
	for o, v := range values {
		if same(v, top) {
			return o
		}
	}
	return -1 // there are no options
}

func greatest(values []float64) float64 {
	top := math.Inf(-1)
	for _, v := range values {
		top = max(top, v)
	}
	return top
}

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
	if !same(top, second) && top > math.Inf(-1) {
		shares[first]++
		return top
	}
	shareTied(values, shares, top)
	return top
}

func shareTied(values, shares []float64, top float64) {
	tied := 0
	for _, v := range values {
		if same(v, top) {
			tied++
		}
	}
	for o, v := range values {
		if same(v, top) {
			shares[o] += 1 / float64(tied)
		}
	}
}
