package information

import (
	"cmp"
	"slices"

	"reconfig/sim/special"
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
	return special.NormalQuantile(float64(from+end) / float64(2*draws))
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
