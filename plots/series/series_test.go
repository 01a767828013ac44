package series

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"

	"reconfig/model/result"
	"reconfig/plots/chart"
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

// The word for the handover is above its line, and no line of another date runs into it.
func TestTheHandoverIsClearOfOtherDates(t *testing.T) {
	half := chart.SmallFont.Width(handover) / 2
	for _, other := range []vg.Length{vg.Length(math.NaN()), 0, 60, 80, 95, 96, 100, 101, 104, 110, 140, 200} {
		at := handoverAt(100, other)
		if at-half > 100 || at+half < 100 {
			t.Errorf("another date at %v: the word is %v away from its line", other, at-100)
		}
		if other != 100 && math.Abs(float64(other-100)) > 3 && at-half < other && other < at+half {
			t.Errorf("another date at %v: its line runs into the word from %v to %v", other, at-half, at+half)
		}
	}
}
