package sweeps

import (
	"slices"
	"testing"

	"reconfig/model"
	"reconfig/model/result"
)

// levelsOf is the table of a sweep of one assumption with so many points, at which b has the values 2000 and a 1000. What they
// differ in is a less b.
func levelsOf(o result.Outcome, points int) [][]string {
	heading := &result.Sweep{Varied: []result.Column{{Name: "target"}}, Outcomes: []result.Outcome{o}}
	c := NewCount(heading, map[string]string{"a": "Apart", "b": "Union"}, model.Properties{Currency: "£"})
	for i := range points {
		row := func(first, second, statistic string, v float64) result.SweepRow {
			return result.SweepRow{Point: i + 1, Settings: []float64{0.25 * float64(i+1)}, Structure: first, Second: second, Statistic: statistic, Values: []float64{v}}
		}
		c.Add(
			[]result.SweepRow{row("a", "", result.Mean, 1000), row("b", "", result.Mean, 2000)},
			[]result.SweepRow{
				row("a", "b", result.Mean, -1000), row("a", "b", result.P05, -3000), row("a", "b", result.P95, 500),
				row("a", "b", result.ProbabilityFirstBetter, 0.2), row("a", "b", result.ProbabilityEqual, 0.1),
			},
		)
	}
	return c.Answer().Table.Rows
}

// A sweep of one assumption has a line for each point: the lead is turned to the side of the best, whichever of the pair comes
// first, and whether more or less is better.
func TestOneAssumptionHasALineForEachLevel(t *testing.T) {
	for _, test := range []struct {
		outcome result.Outcome
		points  int
		line    int
		want    []string
	}{
		{result.NetBenefit, 2, 1, []string{"0.5", "Union", "1.0", "−0.5 to 3.0", "75", "Apart"}},
		{result.OneOffCost, 2, 0, []string{"0.25", "Apart", "1.0", "−0.5 to 3.0", "25", "Union"}},
		{result.NetBenefit, mostLevels + 1, 0, []string{"Union", "13", "2.0", "2.0", "b"}},
	} {
		if got := levelsOf(test.outcome, test.points)[test.line]; !slices.Equal(got, test.want) {
			t.Errorf("%v of %d points: %q, want %q", test.outcome, test.points, got, test.want)
		}
	}
}
