package analysis

import (
	"slices"

	"gonum.org/v1/gonum/mat"

	"reconfig/model/result"
)

// correlatedGroups counts the groups that are correlated with another.
func correlatedGroups(groups []group, scores *mat.SymDense) int {
	if scores == nil {
		return 0
	}
	n := 0
	for i, g := range groups {
		if correlatedWithOthers(i, g, groups, scores) {
			n++
		}
	}
	return n
}

func correlatedWithOthers(i int, g group, groups []group, scores *mat.SymDense) bool {
	for j, other := range groups {
		if i == j {
			continue
		}
		for _, a := range g.members {
			for _, b := range other.members {
				if a < scores.SymmetricDim() && b < scores.SymmetricDim() && scores.At(a, b) != 0 {
					return true
				}
			}
		}
	}
	return false
}

// correlated says, by the order of what varies, whether an assumption is correlated with one outside a set of members.
func (s *Setup) correlated(members []int) string {
	scores := s.generator.Scores()
	if scores == nil {
		return result.YesNo(false)
	}
	for _, a := range members {
		for b := range scores.SymmetricDim() {
			if scores.At(a, b) != 0 && !slices.Contains(members, b) {
				return result.YesNo(true)
			}
		}
	}
	return result.YesNo(false)
}
