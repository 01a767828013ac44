package sim

import (
	"math"

	"gonum.org/v1/gonum/floats"
)

// capacity is what the bodies can do under the structure at hand: docs/model.md, section 6. It is folded: capacity at
// a moment is Σ_sectors (Σ P q^η) · local + Σ_groups q_G^η · pooled, the weights being what all functions and
// placements add up to.
type capacity struct {
	expertise  [2]stepNumbers // Σ_f v p X (1 − λ δ) of a commissioner is the first + the second ÷ M, by group, at w = 1
	moved      []float64      // Σ_f v π (1 − r), by step
	local      series         // what q_i^η counts for, by pattern
	pooled     [tierCount]series
	dip        []float64 // of the path at hand, by moment
	inForceDip []float64 // w times the dip, of the step at hand

	structureCapacity []float64 // by moment, 1 at the start
	wholeCapacity     []float64
}

func newCapacity(e *Engine) capacity {
	moments, b := e.timeline.moments(), &e.bodies
	row := func() []float64 { return make([]float64, moments) }
	return capacity{
		expertise: [2]stepNumbers{newStepNumbers(e), newStepNumbers(e)}, moved: make([]float64, e.stepCount()),
		local: newSeries(len(b.patterns), moments), pooled: [tierCount]series{newSeries(len(b.sectors), moments), newSeries(len(b.regions), moments)},
		dip: row(), inForceDip: row(), structureCapacity: row(), wholeCapacity: row(),
	}
}

// setCapacityWeights fills in what resources count for, and from that the structure's own capacity, where every q is 1.
func (w *Workspace) setCapacityWeights(s *structure) {
	b := &w.engine.bodies
	fill(w.local.data, 0)
	for tier := range w.pooled {
		fill(w.pooled[tier].data, 0)
	}
	for i := range s.paths {
		path := &s.paths[i]
		for m := range path.steps {
			w.setExpertise(path, &path.steps[m])
		}
		for pattern := range b.patterns {
			w.addPath(path, pattern)
		}
	}
	fill(w.structureCapacity, 0)
	for i := range b.sectors {
		floats.AddScaled(w.structureCapacity, b.sectors[i].population, w.local.row(b.sectors[i].pattern))
	}
	for tier := range w.pooled {
		for g := range b.groupCount(tier) {
			floats.Add(w.structureCapacity, w.pooled[tier].row(g))
		}
	}
	floats.Scale(1/b.population, w.structureCapacity)
}

// setExpertise fills in what the pooled teams of a step can do. With E(n) = n ÷ (n + h) and n_i = s M_i ÷ W, the ratio
// X_i = E(n_G) ÷ E(n_i) is E(n_G) · (1 + h W ÷ (s M_i)): a constant and a part that falls with M_i.
func (w *Workspace) setExpertise(path *path, s *step) {
	p, a := &w.parameters, &w.parameters.arrangements[s.arrangement]
	constant, perCost := w.expertise[0].of(s), w.expertise[1].of(s)
	clear(constant)
	clear(perCost)
	w.moved[s.row] = 0
	for _, i := range path.functions {
		f := &w.engine.functions[i]
		class := &p.classes[f.class]
		taken := a.participation * (1 - class.retained)
		value := f.weight * taken * (1 - class.locality*p.remoteness[s.tier])
		w.moved[s.row] += f.weight * taken
		for g, pools := range w.engine.bodies.pooled[s.tier] {
			if !pools {
				continue
			}
			if class.criticalMass == 0 || f.share == 0 { // size does not matter, or there is no local team to compare with
				constant[g] += value
				continue
			}
			team := taken * (1 - a.realisation*(1-w.scale.of(&w.engine.bodies, f.class, s.tier, g))) * f.share * w.groupCost[s.tier][g] / p.staffCost
			expertise := team / (team + class.criticalMass)
			constant[g] += value * expertise
			perCost[g] += value * expertise * class.criticalMass * p.staffCost / f.share
		}
	}
}

// addPath adds the functions of one path to the weights of the sectors with one pattern of pooling.
func (w *Workspace) addPath(path *path, pattern int) {
	pools := &w.engine.bodies.patterns[pattern].pools
	w.setDip(path, pools)
	floats.AddScaled(w.local.row(pattern), path.weight, w.dip)
	for m := range path.steps {
		s := &path.steps[m]
		if !pools[s.tier] {
			continue
		}
		floats.MulTo(w.inForceDip, w.inForce.row(s.row), w.dip)
		floats.AddScaled(w.local.row(pattern), -w.moved[s.row], w.inForceDip)
		w.addPooled(s, pattern)
	}
}

// setDip fills in Π (1 − x · pulse) over the steps that pool.
func (w *Workspace) setDip(path *path, pools *[tierCount]bool) {
	fill(w.dip, 1)
	for m := range path.steps {
		s := &path.steps[m]
		if depth := w.depth(s); pools[s.tier] && depth > 0 {
			for k, pulse := range w.pulse.row(s.stage) {
				w.dip[k] *= 1 - depth*pulse
			}
		}
	}
}

// depth is x, or 0 where the step finds the teams already together.
func (w *Workspace) depth(s *step) float64 {
	if s.reunites {
		return 0
	}
	return w.parameters.arrangements[s.arrangement].disruption
}

// addPooled adds the step at hand to the weights of the groups that hold commissioners of the pattern.
func (w *Workspace) addPooled(s *step, pattern int) {
	b := &w.engine.bodies
	constant, perCost := w.expertise[0].of(s), w.expertise[1].of(s)
	if s.tier == sectorTier {
		for i := range b.sectors {
			if b.sectors[i].pattern == pattern {
				floats.AddScaled(w.pooled[sectorTier].row(i), constant[i]*b.sectors[i].population+perCost[i]*w.sectorPerCost[i], w.inForceDip)
			}
		}
		return
	}
	for g := range b.regions {
		weights := w.regionWeights[g*len(b.patterns)+pattern]
		floats.AddScaled(w.pooled[regionTier].row(g), constant[g]*weights[0]+perCost[g]*weights[1], w.inForceDip)
	}
}

// setCapacity fills in capacity with the target and its cuts.
func (w *Workspace) setCapacity(s *structure) {
	b := &w.engine.bodies
	fill(w.wholeCapacity, 0)
	for i := range b.sectors {
		addProduct(w.wholeCapacity, w.bodyPower.capacity.row(i), w.local.row(b.sectors[i].pattern))
	}
	for tier, used := range s.uses {
		if !used {
			continue
		}
		for g := range b.groupCount(tier) {
			addProduct(w.wholeCapacity, w.groupPower[tier].capacity.row(g), w.pooled[tier].row(g))
		}
	}
	floats.Scale(1/b.population, w.wholeCapacity)
}

func addProduct(dst, x, y []float64) {
	for k, v := range x {
		dst[k] += v * y[k]
	}
}

// pooledCapacity is what the pooled teams give a commissioner of the sector at one moment: a constant, and a part that
// is divided by its M.
func (w *Workspace) pooledCapacity(s *structure, sector, moment int) (constant, perCost float64) {
	b := &w.engine.bodies
	pools := &b.patterns[b.sectors[sector].pattern].pools
	for i := range s.paths {
		dip, pathConstant, pathPerCost := 1.0, 0.0, 0.0
		for m := range s.paths[i].steps {
			step := &s.paths[i].steps[m]
			if !pools[step.tier] {
				continue
			}
			g := b.groupOf(step.tier, sector)
			dip *= 1 - w.depth(step)*w.pulse.row(step.stage)[moment]
			weight := w.inForce.row(step.row)[moment] * w.groupPower[step.tier].capacity.row(g)[moment]
			pathConstant += weight * w.expertise[0].of(step)[g]
			pathPerCost += weight * w.expertise[1].of(step)[g]
		}
		constant += dip * pathConstant
		perCost += dip * pathPerCost
	}
	return constant, perCost
}

// worstAtTarget is the least capacity of any commissioner at target. What pooled teams give falls with M, so the worst
// off in a unit is its largest.
func (w *Workspace) worstAtTarget(s *structure) float64 {
	b, target := &w.engine.bodies, w.engine.timeline.target()
	worst := math.Inf(1)
	for i := range b.sectors {
		constant, perCost := w.pooledCapacity(s, i, target)
		local := w.local.row(b.sectors[i].pattern)[target]
		for _, u := range w.units[w.sectorUnits[i].first:w.sectorUnits[i].end] {
			worst = min(worst, local*u.targetPower+constant+perCost/u.largestCost)
		}
	}
	return worst
}
