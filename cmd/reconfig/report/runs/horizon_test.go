package runs_test

import (
	"testing"

	"reconfig/cmd/reconfig/report/runs"
)

func TestWhatTheHorizonEndsBefore(t *testing.T) {
	for _, test := range []struct {
		horizon, target, handover float64
		complete                  []float64
		want                      string
	}{
		{10, 3, 2, []float64{0, 4}, ""},
		{3, 3, 3, []float64{3}, ""},
		{1, 3, 2, []float64{0, 1.5, 2}, "The horizon of 1 year ends before the target is due (year 3), the handover comes (year 2) and 2 structures are complete: sums over the years leave out what comes later; what is said of the target is of year 3, after the horizon."},
		{0.25, 0, 0, []float64{1}, "The horizon of 0.25 years ends before 1 structure is complete: sums over the years leave out what comes later."},
	} {
		if got := runs.CutShort(test.horizon, test.target, test.handover, test.complete); got != test.want {
			t.Errorf("%v: %q, want %q", test, got, test.want)
		}
	}
}
