package report

import (
	"fmt"
	"io"
	"slices"

	"reconfig/model/result"
)

// writeStages writes, for each structure in two steps, what to begin with.
func (a Analysis) writeStages(w io.Writer, s Style) {
	for _, code := range stagedStructures(a.FirstSteps) {
		var rows []result.FirstStepRow
		var means, regrets []result.Number
		for _, r := range a.FirstSteps {
			if r.Structure == code {
				rows = append(rows, r)
				means = append(means, r.Value, r.ValueLearning)
				regrets = append(regrets, r.ExpectedRegret, r.WorstRegret, r.RegretLearning)
			}
		}
		m, regret := a.amount(rows[0].Unit, means...), a.loss(rows[0].Unit, regrets...)
		section(w, fmt.Sprintf("What to begin with: %s in two steps, the last at once, or wait", a.name(code)))
		var cells [][]string
		for _, r := range rows {
			cells = append(cells, []string{firstStepNames[r.FirstStep], r.Then, m.write(r.Value), regret.size(r.ExpectedRegret), regret.size(r.WorstRegret), m.write(r.ValueLearning), regret.size(r.RegretLearning), chance(float64(r.ProbBestFirstStep))})
		}
		s.render(w, []column{
			{"Begin with", true, 0}, {"Then, in the mean", true, 0}, {"Mean\n" + m.heading, false, 0}, {"Expected\nregret", false, 0}, {"Worst\nregret", false, 0},
			{"Mean if all is\nlearnt after it", false, 0}, {"Regret\neven so", false, 0}, {"Best, of\n100 draws", false, 0},
		}, cells)
	}
}

func stagedStructures(rows []result.FirstStepRow) []string {
	var codes []string
	for _, r := range rows {
		if !slices.Contains(codes, r.Structure) {
			codes = append(codes, r.Structure)
		}
	}
	return codes
}

var firstStepNames = map[string]string{result.Staged: "the first step", result.Straight: "the last step", result.Late: "nothing yet"}
