package information

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"reconfig/sim/numbers"
)

// member is one of a group, on a scale on which it has mean 0 and variance 1.
type member struct {
	x       []float64 // its values by draw
	scores  []float64 // by draw
	degrees int       // degree of the polynomials that its different values can tell apart, at most mostDegrees
}

// newMember gives a member its scores; false if all its values are the same.
func (s scale) newMember(x []float64) (member, bool) {
	order := rank(x)
	sorted, different := s.of(order)
	m := member{x, make([]float64, len(x)), min(different-1, mostDegrees)}
	for i, r := range order {
		m.scores[r.draw] = sorted[i]
	}
	return m, different > 1 && m.standardise()
}

// standardise gives the scores mean 0 and variance 1; false if they have next to no variance.
func (m *member) standardise() bool {
	mean := numbers.Mean(m.scores)
	for k := range m.scores {
		m.scores[k] -= mean
	}
	const nothing = 1e-6
	variance := dot(m.scores, m.scores) / float64(len(m.scores))
	if variance < nothing {
		return false
	}
	for k := range m.scores {
		m.scores[k] /= math.Sqrt(variance)
	}
	return true
}

// withoutCopies leaves out members that those before them explain but for rounding, on the scale of scores.
func withoutCopies(members []member) []member {
	products := mat.NewSymDense(len(members), nil)
	for i, a := range members {
		for j := i; j < len(members); j++ {
			products.SetSym(i, j, dot(a.scores, members[j].scores))
		}
	}
	const rounding = 1e-6
	indices, _ := independent(products, rounding)
	kept := make([]member, len(indices))
	for k, i := range indices {
		kept[k] = members[i]
	}
	return kept
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for k, x := range a {
		sum += float64(x * b[k])
	}
	return sum
}

// byStrength sorts members by how much of some rival's gains each explains by itself, the strongest first.
func (s *stakes) byStrength(members []member) {
	type strength struct {
		member
		explained float64
	}
	all := make([]strength, len(members))
	for i, m := range members {
		all[i] = strength{m, s.explained(m)}
	}
	slices.SortStableFunc(all, func(a, b strength) int { return cmp.Compare(b.explained, a.explained) })
	for i := range all {
		members[i] = all[i].member
	}
}

// explained is the greatest share of the squares of any rival's gains that a member's polynomials explain.
func (s *stakes) explained(m member) float64 {
	moments := make([]float64, mostDegrees*s.rivals)
	var h [perMember]float64
	for k, z := range m.scores {
		hermite(z, h[:])
		for d := range m.degrees {
			for r, g := range s.gain(k) {
				moments[d*s.rivals+r] += float64(h[d+1] * g)
			}
		}
	}
	greatest := 0.0
	for r, squares := range s.squares {
		sum := 0.0
		for d := range m.degrees {
			sum += float64(moments[d*s.rivals+r] * moments[d*s.rivals+r])
		}
		if squares > 0 {
			greatest = max(greatest, sum/squares)
		}
	}
	return greatest
}
