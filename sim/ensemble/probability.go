package ensemble

import (
	"math"

	"reconfig/model/result"
	"reconfig/sim/numbers"
)

// chance counts the draws in which something holds of a structure.
type chance struct {
	event string
	holds func(structure, draw int) bool // of the values that lie ready
	count []int                          // by structure
}

// newChances are the events besides being best.
func (r *gathering) newChances() []*chance {
	c := r.engine.Case()
	commissioners := float64(len(c.Commissioners))
	handover := math.NaN()
	if i, ok := c.AssumptionIndex("handover.year"); ok {
		handover = r.Base[i]
	}
	onTarget, payback := r.outcomes[result.CommissionersOnTarget], r.outcomes[result.StructurePayback]
	all := []*chance{
		{event: result.AllOnTarget, holds: func(s, k int) bool { return onTarget.values[s][k] == commissioners }},
		{event: result.NineInTenOnTarget, holds: func(s, k int) bool { return onTarget.values[s][k] >= 0.9*commissioners }},
		{event: result.PaysBackByHandover, holds: func(s, k int) bool { return payback.values[s][k] <= handover }},
	}
	for _, x := range all {
		x.count = make([]int, r.structures)
	}
	return all
}

// addChances counts in the first n values that lie ready.
func (r *gathering) addChances(n int) {
	for _, x := range r.chances {
		for s := range r.structures {
			for k := range n {
				if x.holds(s, k) {
					x.count[s]++
				}
			}
		}
	}
}

// probabilityRows are a structure's probabilities.
func (r *gathering) probabilityRows(structure int) []result.ProbabilityRow {
	code, n := r.engine.Structures()[structure], float64(r.Draws)
	var rows []result.ProbabilityRow
	for _, o := range r.outcomes {
		if o.outcome.Better() == result.Neither {
			continue
		}
		b := o.best[structure]
		rows = append(rows, result.ProbabilityRow{
			Structure: code, Event: result.Best, Outcome: o.outcome.String(), Probability: b.share / n, Tied: result.Number(b.tied / n), MCError: partsError(b.share/n, b.squares/n, n),
		})
	}
	for _, x := range r.chances {
		p := float64(x.count[structure]) / n
		rows = append(rows, result.ProbabilityRow{Structure: code, Event: x.event, Probability: p, Tied: result.Number(math.NaN()), MCError: partsError(p, p, n)})
	}
	return rows
}

// partsError is the standard error of the mean of parts of n independent draws, whose mean square is known: √(variance ÷ n).
// Parts that are all the same, as those of structures that tie in every draw, have none; of parts that are 0 or 1 the mean
// square is the mean.
func partsError(mean, squares, n float64) float64 {
	variance := squares - float64(mean*mean)
	if variance <= numbers.Rounding*squares { // what rounding leaves
		return 0
	}
	return math.Sqrt(variance / n)
}
