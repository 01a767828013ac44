package discovery

import (
	"context"
	"maps"
	"slices"
)

// finder looks for boxes.
type finder struct {
	Options  // complete
	x        [][]float64
	interest []bool
	all      tally
	orders   [][]int32 // by input: the examples in the order of its values
	taken    []bool    // by example: whether a box found has it
	marks    []mark    // by example
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
	for dense := true; dense && len(s.Boxes) < f.Boxes; {
		first, err := f.peel(ctx, f.everyInput())
		if err != nil {
			return nil, err
		}
		densest := first.boxes[first.densest(0)]
		if len(s.Boxes) > 0 && !f.dense(densest) {
			break
		}
		way, err := f.peelAgain(ctx, first)
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
		s.Boxes = append(s.Boxes, f.describe(box, way, densest))
		f.take()
	}
	return s, nil
}

func (f *finder) everyInput() []int {
	all := make([]int, len(f.x))
	for i := range all {
		all[i] = i
	}
	return all
}

func (f *finder) dense(box tally) bool { return box.density() >= f.LeastDensity }

// peelAgain peels only those inputs that keep a limit in some box on a path after pruning. With few examples for many inputs
// chance cuts most of them, so that the inputs that matter are hardly cut before the least mass is reached.
func (f *finder) peelAgain(ctx context.Context, first *path) (*path, error) {
	matter := map[int]bool{}
	for step := range first.boxes {
		l := first.limits(len(f.x), step)
		if _, err := f.prune(ctx, l, f.survey); err != nil {
			return nil, err
		}
		for _, i := range l.restricted() {
			matter[i] = true
		}
	}
	return f.peel(ctx, slices.Sorted(maps.Keys(matter)))
}

// choose finishes the boxes on a path and picks the first that then has the least density; or if none has, the densest.
// Instead of each box it takes the densest of those that have hardly less coverage. As neither the boxes nor what they are
// when finished hang on the least density, asking for more never gives a less dense box. The finder's marks are then those
// of the box.
func (f *finder) choose(ctx context.Context, way *path) (*found, error) {
	var densest *found
	tried := -1
	for _, t := range way.boxes {
		step := way.densest(float64(t.hits) * (1 - negligible))
		if step == tried {
			continue
		}
		tried = step
		l := way.limits(len(f.x), step)
		s, err := f.prune(ctx, l, f.paste)
		if err != nil {
			return nil, err
		}
		box := &found{l, s, step}
		if f.dense(s.inside) {
			return box, nil
		}
		if densest == nil || s.inside.denser(densest.survey.inside) > 0 {
			densest = box
		}
	}
	_, err := f.survey(ctx, densest.limits) // for its marks
	return densest, err
}

// take keeps the examples in the box that was surveyed last from later boxes.
func (f *finder) take() {
	for j, m := range f.marks {
		if m>>1 == inside {
			f.taken[j] = true
		}
	}
}

// describe turns a box and the path to it into a result, with the densest box that the first peeling came to.
func (f *finder) describe(box *found, way *path, densest tally) Box {
	inside := box.survey.inside
	described := Box{
		Measures: inside.of(f.all), Rules: f.rules(box.limits, box.survey), Reached: f.dense(inside),
		DensestPeeled: max(densest.density(), way.boxes[way.densest(0)].density()),
	}
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
