package sensitivity_test

import (
	"context"
	"fmt"
	"math"

	"reconfig/sim/sensitivity"
)

// The function of Ishigami and Homma (1990): its second input acts alone, its third only together with the first.
func ExampleSobol() {
	angle := func(u float64) float64 { return math.Pi * (2*u - 1) } // uniform between −π and π
	p := &sensitivity.Problem{
		Inputs:  []sensitivity.Input{{Name: "x1", Quantile: angle}, {Name: "x2", Quantile: angle}, {Name: "x3", Quantile: angle}},
		Outputs: 1,
		New: func() sensitivity.Function {
			y := make([]float64, 1)
			return func(x []float64) []float64 {
				y[0] = math.Sin(x[0]) + 7*math.Pow(math.Sin(x[1]), 2) + 0.1*math.Pow(x[2], 4)*math.Sin(x[0])
				return y
			}
		},
	}
	indices, err := sensitivity.Sobol(context.Background(), p, sensitivity.SobolOptions{Points: 1 << 13, Replicates: 4, Seed: 1})
	if err != nil {
		panic(err)
	}
	for i, input := range p.Inputs {
		fmt.Printf("%s: first order %.2f, total %.2f\n", input.Name, math.Abs(indices[0].First[i].Value), indices[0].Total[i].Value)
	}
	// Output:
	// x1: first order 0.31, total 0.56
	// x2: first order 0.44, total 0.44
	// x3: first order 0.00, total 0.24
}
