package plane

import (
	"math"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Ticks stand at the swept values themselves, unless these are so many or so long that few of them could be labelled.
const (
	mostValuesAsTicks = 25
	longestTick       = 6
)

// roundByRatio are the powers of ten in a range, and where these are few twice and five times them.
func roundByRatio(first, last float64) []float64 {
	factors := []float64{1}
	if last/first < 2000 {
		factors = []float64{1, 2, 5}
	}
	var values []float64
	for power := math.Floor(math.Log10(first)); power <= math.Log10(last); power++ {
		for _, f := range factors {
			if v := words.Cleaned(f * math.Pow(10, power)); v >= first*(1-1e-9) && v <= last*(1+1e-9) {
				values = append(values, v)
			}
		}
	}
	return values
}

// The values along a map of more cells than this are not all written, so that long ones may be left out.
const mostLongLabels = 12

// Thinned are those of the places that are clear of each other.
func Thinned(clear func(a, b int) bool, places []int) []int {
	var kept []int
	for _, k := range chart.ThinToEnds(len(places), func(a, b int) bool { return clear(places[a], places[b]) }) {
		kept = append(kept, places[k])
	}
	return kept
}
