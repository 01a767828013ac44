package decision

import (
	"fmt"
	"math"
	"slices"

	"reconfig/sim/numbers"
)

// Segment is a range of worths of harm over which one option has the highest expected net benefit.
type Segment struct {
	From, To float64
	Option   int
}

// Frontier finds, exactly, which option has the highest expected net benefit – mean money less worth times mean harm –
// between two worths of harm: the upper envelope of one line for each option. Segments rise in worth and meet; where one
// ends, its option and the next have the same net benefit. Of options that are the same over a segment it names the first.
// To may be +∞. It returns an error if there are no options, if the means are not as many or not finite, or if the
// range is not one.
//
// Source: Barton, Briggs & Fenwick (2008), Value in Health 11(5).
func Frontier(meanMoney, meanHarm []float64, from, to float64) ([]Segment, error) {
	if len(meanMoney) == 0 || len(meanMoney) != len(meanHarm) {
		return nil, fmt.Errorf("%d means of money and %d of harm", len(meanMoney), len(meanHarm))
	}
	if numbers.Infinite(meanMoney) >= 0 || numbers.Infinite(meanHarm) >= 0 {
		return nil, fmt.Errorf("a mean is not finite: money %v, harm %v", meanMoney, meanHarm)
	}
	if math.IsInf(from, 0) || !(from < to) {
		return nil, fmt.Errorf("worths from %v to %v are no range", from, to)
	}
	var all []Segment
	for at := leastHarm(meanMoney, meanHarm, from); at >= 0; {
		next, end := nextOption(meanMoney, meanHarm, at, to)
		all = append(all, Segment{from, end, at})
		from, at = end, next
	}
	return all, nil
}

// leastHarm is the option that is best just above a worth: of those that are best there, the one with the least harm.
func leastHarm(money, harm []float64, worth float64) int {
	net := netBenefits(money, harm, worth)
	at := numbers.Best(net)
	for o := range net {
		if numbers.Same(net[o], slices.Max(net)) && numbers.Better(harm[at], harm[o]) {
			at = o
		}
	}
	return at
}

// nextOption is the option that overtakes another first, and the worth at which it does; −1 and the end if none does
// before that. Only one with less harm can; of several at once the one with the least goes on.
func nextOption(money, harm []float64, at int, end float64) (next int, worth float64) {
	next, worth = -1, end
	for o := range money {
		if !numbers.Better(harm[at], harm[o]) {
			continue
		}
		w := (money[at] - money[o]) / (harm[at] - harm[o])
		first := w < worth && !numbers.Same(w, worth)
		if first || next >= 0 && numbers.Same(w, worth) && numbers.Better(harm[next], harm[o]) {
			next, worth = o, w
		}
	}
	return next, worth
}
