package report

import (
	"slices"

	"reconfig/model"
)

// Judged marks what rests mostly on judgement.
const Judged = "*"

// Judgement counts the assumptions that are uncertain, but for those that the user set, and those of them that rest on
// judgement alone (strength D).
func Judgement(assumptions []model.Assumption, set []string) (uncertain, judged int) {
	for _, a := range assumptions {
		if !a.IsUncertain() || slices.Contains(set, a.Name) {
			continue
		}
		uncertain++
		if a.RestsOnJudgement() {
			judged++
		}
	}
	return uncertain, judged
}
