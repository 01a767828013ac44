package sim

// knowledge is the local knowledge that is left under the structure at hand: docs/model.md, section 6. It is an index.
type knowledge struct {
	localWeight float64     // Σ_f s λ
	taken       []float64   // Σ_f s λ π (1 − r), by step
	remaining   stepNumbers // Σ_f s λ π (1 − r) (1 − ρ (1 − S)) (1 − δ), by group
	from, end   int         // the moments it is wanted at
}

func newKnowledge(e *Engine) knowledge {
	handover := e.timeline.handover()
	return knowledge{taken: make([]float64, e.stepCount()), remaining: newStepNumbers(e), from: handover, end: handover + 1}
}

// known cuts out the moments that local knowledge is wanted at.
func (w *Workspace) known(v []float64) []float64 { return v[w.from:w.end] }

// setKnowledge fills in what each step moves away from the place, and what of it remains known.
func (w *Workspace) setKnowledge(s *structure) {
	p := &w.parameters
	w.localWeight = 0
	for i := range w.engine.functions {
		f := &w.engine.functions[i]
		w.localWeight += f.share * p.classes[f.class].locality
	}
	for i := range s.paths {
		for m := range s.paths[i].steps {
			w.setRemaining(&s.paths[i], &s.paths[i].steps[m])
		}
	}
}

func (w *Workspace) setRemaining(path *path, s *step) {
	p, b, a := &w.parameters, &w.engine.bodies, &w.parameters.arrangements[s.arrangement]
	remaining := w.remaining.of(s)
	clear(remaining)
	w.taken[s.row] = 0
	for _, i := range path.functions {
		f := &w.engine.functions[i]
		moved := f.share * p.classes[f.class].locality * a.participation * (1 - p.classes[f.class].retained)
		w.taken[s.row] += moved
		for g, pools := range b.pooled[s.tier] {
			if pools {
				remaining[g] += moved * (1 - a.realisation*(1-w.scale.of(b, f.class, s.tier, g))) * (1 - p.remoteness[s.tier])
			}
		}
	}
}

// knowledgeAt is the local knowledge of the whole at one moment.
func (w *Workspace) knowledgeAt(s *structure, moment int) float64 {
	b := &w.engine.bodies
	total := 0.0
	for i := range b.sectors {
		local, pooled := w.sectorKnowledge(s, i, moment)
		total += w.bodyPower.knowledge.row(i)[moment]*local + b.sectors[i].population*pooled
	}
	return total / b.population
}

// sectorKnowledge is what the local knowledge of a commissioner of the sector is made of: it has q_i^ν times the
// local part, and the pooled part. Where no function is local there is nothing to lose: it is 1.
func (w *Workspace) sectorKnowledge(s *structure, sector, moment int) (local, pooled float64) {
	if w.localWeight == 0 {
		return 0, 1
	}
	b := &w.engine.bodies
	pools := &b.patterns[b.sectors[sector].pattern].pools
	local = w.localWeight
	for i := range s.paths {
		for m := range s.paths[i].steps {
			step := &s.paths[i].steps[m]
			if !pools[step.tier] {
				continue
			}
			g := b.groupOf(step.tier, sector)
			force := w.inForce.row(step.row)[moment]
			local -= force * w.taken[step.row]
			pooled += force * w.groupPower[step.tier].knowledge.row(g)[moment] * w.remaining.of(step)[g]
		}
	}
	return local / w.localWeight, pooled / w.localWeight
}
