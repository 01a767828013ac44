package discovery

import (
	"math"
	"slices"
)

// side is an end of an input's values.
type side int

const (
	lower side = iota
	upper
)

// limits are the rules of a box, by input and side: an example is inside if each value is from the lower to the upper limit.
type limits [][2]float64

// noLimits are those of a box that holds everything.
func noLimits(inputs int) limits {
	return slices.Repeat(limits{{math.Inf(-1), math.Inf(1)}}, inputs)
}

// has says whether there is a limit.
func (l limits) has(input int, s side) bool { return l[input][s] != noLimit(s) }

// drop takes a limit away.
func (l limits) drop(input int, s side) { l[input][s] = noLimit(s) }

func noLimit(s side) float64 {
	if s == lower {
		return math.Inf(-1)
	}
	return math.Inf(1)
}

// restricted lists the inputs that have a limit.
func (l limits) restricted() []int {
	var all []int
	for i := range l {
		if l.has(i, lower) || l.has(i, upper) {
			all = append(all, i)
		}
	}
	return all
}
