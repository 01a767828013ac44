package analysis

import (
	"errors"
	"fmt"
	"slices"

	"gonum.org/v1/gonum/mat"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

// explain names the question that a method could not answer.
func (s *Setup) explain(err error, questions []result.Question) error {
	var constant sensitivity.ConstantError
	if errors.As(err, &constant) {
		q := questions[constant.Output]
		if q.Against == "" {
			return fmt.Errorf("%s of %s is the same in every draw: it has no variance to share out", q.Outcome, q.Structure)
		}
		return fmt.Errorf("%s of %s is the same as that of %s in every draw, or always as much more: the difference has no variance to share out", q.Outcome, q.Structure, q.Against)
	}
	var unset sensitivity.NotFiniteError
	if errors.As(err, &unset) {
		q := questions[unset.Output]
		return fmt.Errorf("%s of %s is empty or infinite in some draws: it has no variance; see what its column means in docs/results.md", q.Outcome, q.Structure)
	}
	return err
}

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
