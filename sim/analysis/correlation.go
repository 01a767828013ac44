package analysis

import (
	"slices"

	"gonum.org/v1/gonum/mat"
)

// correlatedGroups counts the groups that are correlated with another.
func correlatedGroups(groups []group, scores *mat.SymDense) int {
	n := 0
	for _, g := range groups {
		if correlated(g.members, scores) {
			n++
		}
	}
	return n
}

// correlated says whether a set of inputs is correlated with one outside it. Inputs beyond the scores, as the errors of
// single bodies, are correlated with none.
func correlated(members []int, scores *mat.SymDense) bool {
	if scores == nil {
		return false
	}
	n := scores.SymmetricDim()
	for _, a := range members {
		for b := range n {
			if a < n && scores.At(a, b) != 0 && !slices.Contains(members, b) {
				return true
			}
		}
	}
	return false
}
