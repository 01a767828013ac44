package sensitivity

import (
	"cmp"
	"slices"
)

// Settling is what the first points of a design give, so that one can see whether there were enough. Numbers of points
// at which an output does not vary yet are left out.
type Settling struct {
	Points                   int        // base points, the first of the design
	First, Total             []Interval // by group
	WidestFirst, WidestTotal float64    // widths of the widest intervals
	Order                    []int      // numbers of groups, that with the greatest total first

	// Settled is whether no interval is wider than 0.05, and the five greatest totals are those of the same groups as
	// with half as many points; false if half as many were not looked at.
	//
	// Source: Sarrazin, Pianosi & Wagener (2016), Environmental Modelling & Software 79, for 0.05.
	Settled bool
}

const (
	settledWidth   = 0.05
	settledOrder   = 5   // how many of the greatest must stay the same
	settlingPoints = 256 // where looking begins
	fewerResamples = 200 // most resamples with fewer than all points
)

// settlingAt lists the numbers of points at which to look: 256, twice that, and so on, and all.
func settlingAt(points int) []int {
	var at []int
	for n := settlingPoints; n < points; n *= 2 {
		at = append(at, n)
	}
	return append(at, points)
}

// addSettling notes what the first n points give.
func addSettling(course []Settling, n int, first, total []Interval) []Settling {
	s := Settling{Points: n, First: first, Total: total, WidestFirst: widest(first), WidestTotal: widest(total), Order: orderOf(total)}
	if last := len(course) - 1; last >= 0 && course[last].Points == n/2 {
		s.Settled = settled(max(s.WidestFirst, s.WidestTotal), s.Order, course[last].Order)
	}
	return append(course, s)
}

func settled(width float64, order, before []int) bool {
	return width <= settledWidth && slices.Equal(greatest(order), greatest(before))
}

// greatest lists the first few of an order, by their numbers.
func greatest(order []int) []int {
	return slices.Sorted(slices.Values(order[:min(settledOrder, len(order))]))
}

func widest(intervals []Interval) float64 {
	width := 0.0
	for _, i := range intervals {
		width = max(width, i.High-i.Low)
	}
	return width
}

// orderOf lists the numbers of the estimates, the greatest first.
func orderOf(estimates []Interval) []int {
	order := make([]int, len(estimates))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(estimates[b].Value, estimates[a].Value) })
	return order
}
