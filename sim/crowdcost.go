package sim

import "gonum.org/v1/gonum/floats"

// addCrowded adds the units of a sector, crowd by crowd.
func (w *Workspace) addCrowded(sector, pattern int, total []float64) {
	for i := w.crowds.ofSector[sector].first; i < w.crowds.ofSector[sector].end; i++ {
		c := &w.crowds.all[i]
		if c.small() {
			for _, n := range w.crowds.sorted[c.members.first:c.members.end] {
				w.addUnit(n, pattern, total)
			}
			continue
		}
		w.addCrowdCost(c, total)
		for _, x := range w.indices {
			w.addCrowdPower(c, x, pattern)
		}
	}
	w.setCloseUps(sector)
}

// setCloseUps fills in what is known of each of a sector's units when the target is due, and at handover if that is traced.
func (w *Workspace) setCloseUps(sector int) {
	units := w.sectorUnits[sector]
	w.setShares(w.targetCost[units.first:units.end], units.first, w.engine.timeline.target())
	for _, x := range w.indices {
		if !x.overTime() {
			continue
		}
		ratios, r := w.crowds.ratios[:units.end-units.first], w.requiredShare[x.closeUp]
		w.setShares(ratios, units.first, x.closeUp)
		for i := range ratios {
			ratios[i] /= r
		}
		x.power.raise(x.unitPower[units.first:units.end], ratios)
	}
}

// setShares fills in C ÷ M of units, from one on, at a moment after the start.
func (w *Workspace) setShares(shares []float64, first, k int) {
	gain, growth, phase, enforcement := 1-w.requiredShare[k], w.growth[k], w.phase[k], w.parameters.enforcement
	top, stripped := uncontrolled(growth, gain, w.parameters.cashRelease), growth-gain
	for i := range shares {
		shares[i] = controlled(top, stripped, 1+float64((w.units[first+i].ceilingShare-1)*phase), enforcement)
	}
}

// along is C ÷ M of a crowd at a moment, unless its bodies are on different sides of what binds or sway too much: its level at the
// middle, and how far it bends from that to where most is.
type along struct {
	level, bend float64
	even        bool
}

// crowdAt is C ÷ M of a crowd at a moment, where it requires so much less.
func (w *Workspace) crowdAt(c *crowd, k int, gain float64) (a along) {
	growth, phase, top := w.growth[k], w.phase[k], 0.0
	if k == startMoment {
		return along{uncontrolled(growth, gain, w.parameters.cashRelease), 0, true}
	}
	ceiling, half, stripped := 1+float64((c.middle-1)*phase), float64(c.half*phase), growth-gain
	switch gap := stripped - ceiling; {
	case gap > half:
		enforcement := w.parameters.enforcement
		a.level, a.bend = stripped-float64(enforcement*gap), enforcement*half
	case gap > -half:
		return a
	default:
		top = uncontrolled(growth, gain, w.parameters.cashRelease)
		switch slack := top - ceiling; {
		case slack >= half:
			a.level, a.bend = ceiling, half
		case slack <= -half:
			a.level = top
		}
	}
	a.even = a.bend < float64(mostSway*a.level)
	return a
}

// addCrowdCost adds C of a crowd to a total, and fills in its q.
func (w *Workspace) addCrowdCost(c *crowd, total []float64) {
	m := w.moved
	before := along{}
	w.crowds.ratios = w.crowds.ratios[:0]
	if m.first > startMoment {
		before = w.crowdAt(c, m.first-1, 0)
	}
	required := w.requiredShare[m.first:m.end]
	sway, ratio := w.crowds.sway[m.first:m.end][:len(required)], w.ratio[m.first:m.end][:len(required)]
	perRequired, level := w.perRequired[m.first:m.end][:len(required)], w.crowds.level[m.first:m.end][:len(required)]
	total = total[m.first:m.end][:len(required)]
	for i, r := range required {
		now := w.crowdAt(c, m.first+i, 1-r)
		if now.even {
			total[i] += float64(c.cost*now.level) + float64(c.tilt*now.bend)
			ratio[i], sway[i], level[i] = now.level*perRequired[i], now.bend, now.level
		} else {
			total[i] += w.looseCost(c, m.first+i)
			sway[i], level[i] = loose, 1
		}
		w.addCrowdFalls(c, m.first+i, &before, &now)
		before = now
	}
	floats.Div(sway, level)
}

// looseCost is C of a crowd's bodies at a moment, one by one. It notes their q.
func (w *Workspace) looseCost(c *crowd, k int) float64 {
	r, sum := w.requiredShare[k], 0.0
	for _, n := range w.crowds.sorted[c.members.first:c.members.end] {
		u := &w.units[n]
		share := w.shareAt(u, k, 1-r)
		sum += float64(u.cost * share)
		w.crowds.ratios = append(w.crowds.ratios, share/r)
	}
	return sum
}

// addCrowdFalls adds the falls of a crowd since the moment before: all at once where all of it falls, or none does.
func (w *Workspace) addCrowdFalls(c *crowd, k int, before, now *along) {
	if k == startMoment {
		return
	}
	if !before.even || !now.even {
		w.addLooseFalls(c, k)
		return
	}
	fall, bend := before.level-now.level, before.bend-now.bend
	switch least, most := fall-bend, fall+bend; {
	case least <= 0 && most <= 0:
	case least >= 0 && most >= 0:
		w.costFall[k] += float64(c.cost*fall) + float64(c.tilt*bend)
	default:
		w.addLooseFalls(c, k)
	}
}

func (w *Workspace) addLooseFalls(c *crowd, k int) {
	gain, gainBefore, sum := 1-w.requiredShare[k], 0.0, 0.0
	if k > w.moved.first {
		gainBefore = 1 - w.requiredShare[k-1]
	}
	for _, n := range w.crowds.sorted[c.members.first:c.members.end] {
		u := &w.units[n]
		if fall := w.shareAt(u, k-1, gainBefore) - w.shareAt(u, k, gain); fall > 0 {
			sum += float64(u.cost * fall)
		}
	}
	w.costFall[k] += sum
}

// addCrowdPower adds the powers of a crowd's q to an index.
func (w *Workspace) addCrowdPower(c *crowd, x *index, pattern int) {
	m, p, q := x.of(w.moved), &c.people, &x.power.series
	resources, raised, sway := x.resources.row(x.localPart(pattern))[m.first:m.end], x.raised[m.first:m.end], w.crowds.sway[m.first:m.end]
	resources, raised = resources[:len(sway)], raised[:len(sway)]
	x.power.raise(raised, w.ratio[m.first:m.end])
	t0, t1, t2, t3 := p[0], float64(p[1]*q[1]), float64(p[2]*q[2]), float64(p[3]*q[3])
	t4, t5, t6, t7 := float64(p[4]*q[4]), float64(p[5]*q[5]), float64(p[6]*q[6]), float64(p[7]*q[7])
	from := w.looseBefore(m.first)
	for k, v := range sway {
		if v == loose {
			resources[k] += w.looseResources(c, x, from)
			from++
			continue
		}
		vv := v * v
		even := t0 + float64(vv*(t2+float64(vv*(t4+float64(vv*t6)))))
		odd := t1 + float64(vv*(t3+float64(vv*(t5+float64(vv*t7)))))
		resources[k] += float64(raised[k] * (even + float64(v*odd)))
	}
}

// looseResources is Σ P q^x of the crowd at hand at one of the moments at which it is loose.
func (w *Workspace) looseResources(c *crowd, x *index, moment int) float64 {
	n, sum := c.members.end-c.members.first, 0.0
	raised := w.crowds.raised[:n]
	x.power.raise(raised, w.crowds.ratios[moment*n:(moment+1)*n])
	for i, unit := range w.crowds.sorted[c.members.first:c.members.end] {
		sum += float64(raised[i] * w.units[unit].population)
	}
	return sum
}

// looseBefore counts the moments before another at which the crowd at hand is loose.
func (w *Workspace) looseBefore(k int) int {
	n := 0
	for _, v := range w.crowds.sway[w.moved.first:k] {
		if v == loose {
			n++
		}
	}
	return n
}
