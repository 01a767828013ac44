package sim

import (
	"math"
	"slices"

	"reconfig/model/elementary"
	"reconfig/model/result"
	"reconfig/sim/vector"
)

// money is what the structure at hand costs once and what it is worth, by moment, of use in quarters only:
// docs/model.md, section 7. All of it is £k.
type money struct {
	setupCost       []float64 // one-off cost other than exits
	structureStream []float64 // what the structure is worth by itself
	wholeStream     []float64 // what the structure and the target's cuts are worth
	risked          []float64 // (1 + d)^−t e^(−α t): discount, weighted by the chance that nothing has overtaken it
}

func newMoney(e *Engine) money {
	row := func() []float64 { return newRow(e.timeline.moments()) }
	return money{row(), row(), row(), row()}
}

// setSetup fills in what set-up and taking failures home cost in each quarter.
func (w *Workspace) setSetup(s *structure) {
	clear(w.setupCost)
	for i := range s.waves {
		wave := &s.waves[i]
		cost := (1 + w.parameters.optimismBias) * w.pooledCost[wave.tier]
		vector.AddScaled(w.setupCost, cost*w.setup[i], w.rise.row(wave.stage))
		if w.fails[wave.stage] {
			vector.AddScaled(w.setupCost, cost*w.parameters.arrangements[wave.arrangement].setup*w.spend[i], w.failing.row(wave.tenure))
		}
	}
}

// exitRate is what a fall of cost by £1k a year costs in paid exits, in £k.
func (p *parameters) exitRate() float64 {
	return p.exitShare * p.exitCost * (1 + p.optimismBias) / p.staffCost
}

func (w *Workspace) setStructureStream() {
	vector.Quarterly(w.structureStream, w.totalCost, w.ones, w.requiredTotal, w.parameters.exitRate(), w.requiredFall, w.setupCost)
}

func (w *Workspace) setWholeStream() {
	vector.Quarterly(w.wholeStream, w.totalCost, w.growth, w.costTotal, w.parameters.exitRate(), w.costFall, w.setupCost)
}

// moneyTolerance is the £k below which money counts as none.
const moneyTolerance = 1e-6

func isMoney(k float64) bool { return math.Abs(k) > moneyTolerance }

// setPayback states the end of the first quarter from which the running total of the structure's own stream is never below
// nothing again; NaN if it ends below, or if there is no stream at all. The chance of getting there before something
// overtakes it is 0 in the first case, and NaN in the second.
func (w *Workspace) setPayback(v *result.Values) {
	stream := w.quarters(w.structureStream)
	total, last := 0.0, -1
	for j, v := range stream {
		if total += v; total < -moneyTolerance {
			last = j
		}
	}
	switch {
	case !slices.ContainsFunc(stream, isMoney):
		v[result.StructurePayback], v[result.ChancePaidBack] = nan, nan
	case last == w.engine.timeline.quarters-1:
		v[result.StructurePayback], v[result.ChancePaidBack] = nan, 0
	default:
		years := float64(last+2) / 4
		v[result.StructurePayback], v[result.ChancePaidBack] = years, elementary.Exp(-w.parameters.overtaken*years)
	}
}
