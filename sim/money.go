package sim

import (
	"math"

	"gonum.org/v1/gonum/floats"
)

// setup is the one-off cost of the structure at hand other than exits: docs/model.md, section 7.
type setup struct {
	setupCost []float64 // £k, by moment; of use in quarters only
}

func newSetup(e *Engine) setup { return setup{make([]float64, e.timeline.moments())} }

// setSetup fills in what set-up and taking failures home cost in each quarter.
func (w *Workspace) setSetup(s *structure) {
	fill(w.setupCost, 0)
	for i := range s.paths {
		path := &s.paths[i]
		for m := range path.steps {
			step := &path.steps[m]
			rate := w.parameters.arrangements[step.arrangement].setup
			base := (1 + w.parameters.optimismBias) * rate * w.spend[step.row] * w.pooledCost[step.tier]
			if !step.reunites {
				floats.AddScaled(w.setupCost, base, w.rise.row(step.stage))
			}
			w.addFailures(path, m, base)
		}
	}
}

// addFailures adds what it costs to take home what failed in the quarter, unless a later step has it by then.
func (w *Workspace) addFailures(path *path, m int, base float64) {
	copy(w.scratch, w.failing.row(path.steps[m].stage))
	for _, later := range path.steps[m+1:] {
		took := w.took.row(later.stage)
		for k := firstQuarter; k < len(took); k++ {
			w.scratch[k] *= 1 - took[k-1]
		}
	}
	floats.AddScaled(w.setupCost, base, w.scratch)
}

// exitRate is what a fall of cost by £1k a year costs in paid exits, in £k.
func (p *parameters) exitRate() float64 {
	return p.exitShare * p.exitCost * (1 + p.optimismBias) / p.staffCost
}

// structureStream is what the structure is worth by itself in a quarter, in £k.
func (w *Workspace) structureStream(k int) float64 {
	return (w.totalCost-w.requiredTotal[k])/4 - w.parameters.exitRate()*w.requiredFall[k] - w.setupCost[k]
}

// wholeStream is what the structure and the target's cuts are worth in a quarter, in £k.
func (w *Workspace) wholeStream(k int) float64 {
	return (w.totalCost*w.growth[k]-w.costTotal[k])/4 - w.parameters.exitRate()*w.costFall[k] - w.setupCost[k]
}

// moneyTolerance is the £k below which money counts as none.
const moneyTolerance = 1e-6

// payback is the end of the first quarter from which the running total of the structure's own stream is never below
// nothing again; NaN if it ends below, or if there is no stream at all.
func (w *Workspace) payback() float64 {
	total, last, any := 0.0, -1, false
	for j := range w.engine.timeline.quarters {
		v := w.structureStream(firstQuarter + j)
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
