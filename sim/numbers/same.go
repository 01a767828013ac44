package numbers

import "math"

// Rounding is how near two values must be to count as equal, relative to them: what rounding can do, and no more.
const Rounding = 1e-9

// Same says whether two values differ by no more than rounding, one part in 10⁹. What is infinite is the same only as what
// is infinite too.
func Same(a, b float64) bool {
	if a == b || math.IsInf(a, 0) || math.IsInf(b, 0) {
		return a == b
	}
	return math.Abs(a-b) <= Rounding*max(math.Abs(a), math.Abs(b))
}

// Better says whether a is greater than b by more than rounding.
func Better(a, b float64) bool { return a > b && !Same(a, b) }

// Short is what a value is short of the top: nothing if both are the same.
func Short(v, top float64) float64 {
	if Same(v, top) {
		return 0
	}
	return top - v
}

// Best is the option with the greatest value, the first of those that are the same.
func Best(values []float64) int {
	top := greatest(values)
	for o, v := range values {
		if Same(v, top) {
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
