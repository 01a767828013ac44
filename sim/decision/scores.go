package decision

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// ranked is a draw with its value of an input.
type ranked struct {
	x    float64
	draw int
}

// rank sorts draws by the value of the input, those with equal ones in their own order.
func rank(x []float64) []ranked {
	order := make([]ranked, len(x))
	for k := range x {
		order[k] = ranked{x[k], k}
	}
	slices.SortFunc(order, func(a, b ranked) int {
		if c := cmp.Compare(a.x, b.x); c != 0 {
			return c
		}
		return cmp.Compare(a.draw, b.draw)
	})
	return order
}

// scale has the normal scores of the ranks of draws that are all different: Φ⁻¹((rank − ½) ÷ draws). On them an input has
// the same distribution, whatever its own, so that no regression hangs on a few extreme draws.
type scale []float64

func newScale(draws int) scale {
	s := make(scale, draws)
	for k := range s {
		s[k] = score(k, k+1, draws)
	}
	return s
}

// score is that of draws that share the ranks from one to before another, counted from 0.
func score(from, end, draws int) float64 {
	return mathext.NormalQuantile(float64(from+end) / float64(2*draws))
}

// of gives the scores of draws in the order of the input, and how many values are different. Draws with equal values have
// the score of their mean rank.
func (s scale) of(order []ranked) (scores []float64, different int) {
	scores = slices.Clone(s)
	for from := 0; from < len(order); different++ {
		end := from + 1
		for end < len(order) && order[end].x == order[from].x {
			end++
		}
		if end > from+1 {
			shared := score(from, end, len(order))
			for i := from; i < end; i++ {
				scores[i] = shared
			}
		}
		from = end
	}
	return scores, different
}

// member is one of a group, on a scale on which it has mean 0 and variance 1.
type member struct {
	scores  []float64 // by draw
	degrees int       // degree of the polynomials that its different values can tell apart, at most mostDegrees
}

// newMember gives a member its scores; false if all its values are the same.
func (s scale) newMember(x []float64) (member, bool) {
	order := rank(x)
	sorted, different := s.of(order)
	m := member{make([]float64, len(x)), min(different-1, mostDegrees)}
	for i, r := range order {
		m.scores[r.draw] = sorted[i]
	}
	return m, m.standardise()
}

// standardise gives the scores variance 1; false if they have next to none. Their mean is 0.
func (m *member) standardise() bool {
	const next = 1e-6 // what is left of a member that others explain but for rounding
	variance := dot(m.scores, m.scores) / float64(len(m.scores))
	if variance < next {
		return false
	}
	for k := range m.scores {
		m.scores[k] /= math.Sqrt(variance)
	}
	return true
}

// independent takes from each member what those before it explain (Gram and Schmidt), and leaves out members of which
// nothing is left. Members that were jointly normal on the scale of scores are then independent.
func independent(members []member) []member {
	var kept []member
	for _, m := range members {
		for _, before := range kept {
			explained := dot(m.scores, before.scores) / float64(len(m.scores))
			for k, z := range before.scores {
				m.scores[k] -= explained * z
			}
		}
		if m.standardise() {
			kept = append(kept, m)
		}
	}
	return kept
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for k, x := range a {
		sum += x * b[k]
	}
	return sum
}
