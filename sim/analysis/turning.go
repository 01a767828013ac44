package analysis

import (
	"cmp"
	"context"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/decision"
	"reconfig/sim/numbers"
	"reconfig/sim/parallel"
)

// Turning finds which assumptions alone turn the choice between two structures: the rows that Decide gives as switching
// values, of the assumptions with which another structure is best at one end of the range. Those with which it is best
// only between the ends are not found, which saves most of the runs. The nearest come first. It returns a
// NoDirectionError if neither direction of the outcome is better, an EmptyError if it has no value, and the context's.
func (s *Setup) Turning(ctx context.Context, outcome result.Outcome, first, second string) ([]result.SwitchingRow, error) {
	direction, err := Direction(outcome)
	if err != nil {
		return nil, err
	}
	e, err := s.compile([]string{first, second}, []result.Outcome{outcome})
	if err != nil {
		return nil, err
	}
	indices := slices.DeleteFunc(s.moved(), func(index int) bool {
		return s.Case.Assumptions[index].Name == "target.per_head" && s.Base[index] == 0 // 0 is no such target
	})
	rows, faults := make([]result.SwitchingRow, len(indices)), make([]error, len(indices))
	turners := make([]turner, s.workers())
	for i := range turners {
		turners[i] = turner{s.newSwitcher(e, outcome, direction), e.Structures()}
	}
	err = parallel.Do(ctx, len(turners), len(indices), 1, func(worker, from, to int) {
		for i := from; i < to; i++ {
			rows[i], faults[i] = turners[worker].turn(s.Case.Assumptions[indices[i]], indices[i])
		}
	})
	if err != nil {
		return nil, err
	}
	for _, fault := range faults {
		if fault != nil {
			return nil, fault
		}
	}
	sortByDistance(rows)
	return rows, nil
}

// turner is the workspace of one goroutine.
type turner struct {
	*switcher
	structures []string
}

// turn searches the sides of the base at whose end the other structure is better.
func (t turner) turn(a model.Assumption, index int) (result.SwitchingRow, error) {
	base := t.Draw[index]
	low, high := min(a.Low, base), max(a.High, base)
	lead := t.lead(index, base)
	if !overtaken(lead, t.lead(index, low)) {
		low = base
	}
	if !overtaken(lead, t.lead(index, high)) {
		high = base
	}
	s, err := decision.Switching(func(x float64) []float64 { return t.with(index, x) }, base, low, high)
	return switchingRow(t.outcome, a, base, s, t.structures), err
}

// lead is 1 where the first structure is better, −1 where the second is, and 0 where they are the same.
func (t turner) lead(index int, x float64) int {
	v := t.with(index, x)
	if numbers.Same(v[0], v[1]) {
		return 0
	}
	return cmp.Compare(v[0], v[1])
}

// overtaken says whether the structure that is best in the base, the first if both are the same, is behind.
func overtaken(base, lead int) bool { return lead != 0 && lead != base && (base != 0 || lead < 0) }
