package sim

import (
	"math"

	"reconfig/sim/team"
	"reconfig/sim/vector"
)

// capacity is what the bodies can do under the structure at hand: docs/model.md, section 6. It is an index whose moves
// are steps.
type capacity struct {
	index
	moved []float64 // Σ_f v π (1 − r), by step
	dip   []float64 // of the path at hand, by moment
	own   []float64 // the structure's own capacity, where every q is 1, by moment

	dips   bool            // of groups valued one by one: whether weights are known
	dipsOf [tierCount]bool // for what tiers pool
}

func newCapacity(e *Engine) capacity {
	moments, steps := e.timeline.moments(), e.stepCount()
	return capacity{
		index: newIndex(e, steps, 0, moments, e.timeline.target()),
		moved: newRow(steps), dip: newRow(moments), own: newRow(moments),
	}
}

// setCapacityWeights fills in what resources count for, and from that the structure's own capacity.
func (w *Workspace) setCapacityWeights(s *structure) {
	x := &w.capacity.index
	x.tiers = s.stepTiers
	patterns := w.engine.bodies.patterns
	known := w.dipsKnown()
	if !known {
		for i := range patterns {
			clear(x.weights.row(x.localPart(i)))
		}
	}
	for i := range s.paths {
		path := &s.paths[i]
		for m := range path.steps {
			w.setExpertise(path, &path.steps[m])
		}
		if known {
			continue
		}
		for i := range patterns {
			w.addPath(path, i)
		}
	}
	w.capacity.dips, w.capacity.dipsOf = w.grouped, patterns[0].pools
	x.setPeople(&w.baseline)
	if !w.engine.needs.own {
		return
	}
	clear(w.capacity.own)
	for part, people := range x.everyone {
		if people != 0 {
			vector.AddScaled(w.capacity.own, people/w.engine.bodies.population, x.weights.row(part))
		}
	}
}

// dipsKnown says whether the weights of paths are those of the group before: of single groups under one draw they hang only on what
// the group pools.
func (w *Workspace) dipsKnown() bool {
	return w.capacity.dips && w.capacity.dipsOf == w.engine.bodies.patterns[0].pools
}

// setExpertise fills in what the pooled teams of a step can do. With E(n) = n ÷ (n + h) and n_i = s M_i ÷ W, the ratio
// X_i = E(n_G) ÷ E(n_i) is E(n_G) · (1 + h W ÷ (s M_i)): a constant and a part that falls with M_i.
func (w *Workspace) setExpertise(path *path, s *step) {
	constant, perCost := w.capacity.constant.row(s.row), w.capacity.perCost.row(s.row)
	clear(constant)
	clear(perCost)
	w.capacity.moved[s.row] = 0
	for _, i := range path.functions {
		f := &w.engine.functions[i]
		class := &w.parameters.classes[f.class]
		moved := float64(f.weight * w.parameters.taken(s.arrangement, f.class))
		w.capacity.moved[s.row] += moved
		value := float64(moved * (1 - float64(class.locality*w.parameters.remoteness[s.tier])))
		if class.criticalMass == 0 || f.share == 0 { // size does not matter, or there is no local team to compare with
			for g, pools := range w.engine.bodies.pooled[s.tier] {
				if pools {
					constant[g] += value
				}
			}
			continue
		}
		w.addTeams(f, s, value)
	}
}

// addTeams adds the expertise of a function's pooled teams, which is worth value where everything is in reach.
func (w *Workspace) addTeams(f *function, s *step, value float64) {
	p := &w.parameters
	mass := p.classes[f.class].criticalMass
	work := team.Work{
		PerCost: p.taken(s.arrangement, f.class) * f.share / p.staffCost, Realisation: p.arrangements[s.arrangement].realisation,
		Mass: mass, Value: value, MassCost: mass * p.staffCost / f.share, // h W ÷ s
	}
	n := inFours(w.engine.bodies.groupCount(s.tier))
	work.Add(w.capacity.constant.row(s.row)[:n], w.capacity.perCost.row(s.row)[:n], w.teamCost.row(s.tier)[:n], w.scale.row(f.class, s.tier)[:n])
}

// addPath fills in the weights of a path's steps for the sectors with one pattern of pooling, and adds what of its
// functions stays local.
func (w *Workspace) addPath(path *path, pattern int) {
	x := &w.capacity
	pools, local := &w.engine.bodies.patterns[pattern].pools, x.weights.row(x.localPart(pattern))
	w.setDip(path, pools)
	vector.AddScaled(local, path.weight, x.dip)
	for m := range path.steps {
		if s := &path.steps[m]; pools[s.tier] {
			weight := x.weights.row(x.movePart(s.row, pattern))
			vector.Mul(weight, w.inForce.row(s.tenure), x.dip)
			vector.AddScaled(local, -x.moved[s.row], weight)
		}
	}
}

// setDip fills in what disrupts the steps that pool: Π (1 − x' (1 − Φ + ζ Φ) · pulse) (1 − x A F).
func (w *Workspace) setDip(path *path, pools *[tierCount]bool) {
	dip := w.capacity.dip
	copy(dip, w.ones)
	for m := range path.steps {
		s := &path.steps[m]
		if !pools[s.tier] {
			continue
		}
		if depth := w.dipDepth(s.stage, s.after); depth != 0 {
			vector.Diminish(dip, depth, w.pulse.row(s.stage))
		}
		if depth := w.parameters.arrangements[s.arrangement].disruption; depth != 0 && w.fails[s.stage] {
			vector.Diminish(dip, depth, w.shock.row(s.tenure))
		}
	}
}

// worstAtTarget is the least capacity of any commissioner at target. What pooled teams give falls with M, so the worst
// off in a unit is its largest.
func (w *Workspace) worstAtTarget() float64 {
	worst := math.Inf(1)
	x := &w.capacity.index
	x.lookCloser()
	for i := range w.engine.bodies.sectors {
		x.lookAt(i)
		for n := w.sectorUnits[i].first; n < w.sectorUnits[i].end; n++ {
			worst = min(worst, x.unitAt(n)+x.perCostAt/w.units[n].largestCost)
		}
	}
	return worst
}
