package ensemble

import (
	"reconfig/model/result"
	"reconfig/sim/draws"
)

// blockDraws is what the engine gives for a block of draws, as it gives it. A goroutine that has run a block turns it into
// columns while it is in the processor's cache: the numbers of a draw all belong into columns of their own, and to write each
// draw's there would fetch thousands of lines of memory again and again.
type blockDraws struct {
	outcomes []result.Values // by draw and structure
	courses  []result.Course // by draw, structure and quarter
}

func (r *gathering) newBlocks() {
	for range r.runner.Workers() {
		r.blocks = append(r.blocks, blockDraws{
			make([]result.Values, draws.Block*r.structures), make([]result.Course, draws.Block*r.structures*r.quarters),
		})
	}
}

// runBlock runs draws of a batch, which begins at from, and puts where it belongs what they give.
func (r *gathering) runBlock(w *draws.Workspace, from, first, end int) {
	d := &r.blocks[w.Worker]
	for k := first; k < end; k++ {
		w.Run(from + k)
		d.keepOutcomes(w, k-first, r.structures)
		for s := range r.structures {
			copy(d.courses[((k-first)*r.structures+s)*r.quarters:], w.Results.Trajectory(s))
		}
		for s, e := range r.endings {
			copy(e.draws[k], w.Results.Endings(s))
		}
	}
	r.turnOutcomes(d, from+first-r.held.from, end-first)
	r.turnCourses(d, first/draws.Block, end-first)
}

// keepOutcomes takes the outcomes of the block's draw k.
func (d *blockDraws) keepOutcomes(w *draws.Workspace, k, structures int) {
	for s := range structures {
		d.outcomes[k*structures+s] = *w.Results.Outcomes(s)
	}
}

// turnOutcomes puts the outcomes of n draws at an index of their series.
func (r *gathering) turnOutcomes(d *blockDraws, at, n int) {
	for s := range r.structures {
		for _, o := range r.outcomes {
			to := o.values[s][at:][:n]
			for k := range to {
				to[k] = Comparable(o.outcome, d.outcomes[k*r.structures+s][o.outcome])
			}
		}
	}
}

// turnCourses puts the courses of n draws into a block of their batch.
func (r *gathering) turnCourses(d *blockDraws, block, n int) {
	for s, b := range r.drawn {
		for q := range r.quarters {
			to := b[(q*batch/draws.Block+block)*blockNumbers:][:blockNumbers]
			for k := range n {
				d.courses[(k*r.structures+s)*r.quarters+q].Put(to[k:], draws.Block)
			}
		}
	}
}
