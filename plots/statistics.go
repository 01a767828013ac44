package plots

import (
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

// centres are the statistics that a figure of one value for each structure shows, the first that there is: the mean
// where there are draws, else the central draw. Tables made by hand may have neither.
var centres = []string{result.Mean, result.CentralDraw, result.P50}

// centreOf is the statistic to show of those that a structure has.
func centreOf(statistics []string) string {
	for _, s := range centres {
		if slices.Contains(statistics, s) {
			return s
		}
	}
	return statistics[0]
}

// oneRowEach is one row of outcomes for each structure, by the statistic that figures show.
func (d Data) oneRowEach() []result.OutcomeRow {
	has := map[string][]string{}
	for _, row := range d.Outcomes {
		has[row.Structure] = append(has[row.Structure], row.Statistic)
	}
	var rows []result.OutcomeRow
	for _, row := range d.Outcomes {
		if statistics := has[row.Structure]; len(statistics) > 0 && row.Statistic == centreOf(statistics) {
			rows = append(rows, row)
			delete(has, row.Structure)
		}
	}
	return rows
}

// outcome is a structure's outcome by a statistic; NaN if the table does not have it.
func (d Data) outcome(code, statistic string, o result.Outcome) float64 {
	for _, row := range d.Outcomes {
		if row.Structure == code && row.Statistic == statistic {
			return row.Values[o]
		}
	}
	return math.NaN()
}

// interval is where nine in ten draws lie: from the 5th to the 95th percentile.
type interval struct{ Lo, Hi float64 }

// known says whether both ends are there to draw.
func (i interval) known() bool { return finite(i.Lo) && finite(i.Hi) && i.Lo <= i.Hi }

// wide says whether there is anything between the ends, so that it is worth showing.
func (i interval) wide() bool { return i.known() && i.Lo < i.Hi }

// scaled is the interval in another unit.
func (i interval) scaled(by float64) interval { return interval{i.Lo * by, i.Hi * by} }

// whiskers are what a bar shows of the interval.
func (i interval) whiskers() []chart.Whisker {
	if !i.wide() {
		return nil
	}
	return []chart.Whisker{{Lo: i.Lo, Hi: i.Hi}}
}

func (d Data) interval(code string, o result.Outcome) interval {
	return interval{d.outcome(code, result.P05, o), d.outcome(code, result.P95, o)}
}

// isPercentile says whether the statistic is a percentile.
func isPercentile(statistic string) bool {
	for _, p := range result.Percentiles {
		if p.Name == statistic {
			return true
		}
	}
	return false
}

// statisticsOfOutcomes counts the rows of outcomes that are percentiles of draws.
func (d Data) statisticsOfOutcomes() int {
	n := 0
	for _, row := range d.Outcomes {
		if isPercentile(row.Statistic) {
			n++
		}
	}
	return n
}

// draws is "10,000 draws", or "all draws" where their number is not known.
func (d Data) draws() string {
	switch {
	case d.Draws == 1:
		return "one draw"
	case d.Draws > 0:
		return number(d.Draws) + " draws"
	}
	return "all draws"
}

// leastDraws is from how many draws on figures show percentiles and shares of draws: those of fewer say nothing.
const leastDraws = 100

// fewDraws says whether the statistics are known to be of too few draws for ranges.
func (d Data) fewDraws() bool { return d.Draws > 0 && d.Draws < leastDraws }

// withoutRanges leaves out what says how values spread. The caller's tables stay as they are.
func (d Data) withoutRanges() Data {
	d.Outcomes = without(d.Outcomes, func(r result.OutcomeRow) bool { return saysSpread(r.Statistic) })
	d.Trajectories = without(d.Trajectories, func(r result.TrajectoryRow) bool { return saysSpread(r.Statistic) })
	d.Differences, d.Probabilities, d.Convergence = nil, nil, nil
	d.Analysis.Robustness, d.Analysis.Ranks, d.Analysis.Requirements = nil, nil, nil
	if d.Sweep != nil {
		s := *d.Sweep
		s.Rows = without(s.Rows, func(r result.SweepRow) bool { return saysSpread(r.Statistic) })
		d.Sweep = &s
	}
	return d
}

func without[T any](all []T, drop func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), drop)
}

// saysSpread says whether the statistic tells how draws spread; the median stands for the mean where that is empty.
func saysSpread(statistic string) bool {
	return isPercentile(statistic) && statistic != result.P50 || statistic == result.ProbabilityBest
}

// ofOutcomes says by which statistic a figure shows the outcomes, for its subtitle: nothing for a central draw.
func (d Data) ofOutcomes() string {
	var statistics []string
	for _, row := range d.oneRowEach() {
		statistics = append(statistics, row.Statistic)
	}
	return d.statisticInWords(statistics)
}

// ofTrajectories does the same for the trajectories.
func (d Data) ofTrajectories() string {
	var statistics []string
	for _, row := range d.trajectoriesShown() {
		statistics = append(statistics, row.Statistic)
	}
	return d.statisticInWords(statistics)
}

func (d Data) statisticInWords(shown []string) string {
	var words []string
	for _, s := range unique(shown) {
		switch s {
		case result.Mean:
			words = append(words, "mean of "+d.draws())
		case result.P50:
			words = append(words, "median of "+d.draws())
		}
	}
	return strings.Join(words, " or ")
}

// trajectoriesShown are the rows of the trajectories by the statistic that figures show.
func (d Data) trajectoriesShown() []result.TrajectoryRow {
	has := map[string][]string{}
	for _, row := range d.Trajectories {
		if !slices.Contains(has[row.Structure], row.Statistic) {
			has[row.Structure] = append(has[row.Structure], row.Statistic)
		}
	}
	var rows []result.TrajectoryRow
	for _, row := range d.Trajectories {
		if row.Statistic == centreOf(has[row.Structure]) {
			rows = append(rows, row)
		}
	}
	return rows
}

// percentiles is how figures call the interval.
const percentiles = "5th to 95th percentile"

// whiskersAre says what the whiskers of bars are, if there are any.
func (d Data) whiskersAre(bars chart.Bars, of string) string {
	if !slices.ContainsFunc(bars.Rows, func(row chart.Bar) bool { return len(row.Whiskers) > 0 }) {
		return ""
	}
	return "Whiskers: " + percentiles + " of " + of
}
