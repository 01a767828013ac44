package analysis_test

import (
	"errors"
	"math"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// What turns a choice of two is what Decide calls its switching values, wherever the range ends with another structure
// best.
func TestTurningIsWhatDecideFinds(t *testing.T) {
	found := 0
	for _, pair := range modeltest.Some([][2]string{{"joint-management", "association"}, {"de-facto-merger", "status-quo"}, {"merger", "de-facto-merger"}}, 3) {
		s := setup(t, lighter(t), nil)
		turning, err := s.Turning(background, result.NetBenefit, pair[0], pair[1])
		if err != nil {
			t.Fatal(err)
		}
		a, err := s.Decide(background, analysis.DecideOptions{Outcome: result.NetBenefit, Structures: pair[:], Draws: 64})
		if err != nil {
			t.Fatal(err)
		}
		decided := map[string]result.SwitchingRow{}
		for _, r := range a.Switching {
			decided[r.Assumption] = r
		}
		if len(turning) != len(decided) {
			t.Errorf("%v: %d assumptions, not %d", pair, len(turning), len(decided))
		}
		for _, r := range turning {
			want := decided[r.Assumption]
			if r.Preferred != want.Preferred || differs(r.Below, want.Below) || differs(r.Above, want.Above) {
				t.Errorf("%v: %s turns at %v and %v, not at %v and %v", pair, r.Assumption, r.Below, r.Above, want.Below, want.Above)
			}
			if !math.IsNaN(float64(r.Below)) || !math.IsNaN(float64(r.Above)) {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("nothing turns any of these choices, so this test shows nothing")
	}
}

// differs says whether two switching values differ, of which the first may be missing.
func differs(got, want result.Number) bool {
	return !math.IsNaN(float64(got)) && got != want
}

func TestTurningNeedsADirection(t *testing.T) {
	var direction *analysis.NoDirectionError
	if _, err := setup(t, london(t), nil).Turning(background, result.StatutoryBoards, "merger", "association"); !errors.As(err, &direction) {
		t.Errorf("boards: %v", err)
	}
}

func BenchmarkTurning(b *testing.B) {
	s := setup(b, london(b), nil)
	for b.Loop() {
		if _, err := s.Turning(background, result.NetBenefit, "de-facto-then-merger", "joint-management"); err != nil {
			b.Fatal(err)
		}
	}
}
