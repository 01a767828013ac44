package sim

import "reconfig/sim/vector"

// tenure is a stage and the stages that take over from it, in their order. What a placement has in force over time
// depends on nothing else, so placements of all functions and structures share it.
type tenure struct {
	stage      int
	successors []int
}

// tenures is what tenures come to over time (docs/model.md, sections 4 and 6), once a run for all structures.
type tenures struct {
	inForce series // w
	shock   series // A F: what failures shake of what is in force; of use only where the stage fails
	failing series // share that fails and that nobody else has taken over; the same, and in quarters only
}

func newTenures(e *Engine) tenures {
	byTenure := func() series { return newSeries(len(e.tenures), e.timeline.moments()) }
	return tenures{byTenure(), byTenure(), byTenure()}
}

func (w *Workspace) setTenures() {
	for i := range w.engine.tenures {
		t := &w.engine.tenures[i]
		w.setInForce(t, w.inForce.row(i))
		if w.fails[t.stage] {
			vector.Mul(w.shock.row(i), w.inForce.row(i), w.shaken.row(t.stage))
			vector.Mul(w.inForce.row(i), w.inForce.row(i), w.kept.row(t.stage))
			w.setFailing(t, w.failing.row(i))
		}
	}
}

// setInForce fills in A = took · Π (1 − took) of the successors, which is w where nothing fails: a placement gives way to
// each.
func (w *Workspace) setInForce(t *tenure, inForce []float64) {
	copy(inForce, w.took.row(t.stage))
	for _, s := range t.successors {
		vector.Diminish(inForce, 1, w.took.row(s))
	}
}

// setFailing fills in ½ (took + took before) · (kept before − kept) · Π (1 − took before) of the successors.
func (w *Workspace) setFailing(t *tenure, failing []float64) {
	took, kept := w.took.row(t.stage), w.kept.row(t.stage)
	for k := firstQuarter; k < len(failing); k++ {
		failing[k] = (took[k] + took[k-1]) / 2 * (kept[k-1] - kept[k])
	}
	for _, s := range t.successors {
		took := w.took.row(s)
		for k := firstQuarter; k < len(failing); k++ {
			failing[k] *= 1 - took[k-1]
		}
	}
}
