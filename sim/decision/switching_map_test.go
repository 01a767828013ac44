package decision_test

import (
	"context"
	"math"
	"testing"

	"reconfig/sim/decision"
)

func TestSwitchingMap(t *testing.T) {
	newFunction := func() func(x, y float64) []float64 {
		room := make([]float64, 3)
		return func(x, y float64) []float64 {
			room[0], room[1], room[2] = x, y, 2
			return room
		}
	}
	for _, workers := range []int{1, 4} {
		got, err := decision.SwitchingMap(context.Background(), newFunction, []float64{0, 3}, []float64{1, 2, 5}, workers)
		if err != nil {
			t.Fatal(err)
		}
		want := [][]decision.Cell{{{2, 1}, {1, 0}, {1, 3}}, {{0, 1}, {0, 1}, {1, 2}}}
		for i := range want {
			for j, w := range want[i] {
				if got[i][j] != w {
					t.Errorf("cell %d, %d: %+v, not %+v", i, j, got[i][j], w)
				}
			}
		}
	}
	alone := func() func(x, y float64) []float64 {
		return func(x, y float64) []float64 { return []float64{math.Sqrt(x)} }
	}
	if got, err := decision.SwitchingMap(context.Background(), alone, []float64{1}, []float64{1}, 1); err != nil || !math.IsNaN(got[0][0].Lead) {
		t.Errorf("%v, %v: an option that is alone has no lead", got, err)
	}
	if _, err := decision.SwitchingMap(context.Background(), alone, []float64{1, -1}, []float64{1}, 1); err == nil {
		t.Error("NaN passes")
	}
}
