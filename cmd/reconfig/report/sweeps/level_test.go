package sweeps

import (
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// levelsOf is the table of a sweep of one assumption with so many points, at which b has the values 2000 and a 1000. What they
// differ in is a less b.
func levelsOf(o result.Outcome, points int) [][]string {
	heading := &result.Sweep{Varied: []result.Column{{Name: "target"}}, Outcomes: []result.Outcome{o}}
	c := NewCount(heading, report.Naming{Structures: map[string]string{"a": "Apart", "b": "Union"}}, model.Properties{Currency: "£"})
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
		{result.NetBenefit, mostLevels + 1, 0, []string{"Union", "13", "", "2.0", "2.0", "", "b"}},
	} {
		if got := levelsOf(test.outcome, test.points)[test.line]; !slices.Equal(got, test.want) {
			t.Errorf("%v of %d points: %q, want %q", test.outcome, test.points, got, test.want)
		}
	}
}

// Points of a Latin hypercube are equally likely, and what goes with one assumption may be the work of a correlated one.
func TestPointsOfAHypercubeAreLikely(t *testing.T) {
	row := func(structure string, v float64) result.SweepRow {
		return result.SweepRow{Point: 1, Settings: []float64{1, 2}, Structure: structure, Statistic: result.CentralDraw, Values: []float64{v}}
	}
	for correlated, want := range map[bool]string{true: "Correlated assumptions move together", false: "independent of one another"} {
		c := NewCount(&result.Sweep{Varied: make([]result.Column, 2), Outcomes: []result.Outcome{result.NetBenefit}}, report.Naming{}, model.Properties{Currency: "£"})
		c.OfHypercube(correlated)
		c.Add([]result.SweepRow{row("a", 1), row("b", 2)}, nil)
		said := c.Answer().Conclusions
		if last := said[len(said)-1]; !strings.Contains(last, want) || !strings.Contains(last, "equally likely draws") {
			t.Errorf("correlated %v: %s", correlated, last)
		}
	}
}
