package report_test

import (
	"testing"

	"reconfig/cmd/reconfig/report"
)

// Shares are told of no more draws than there are.
func TestSharesOfFewDraws(t *testing.T) {
	for _, test := range []struct {
		draws       report.Draws
		share       float64
		chance, in  string
		least, from string
	}{
		{1, 1, "1", "1 of 1 draw", "90 %", "90 % or more"},
		{1, 0, "0", "0 of 1 draw", "90 %", "90 % or more"},
		{20, 0.15, "3", "3 of 20 draws", "90 %", "90 % or more"},
		{20, 0.125, "2.5", "2.5 of 20 draws", "90 %", "90 % or more"},
		{99, 1.0 / 99, "1", "1 of 99 draws", "90 %", "90 % or more"},
		{100, 0.15, "15", "15 of 100 draws", "90 of 100", "90 or more"},
		{10000, 0.0001, "<1", "fewer than 1 of 100 draws", "90 of 100", "90 or more"},
		{0, 0.15, "15", "15 of 100 draws", "90 of 100", "90 or more"},
	} {
		d := test.draws
		for got, want := range map[string]string{d.Chance(test.share): test.chance, d.In(test.share): test.in, d.Least(0.9): test.least, d.AtLeast(0.9): test.from} {
			if got != want {
				t.Errorf("%v of %d draws: %q, want %q", test.share, d, got, want)
			}
		}
	}
}
