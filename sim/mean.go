package sim

import (
	"reconfig/model/elementary"
	"reconfig/sim/vector"
)

// setMeanFailures fills in what setFailures fills in, as its mean over what chance decides: groups fall apart at the
// rate z from max(0, ℓ) on, each on its own. So exp(−z d) of them still stand d years later.
func (w *Workspace) setMeanFailures(i int, live float64) {
	s := w.engine.stages[i]
	z, from := w.parameters.arrangements[s.arrangement].collapse, max(0, live)
	kept := w.kept.row(i)
	vector.Fill(kept, 1)
	w.fails[i] = w.engine.bodies.pooling[s.tier] > 0 && z > 0 && from < w.lastTime
	if !w.fails[i] {
		return
	}
	w.exponential(kept, -z, from)
	w.setMeanShaken(i, z, from)
}

// setMeanShaken fills in F = ∫ z exp(−z (s − from)) (1 − ramp(t, s, H)) ds over the times s of failures. With m the
// lesser of H and t − from, that is exp(−z (t − from − m)) · ((1 − exp(−z m)) − m/H · (1 − φ(z m))).
func (w *Workspace) setMeanShaken(stage int, z, from float64) {
	shaken, recovery := w.shaken.row(stage), w.parameters.recovery
	clear(shaken)
	if recovery == 0 {
		return
	}
	full := fallen(z*recovery) - shortfall(z*recovery)
	w.exponential(w.scratch, -z, from+recovery)
	for k, t := range w.times {
		switch since := t - from; {
		case since >= recovery:
			shaken[k] = full * w.scratch[k]
		case since > 0:
			shaken[k] = fallen(z*since) - float64(since/recovery*shortfall(z*since))
		}
	}
}

// fallen is 1 − exp(−x): the share that has fallen apart.
func fallen(x float64) float64 { return 1 - elementary.Exp(-x) }

// shortfall is 1 − φ(x), where φ(x) = (1 − exp(−x))/x is the mean of exp over 0 to −x. Where x is small that difference
// has lost its digits, and a series has not.
func shortfall(x float64) float64 {
	if x > 0.05 {
		return 1 - fallen(x)/x
	}
	sum, term := 0.0, 1.0 // Σ −(−x)^k/(k+1)! from k = 1
	for k := 1.0; k <= 7; k++ {
		term = float64(term * (-x / (k + 1)))
		sum -= term
	}
	return sum
}
