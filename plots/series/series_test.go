package series

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figuretest"
)

// Bands come from both percentiles of the same quarter; a quarter that lacks one has no band.
func TestBands(t *testing.T) {
	d := figuretest.Drawn()
	figuretest.Quarters(func(r *result.TrajectoryRow) {
		if r.Structure == "hub" && r.Quarter == 3 && r.Statistic == result.P95 {
			r.RequiredCostK = math.NaN()
		}
	})(&d)
	d = d.Complete()
	all := Of(d, func(r result.TrajectoryRow) float64 { return r.RequiredCostK })
	for _, s := range all {
		want := 8
		if s.Code == "hub" {
			want = 7
		}
		if len(s.Band) != want || len(s.Points) != 8 {
			t.Errorf("%s: %d points and a band of %d quarters, want 8 and %d", s.Code, len(s.Points), len(s.Band), want)
		}
		for _, b := range s.Band {
			if !(b.Lo < b.Hi) {
				t.Errorf("%s: band from %v to %v", s.Code, b.Lo, b.Hi)
			}
		}
	}
	if got := len(WithBands(d.Context, all)); got != 3 {
		t.Errorf("%d panels, want 3", got)
	}
}
