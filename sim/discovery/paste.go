package discovery

import "context"

// paste enlarges a box slice by slice, as long as its density does not fall, and returns the last survey of it. Each time
// the densest slice is added, of those as dense the largest, and of those as large the first. It is peeling run backwards.
func (f *finder) paste(ctx context.Context, l limits) (*survey, error) {
	for {
		s, err := f.survey(ctx, l)
		if err != nil || f.Paste < 0 {
			return s, err
		}
		most := max(1, int(f.Paste*float64(s.inside.examples)))
		var best slice
		var moved rule
		for _, limit := range s.limits {
			candidate := f.outside(limit.rule).cut(f.marks, limit.class, most)
			if candidate.examples > 0 && (best.examples == 0 || betterPaste(candidate.tally, best.tally)) {
				best, moved = candidate, limit.rule
			}
		}
		if best.examples == 0 || best.denser(s.inside) < 0 {
			return s, nil
		}
		l[moved.input][moved.side] = best.limit
	}
}

func betterPaste(a, b tally) bool {
	denser := a.denser(b)
	return denser > 0 || denser == 0 && a.examples > b.examples
}

// outside is the line of all examples beyond a limit, seen from it.
func (f *finder) outside(r rule) line {
	order, values := f.orders[r.input], f.x[r.input]
	all := line{order, values, r.side == lower}
	within := all.reach(r.value, true)
	if r.side == lower {
		return line{order[:len(order)-within], values, true}
	}
	return line{order[within:], values, false}
}
