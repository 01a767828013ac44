package ensemble

import (
	"slices"

	"reconfig/model/result"
	"reconfig/sim"
)

// endings is where the commissioners end under a structure.
type endings struct {
	draws  [][]sim.Ending // of a batch: by draw and commissioner
	bodies []endingSeries
}

// endingSeries is where one commissioner ends. It follows the one before it while both end alike in every draw, as the
// commissioners of a sector do whose target is in per cent; only then has it no sketch of its own.
type endingSeries struct {
	above   Sketch
	n, met  int // draws, and those on target
	follows bool
}

// mostBodies is of how many commissioners it is kept where each ends: of more, that would outgrow everything else.
const mostBodies = 100

// newEndings are those of each structure; none where there are too many commissioners.
func (r *gathering) newEndings() []*endings {
	bodies := len(r.engine.Case().Commissioners)
	if bodies > mostBodies {
		return nil
	}
	var all []*endings
	for range r.structures {
		draws := slices.Chunk(make([]sim.Ending, batch*bodies), bodies)
		e := &endings{draws: slices.Collect(draws), bodies: make([]endingSeries, bodies)}
		for i := range e.bodies {
			e.bodies[i].follows = i > 0
		}
		all = append(all, e)
	}
	return all
}

// add takes in the first n draws of a batch.
func (e *endings) add(n int, w *summer) {
	unlike := e.findUnlike(n)
	for i := len(e.bodies) - 1; i > 0; i-- {
		if b := &e.bodies[i]; b.follows && unlike[i] {
			before := e.leader(i)
			b.above.Join(&before.above)
			b.n, b.met, b.follows = before.n, before.met, false
		}
	}
	for i := range e.bodies {
		if !e.bodies[i].follows {
			e.addBody(i, n, w)
		}
	}
}

// findUnlike says which commissioners end otherwise than the one before in any of the first n draws.
func (e *endings) findUnlike(n int) (unlike [mostBodies]bool) {
	for _, draw := range e.draws[:n] {
		for i, before := range draw[:len(draw)-1] {
			if draw[i+1] != before {
				unlike[i+1] = true
			}
		}
	}
	return unlike
}

// leader is the series that has the sketch of commissioner i.
func (e *endings) leader(i int) *endingSeries {
	for e.bodies[i].follows {
		i--
	}
	return &e.bodies[i]
}

func (e *endings) addBody(i, n int, w *summer) {
	w.values = grow(w.values, n)
	b := &e.bodies[i]
	for k, draw := range e.draws[:n] {
		w.values[k] = draw[i].Above
		if draw[i].OnTarget {
			b.met++
		}
	}
	b.n += n
	b.above.Add(w.values)
}

// commissionerRows are the rows of the central draw, with what all draws come to.
func (r *gathering) commissionerRows(central []result.CommissionerRow) []result.CommissionerRow {
	rows := slices.Clone(central)
	for s, e := range r.endings {
		for i := range e.bodies {
			b, row := e.leader(i), &rows[s*len(e.bodies)+i]
			d := b.above.Statistics()
			row.AboveTargetMean, row.AboveTargetP05, row.AboveTargetP95 = result.Number(d.Of(result.Mean)), result.Number(d.Of(result.P05)), result.Number(d.Of(result.P95))
			row.OnTargetShare = result.Number(float64(b.met) / float64(b.n))
		}
	}
	return rows
}
