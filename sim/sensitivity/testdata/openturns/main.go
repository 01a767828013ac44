// Command openturns computes the Sobol' indices that compare.py beside it compares with those of OpenTURNS. It prints, for each
// analysis, its processor time in seconds and the first-order and total indices with their intervals, as JSON.
//
//	openturns FUNCTION POINTS ANALYSES SEED WAY
package main

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"syscall"

	"reconfig/model/elementary"
	"reconfig/sim/sensitivity"
)

type analysis struct {
	Seconds      float64
	First, Total []sensitivity.Interval
}

func main() {
	points, n, seed := number(2), number(3), number(4)
	p := problems[os.Args[1]]
	all := make([]analysis, n+1) // the first one warms up
	for i := range all {
		before := processorTime()
		s, err := sensitivity.Sobol(context.Background(), p, sensitivity.SobolOptions{Points: points, Seed: uint64(seed + i), Intervals: os.Args[5], Resamples: 100})
		if err != nil {
			panic(err)
		}
		all[i] = analysis{processorTime() - before, s[0].First, s[0].Total}
	}
	if err := json.NewEncoder(os.Stdout).Encode(all[1:]); err != nil {
		panic(err)
	}
}

func number(argument int) int {
	n, err := strconv.Atoi(os.Args[argument])
	if err != nil {
		panic(err)
	}
	return n
}

func processorTime() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}

var problems = map[string]*sensitivity.Problem{
	"Ishigami": problem(3, func(u float64) float64 { return math.Pi * (2*u - 1) }, func(x []float64) float64 {
		s1, s2, x3 := elementary.Sin(x[0]), elementary.Sin(x[1]), x[2]*x[2]
		return s1 + 7*s2*s2 + 0.1*x3*x3*s1
	}),
	"G": problem(12, nil, func(x []float64) float64 {
		product := 1.0
		for i, a := range [...]float64{0, 1, 4.5, 9, 99, 99, 99, 99, 99, 99, 99, 99} {
			product *= (math.Abs(4*x[i]-2) + a) / (1 + a)
		}
		return product
	}),
}

func problem(n int, quantile func(u float64) float64, f func(x []float64) float64) *sensitivity.Problem {
	inputs := make([]sensitivity.Input, n)
	for i := range inputs {
		inputs[i] = sensitivity.Input{Name: "x" + strconv.Itoa(i+1), Quantile: quantile}
	}
	return &sensitivity.Problem{Inputs: inputs, Outputs: 1, New: func() sensitivity.Function {
		y := make([]float64, 1)
		return func(x []float64) []float64 {
			y[0] = f(x)
			return y
		}
	}}
}
