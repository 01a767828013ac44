package ensemble

import (
	"context"
	"math"

	"reconfig/model/result"
)

// weakDraws is how many draws are run again with the assumptions of strength D held.
const weakDraws = 2048

// holdWeak fills in what share of each outcome's variance goes when the assumptions that rest on judgement alone
// (strength D) are held at their central values: with 1 all of the spread is judgement. It is their total effect where
// they are independent of the others and the others' effect does not depend on them, and an indication elsewhere.
func (r *gathering) holdWeak(ctx context.Context) error {
	r.weakShare = make([]result.Values, r.structures)
	for i := range r.weakShare {
		for o := range r.weakShare[i] {
			r.weakShare[i][o] = math.NaN()
		}
	}
	if r.Held == nil {
		return nil
	}
	n := min(r.Draws, weakDraws)
	values := make([][][]float64, r.structures) // by structure, outcome and draw
	for i := range values {
		values[i] = make([][]float64, result.OutcomeCount)
		for o := range values[i] {
			values[i][o] = make([]float64, n)
		}
	}
	err := Parallel(ctx, r.Workers, n, 16, func(worker, a, b int) {
		w := r.workers[worker]
		for k := a; k < b; k++ {
			r.Held.Draw(k, w.draw, w.room)
			r.Held.BodyErrors(k, w.errors)
			r.engine.Run(w.draw, w.errors, w.workspace)
			for i := range values {
				for o, v := range w.workspace.Outcomes(i) {
					values[i][o][k] = v
				}
			}
		}
	})
	for i := range values {
		for o := range values[i] {
			r.weakShare[i][o] = shareGone(values[i][o], r.outcomes[o].statistics[i])
		}
	}
	return err
}

// shareGone is how much less the values vary than those of all draws do; NaN where nothing varies or the deviation is
// not known, and where it is no more than rounding.
func shareGone(values []float64, all Statistics) float64 {
	if !(all.SD > sameRelative*math.Abs(all.Mean)) {
		return math.NaN()
	}
	var held moments
	held.add(values)
	return max(0, 1-held.sd()*held.sd()/(all.SD*all.SD))
}
