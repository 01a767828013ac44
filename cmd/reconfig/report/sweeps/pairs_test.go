package sweeps

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// counted is what is said of points with these shares of draws in which the first structure, which comes second by the mean, is
// better, and in which both are equal.
func counted(shares ...[2]float64) string {
	c := NewCount(&result.Sweep{Outcomes: []result.Outcome{result.NetBenefit}}, report.Naming{Structures: map[string]string{"a": "Apart", "b": "Union"}}, model.Properties{Currency: "£"})
	for i, share := range shares {
		row := func(first, second, statistic string, v float64) result.SweepRow {
			return result.SweepRow{Point: i + 1, Structure: first, Second: second, Statistic: statistic, Values: []float64{v}}
		}
		c.Add(
			[]result.SweepRow{row("a", "", result.Mean, 1000), row("b", "", result.Mean, 2000)},
			[]result.SweepRow{row("a", "b", result.ProbabilityFirstBetter, share[0]), row("a", "b", result.ProbabilityEqual, share[1])},
		)
	}
	return strings.Join(c.Answer().Conclusions, "\n")
}

// Two structures are compared draw by draw, whichever comes first in the table, and ties are shared.
func TestConclusionsCompareDrawByDraw(t *testing.T) {
	for _, c := range []struct {
		shares [][2]float64
		want   string
	}{
		{[][2]float64{{0.05, 0}, {0.3, 0}, {0.1, 0}}, "Draw by draw “Union” is better than “Apart” in 70 to 95 of 100 draws, depending on the point. In at least 90 of 100 it is better at 2 of 3."},
		{[][2]float64{{0.02, 0.06}, {0.02, 0.06}}, "Draw by draw “Union” is better than “Apart” in 95 of 100 draws at every point, ties shared."},
		{[][2]float64{{0.4, 0}, {0.3, 0}}, "in 60 to 70 of 100 draws, depending on the point. In at least 90 of 100 it is better at none of 2."},
		{[][2]float64{{0.4, 0}}, "Draw by draw “Union” is better than “Apart” in 60 of 100 draws."},
	} {
		if got := counted(c.shares...); !strings.Contains(got, c.want) {
			t.Errorf("%s\nlacks %s", got, c.want)
		}
	}
}
