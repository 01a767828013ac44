package ensemble

import (
	"context"
	"math"

	"reconfig/model/result"
	"reconfig/sim/draws"
	"reconfig/sim/numbers"
)

// mostWeakDraws is how many draws are run again, at most, with the assumptions of strength D set.
const mostWeakDraws = 2048

// weakDraws is how many draws are run again.
func (r *gathering) weakDraws() int {
	if r.WeakSet == nil {
		return 0
	}
	return min(r.Draws, mostWeakDraws)
}

// firstValues are a structure's outcomes in the first draws, by outcome and draw.
type firstValues [result.OutcomeCount][]float64

func (r *gathering) newFirstValues() []firstValues {
	all, values := make([]firstValues, r.structures), columns(r.structures*result.OutcomeCount, r.weakDraws())
	for i := range all {
		copy(all[i][:], values[i*result.OutcomeCount:])
	}
	return all
}

func (f *firstValues) keep(j int, values *result.Values) {
	for o, v := range values {
		f[o][j] = v
	}
}

// setWeak fills in what share of each outcome's variance goes when the assumptions that rest on judgement alone
// (strength D) are set to their central values, in the same draws otherwise: with 1 all of the spread is judgement. It
// is their total effect where they are independent of the others and the others' effect does not depend on them, and an
// indication elsewhere.
func (r *gathering) setWeak(ctx context.Context) error {
	r.weakShare = make([]result.Values, r.structures)
	if r.WeakSet == nil {
		for i := range r.weakShare {
			for o := range r.weakShare[i] {
				r.weakShare[i][o] = math.NaN()
			}
		}
		return nil
	}
	set := r.newFirstValues()
	err := r.runner.With(r.WeakSet).Run(ctx, 0, r.weakDraws(), func(w *draws.Workspace, j int) {
		for s := range set {
			set[s].keep(j, w.Results.Outcomes(s))
		}
	})
	if err != nil {
		return err
	}
	for i := range r.weakShare {
		for o := range r.weakShare[i] {
			r.weakShare[i][o] = shareGone(r.first[i][o], set[i][o])
		}
	}
	return nil
}

// shareGone is how much less the values vary when some assumptions are set; NaN where nothing varies, but for rounding,
// or where some values are empty.
func shareGone(all, set []float64) float64 {
	var before, after moments
	before.add(all)
	after.add(set)
	if !(before.sd() > numbers.Rounding*math.Abs(before.mean)) {
		return math.NaN()
	}
	return max(0, 1-after.m2/before.m2)
}
