package ensemble

import (
	"reconfig/model/result"
	"reconfig/sim/columns"
	"reconfig/sim/draws"
)

// blockDraws is the outcomes that the engine gives for a block of draws, as it gives them. A goroutine that has run a block turns
// them into columns while they are in the processor's cache: the numbers of a draw all belong into columns of their own, and to
// write each draw's there would fetch hundreds of lines of memory again and again.
type blockDraws []result.Values // by draw and structure

func (r *gathering) newBlocks() {
	for range r.runner.Workers() {
		r.blocks = append(r.blocks, make(blockDraws, draws.Block*r.structures))
	}
}

// runBlock runs draws of a batch, which begins at from, and puts where it belongs what they give.
func (r *gathering) runBlock(w *draws.Workspace, from, first, end int) {
	d := r.blocks[w.Worker]
	for k := first; k < end; k++ {
		w.PutCourses(r.drawn.of(k))
		columns.FetchNumbers(r.drawn.of(k))
		w.Run(from + k)
		d.keep(w, k-first, r.structures)
		for s, e := range r.endings {
			copy(e.draws[k], w.Results.Endings(s))
		}
	}
	r.turnOutcomes(d, from+first-r.held.from, end-first)
}

// keep takes the outcomes of the block's draw k.
func (d blockDraws) keep(w *draws.Workspace, k, structures int) {
	for s := range structures {
		d[k*structures+s] = *w.Results.Outcomes(s)
	}
}

// turnOutcomes puts the outcomes of n draws at an index of their series. It asks for the memory that it will write to some
// columns before, as each would else be waited for.
func (r *gathering) turnOutcomes(d blockDraws, at, n int) {
	const ahead = 8
	for s := range r.structures {
		for i, o := range r.outcomes {
			if i+ahead < len(r.outcomes) {
				columns.FetchNumbers(r.outcomes[i+ahead].values[s][at:][:n])
			}
			to := o.values[s][at:][:n]
			for k := range to {
				to[k] = d[k*r.structures+s][o.outcome]
			}
			if o.outcome.MayBeInfinite() {
				for k, v := range to {
					to[k] = Comparable(o.outcome, v)
				}
			}
		}
	}
}
