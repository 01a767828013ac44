package sensitivity

import (
	"context"
	"fmt"
)

// Swings is what the outputs come to when one input at a time leaves the base, as a tornado diagram shows.
type Swings struct {
	Base      []float64   // in the base, by output
	Low, High [][]float64 // with one input at its low or high value, by output and input
}

// OneAtATime runs the function in the base, and with each input alone at its low and at its high value. base, low and
// high have a value for every input, in any order of size; distributions and correlations of the inputs count for
// nothing. A low or high value that is the base's own costs no run. It returns an error if their lengths differ from the
// number of inputs, or if the context ends.
func OneAtATime(ctx context.Context, p *Problem, base, low, high []float64, r Run) (*Swings, error) {
	inputs := len(p.Inputs)
	if len(base) != inputs || len(low) != inputs || len(high) != inputs {
		return nil, fmt.Errorf("%d base, %d low and %d high values for %d inputs", len(base), len(low), len(high), inputs)
	}
	steps := oneAtATimeSteps(base, low, high)
	outputs, err := p.evaluate(ctx, r, 1+len(steps), func(_, j int, x []float64) {
		copy(x, base)
		if j > 0 {
			x[steps[j-1].input] = steps[j-1].value
		}
	})
	if err != nil {
		return nil, err
	}
	s := &Swings{}
	for _, y := range outputs {
		s.add(y, steps, inputs)
	}
	return s, nil
}

// oneAtATimeStep is one input's way from the base to one of its ends.
type oneAtATimeStep struct {
	input int
	value float64
	high  bool
}

// oneAtATimeSteps are those that lead away from the base.
func oneAtATimeSteps(base, low, high []float64) []oneAtATimeStep {
	var steps []oneAtATimeStep
	for i, b := range base {
		if low[i] != b {
			steps = append(steps, oneAtATimeStep{i, low[i], false})
		}
		if high[i] != b {
			steps = append(steps, oneAtATimeStep{i, high[i], true})
		}
	}
	return steps
}

// add takes in one output's values: y[0] in the base, y[1+j] after step j.
func (s *Swings) add(y []float64, steps []oneAtATimeStep, inputs int) {
	low, high := make([]float64, inputs), make([]float64, inputs)
	for i := range inputs {
		low[i], high[i] = y[0], y[0]
	}
	for j, step := range steps {
		if step.high {
			high[step.input] = y[1+j]
		} else {
			low[step.input] = y[1+j]
		}
	}
	s.Base, s.Low, s.High = append(s.Base, y[0]), append(s.Low, low), append(s.High, high)
}
