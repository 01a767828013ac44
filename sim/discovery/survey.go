package discovery

import (
	"context"

	"reconfig/sim/parallel"
)

// survey is what a box holds, and what each of its limits alone keeps out.
type survey struct {
	inside tally
	limits []keptOut // by input, lower before upper
}

// keptOut is a limit with the examples that would be in the box if only this limit went.
type keptOut struct {
	rule
	class mark // of these examples
	tally
}

// surveyBlock is how many examples a goroutine takes at once.
const surveyBlock = 1 << 14

// survey counts the examples in a box, and those that one limit alone keeps out; and marks every example as inside, of a limit's
// class, or gone. Examples that are taken count as gone.
func (f *finder) survey(ctx context.Context, l limits) (*survey, error) {
	bounds := f.bounds(l)
	counts := make([][]tally, f.Workers)
	for worker := range counts {
		counts[worker] = make([]tally, limitClass(len(bounds), lower))
	}
	err := parallel.Do(ctx, f.Workers, len(f.marks), surveyBlock, func(worker, from, end int) {
		for j := from; j < end; j++ {
			class := gone
			if !f.taken[j] {
				class = classOf(bounds, j)
			}
			f.marks[j] = newMark(class, f.interest[j])
			counts[worker][class].add(f.interest[j])
		}
	})
	for _, more := range counts[1:] {
		for class, t := range more {
			counts[0][class] = counts[0][class].plus(t)
		}
	}
	s := &survey{inside: counts[0][inside]}
	for k, b := range bounds {
		for _, at := range []side{lower, upper} {
			if class := limitClass(k, at); l.has(b.input, at) {
				s.limits = append(s.limits, keptOut{rule{b.input, at, l[b.input][at]}, class, counts[0][class]})
			}
		}
	}
	return s, err
}

// bound is a restricted input with its limits and values.
type bound struct {
	input    int
	from, to float64
	values   []float64
}

func (f *finder) bounds(l limits) []bound {
	var all []bound
	for _, i := range l.restricted() {
		all = append(all, bound{i, l[i][lower], l[i][upper], f.x[i]})
	}
	return all
}

// limitClass is the class of examples that only one limit of a bound keeps out.
func limitClass(k int, s side) mark { return alone + mark(2*k) + mark(s) }

// classOf says where an example stands.
func classOf(bounds []bound, j int) mark {
	class := inside
	for k := range bounds {
		b := &bounds[k]
		v := b.values[j]
		if v >= b.from && v <= b.to {
			continue
		}
		if class != inside {
			return gone
		}
		class = limitClass(k, lower)
		if v > b.to {
			class = limitClass(k, upper)
		}
	}
	return class
}
