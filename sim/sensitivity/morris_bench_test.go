package sensitivity_test

import (
	"context"
	"fmt"
	"testing"

	"reconfig/sim/sensitivity"
)

// linearProblem is a function of so many inputs between 0 and 1, with the coefficients 1, 2, …, that allocates nothing.
func linearProblem(inputs int) *sensitivity.Problem {
	p := &sensitivity.Problem{Inputs: make([]sensitivity.Input, inputs), Outputs: 1}
	for i := range p.Inputs {
		p.Inputs[i] = sensitivity.Input{Name: fmt.Sprint(i), High: 1}
	}
	p.New = func() sensitivity.Function {
		y := make([]float64, 1)
		return func(x []float64) []float64 {
			y[0] = 0
			for i, v := range x {
				y[0] += float64(i+1) * v
			}
			return y
		}
	}
	return p
}

func BenchmarkMorris(b *testing.B) {
	for _, inputs := range []int{10, 75} {
		for _, candidates := range []int{40, 500, 1000} {
			b.Run(fmt.Sprintf("%dinputs/%dcandidates", inputs, candidates), func(b *testing.B) {
				p := linearProblem(inputs)
				b.ReportAllocs()
				for b.Loop() {
					if _, err := sensitivity.Morris(context.Background(), p, sensitivity.MorrisOptions{Candidates: candidates}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
