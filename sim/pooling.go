package sim

import "gonum.org/v1/gonum/floats"

// pooling is what the structure at hand takes over and frees, by step: docs/model.md, section 4.
type pooling struct {
	inForce series      // w, by step
	saving  stepNumbers // Σ_f s π (1 − r) φ, by group; 0 for a group of one
	spend   []float64   // Σ_f s π (1 − r), by step: the share of cost that set-up is reckoned on
}

// stepNumbers holds one number for every step and group of its tier.
type stepNumbers struct {
	data  []float64
	width int
}

func newStepNumbers(e *Engine) stepNumbers {
	width := max(len(e.bodies.sectors), len(e.bodies.regions))
	return stepNumbers{make([]float64, e.stepCount()*width), width}
}

func (n stepNumbers) of(s *step) []float64 { return n.data[s.row*n.width : (s.row+1)*n.width] }

func newPooling(e *Engine) pooling {
	return pooling{inForce: newSeries(e.stepCount(), e.timeline.moments()), saving: newStepNumbers(e), spend: make([]float64, e.stepCount())}
}

// setPooling fills in what each step has in force and what it saves.
func (w *Workspace) setPooling(s *structure) {
	for i := range s.paths {
		p := &s.paths[i]
		for m := range p.steps {
			w.setInForce(p, m)
			w.setSaving(p, &p.steps[m])
		}
	}
}

// setInForce fills in w = took · kept · Π (1 − took) of the later steps: each gives way to its successors.
func (w *Workspace) setInForce(p *path, m int) {
	stage := p.steps[m].stage
	force := w.inForce.row(p.steps[m].row)
	floats.MulTo(force, w.took.row(stage), w.kept.row(stage))
	for _, later := range p.steps[m+1:] {
		for k, took := range w.took.row(later.stage) {
			force[k] *= 1 - took
		}
	}
}

// setSaving fills in the net saving φ = ρ (1 − S) − κ on what the step pools.
func (w *Workspace) setSaving(p *path, s *step) {
	b, a := &w.engine.bodies, &w.parameters.arrangements[s.arrangement]
	saving := w.saving.of(s)
	clear(saving)
	w.spend[s.row] = 0
	for _, i := range p.functions {
		f := &w.engine.functions[i]
		pooled := f.share * a.participation * (1 - w.parameters.classes[f.class].retained)
		w.spend[s.row] += pooled
		for g, pools := range b.pooled[s.tier] {
			if pools {
				saving[g] += pooled * (a.realisation*(1-w.scale.of(b, f.class, s.tier, g)) - a.coordination)
			}
		}
	}
}

// steadySaving is the lasting saving in £k a year: of each path's last step, fully in force.
func (w *Workspace) steadySaving(s *structure) float64 {
	b := &w.engine.bodies
	total := 0.0
	for i := range s.paths {
		steps := s.paths[i].steps
		if len(steps) == 0 {
			continue
		}
		last := &steps[len(steps)-1]
		total += floats.Dot(w.groupCost[last.tier], w.saving.of(last)[:b.groupCount(last.tier)])
	}
	return total
}
