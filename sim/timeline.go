package sim

import "math"

// timeline lays out the moments at which a run is evaluated: the start, the middle of every quarter, and the times
// that outcomes are stated at. So the moment before a quarter is always the index before.
type timeline struct{ quarters int }

const (
	startMoment  = 0
	firstQuarter = 1
)

func (l timeline) endQuarter() int { return firstQuarter + l.quarters } // one past the last
func (l timeline) target() int     { return l.endQuarter() }
func (l timeline) handover() int   { return l.endQuarter() + 1 }
func (l timeline) twoYears() int   { return l.endQuarter() + 2 }
func (l timeline) moments() int    { return l.endQuarter() + 3 }

// quarterMiddle is the time of quarter j = 0, 1, … in years.
func quarterMiddle(j int) float64 { return (float64(j) + 0.5) / 4 }

// ramp is 0 before from, rises in a straight line, and is 1 from from + length on; a step if length is 0.
func ramp(t, from, length float64) float64 {
	switch {
	case length == 0 && t >= from:
		return 1
	case t <= from:
		return 0
	}
	return min(1, (t-from)/length)
}

// stage is an arrangement decided at a time; every placement that shares both moves with it.
type stage struct {
	arrangement int
	fromYear    float64 // a
}

// setTimes fills in the moments and what depends on them alone: growth, discount factors and the target's path.
func (w *Workspace) setTimes() {
	p, l := &w.parameters, w.engine.timeline
	for j := range l.quarters {
		w.times[firstQuarter+j] = quarterMiddle(j)
	}
	w.times[startMoment] = 0
	w.times[l.target()] = p.targetYears
	w.times[l.handover()] = p.handoverYear
	w.times[l.twoYears()] = 2
	logGrowth, logDiscount := math.Log1p(p.growth), math.Log1p(p.discountRate)
	for k, t := range w.times {
		w.growth[k] = math.Exp(t * logGrowth)
		w.discount[k] = math.Exp(-t * logDiscount)
		w.phase[k] = min(1, t/p.targetYears)
	}
}

// setStages fills in what each stage has taken over, what of it still stands, and the course of its dip; and for each
// quarter, what it takes over anew and what of it fails.
func (w *Workspace) setStages() {
	for i, s := range w.engine.stages {
		a := &w.parameters.arrangements[s.arrangement]
		live := s.fromYear + a.leadTime // ℓ
		standsFrom := max(0, live)
		took, kept, pulse := w.took.row(i), w.kept.row(i), w.pulse.row(i)
		for k, t := range w.times {
			took[k] = ramp(t, live, a.implementation)
			kept[k] = math.Exp(-a.collapse * max(0, t-standsFrom))
			pulse[k] = ramp(t, s.fromYear, a.leadTime) - ramp(t, live, w.parameters.recovery)
		}
		rise, failing := w.rise.row(i), w.failing.row(i)
		for k := firstQuarter; k < w.engine.timeline.endQuarter(); k++ {
			rise[k] = took[k] - took[k-1]
			failing[k] = (took[k] + took[k-1]) / 2 * (kept[k-1] - kept[k])
		}
	}
}
