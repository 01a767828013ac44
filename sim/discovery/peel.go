package discovery

import (
	"context"

	"reconfig/sim/parallel"
)

// peel is a slice at one end of one input.
type peel struct {
	slice
	input int
	side  side
}

// path is the trajectory of peeling.
type path struct {
	boxes []tally // the first holds everything that is searched
	rules []rule  // the limit that each but the first was made by
}

// rule is one limit.
type rule struct {
	input int
	side  side
	value float64
}

// limits gives those of one box on the path: what was set last on each side of an input.
func (p *path) limits(inputs, step int) limits {
	l := noLimits(inputs)
	for _, r := range p.rules[:step] {
		l[r.input][r.side] = r.value
	}
	return l
}

// peeling is a box being peeled.
type peeling struct {
	*finder
	lines  [][]int32 // by input: its order without some of the examples at both ends that have gone
	inputs []int     // that may be cut
	best   []peel    // of each of these
}

// peel makes smaller and denser boxes of all examples that are not taken, by cutting some inputs only, until the least mass is
// reached or all examples in the box are of interest. No slice may make the box denser; it goes on then too, since a later one
// may.
func (f *finder) peel(ctx context.Context, inputs []int) (*path, error) {
	p := peeling{finder: f, lines: make([][]int32, len(f.x)), inputs: inputs, best: make([]peel, len(inputs))}
	copy(p.lines, f.orders)
	box := f.markLeft()
	way := &path{boxes: []tally{box}}
	for box.hits > 0 && box.hits < box.examples {
		chosen, err := p.choose(ctx, box)
		if err != nil || chosen.examples == 0 {
			return way, err
		}
		box = box.minus(chosen.tally)
		way.boxes = append(way.boxes, box)
		way.rules = append(way.rules, p.remove(chosen))
	}
	return way, nil
}

// densest is the step of the densest box on the path that has so many examples of interest; of several the first.
func (p *path) densest(hits float64) int {
	best := 0
	for step, t := range p.boxes {
		if float64(t.hits) >= hits && t.denser(p.boxes[best]) > 0 {
			best = step
		}
	}
	return best
}

// markLeft marks all examples that are not taken as inside, and counts them.
func (f *finder) markLeft() tally {
	var t tally
	for j, taken := range f.taken {
		if taken {
			f.marks[j] = gone
			continue
		}
		f.marks[j] = newMark(inside, f.interest[j])
		t.add(f.interest[j])
	}
	return t
}

// choose picks the best slice of the inputs, or an empty one if none may be cut off.
func (p *peeling) choose(ctx context.Context, box tally) (peel, error) {
	err := parallel.Do(ctx, p.Workers, len(p.inputs), 1, func(_, k, _ int) { p.best[k] = p.bestOf(p.inputs[k], box) })
	var chosen peel
	for _, candidate := range p.best {
		chosen = better(chosen, candidate)
	}
	return chosen, err
}

// bestOf is the better slice of an input's two ends.
func (p *peeling) bestOf(input int, box tally) peel {
	var best peel
	p.shorten(input)
	if l := p.line(input, lower); l.value(0) == l.value(len(l.order)-1) {
		return best // one value cannot be peeled
	}
	most := max(1, int(p.Peel*float64(box.examples)))
	for _, s := range []side{lower, upper} {
		candidate := peel{p.line(input, s).cut(p.marks, inside, most), input, s}
		if float64(box.examples-candidate.examples) >= p.LeastMass*float64(p.all.examples) {
			best = better(best, candidate)
		}
	}
	return best
}

// better is the less dense of two slices; of two as dense the larger, and of two as large the first. It costs the least
// coverage for each example that goes. PRIM's first criterion, the density of what is left, would prefer an input of few
// values only because its end value holds many examples. The gain in density, times the examples left, divided by those that go,
// is the density of the box less that of the slice: so this is the criterion that Kwakkel & Jaxa-Rozen call lenient.
//
// Source: Friedman & Fisher (1999), section 14.6; Kwakkel & Jaxa-Rozen (2016).
func better(a, b peel) peel {
	if b.examples == 0 {
		return a
	}
	if a.examples == 0 {
		return b
	}
	if denser := b.denser(a.tally); denser < 0 || denser == 0 && b.examples > a.examples {
		return b
	}
	return a
}

// line is an input's line, seen from one side.
func (p *peeling) line(input int, s side) line {
	return line{p.lines[input], p.x[input], s == upper}
}

// shorten leaves out examples at both ends of a line that have gone.
func (p *peeling) shorten(input int) {
	for _, s := range []side{lower, upper} {
		p.behind(input, s, p.line(input, s).next(p.marks, inside, 0))
	}
}

// behind leaves out a line's first examples, seen from one side.
func (p *peeling) behind(input int, s side, examples int) {
	if all := p.lines[input]; s == lower {
		p.lines[input] = all[examples:]
	} else {
		p.lines[input] = all[:len(all)-examples]
	}
}

// remove cuts a slice off and gives the limit that does so: the value of the outermost example that stays.
func (p *peeling) remove(chosen peel) rule {
	l := p.line(chosen.input, chosen.side)
	for index := range chosen.end {
		p.marks[l.at(index)] = gone
	}
	p.behind(chosen.input, chosen.side, chosen.end)
	p.shorten(chosen.input)
	return rule{chosen.input, chosen.side, p.line(chosen.input, chosen.side).value(0)}
}
