package decision_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/decision"
)

func TestRanksByHand(t *testing.T) {
	inf := math.Inf(1)
	got, err := decision.Ranks([][]float64{
		{3, 1, -inf, 2},
		{2, 1, -inf, 2 + 1e-12},
		{1, 0, 5, 2 - 1e-12},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]float64{
		{(1 + .5 + 0 + 1./3) / 4, (0 + .5 + .5 + 1./3) / 4, (0 + 0 + .5 + 1./3) / 4},
		{(0 + .5 + 0 + 1./3) / 4, (1 + .5 + .5 + 1./3) / 4, (0 + 0 + .5 + 1./3) / 4},
		{(0 + 0 + 1 + 1./3) / 4, (0 + 0 + 0 + 1./3) / 4, (1 + 1 + 0 + 1./3) / 4},
	}
	for o := range want {
		for r := range want[o] {
			if !same(got[o][r], want[o][r]) {
				t.Errorf("option %d has rank %d with probability %v, not %v", o, r, got[o][r], want[o][r])
			}
		}
	}
}

// Every option has some rank, every rank some option, and the first rank is being best.
func TestRanksAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := tables().Draw(t, "values")
		ranks, err := decision.Ranks(values)
		if err != nil {
			t.Fatal(err)
		}
		regrets, _ := decision.Regrets(values)
		for i := range ranks {
			byOption, byRank := 0.0, 0.0
			for j := range ranks {
				byOption += ranks[i][j]
				byRank += ranks[j][i]
			}
			if !near(byOption, 1, 1e-9) || !near(byRank, 1, 1e-9) {
				t.Errorf("option %d has %v ranks, rank %d has %v options", i, byOption, i, byRank)
			}
			if !near(ranks[i][0], regrets[i].ProbabilityBest, 1e-9) {
				t.Errorf("option %d: first with probability %v, best with %v", i, ranks[i][0], regrets[i].ProbabilityBest)
			}
		}
	})
}
