package sim

import (
	"slices"

	"reconfig/model/elementary"
	"reconfig/sim/vector"
)

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

// moments is how many there are. The last is there as often as it takes to fill four.
func (l timeline) moments() int { return inFours(l.twoYears() + 1) }

// quarterMiddle is the time of quarter j = 0, 1, … in years.
func quarterMiddle(j int) float64 { return (float64(j) + 0.5) / 4 }

// layOutTimes fills in the moments that no draw changes.
func (w *Workspace) layOutTimes() {
	w.times[startMoment] = 0
	for j := range w.engine.timeline.quarters {
		w.times[firstQuarter+j] = quarterMiddle(j)
	}
	vector.Fill(w.times[w.engine.timeline.twoYears():], 2)
}

// setTimes fills in the other moments, and what depends on time alone: growth, discount factors and the target's path.
func (w *Workspace) setTimes() {
	p := &w.parameters
	years := [2]float64{p.targetYears, p.handoverYear}
	if !w.timesOf.same(years) {
		w.setYears()
	}
	discount := -elementary.Log1p(p.discountRate)
	for i, e := range [...]struct {
		dst  []float64
		rate float64
	}{{w.growth, elementary.Log1p(p.growth)}, {w.discount, discount}, {w.risked, discount - p.overtaken}} {
		if !w.ratesOf[i].same([3]float64{years[0], years[1], e.rate}) {
			w.exponential(e.dst, e.rate, 0)
		}
	}
}

// setYears fills in the other moments and what depends on them alone, which few draws change.
func (w *Workspace) setYears() {
	p, l := &w.parameters, w.engine.timeline
	w.times[l.target()] = p.targetYears
	w.times[l.handover()] = p.handoverYear
	w.lastTime = slices.Max(w.times)
	w.ramps(w.phase, 0, p.targetYears)
	w.toHandover = 0
	for _, t := range w.quarters(w.times) {
		if t <= p.handoverYear {
			w.toHandover++
		}
	}
}

// ramps fills in the ramp at every moment.
func (w *Workspace) ramps(dst []float64, from, length float64) {
	vector.Ramp(dst, w.times, from, length)
}

// exponential fills in exp(rate · max(0, t − from)) at every moment. From one quarter to the next it multiplies; over a
// hundred years that loses less than 1e-12.
func (w *Workspace) exponential(dst []float64, rate, from float64) {
	if rate == 0 {
		vector.Fill(dst, 1)
		return
	}
	at := func(k int) float64 { return elementary.Exp(rate * max(0, w.times[k]-from)) }
	end := w.engine.timeline.endQuarter()
	dst[startMoment] = at(startMoment)
	k := firstQuarter
	for ; k < end && w.times[k] <= from; k++ {
		dst[k] = 1
	}
	if k < end {
		v, quarterly := at(k), elementary.Exp(rate/4)
		for ; k < end; k++ {
			dst[k] = v
			v *= quarterly
		}
	}
	for k := end; k < len(dst); k++ {
		dst[k] = at(k)
	}
}
