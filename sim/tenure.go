package sim

import "gonum.org/v1/gonum/floats"

// stage is an arrangement decided at a time; every placement that shares both moves with it.
type stage struct {
	arrangement int
	fromYear    float64 // a
}

// tenure is a stage and the stages that take over from it, in their order. What a placement has in force over time
// depends on nothing else, so placements of all functions and structures share it.
type tenure struct {
	stage      int
	successors []int
}

// tenures is what stages and tenures come to over time (docs/model.md, section 4), once a run for all structures.
type tenures struct {
	took, kept, pulse, rise series // by stage: taken over, still standing, course of the dip, taken over anew since the moment before
	inForce                 series // by tenure: w
	failing                 series // by tenure: share that fails and that nobody else has taken over; of use in quarters only
}

func newTenures(e *Engine) tenures {
	moments, stages := e.timeline.moments(), len(e.stages)
	byStage := func() series { return newSeries(stages, moments) }
	return tenures{byStage(), byStage(), byStage(), byStage(), newSeries(len(e.tenures), moments), newSeries(len(e.tenures), moments)}
}

func (w *Workspace) setTenures() {
	for i := range w.engine.stages {
		w.setStage(i)
	}
	for i := range w.engine.tenures {
		t := &w.engine.tenures[i]
		w.setInForce(t, w.inForce.row(i))
		w.setFailing(t, w.failing.row(i))
	}
}

func (w *Workspace) setStage(i int) {
	s := w.engine.stages[i]
	a := &w.parameters.arrangements[s.arrangement]
	live := s.fromYear + a.leadTime // ℓ
	took, rise := w.took.row(i), w.rise.row(i)
	w.ramps(took, live, a.implementation)
	floats.SubTo(rise[firstQuarter:], took[firstQuarter:], took[:len(took)-1])
	w.exponential(w.kept.row(i), -a.collapse, max(0, live))
	if w.engine.needs.weights {
		pulse := w.pulse.row(i)
		w.ramps(pulse, s.fromYear, a.leadTime)
		w.ramps(w.scratch, live, w.parameters.recovery)
		floats.Sub(pulse, w.scratch)
	}
}

// setInForce fills in w = took · kept · Π (1 − took) of the successors: a placement gives way to each.
func (w *Workspace) setInForce(t *tenure, inForce []float64) {
	floats.MulTo(inForce, w.took.row(t.stage), w.kept.row(t.stage))
	for _, s := range t.successors {
		for k, took := range w.took.row(s) {
			inForce[k] *= 1 - took
		}
	}
}

// setFailing fills in ½ (took + took before) · (kept before − kept) · Π (1 − took before) of the successors.
func (w *Workspace) setFailing(t *tenure, failing []float64) {
	if w.parameters.arrangements[w.engine.stages[t.stage].arrangement].collapse == 0 {
		clear(failing)
		return
	}
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
