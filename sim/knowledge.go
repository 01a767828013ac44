package sim

import "reconfig/sim/vector"

// knowledge is the local knowledge that is left under the structure at hand: docs/model.md, section 6. It is an index
// whose moves are waves.
type knowledge struct {
	index
	localWeight float64 // Σ_f s λ
}

// newKnowledge makes it: at handover, unless the course over time is wanted.
func newKnowledge(e *Engine) knowledge {
	handover := e.timeline.handover()
	if e.traced {
		return knowledge{index: newIndex(e, e.waveCount(), 0, e.timeline.moments(), handover)}
	}
	return knowledge{index: newIndex(e, e.waveCount(), handover, handover+1, handover)}
}

// setLocalWeight fills in how much of the work rests on knowing the place.
func (w *Workspace) setLocalWeight() {
	w.knowledge.localWeight = 0
	for i := range w.engine.functions {
		f := &w.engine.functions[i]
		w.knowledge.localWeight += float64(f.share * w.parameters.classes[f.class].locality)
	}
}

// setKnowledgeWeights fills in what stays with the place, and what remains known of what each wave moves away from it.
func (w *Workspace) setKnowledgeWeights(s *structure) {
	x := &w.knowledge
	x.tiers = s.waveTiers
	patterns := w.engine.bodies.patterns
	for i := range patterns {
		vector.Fill(x.cut(x.weights.row(x.localPart(i))), 1)
	}
	for m := range s.waves {
		wave := &s.waves[m]
		taken := w.setRemaining(wave, m)
		inForce := x.cut(w.inForce.row(wave.tenure))
		for i := range patterns {
			if patterns[i].pools[wave.tier] {
				copy(x.cut(x.weights.row(x.movePart(m, i))), inForce)
				vector.AddScaled(x.cut(x.weights.row(x.localPart(i))), -taken, inForce)
			}
		}
	}
	x.setPeople(&w.baseline)
}

// setRemaining fills in Σ_f s λ π (1 − r) (1 − ρ (1 − S)) (1 − δ) by group, and returns Σ_f s λ π (1 − r), both as shares
// of Σ_f s λ. Where that is 0 no function rests on knowing the place, and nothing can be lost.
func (w *Workspace) setRemaining(wave *wave, row int) (taken float64) {
	p, b := &w.parameters, &w.engine.bodies
	remaining := w.knowledge.constant.row(row)
	clear(remaining)
	if w.knowledge.localWeight == 0 {
		return 0
	}
	realisation := p.arrangements[wave.arrangement].realisation
	for _, portion := range wave.portions {
		moved := portion.share * p.classes[portion.class].locality * p.taken(wave.arrangement, portion.class) / w.knowledge.localWeight
		taken += moved
		scale := w.scale.row(portion.class, wave.tier)
		for g, pools := range b.pooled[wave.tier] {
			if pools {
				remaining[g] += float64(moved * (1 - float64(realisation*(1-scale[g]))) * (1 - p.remoteness[wave.tier]))
			}
		}
	}
	return taken
}

// setKnowledge fills in local knowledge with the target and its cuts.
func (w *Workspace) setKnowledge() {
	if w.knowledge.localWeight == 0 {
		vector.Fill(w.knowledge.total, 1)
		return
	}
	w.knowledge.setTotal()
}

// knowledgeAtHandover is that of one unit's commissioners, of the sector that was looked at.
func (w *Workspace) knowledgeAtHandover(unit int) float64 {
	if w.knowledge.localWeight == 0 {
		return 1
	}
	return w.knowledge.unitAt(unit)
}
