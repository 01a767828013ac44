package decision

import (
	"math"
	"slices"

	"reconfig/sim/numbers"
)

// Dominance is how the values of one option, the first, lie to those of another, whatever weight is given to risk.
type Dominance struct {
	ProbabilityBetter float64 // share of draws in which the first is better; those in which both are the same do not count

	// Order is 1 if the first dominates at first order: at no value is its distribution function higher, so everybody who
	// prefers more prefers it. It is 2 at second order only: the integral of its distribution function is nowhere higher, so
	// everybody who also shuns risk prefers it. Otherwise it is 0.
	Order int

	// Violation is how far the first is from dominating at first order: the area in which its distribution function is the
	// higher one, as a share of the whole area between both (almost stochastic dominance). It is 0 at order 1, and NaN if both
	// distributions are the same.
	Violation float64
}

// Dominances compares every option with every other over the draws at hand, by first and second option; what stands on
// the diagonal means nothing. Values are by option and draw and must be finite, as areas are taken.
//
// Sources: Hadar & Russell (1969), Rules for ordering uncertain prospects, AER 59(1); Leshno & Levy (2002), Preferred by
// “all” and preferred by “most” decision makers: almost stochastic dominance, Management Science 48(8).
func Dominances(values [][]float64) ([][]Dominance, error) {
	if err := numbers.CheckFinite(values); err != nil {
		return nil, err
	}
	sorted := make([][]float64, len(values))
	for o, v := range values {
		sorted[o] = slices.Sorted(slices.Values(v))
	}
	all := make([][]Dominance, len(values))
	for a := range values {
		all[a] = make([]Dominance, len(values))
		for b := range values {
			d := &all[a][b]
			d.Order, d.Violation = dominate(sorted[a], sorted[b])
			d.ProbabilityBetter = shareBetter(values[a], values[b])
		}
	}
	return all, nil
}

// dominate compares two sorted series. With as many values in both, the area between their distribution functions is the
// sum of the differences of values of the same rank, and the integrals up to a rank are the sums up to it.
func dominate(a, b []float64) (order int, violation float64) {
	wrong, whole, sum := 0.0, 0.0, 0.0
	second := true
	for i := range a {
		d := a[i] - b[i]
		if numbers.Same(a[i], b[i]) {
			d = 0
		}
		sum += d
		whole += math.Abs(d)
		wrong += max(0, -d)
		second = second && sum >= -numbers.Rounding*whole
	}
	switch {
	case whole == 0:
		return 0, math.NaN()
	case wrong == 0:
		return 1, 0
	case second:
		return 2, wrong / whole
	}
	return 0, wrong / whole
}

func shareBetter(a, b []float64) float64 {
	count := 0
	for k := range a {
		if numbers.Better(a[k], b[k]) {
			count++
		}
	}
	return float64(count) / float64(len(a))
}
