package sim

import (
	"math"

	"gonum.org/v1/gonum/floats"
)

// money is what the structure at hand costs once and what it is worth, by moment, of use in quarters only:
// docs/model.md, section 7. All of it is £k.
type money struct {
	setupCost       []float64 // one-off cost other than exits
	structureStream []float64 // what the structure is worth by itself
	wholeStream     []float64 // what the structure and the target's cuts are worth
}

func newMoney(e *Engine) money {
	row := func() []float64 { return room(e.timeline.moments()) }
	return money{row(), row(), row()}
}

// setSetup fills in what set-up and taking failures home cost in each quarter.
func (w *Workspace) setSetup(s *structure) {
	clear(w.setupCost)
	for i := range s.waves {
		wave := &s.waves[i]
		rate := (1 + w.parameters.optimismBias) * w.parameters.arrangements[wave.arrangement].setup * w.pooledCost[wave.tier]
		floats.AddScaled(w.setupCost, rate*w.parted[i], w.rise.row(wave.stage))
		floats.AddScaled(w.setupCost, rate*w.spend[i], w.failing.row(wave.tenure))
	}
}

// exitRate is what a fall of cost by £1k a year costs in paid exits, in £k.
func (p *parameters) exitRate() float64 {
	return p.exitShare * p.exitCost * (1 + p.optimismBias) / p.staffCost
}

func (w *Workspace) setStructureStream() {
	exitRate := w.parameters.exitRate()
	for k, required := range w.requiredTotal {
		w.structureStream[k] = (w.totalCost-required)/4 - exitRate*w.requiredFall[k] - w.setupCost[k]
	}
}

func (w *Workspace) setWholeStream() {
	exitRate := w.parameters.exitRate()
	for k, cost := range w.costTotal {
		w.wholeStream[k] = (w.totalCost*w.growth[k]-cost)/4 - exitRate*w.costFall[k] - w.setupCost[k]
	}
}

// moneyTolerance is the £k below which money counts as none.
const moneyTolerance = 1e-6

// payback is the end of the first quarter from which the running total of the structure's own stream is never below
// nothing again; NaN if it ends below, or if there is no stream at all.
func (w *Workspace) payback() float64 {
	total, last, any := 0.0, -1, false
	for j, v := range w.quarters(w.structureStream) {
		any = any || math.Abs(v) > moneyTolerance
		if total += v; total < -moneyTolerance {
			last = j
		}
	}
	if !any || last == w.engine.timeline.quarters-1 {
		return nan
	}
	return float64(last+2) / 4
}
