package analyses

import (
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WriteMorris writes what elementary effects say.
func (a Analysis) WriteMorris(w io.Writer, s report.Style) {
	of := func(r result.MorrisRow) result.Question { return r.Question }
	for _, q := range questions(a.Morris, of) {
		rows := about(a.Morris, of, q)
		printed := firstOf(rows)
		var values []result.Number
		for _, r := range printed {
			values = append(values, r.MuStar, r.Sigma)
		}
		m := report.AmountOf(a.Properties, q.Unit, values...)
		a.heading(w, fmt.Sprintf("Elementary effects, %d trajectories: %s", rows[0].Trajectories, a.subject(q)))
		var cells [][]string
		for _, r := range printed {
			cells = append(cells, []string{a.both(r.Assumption, ""), evidence(r.Strength), m.Size(r.MuStar), m.Size(r.MuStarLow) + " to " + m.Size(r.MuStarHigh), m.Write(r.Mu), m.Size(r.Sigma)})
		}
		s.Render(w, []report.Column{
			report.Text("Assumption").Within(labelWidth), report.Text(evidenceHeading), report.Number("μ*\n" + m.Heading), report.Number("95 % interval"), report.Number("μ\n" + m.Heading), report.Number("σ\n" + m.Heading),
		}, cells)
		leftOut(w, len(rows), len(printed), "morris.csv")
		notes(w, evidenceNote(printed, func(r result.MorrisRow) string { return r.Strength }))
		fmt.Fprintln(w)
		report.WriteParagraphs(w, append([]string{
			"μ* is by how much the answer moves, on average, when an assumption goes through its whole plausible range, wherever the others are; σ how much that depends on where they are.",
			"Every value of the range counts alike, and correlations have no part in it: this screens what can matter, it does not say how likely that is.",
		}, aboutGroups(rows)...))
	}
}

// aboutGroups says what assumptions that are taken together have no number for; nothing where none are.
func aboutGroups(rows []result.MorrisRow) []string {
	if !slices.ContainsFunc(rows, func(r result.MorrisRow) bool { return math.IsNaN(float64(r.Sigma)) }) {
		return nil
	}
	return []string{"Assumptions of a group move at once, each its own way, so that the group has a μ* but neither μ nor σ. The figure, which shows both, is not drawn of groups."}
}
