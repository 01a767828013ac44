package analyses

import (
	"fmt"
	"io"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// writeStages writes, for each structure in two steps, what to begin with.
func (a Analysis) writeStages(w io.Writer, s report.Style) {
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
		m, regret := report.AmountOf(a.Properties, rows[0].Unit, means...), report.LossOf(a.Properties, rows[0].Unit, regrets...)
		section(w, fmt.Sprintf("What to begin with: %s in two steps, the last at once, or wait", a.name(code)))
		var cells [][]string
		for _, r := range rows {
			cells = append(cells, []string{firstStepNames[r.FirstStep], r.Then, m.Write(r.Value), regret.Size(r.ExpectedRegret), regret.Size(r.WorstRegret), m.Write(r.ValueLearning), regret.Size(r.RegretLearning), report.Chance(float64(r.ProbBestFirstStep))})
		}
		s.Render(w, []report.Column{
			report.Text("Begin with"), report.Text("Then, in the mean"), report.Number("Mean\n" + m.Heading), report.Number("Expected\nregret"), report.Number("Worst\nregret"),
			report.Number("Mean if all is\nlearnt after it"), report.Number("Regret\neven so"), report.Number("Best, of\n100 draws"),
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
