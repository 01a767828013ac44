package analyses

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
	"reconfig/plots/chart"
)

// WriteSobol writes indices, the greatest interactions, and whether there were enough points.
func (a Analysis) WriteSobol(w io.Writer, s report.Style) {
	of := func(r result.SobolRow) result.Question { return r.Question }
	for _, q := range questions(a.Sobol, of) {
		rows := about(a.Sobol, of, q)
		printed := firstOf(rows)
		a.heading(w, "Sobol' indices: "+a.subject(q))
		var cells [][]string
		for _, r := range printed {
			cells = append(cells, []string{a.both(r.Input, mark(r.Correlated == "yes", " †")), evidence(r.Strength), share(r.First, r.FirstLow, r.FirstHigh), share(r.Total, r.TotalLow, r.TotalHigh)})
		}
		s.Render(w, []report.Column{
			report.Text("Input").Within(labelWidth), report.Text(evidenceHeading), report.Number("First order\n% of variance (95 % interval)"), report.Number("Total\n% of variance (95 % interval)"),
		}, cells)
		leftOut(w, len(rows), len(printed), "sobol.csv")
		notes(w, evidenceNote(printed, func(r result.SobolRow) string { return r.Strength }),
			mark(correlated(printed) > 0, "† Correlated with other inputs: first order includes what it tells of them, total leaves out what they tell\n  of it, so that total may be below first order. “sensitivity shapley” divides such shares fairly."))
		fmt.Fprintln(w)
		report.WriteParagraphs(w, append(a.sobolFindings(rows), a.interactionFinding(q, correlated(rows)), a.settled(q, len(rows))))
	}
}

// correlated counts the inputs that are correlated with others.
func correlated(rows []result.SobolRow) int {
	n := 0
	for _, r := range rows {
		if r.Correlated == "yes" {
			n++
		}
	}
	return n
}

func (a Analysis) sobolFindings(rows []result.SobolRow) []string {
	top := rows[0]
	findings := []string{fmt.Sprintf("Knowing %s would take away %s %% of the variance on average; if everything else were known, %s %% would be left.", a.called(top.Input), hundredth(top.First), hundredth(top.Total))}
	if correlated(rows) == 0 {
		findings = append(findings, aloneFinding(rows))
	}
	return append(findings, fmt.Sprintf("Intervals are of the estimate, from %s; %s.", report.Count(rows[0].Points, "base point", "base points"), intervalsOf(rows[0].Replicates)))
}

// aloneFinding says how much of the variance inputs that are not correlated account for one by one.
func aloneFinding(rows []result.SobolRow) string {
	alone := result.Number(0)
	for _, r := range rows {
		alone += r.First
	}
	rest := "the rest is what they do together"
	switch {
	case math.Round(100*float64(alone)) == 100:
		rest = "next to nothing is left for what they do together"
	case alone > 1:
		rest = "that is more than all there is, by the error of the estimate"
	}
	return fmt.Sprintf("Taken one by one the inputs account for %s %% of the variance; %s.", report.Decimal(100*float64(alone), 0), rest)
}

// intervalsOf says what intervals come from.
func intervalsOf(replicates int) string {
	if replicates > 1 {
		return fmt.Sprintf("they are from %d scrambles of the design", replicates)
	}
	return "they take points for random, and so are too wide for Sobol' points; --replicates gives tighter ones"
}

// interactionFinding names the pair that does most together, if that can be told from nothing; nothing where pairs were
// not asked for. So many correlated inputs have no part in pairs.
func (a Analysis) interactionFinding(q result.Question, correlated int) string {
	pairs := about(a.Interactions, func(r result.InteractionRow) result.Question { return r.Question }, q)
	if len(pairs) == 0 {
		return ""
	}
	finding := a.greatestPair(pairs)
	if correlated > 0 {
		finding += fmt.Sprintf(" Left out of pairs, because they are correlated with others: %s. --group-by takes such inputs together, --independent leaves correlations out.",
			report.Count(correlated, "input", "inputs"))
	}
	return finding
}

// greatestPair says which pair has the greatest index, if its interval lies above 0.
func (a Analysis) greatestPair(pairs []result.InteractionRow) string {
	count := report.Count(len(pairs), "pair", "pairs")
	top := slices.MaxFunc(pairs, func(a, b result.InteractionRow) int { return cmp.Compare(a.Index, b.Index) })
	above := 0
	for _, r := range pairs {
		if r.Low > 0 {
			above++
		}
	}
	if above == 0 {
		return fmt.Sprintf("Of %s of inputs none does anything together that can be told from nothing.", count)
	}
	greatest := fmt.Sprintf("What the greatest of %s of inputs do together cannot be told from nothing", count)
	if top.Low > 0 {
		greatest = fmt.Sprintf("Of %s of inputs, %s and %s do most together beyond what each does alone", count, a.called(top.First), a.called(top.Second))
	}
	return fmt.Sprintf("%s: %s %% of the variance (%s to %s). Intervals above 0 in interactions.csv: %s, where chance alone gives about %s.",
		greatest, hundredth(top.Index), hundredth(top.Low), hundredth(top.High), report.Decimal(float64(above), 0), chart.Unit{}.Short(byChance(len(pairs))))
}

// byChance is how many 95 % intervals of nothing lie above 0.
func byChance(intervals int) float64 { return float64(intervals) / 40 }
