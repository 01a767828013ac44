package ensemble

import (
	"context"
	"math"

	"reconfig/sim/draws"
	"reconfig/sim/numbers"
)

// mostWeakDraws is how many draws are run again, at most, with the assumptions of strength D set. They are the first group of
// draws that are held, so that both are summed in the same blocks, and what does not change has the same sums.
const mostWeakDraws = groupSize

// weakDraws is how many draws are run again.
func (r *gathering) weakDraws() int {
	if r.WeakSet == nil {
		return 0
	}
	return min(r.Draws, mostWeakDraws)
}

// setWeak fills in what share of each outcome's variance goes when the assumptions that rest on judgement alone
// (strength D) are set to their central values, in the same draws otherwise: with 1 all of the spread is judgement. It
// is their total effect where they are independent of the others and the others' effect does not depend on them, and an
// indication elsewhere. The draws lie where those of the run did, of which nothing is read any more.
func (r *gathering) setWeak(ctx context.Context) error {
	if r.WeakSet == nil {
		return nil
	}
	err := r.runner.With(r.WeakSet).Blocks(ctx, r.weakDraws(), func(w *draws.Workspace, first, end int) {
		d := r.blocks[w.Worker]
		w.PutCourses(nil) // so that no two goroutines put them in the same place
		for j := first; j < end; j++ {
			w.Run(j)
			d.keep(w, j-first, r.structures)
		}
		r.turnOutcomes(d, first, end-first)
	})
	if err != nil {
		return err
	}
	for _, o := range r.outcomes {
		for s, values := range o.values {
			o.weakShare[s] = shareGone(&o.first[s], values[:r.weakDraws()])
		}
	}
	return nil
}

// addFirst takes in those of n values that lie ready, of the draws from one on, that are run again.
func (s *outcomeSeries) addFirst(from, n, weakDraws int) {
	for i := range s.first {
		s.first[i].add(s.values[i][:max(0, min(n, weakDraws-from))])
	}
}

// shareGone is how much less the values vary when some assumptions are set; NaN where nothing varies, but for rounding,
// or where some values are empty.
func shareGone(before *moments, set []float64) float64 {
	var after moments
	after.add(set)
	if !(before.sd() > numbers.Rounding*math.Abs(before.mean)) {
		return math.NaN()
	}
	return max(0, 1-after.m2/before.m2)
}
