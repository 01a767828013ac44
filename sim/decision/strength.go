package decision

import (
	"cmp"
	"slices"
)

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
	moments := make([]float64, mostDegrees*len(s.rivals))
	var h [perMember]float64
	for k, z := range m.scores {
		hermite(z, h[:])
		for d := range m.degrees {
			for r, g := range s.gain(k) {
				moments[d*len(s.rivals)+r] += h[d+1] * g
			}
		}
	}
	greatest := 0.0
	for r, squares := range s.squares {
		sum := 0.0
		for d := range m.degrees {
			sum += moments[d*len(s.rivals)+r] * moments[d*len(s.rivals)+r]
		}
		if squares > 0 {
			greatest = max(greatest, sum/squares)
		}
	}
	return greatest
}
