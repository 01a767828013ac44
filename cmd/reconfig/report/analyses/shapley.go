package analyses

import (
	"fmt"
	"io"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WriteShapley writes every input's fair share of the variance.
func (a Analysis) WriteShapley(w io.Writer, s report.Style) {
	of := func(r result.ShapleyRow) result.Question { return r.Question }
	for _, q := range questions(a.Shapley, of) {
		rows := about(a.Shapley, of, q)
		printed := firstOf(rows)
		a.heading(w, "Shapley effects: "+a.subject(q))
		var cells [][]string
		for _, r := range printed {
			cells = append(cells, []string{a.both(r.Input, mark(r.Correlated == "yes", " †")), evidence(r.Strength), share(r.Effect, r.Low, r.High)})
		}
		s.Render(w, []report.Column{report.Text("Input").Within(labelWidth), report.Text(evidenceHeading), report.Number("Share of variance\n% (95 % interval)")}, cells)
		leftOut(w, len(rows), len(printed), "shapley.csv")
		marked := slices.ContainsFunc(printed, func(r result.ShapleyRow) bool { return r.Correlated == "yes" })
		notes(w, evidenceNote(printed, func(r result.ShapleyRow) string { return r.Strength }), mark(marked, "† Correlated with other inputs."))
		fmt.Fprintln(w)
		report.WriteParagraphs(w, []string{judgementFinding(rows), a.settled(q, len(rows))})
	}
}

// judgementFinding says what share assumptions of strength D have.
func judgementFinding(rows []result.ShapleyRow) string {
	judgement := result.Number(0)
	for _, r := range rows {
		if r.Strength == "D" {
			judgement += r.Effect
		}
	}
	return fmt.Sprintf("The shares of all %s add up to 100 %%. Assumptions that rest on judgement alone have %s %%.", report.Count(len(rows), "input", "inputs"), hundredth(judgement))
}
