package analyses

import (
	"fmt"
	"io"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WritePawn writes how far knowing an assumption would move the whole distribution.
func (a Analysis) WritePawn(w io.Writer, s report.Style) {
	of := func(r result.PawnRow) result.Question { return r.Question }
	for _, q := range questions(a.Pawn, of) {
		rows := about(a.Pawn, of, q)
		printed := firstOf(rows)
		a.heading(w, fmt.Sprintf("PAWN, %s draws in %d slices: %s", report.Decimal(float64(rows[0].Draws), 0), rows[0].Slices, a.subject(q)))
		var cells [][]string
		for _, r := range printed {
			cells = append(cells, []string{a.both(r.Assumption, mark(r.Correlated == "yes", " †")+mark(r.Matters == "no", " ‡")), evidence(r.Strength), report.Decimal(float64(r.Median), 3), report.Decimal(float64(r.MedianLow), 3) + " to " + report.Decimal(float64(r.MedianHigh), 3), report.Decimal(float64(r.Greatest), 3)})
		}
		s.Render(w, []report.Column{
			report.Text("Assumption").Within(labelWidth), report.Text(evidenceHeading), report.Number("Median\ndistance"), report.Number("95 % interval"), report.Number("Greatest\ndistance"),
		}, cells)
		leftOut(w, len(rows), len(printed), "pawn.csv")
		unsure := slices.ContainsFunc(printed, func(r result.PawnRow) bool { return r.Matters == "no" })
		notes(w, evidenceNote(printed, func(r result.PawnRow) string { return r.Strength }), mark(anyCorrelated(printed), "† Correlated with others: the index holds what it tells of those too."), mark(unsure, "‡ Not surely above noise: the low end of the interval is not."))
		fmt.Fprintln(w)
		report.WriteParagraphs(w, []string{
			"The distance is that of Kolmogorov and Smirnov between the answer's distribution in a slice of the assumption's values and in all draws: 0 where knowing it tells nothing, 1 at most. It needs no variance, and counts what correlated assumptions tell of one another.",
			noiseFinding(rows),
		})
	}
}

func anyCorrelated(rows []result.PawnRow) bool {
	return slices.ContainsFunc(rows, func(r result.PawnRow) bool { return r.Correlated == "yes" })
}

// noiseFinding says how many assumptions are surely above noise, and what noise is.
func noiseFinding(rows []result.PawnRow) string {
	matter, least, most := 0, rows[0].Noise, rows[0].Noise
	for _, r := range rows {
		least, most = min(least, r.Noise), max(most, r.Noise)
		if r.Matters == "yes" {
			matter++
		}
	}
	noise := report.Decimal(float64(least), 3)
	if greatest := report.Decimal(float64(most), 3); greatest != noise {
		noise = "from " + noise + " to " + greatest
	}
	return fmt.Sprintf("Surely above noise (the low end of the interval is): %s of %s. Noise is %s: the median distance of a number that has nothing to do with the answer stays below it in 95 of 100 cases.",
		orNone(matter), report.Count(len(rows), "assumption", "assumptions"), noise)
}
