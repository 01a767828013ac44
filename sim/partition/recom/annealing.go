package recom

import (
	"context"
	"math"

	"reconfig/model/elementary"
	"reconfig/sim/numbers"
)

// annealing is one search: it takes any move that raises the value, and one that lowers it with a chance that falls with how
// much it does, and over time.
type annealing struct {
	*state
	values    *values
	value     []float64 // by group
	total     float64
	best      []int32 // by vertex: its group in the best partition so far
	bestValue float64
	newA      []int32 // workspace: two groups after a move
	newB      []int32
	stamp     []int64 // workspace: by vertex, when it was last in a group that was looked at
	stamps    int64
	stack     []int32
}

func newAnnealing(s *state, value Value) *annealing {
	a := &annealing{state: s, values: newValues(s, value), stamp: make([]int64, len(s.group)), value: make([]float64, len(s.members))}
	for i := range a.value {
		a.value[i] = a.values.of(s.members[i])
	}
	a.bestValue = math.Inf(-1)
	a.keep()
	return a
}

// keep notes the partition as the best.
func (a *annealing) keep() {
	a.best, a.bestValue = append(a.best[:0], a.group...), a.values.total()
	a.total = a.bestValue
}

// run anneals, and then settles from the best partition on the way.
func (a *annealing) run(ctx context.Context, o SearchOptions) {
	if a.cut == 0 {
		return
	}
	const trials, coldest, batch = 200, 1e-3, 64
	hot := a.hotness(trials)
	for step := 0; step < o.Steps; step++ {
		if step%batch == 0 {
			if ctx.Err() != nil {
				return
			}
			if o.Progress != nil {
				o.Progress(min(batch, o.Steps-step))
			}
		}
		temperature := hot * elementary.Pow(coldest, float64(step)/float64(o.Steps))
		i, j, ok := a.propose()
		if !ok {
			continue
		}
		gain := a.gain(i, j)
		if gain >= 0 || a.unit() < elementary.Exp(gain/temperature) {
			a.take(i, j, gain)
		}
		if numbers.Better(a.total, a.bestValue) {
			a.keep()
		}
	}
	copy(a.group, a.best)
	a.count()
	for i := range a.value {
		a.value[i] = a.values.of(a.members[i])
	}
	a.settle(ctx)
	a.keep()
}

// hotness is the mean size of what moves change, as a temperature to begin with.
func (a *annealing) hotness(trials int) float64 {
	sum, n := 0.0, 0
	for range trials {
		if i, j, ok := a.propose(); ok {
			sum += math.Abs(a.gain(i, j))
			n++
		}
	}
	if sum == 0 {
		return 1
	}
	return sum / float64(n)
}
