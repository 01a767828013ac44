package discovery

import (
	"context"
	"slices"
)

// finder looks for boxes.
type finder struct {
	Options  // complete
	x        [][]float64
	interest []bool
	all      tally
	orders   [][]int32 // by input: the cases in the order of its values
	taken    []bool    // by case: whether a box found has it
	marks    []mark    // by case
}

// found is a box with its limits.
type found struct {
	limits limits
	survey *survey
	step   int // of the path that it comes from
}

// find looks for one box after the other.
func (f *finder) find(ctx context.Context) (*Scenarios, error) {
	s := &Scenarios{}
	var union tally
	for dense := true; dense && len(s.Boxes) < f.Boxes; {
		way, err := f.peel(ctx)
		if err != nil {
			return nil, err
		}
		box, err := f.choose(ctx, way)
		if err != nil {
			return nil, err
		}
		dense = f.dense(box.survey.inside)
		if len(box.survey.limits) == 0 || !dense && len(s.Boxes) > 0 {
			break
		}
		s.Boxes = append(s.Boxes, f.describe(box, way))
		union = union.plus(box.survey.inside)
		f.take()
	}
	s.Union = union.of(f.all)
	return s, nil
}

func (f *finder) dense(box tally) bool { return box.density() >= f.LeastDensity }

// choose picks the first box on a path that has the least density when it is finished, and with it the greatest coverage;
// or rather, of those that have hardly less coverage, the densest. If no box has the least density it picks the densest of
// all. The finder's marks are then those of the box.
func (f *finder) choose(ctx context.Context, way *path) (*found, error) {
	tried := -1
	for _, t := range way.boxes {
		if !f.dense(t) {
			continue
		}
		best := way.densest(float64(t.hits) * (1 - negligible))
		if best == tried {
			continue
		}
		tried = best
		if box, err := f.finish(ctx, way, best); err != nil || f.dense(box.survey.inside) {
			return box, err
		}
	}
	return f.finish(ctx, way, way.densest(0))
}

// densest is the step of the densest box on the path that has so many cases of interest; of several the first.
func (p *path) densest(hits float64) int {
	best := 0
	for step, t := range p.boxes {
		if float64(t.hits) >= hits && t.denser(p.boxes[best]) > 0 {
			best = step
		}
	}
	return best
}

// finish pastes a box of the path and drops limits that do not matter, until neither changes anything.
func (f *finder) finish(ctx context.Context, way *path, step int) (*found, error) {
	l := way.limits(len(f.x), step)
	for {
		s, err := f.paste(ctx, l)
		if err != nil || !s.dropOne(l) {
			return &found{l, s, step}, err
		}
	}
}

// take keeps the cases in the box that was surveyed last from later boxes.
func (f *finder) take() {
	for j, m := range f.marks {
		if m>>1 == inside {
			f.taken[j] = true
		}
	}
}

// describe turns a box and the path to it into a result.
func (f *finder) describe(box *found, way *path) Box {
	described := Box{Measures: box.survey.inside.of(f.all), Rules: f.rules(box.limits, box.survey)}
	for step, t := range way.boxes {
		l := way.limits(len(f.x), step)
		described.Trajectory = append(described.Trajectory, Step{
			Measures: t.of(f.all), Restricted: len(l.restricted()), Chosen: step == box.step && slices.Equal(l, box.limits),
		})
	}
	if !described.Trajectory[box.step].Chosen {
		described.Trajectory = append(described.Trajectory, Step{
			Measures: described.Measures, Restricted: len(described.Rules), Chosen: true,
		})
	}
	return described
}
