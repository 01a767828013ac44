package sensitivity_test

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"

	"reconfig/sim/sensitivity"
)

func TestOneAtATime(t *testing.T) {
	var runs atomic.Int64
	p := &sensitivity.Problem{Inputs: make([]sensitivity.Input, 4), Outputs: 2, New: func() sensitivity.Function {
		return func(x []float64) []float64 {
			runs.Add(1)
			return []float64{x[0] + x[1]*x[2], x[3]}
		}
	}}
	told := 0
	s, err := sensitivity.OneAtATime(context.Background(), p,
		[]float64{1, 2, 3, 4}, []float64{0, 2, 5, 4}, []float64{3, 7, 2, 4},
		sensitivity.Run{Progress: func(n int) { told += n }})
	if err != nil {
		t.Fatal(err)
	}
	if want := []float64{7, 4}; !slices.Equal(s.Base, want) {
		t.Errorf("base %v, want %v", s.Base, want)
	}
	checkRows(t, "low", s.Low, [][]float64{{6, 7, 11, 7}, {4, 4, 4, 4}})
	checkRows(t, "high", s.High, [][]float64{{9, 22, 5, 7}, {4, 4, 4, 4}})
	// The base, three highs and two lows: the second input's low is the base, and the fourth has no range.
	if runs.Load() != 6 || told != 6 {
		t.Errorf("%d runs, told of %d, want 6", runs.Load(), told)
	}
}

func checkRows(t *testing.T, what string, got, want [][]float64) {
	t.Helper()
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestOneAtATimeErrors(t *testing.T) {
	three := make([]float64, 3)
	p := &sensitivity.Problem{Inputs: make([]sensitivity.Input, 3), Outputs: 1, New: func() sensitivity.Function {
		return func(x []float64) []float64 { return x[:1] }
	}}
	for _, values := range [][3][]float64{{three[:2], three, three}, {three, three[:2], three}, {three, three, nil}} {
		if _, err := sensitivity.OneAtATime(context.Background(), p, values[0], values[1], values[2], sensitivity.Run{}); err == nil {
			t.Errorf("no error for %d, %d and %d values", len(values[0]), len(values[1]), len(values[2]))
		}
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := sensitivity.OneAtATime(ended, p, three, three, three, sensitivity.Run{}); err == nil {
		t.Error("no error though the context has ended")
	}
}
