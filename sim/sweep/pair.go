package sweep

import (
	"math"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/quantile"
)

// mostPaired is how many structures are all held against one another. Pairs of more would outgrow the sweep itself, at every
// point: of them the pairs are those that a run of many structures has, each with the first and the leading ones.
const mostPaired = 10

// choosePairs lists the pairs that are compared, by index. There are none where each row is a draw, or each point has one:
// such rows are of the same draw, and may be subtracted.
func (s *Sweep) choosePairs(c *model.Case) ([][2]int, error) {
	switch {
	case s.eachDraw(), s.plan.Draws == 0:
		return nil, nil
	case len(s.structures) <= mostPaired:
		return ensemble.AllPairs(len(s.structures)), nil
	}
	e, err := sim.Compile(c, sim.Options{
		Map: s.plan.Maps[0], HorizonYears: s.plan.Horizon, Structures: s.plan.Structures, Outcomes: []result.Outcome{result.NetBenefit},
	})
	if err != nil {
		return nil, err
	}
	w := e.NewWorkspace()
	e.Run(s.base, nil, w)
	central := make([]result.OutcomeRow, len(s.structures))
	for i, code := range s.structures {
		central[i] = result.OutcomeRow{Structure: code, Values: *w.Outcomes(i)}
	}
	return ensemble.LeadingPairs(c, central), nil
}

// Pairs is the number of pairs of structures that are compared.
func (s *Sweep) Pairs() int { return len(s.pairs) }

// DifferenceCount is the number of rows of the table of differences.
func (s *Sweep) DifferenceCount() int { return s.points * len(s.pairs) * len(result.PairStatistics) }

// difference is what is known of the difference of a pair, on one outcome.
type difference struct {
	ensemble.Statistics
	firstBetter, same float64 // shares of draws
}

// of is the statistic of that name. Shares of draws say nothing where the outcome is empty in some draw. Neither is better where
// no direction is.
func (d *difference) of(statistic string, better result.Better) float64 {
	known := !math.IsNaN(d.Percentiles[0])
	switch {
	case statistic == result.ProbabilityFirstBetter && known && better != result.Neither:
		return d.firstBetter
	case statistic == result.ProbabilityEqual && known:
		return d.same
	}
	return d.Of(statistic)
}

// differenceOf compares a pair in draws that are all at hand.
func differenceOf(better result.Better, first, second []float64, w *pairWorkspace) difference {
	values := w.fill(len(first))
	firstBetter, same := ensemble.Differences(better, first, second, values)
	n := float64(len(first))
	return difference{ensemble.Describe(values, &w.scratch), float64(firstBetter) / n, float64(same) / n}
}

// pairWorkspace is what one goroutine needs to compare pairs.
type pairWorkspace struct {
	scratch quantile.Scratch
	values  []float64
}

// fill is a row of n numbers, to be filled.
func (w *pairWorkspace) fill(n int) []float64 {
	if cap(w.values) < n {
		w.values = make([]float64, n)
	}
	return w.values[:n]
}
