package report

import (
	"fmt"
	"io"

	"reconfig/model/result"
)

// WriteMorris writes what elementary effects say.
func (a Analysis) WriteMorris(w io.Writer, s Style) {
	of := func(r result.MorrisRow) result.Question { return r.Question }
	for _, q := range questions(a.Morris, of) {
		rows := about(a.Morris, of, q)
		printed := firstOf(rows)
		var values []result.Number
		for _, r := range printed {
			values = append(values, r.MuStar, r.Sigma)
		}
		m := a.amount(q.Unit, values...)
		a.heading(w, fmt.Sprintf("Elementary effects, %d trajectories: %s", rows[0].Trajectories, a.subject(q)))
		var cells [][]string
		for _, r := range printed {
			cells = append(cells, []string{r.Assumption, evidence(r.Strength), m.size(r.MuStar), m.size(r.MuStarLow) + " to " + m.size(r.MuStarHigh), m.write(r.Mu), m.size(r.Sigma)})
		}
		s.render(w, []column{
			{"Assumption", true, 0}, {evidenceHeading, true, 0}, {"μ*\n" + m.heading, false, 0}, {"95 % interval", false, 0}, {"μ\n" + m.heading, false, 0}, {"σ\n" + m.heading, false, 0},
		}, cells)
		leftOut(w, len(rows), len(printed), "morris.csv")
		notes(w, evidenceNote(printed, func(r result.MorrisRow) string { return r.Strength }))
		fmt.Fprintln(w)
		WriteParagraphs(w, []string{
			"μ* is by how much the answer moves, on average, when an assumption goes through its whole plausible range, wherever the others are; σ how much that depends on where they are.",
			"Every value of the range counts alike, and correlations have no part in it: this screens what can matter, it does not say how likely that is.",
		})
	}
}
