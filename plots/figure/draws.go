package figure

import (
	"slices"

	"reconfig/model/result"
	"reconfig/plots/words"
)

// DrawsInWords is "10,000 draws", or "all draws" where their number is not known.
func (ctx Context) DrawsInWords() string {
	switch {
	case ctx.Draws == 1:
		return "one draw"
	case ctx.Draws > 0:
		return words.Number(ctx.Draws) + " draws"
	}
	return "all draws"
}

// OfDraws is "mean of 10,000 draws", of a mean; one draw has no statistics.
func (ctx Context) OfDraws(statistic string) string {
	if ctx.Draws == 1 {
		return ctx.DrawsInWords()
	}
	return statistic + " of " + ctx.DrawsInWords()
}

// OnAverage is " on average" where values are means; nothing where they are of one draw.
func (ctx Context) OnAverage() string {
	if ctx.Draws == 1 {
		return ""
	}
	return " on average"
}

// LeastDraws is from how many draws on figures show percentiles and shares of draws: those of fewer say nothing.
const LeastDraws = 100

// FewDraws says whether the statistics are known to be of too few draws for ranges.
func (ctx Context) FewDraws() bool { return ctx.Draws > 0 && ctx.Draws < LeastDraws }

// withoutRanges leaves out what says how values spread. The caller's tables stay as they are.
func (d Data) withoutRanges() Data {
	d.Outcomes = without(d.Outcomes, func(r result.OutcomeRow) bool { return saysSpread(r.Statistic) })
	d.Trajectories = without(d.Trajectories, func(r result.TrajectoryRow) bool { return saysSpread(r.Statistic) })
	d.Differences, d.Probabilities, d.Convergence = nil, nil, nil
	d.Robustness, d.Ranks, d.Requirements = nil, nil, nil
	if d.Sweep != nil {
		s := *d.Sweep
		s.Rows = without(s.Rows, func(r result.SweepRow) bool { return saysSpread(r.Statistic) })
		s.Differences = nil
		d.Sweep = &s
	}
	return d
}

func without[T any](all []T, drop func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), drop)
}

// saysSpread says whether the statistic tells how draws spread; the median stands for the mean where that is empty.
func saysSpread(statistic string) bool {
	return IsPercentile(statistic) && statistic != result.P50 || statistic == result.ProbabilityBest
}

// Percentiles is how figures call the interval.
const Percentiles = "5th to 95th percentile"

// BracketsHold says in a description what the brackets after values are.
func (ctx Context) BracketsHold() string {
	return " In brackets, the 5th and the 95th percentile of " + ctx.DrawsInWords() + "."
}
