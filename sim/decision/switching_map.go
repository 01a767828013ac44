package decision

import (
	"context"
	"errors"
	"fmt"
	"math"

	"reconfig/sim/numbers"
	"reconfig/sim/parallel"
)

// Cell is what is best at one pair of values.
type Cell struct {
	Preferred int     // best option, the first of those that are the same
	Lead      float64 // by how much it is ahead of the next, in the unit of the values; NaN if there is no other
}

// SwitchingMap finds the best option at every pair of values, by x and y. newFunction is called once by every goroutine and
// gives a function with a workspace of its own, which gives every option's value at x and y, as for Switching. So many workers
// go at once, at least one. It returns an error if the context ends, and where Switching would.
func SwitchingMap(ctx context.Context, newFunction func() func(x, y float64) []float64, xs, ys []float64, workers int) ([][]Cell, error) {
	cells, problems := make([][]Cell, len(xs)), make([]error, len(xs)*len(ys))
	for i := range cells {
		cells[i] = make([]Cell, len(ys))
	}
	functions := make([]func(x, y float64) []float64, max(1, workers))
	err := parallel.Do(ctx, workers, len(problems), 1, func(worker, c, _ int) {
		if functions[worker] == nil {
			functions[worker] = newFunction()
		}
		i, j := c/len(ys), c%len(ys)
		v := functions[worker](xs[i], ys[j])
		if problem := checkOptions(v, len(v)); problem != nil {
			problems[c] = fmt.Errorf("at %v and %v: %w", xs[i], ys[j], problem)
			return
		}
		cells[i][j] = cellOf(v)
	})
	if err != nil {
		return nil, err
	}
	return cells, errors.Join(problems...)
}

func cellOf(values []float64) Cell {
	c := Cell{Preferred: numbers.Best(values), Lead: math.NaN()}
	for o, v := range values {
		switch top := values[c.Preferred]; {
		case o == c.Preferred:
		case numbers.Same(v, top):
			c.Lead = 0
		case !(top-v >= c.Lead):
			c.Lead = top - v
		}
	}
	return c
}
