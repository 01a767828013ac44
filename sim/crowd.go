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

// crowds are those of every sector, and what a run writes of the one at hand.
type crowds struct {
	all      []crowd
	ofSector []span    // crowds of each sector; none where they would be small
	sorted   []int     // units of each sector by E ÷ M
	level    []float64 // C ÷ M at the middle of the crowd at hand, by moment
	sway     []float64 // v of the crowd at hand, by moment; loose where bodies are gone through one by one
	ratios   []float64 // q of those bodies, moment by moment
	raised   []float64 // and their powers
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
		all: make([]crowd, 0, n), ofSector: make([]span, len(e.bodies.sectors)), sorted: make([]int, n),
		level: newRow(moments), sway: newRow(moments), ratios: make([]float64, 0, largest*moments), raised: newRow(largest),
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
		w.crowds.ofSector[i] = span{from, len(w.crowds.all)}
	}
}

// addCrowds sorts units by E ÷ M, and parts them where v could become too large: that of a crowd is at most half ÷ middle.
func (w *Workspace) addCrowds(units span) {
	sorted := w.crowds.sorted[units.first:units.end]
	for i := range sorted {
		sorted[i] = units.first + i
	}
	slices.SortFunc(sorted, func(a, b int) int {
		if of := cmp.Compare(w.units[a].ceilingShare, w.units[b].ceilingShare); of != 0 {
			return of
		}
		return a - b
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
