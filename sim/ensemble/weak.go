package ensemble

import (
	"context"
	"math"

	"reconfig/model/result"
	"reconfig/sim/parallel"
	"reconfig/sim/uncertain"
)

// weakDraws is how many draws are run with the assumptions of strength D held.
const weakDraws = 2048

// holdWeak fills in what share of each outcome's variance goes when the assumptions that rest on judgement alone
// (strength D) are held at their central values, in the same draws otherwise: with 1 all of the spread is judgement. It
// is their total effect where they are independent of the others and the others' effect does not depend on them, and an
// indication elsewhere.
func (r *gathering) holdWeak(ctx context.Context) error {
	r.weakShare = make([]result.Values, r.structures)
	var free, held []spreads
	if r.Held != nil {
		var err error
		if free, err = r.spreads(ctx, r.generator); err != nil {
			return err
		}
		if held, err = r.spreads(ctx, r.Held); err != nil {
			return err
		}
	}
	for i := range r.weakShare {
		for o := range r.weakShare[i] {
			r.weakShare[i][o] = math.NaN()
			if r.Held != nil {
				r.weakShare[i][o] = shareGone(&free[i][o], &held[i][o])
			}
		}
	}
	return nil
}

// spreads are the moments of every outcome of a structure.
type spreads [result.OutcomeCount]moments

// spreads runs the first draws of a generator, by structure.
func (r *gathering) spreads(ctx context.Context, g *uncertain.Generator) ([]spreads, error) {
	n := min(r.Draws, weakDraws)
	values := make([][result.OutcomeCount][]float64, r.structures) // by structure, outcome and draw
	for i := range values {
		for o := range values[i] {
			values[i][o] = make([]float64, n)
		}
	}
	err := parallel.Do(ctx, r.Workers, n, 16, func(worker, a, b int) {
		w := r.workers[worker]
		for k := a; k < b; k++ {
			g.Draw(k, w.draw, w.room)
			g.BodyErrors(k, w.errors)
			r.engine.Run(w.draw, w.errors, w.workspace)
			for i := range values {
				for o, v := range w.workspace.Outcomes(i) {
					values[i][o][k] = v
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	all := make([]spreads, r.structures)
	for i := range all {
		for o := range all[i] {
			all[i][o].add(values[i][o])
		}
	}
	return all, nil
}

// shareGone is how much less the values vary when some assumptions are held; NaN where nothing varies, but for rounding,
// or where some values are empty.
func shareGone(free, held *moments) float64 {
	if !(free.sd() > sameRelative*math.Abs(free.mean)) {
		return math.NaN()
	}
	return max(0, 1-held.m2/free.m2)
}
