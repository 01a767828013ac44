package analysis

import (
	"cmp"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

func (s *Setup) run() sensitivity.Run {
	return sensitivity.Run{Workers: s.Workers, Progress: s.Progress}
}

// ranked sorts rows, the greatest first, and those that are the same by name.
func ranked[Row any](rows []Row, size func(*Row) result.Number, name func(*Row) string) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(size(&b), size(&a)), cmp.Compare(name(&a), name(&b)))
	})
}

// greatestOf lists the names of the first five of an order.
func greatestOf(names []string, order []int) string {
	var first []string
	for _, i := range order[:min(5, len(order))] {
		first = append(first, names[i])
	}
	return result.ListInputs(first)
}
