package sim

import "reconfig/sim/vector"

// pooling is what the structure at hand frees: docs/model.md, section 4.
type pooling struct {
	saving groupNumbers // Σ_f s π (1 − r) φ, by wave and group; 0 for a group of one
	saved  []float64    // £k a year in all, by wave, fully in force
	spend  []float64    // Σ_f s π (1 − r), by wave: the share of cost that taking failures home is reckoned on
	setup  []float64    // Σ_f σ' s π (1 − r), by wave: the share of cost that is spent on set-up, fully taken over
}

func newPooling(e *Engine) pooling {
	waves := e.waveCount()
	return pooling{newGroupNumbers(e, waves), newRow(waves), newRow(waves), newRow(waves)}
}

// setPooling fills in what each wave saves, what share of cost it moves, and what it takes to set it up.
func (w *Workspace) setPooling(s *structure) {
	for i := range s.waves {
		wave := &s.waves[i]
		saving := w.saving.row(i)[:w.engine.bodies.groupCount(wave.tier)]
		clear(saving)
		w.spend[i], w.setup[i] = 0, 0
		for _, p := range wave.portions {
			taken := w.parameters.taken(wave.arrangement, p.class)
			w.spend[i] += float64(p.share * taken)
			w.addSaving(saving, wave, p.class, p.share*taken)
		}
		for _, a := range wave.arrivals {
			w.setup[i] += float64(w.setupRate(wave.stage, a.after) * a.share * w.parameters.taken(wave.arrangement, a.class))
		}
		w.saved[i] = vector.Dot(w.groupCost[wave.tier], saving)
	}
}

// addSaving adds the net saving φ = ρ (1 − S) − κ on what is pooled of a class.
func (w *Workspace) addSaving(saving []float64, wave *wave, class int, pooled float64) {
	b, a := &w.engine.bodies, &w.parameters.arrangements[wave.arrangement]
	scale := w.scale.row(class, wave.tier)
	for g, pools := range b.pooled[wave.tier] {
		if pools {
			saving[g] += float64(pooled * (float64(a.realisation*(1-scale[g])) - a.coordination))
		}
	}
}

// taken is π (1 − r): the share of a function's work that is pooled once the placement is fully in force.
func (p *parameters) taken(arrangement, class int) float64 {
	return p.arrangements[arrangement].participation * (1 - p.classes[class].retained)
}

// steadySaving is the lasting saving in £k a year: of what nothing takes over from, fully in force.
func (w *Workspace) steadySaving(s *structure) float64 {
	total := 0.0
	for i := range s.waves {
		if s.waves[i].last {
			total += w.saved[i]
		}
	}
	return total
}
