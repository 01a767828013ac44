package sim

import (
	"math"
	"slices"

	"reconfig/model/elementary"
	"reconfig/sim/vector"

	"gonum.org/v1/gonum/floats"
)

// stage is an arrangement on a tier, decided at a time; every placement that shares all three moves with it.
type stage struct {
	arrangement, tier int
	fromYear          float64 // a
}

// stages is what stages come to over time (docs/model.md, section 4), once a run for all structures.
type stages struct {
	took, kept, pulse series    // taken over, still standing, course of the dip
	rise              series    // taken over anew since the moment before, and what was sunk in refusals; of use in quarters only
	shaken            series    // F: share of the groups that a failure still shakes
	refused           []float64 // Φ
	fails             []bool    // whether any group falls apart up to the last moment
	logs              []float64 // by group: of what decides when it falls apart
	stagesOf          []known[stageNumbers]
}

// stageNumbers are all that a stage hangs on in a draw.
type stageNumbers struct {
	groups                           int
	leadTime, implementation         float64
	collapse, refusal, fail, refuse  float64
	recovery, sunk, target, handover float64
}

func newStages(e *Engine) stages {
	moments, n := e.timeline.moments(), len(e.stages)
	byStage := func() series { return newSeries(n, moments) }
	return stages{
		byStage(), byStage(), byStage(), byStage(), byStage(), newRow(n), make([]bool, n),
		newRow(slices.Max(e.bodies.pooling[:])), make([]known[stageNumbers], n),
	}
}

func (w *Workspace) setStages() {
	for i := range w.engine.stages {
		if !w.stagesOf[i].same(w.stageNumbers(i)) {
			w.setStage(i)
		}
	}
}

func (w *Workspace) stageNumbers(i int) stageNumbers {
	p, a := &w.parameters, w.arrangementOf(i)
	return stageNumbers{
		w.engine.bodies.pooling[w.engine.stages[i].tier], a.leadTime, a.implementation, a.collapse, a.refusal, a.fail, a.refuse,
		p.recovery, p.sunk, p.targetYears, p.handoverYear,
	}
}

func (w *Workspace) setStage(i int) {
	s := w.engine.stages[i]
	a := &w.parameters.arrangements[s.arrangement]
	live := s.fromYear + a.leadTime // ℓ
	refused := w.refusedShare(a, w.engine.bodies.pooling[s.tier], live)
	w.refused[i] = refused
	w.setTook(i, live, a.implementation)
	if w.engine.meanEvents {
		w.setMeanFailures(i, live)
	} else {
		w.setFailures(i, live)
	}
	if w.engine.needs.weights {
		pulse := w.pulse.row(i)
		w.ramps(pulse, s.fromYear, a.leadTime)
		w.ramps(w.scratch, live, w.parameters.recovery)
		floats.Sub(pulse, w.scratch)
	}
}

// refusedShare is Φ: the share of so many groups whose proposal is refused. What stands already is not.
func (w *Workspace) refusedShare(a *arrangementParameters, groups int, live float64) float64 {
	switch {
	case groups == 0 || live <= 0:
		return 0
	case w.engine.meanEvents:
		return a.refusal
	}
	n := float64(groups)
	return math.Floor(float64(n*a.refusal)+a.refuse) / n
}

// setTook fills in what has been taken over, and what is paid to set it up: the rest of what it grew to since the moment
// before, and what is sunk in refusals when they would have gone live.
func (w *Workspace) setTook(i int, live, implementation float64) {
	took, rise, refused := w.took.row(i), w.rise.row(i), w.refused[i]
	w.ramps(took, live, implementation)
	if live == 0 && implementation == 0 {
		took[startMoment] = 0 // just before the start, a step that is complete at it has not been taken
	}
	if refused > 0 {
		floats.Scale(1-refused, took)
	}
	floats.SubTo(rise[firstQuarter:], took[firstQuarter:], took[:len(took)-1])
	if k := w.quarterFrom(live); refused > 0 && k < w.engine.timeline.endQuarter() {
		rise[k] += float64(w.parameters.sunk * refused)
	}
}

// setFailures fills in the share of groups that still stands, and the share that a failure still shakes. Of N groups the
// one numbered j = N, N − 1, … falls apart at max(0, ℓ) − ln((j − u)/N)/z: the times come in order, and those after the
// last moment do not matter.
func (w *Workspace) setFailures(i int, live float64) {
	s := w.engine.stages[i]
	a, groups := &w.parameters.arrangements[s.arrangement], w.engine.bodies.pooling[s.tier]
	kept := w.kept.row(i)
	vector.Fill(kept, 1)
	w.fails[i] = false
	if groups == 0 || a.collapse == 0 {
		return
	}
	n, fallen := float64(groups), 0
	logs := w.logs[:groups]
	for k := range logs {
		logs[k] = (float64(groups-k) - a.fail) / n
	}
	elementary.Logs(logs, logs)
	k := firstQuarter // before which kept is known
	for _, log := range logs {
		t := max(0, live) - log/a.collapse
		if t > w.lastTime {
			break
		}
		if !w.fails[i] {
			w.fails[i] = true
			clear(w.shaken.row(i))
		}
		next := w.quarterFrom(t)
		vector.Fill(kept[k:next], 1-float64(fallen)/n)
		k, fallen = next, fallen+1
		w.shake(i, t, next, n)
	}
	end := w.engine.timeline.endQuarter()
	vector.Fill(kept[k:end], 1-float64(fallen)/n)
}

// shake adds one failure of n groups, at t and so from a quarter on, to what is shaken, and takes it from what still
// stands at the moments after the quarters.
func (w *Workspace) shake(stage int, t float64, quarter int, n float64) {
	shaken, recovery, end := w.shaken.row(stage), w.parameters.recovery, w.engine.timeline.endQuarter()
	times := w.times[:len(shaken)]
	until := t + recovery
	for k := quarter; k < end && times[k] < until; k++ {
		shaken[k] += (1 - (times[k]-t)/recovery) / n
	}
	kept, share := w.kept.row(stage), 1/n
	for k := end; k < len(shaken); k++ {
		if times[k] >= t {
			kept[k] -= share
			if times[k] < until {
				shaken[k] += (1 - (times[k]-t)/recovery) / n
			}
		}
	}
}

// quarterFrom is the first quarter, as a moment, whose middle is at or after t; the end of the quarters if none is.
func (w *Workspace) quarterFrom(t float64) int {
	end := w.engine.timeline.endQuarter()
	if !(t <= w.times[end-1]) {
		return end
	}
	k := firstQuarter + max(0, int(float64(4*t)-0.5))
	for w.times[k] < t {
		k++
	}
	return k
}

// setupRate is σ' of a stage that follows another on the same tier, -1 for none: what the first step has not bought.
func (w *Workspace) setupRate(stage, after int) float64 {
	a := w.arrangementOf(stage)
	if after < 0 {
		return a.setup
	}
	before := w.arrangementOf(after)
	if a.participation == 0 {
		return 0
	}
	bought := (1 - w.parameters.againSetup) * (1 - w.refused[after]) * before.setup * before.participation / a.participation
	return max(0, a.setup-bought)
}

// dipDepth is x' (1 − Φ + ζ Φ) of a stage that follows another on the same tier, -1 for none.
func (w *Workspace) dipDepth(stage, after int) float64 {
	depth := w.arrangementOf(stage).disruption
	if after >= 0 {
		depth = max(0, depth-float64((1-w.parameters.againDisruption)*(1-w.refused[after])*w.arrangementOf(after).disruption))
	}
	refused := w.refused[stage]
	return depth * (1 - refused + float64(w.parameters.sunk*refused))
}

func (w *Workspace) arrangementOf(stage int) *arrangementParameters {
	return &w.parameters.arrangements[w.engine.stages[stage].arrangement]
}
