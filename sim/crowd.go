package sim

import (
	"cmp"
	"slices"
)

// crowd is bodies of a sector whose targets are nearly the same share of their cost at the start: E ÷ M = middle + half · y, with y
// from −1 to 1. As long as all of them are on the same side of what binds, C ÷ M is level + lift · (E ÷ M − middle), and q follows.
// With c for q at the middle and v = lift · half ÷ level,
//
//	Σ P q^x = c^x Σ C(x, n) v^n Σ P y^n,
//
// of which the last sums are made once a run, for all structures. After crowdTerms the series leaves out of each power
// C(x, n) · (vy)^n · (1 + w)^(x − n) for some w between 0 and vy. With |v| ≤ mostSway and x ≤ mostTabledExponent that is at most
// crowdError of the power: TestCrowdsLeaveOutNoMoreThanStated works it out. Where not all are on the same side, or v is larger, bodies
// are gone through one by one.
type crowd struct {
	members             span    // of sorted
	least, most, middle float64 // E ÷ M
	half                float64
	cost, tilt          float64             // Σ M, Σ M y
	people              [crowdTerms]float64 // Σ P y^n
}

const (
	crowdTerms = 8
	mostSway   = 0.04
	crowdError = 5e-13

	smallestCrowd = 4 // bodies: fewer are faster one by one
)

// crowds are those of every sector.
type crowds struct {
	all    []crowd
	of     []span    // crowds of each sector; none where they would be small
	sorted []int     // units of each sector by E ÷ M
	sway   []float64 // v of the crowd at hand, by moment; loose where bodies are gone through one by one
	ratios []float64 // q of those bodies, moment by moment
	raised []float64 // and their powers
}

// loose is a sway that none has.
const loose = 2

func newCrowds(e *Engine) crowds {
	n, largest := len(e.bodies.commissioners), 0
	for _, s := range e.bodies.sectors {
		largest = max(largest, s.end-s.first)
	}
	moments := e.timeline.moments()
	return crowds{
		all: make([]crowd, 0, n), of: make([]span, len(e.bodies.sectors)), sorted: make([]int, n),
		sway: newRow(moments), ratios: make([]float64, 0, largest*moments), raised: newRow(largest * moments),
	}
}

// setCrowds finds the crowds of every sector.
func (w *Workspace) setCrowds() {
	w.crowds.all = w.crowds.all[:0]
	for i := range w.engine.bodies.sectors {
		from := len(w.crowds.all)
		if !w.together && w.sectorUnits[i].end-w.sectorUnits[i].first > smallestCrowd {
			w.addCrowds(w.sectorUnits[i])
		}
		w.crowds.of[i] = span{from, len(w.crowds.all)}
	}
}

// addCrowds sorts units by E ÷ M, and parts them where v could become too large: that of a crowd is at most half ÷ middle.
func (w *Workspace) addCrowds(units span) {
	sorted := w.crowds.sorted[units.first:units.end]
	for i := range sorted {
		sorted[i] = units.first + i
	}
	slices.SortFunc(sorted, func(a, b int) int {
		return cmp.Or(cmp.Compare(w.units[a].ceilingShare, w.units[b].ceilingShare), cmp.Compare(a, b))
	})
	const widest = (1 + mostSway) / (1 - mostSway)
	for first := 0; first < len(sorted); {
		end, most := first+1, w.units[sorted[first]].ceilingShare*widest
		for end < len(sorted) && w.units[sorted[end]].ceilingShare <= most {
			end++
		}
		w.addCrowd(span{units.first + first, units.first + end})
		first = end
	}
}

func (w *Workspace) addCrowd(members span) {
	least, most := w.units[w.crowds.sorted[members.first]].ceilingShare, w.units[w.crowds.sorted[members.end-1]].ceilingShare
	c := crowd{members: members, least: least, most: most, middle: (least + most) / 2, half: (most - least) / 2}
	if !c.small() {
		for _, n := range w.crowds.sorted[members.first:members.end] {
			c.add(&w.units[n])
		}
	}
	w.crowds.all = append(w.crowds.all, c)
}

func (c *crowd) small() bool { return c.members.end-c.members.first < smallestCrowd }

func (c *crowd) add(u *unit) {
	y := 0.0
	if c.half > 0 {
		y = (u.ceilingShare - c.middle) / c.half
	}
	c.cost += u.cost
	c.tilt += float64(u.cost * y)
	people := u.population
	for n := range c.people {
		c.people[n] += people
		people *= y
	}
}

// addCrowded adds the units of a sector, crowd by crowd.
func (w *Workspace) addCrowded(sector, pattern int, total []float64) {
	for i := w.crowds.of[sector].first; i < w.crowds.of[sector].end; i++ {
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

// setCloseUps fills in what is known of each of a sector's units.
func (w *Workspace) setCloseUps(sector int) {
	units, target := w.sectorUnits[sector], w.engine.timeline.target()
	for n := units.first; n < units.end; n++ {
		w.targetCost[n] = w.shareAt(&w.units[n], target, 1-w.requiredShare[target])
	}
	for _, x := range w.indices {
		k := x.closeUp
		ratios := w.crowds.ratios[:units.end-units.first]
		for i := range ratios {
			ratios[i] = w.shareAt(&w.units[units.first+i], k, 1-w.requiredShare[k]) / w.requiredShare[k]
		}
		x.power.raise(x.unitPower[units.first:units.end], ratios)
	}
}

// along is C ÷ M of a crowd at a moment, unless its bodies are on different sides of what binds: its level at the middle, and its lift.
type along struct {
	level, lift float64
	even        bool
}

// crowdAt is C ÷ M of a crowd at a moment, where it requires so much less.
func (w *Workspace) crowdAt(c *crowd, k int, gain float64) along {
	growth, phase, enforcement := w.growth[k], w.phase[k], w.parameters.enforcement
	if k == startMoment {
		return along{uncontrolled(growth, gain, w.parameters.cashRelease), 0, true}
	}
	stripped, least, most := growth-gain, 1+float64((c.least-1)*phase), 1+float64((c.most-1)*phase)
	ceiling := 1 + float64((c.middle-1)*phase)
	if stripped > most {
		return c.at(stripped-float64(enforcement*(stripped-ceiling)), enforcement*phase)
	}
	if stripped > least {
		return along{}
	}
	switch top := uncontrolled(growth, gain, w.parameters.cashRelease); {
	case most <= top:
		return c.at(ceiling, phase)
	case least >= top:
		return c.at(top, 0)
	}
	return along{}
}

func (c *crowd) at(level, lift float64) along {
	return along{level, lift, level > 0 && float64(lift*c.half) <= float64(mostSway*level)}
}

// addCrowdCost adds C of a crowd to a total, and fills in its q.
func (w *Workspace) addCrowdCost(c *crowd, total []float64) {
	m := w.moved
	before := along{}
	w.crowds.ratios = w.crowds.ratios[:0]
	if m.first > startMoment {
		before = w.crowdAt(c, m.first-1, 0)
	}
	for k := m.first; k < m.end; k++ {
		r := w.requiredShare[k]
		now := w.crowdAt(c, k, 1-r)
		if now.even {
			total[k] += float64(c.cost*now.level) + float64(c.tilt*float64(now.lift*c.half))
			w.ratio[k], w.crowds.sway[k] = now.level/r, float64(now.lift*c.half)/now.level
		} else {
			w.addLoose(c, k, total)
		}
		if k > startMoment {
			w.addCrowdFalls(c, k, before, now)
		}
		before = now
	}
}

// addLoose adds C of a crowd's bodies one by one, and notes their q.
func (w *Workspace) addLoose(c *crowd, k int, total []float64) {
	w.crowds.sway[k] = loose
	r, sum := w.requiredShare[k], 0.0
	for _, n := range w.crowds.sorted[c.members.first:c.members.end] {
		u := &w.units[n]
		share := w.shareAt(u, k, 1-r)
		sum += float64(u.cost * share)
		w.crowds.ratios = append(w.crowds.ratios, share/r)
	}
	total[k] += sum
}

// addCrowdFalls adds the falls of a crowd since the moment before: all at once where all of it falls, or none does.
func (w *Workspace) addCrowdFalls(c *crowd, k int, before, now along) {
	if !before.even || !now.even {
		w.addLooseFalls(c, k)
		return
	}
	fall, bend := before.level-now.level, float64(c.half*(before.lift-now.lift))
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
	var terms [crowdTerms]float64
	for n := range terms {
		terms[n] = c.people[n] * x.power.series[n]
	}
	m, resources := x.of(w.moved), x.resources.row(x.localPart(pattern))
	x.power.raise(x.raised[m.first:m.end], w.ratio[m.first:m.end])
	next := c.members.end - c.members.first // bodies
	at := w.looseBefore(m.first) * next
	for k := m.first; k < m.end; k++ {
		v := w.crowds.sway[k]
		if v != loose {
			sum := terms[crowdTerms-1]
			for n := crowdTerms - 2; n >= 0; n-- {
				sum = float64(sum*v) + terms[n]
			}
			resources[k] += float64(x.raised[k] * sum)
			continue
		}
		raised := w.crowds.raised[:next]
		x.power.raise(raised, w.crowds.ratios[at:at+next])
		for i, n := range w.crowds.sorted[c.members.first:c.members.end] {
			resources[k] += float64(raised[i] * w.units[n].population)
		}
		at += next
	}
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
