package report

import (
	"fmt"
	"io"
	"math"
	"strings"

	"reconfig/model/result"
)

// WriteTornado writes what each assumption does to the answers when it alone goes from its low to its high value.
func (a Analysis) WriteTornado(w io.Writer, s Style) {
	of := func(r result.TornadoRow) result.Question { return r.Question }
	for _, q := range questions(a.Tornado, of) {
		rows := about(a.Tornado, of, q)
		var values []result.Number
		for _, r := range firstOf(rows) {
			values = append(values, r.AtLow, r.AtBase, r.AtHigh)
		}
		m := a.amount(q.Unit, values...)
		a.heading(w, "One assumption at a time: "+a.subject(q))
		fmt.Fprintf(w, "With every assumption at its base: %s.\n\n", m.words(rows[0].AtBase, a.Setting.Currency))
		var cells [][]string
		for _, r := range firstOf(rows) {
			cells = append(cells, []string{
				r.Assumption, r.Kind, evidence(r.Strength), Full(float64(r.Low)) + " … " + Full(float64(r.High)), r.AssumptionUnit,
				m.write(r.AtLow), m.write(r.AtHigh), m.write(r.Swing), mark(r.SignChanges == "yes", "changes sign"),
			})
		}
		s.render(w, []column{
			{"Assumption", true, 0}, {"Kind", true, 0}, {evidenceHeading, true, 0}, {"Low … high", true, 0}, {"", true, 0},
			{"At low\n" + m.heading, false, 0}, {"At high\n" + m.heading, false, 0}, {"Swing\n" + m.heading, false, 0}, {"", true, 0},
		}, cells)
		a.leftOut(w, len(rows), "tornado.csv")
		fmt.Fprintf(w, "\n%s\n", evidenceNote)
		WriteParagraphs(w, tornadoFindings(rows, m, a.Setting.Currency))
	}
}

func mark(is bool, words string) string {
	if is {
		return words
	}
	return ""
}

func tornadoFindings(rows []result.TornadoRow, m amount, currency string) []string {
	top, flips := rows[0], 0
	for _, r := range rows {
		if r.SignChanges == "yes" {
			flips++
		}
	}
	if !(top.Swing > 0) {
		return []string{"No assumption moves it by itself."}
	}
	findings := []string{fmt.Sprintf("%s moves it most: from %s at %s to %s at %s.", top.Assumption,
		m.words(top.AtLow, currency), Full(float64(top.Low)), m.words(top.AtHigh, currency), Full(float64(top.High)))}
	if top.Against != "" {
		findings = append(findings, fmt.Sprintf("By itself, %s of %d can turn the sign of the difference within its plausible range.", Count(flips, "assumption", "assumptions"), len(rows)))
	}
	return append(findings, "One at a time leaves out what assumptions do together, and how likely their ends are; “sensitivity sobol” has both.")
}

// WriteMorris writes what elementary effects say.
func (a Analysis) WriteMorris(w io.Writer, s Style) {
	of := func(r result.MorrisRow) result.Question { return r.Question }
	for _, q := range questions(a.Morris, of) {
		rows := about(a.Morris, of, q)
		var values []result.Number
		for _, r := range firstOf(rows) {
			values = append(values, r.MuStar, r.Sigma)
		}
		m := a.amount(q.Unit, values...)
		a.heading(w, fmt.Sprintf("Elementary effects, %d trajectories: %s", rows[0].Trajectories, a.subject(q)))
		var cells [][]string
		for _, r := range firstOf(rows) {
			cells = append(cells, []string{r.Assumption, evidence(r.Strength), m.write(r.MuStar), m.write(r.MuStarLow) + " to " + m.write(r.MuStarHigh), m.write(r.Mu), m.write(r.Sigma)})
		}
		s.render(w, []column{
			{"Assumption", true, 0}, {evidenceHeading, true, 0}, {"μ*\n" + m.heading, false, 0}, {"95 % interval", false, 0}, {"μ\n" + m.heading, false, 0}, {"σ\n" + m.heading, false, 0},
		}, cells)
		a.leftOut(w, len(rows), "morris.csv")
		fmt.Fprintf(w, "\n%s\n", evidenceNote)
		WriteParagraphs(w, []string{
			"μ* is by how much the answer moves, on average, when an assumption goes through its whole plausible range, wherever the others are; σ how much that depends on where they are.",
			"Every value of the range counts alike, and correlations have no part in it: this screens what can matter, it does not say how likely that is.",
		})
	}
}

// WriteSobol writes indices, the greatest interactions, and whether there were enough points.
func (a Analysis) WriteSobol(w io.Writer, s Style) {
	of := func(r result.SobolRow) result.Question { return r.Question }
	for _, q := range questions(a.Sobol, of) {
		rows := about(a.Sobol, of, q)
		a.heading(w, "Sobol' indices: "+a.subject(q))
		var cells [][]string
		for _, r := range firstOf(rows) {
			cells = append(cells, []string{r.Input + mark(r.Correlated == "yes", " †"), evidence(r.Strength), share(r.First, r.FirstLow, r.FirstHigh), share(r.Total, r.TotalLow, r.TotalHigh)})
		}
		s.render(w, []column{
			{"Input", true, 0}, {evidenceHeading, true, 0}, {"First order\n% of variance (95 % interval)", false, 0}, {"Total\n% of variance (95 % interval)", false, 0},
		}, cells)
		a.leftOut(w, len(rows), "sobol.csv")
		fmt.Fprintf(w, "\n%s", evidenceNote)
		if anyCorrelated(rows) {
			fmt.Fprintln(w, "† Correlated with other inputs: first order includes what it tells of them, total leaves out what they tell\n  of it, so that total may be below first order. “sensitivity shapley” divides such shares fairly.")
		}
		fmt.Fprintln(w)
		WriteParagraphs(w, append(sobolFindings(rows), a.interactionFinding(q), a.settled(q)))
	}
}

func anyCorrelated(rows []result.SobolRow) bool {
	for _, r := range rows {
		if r.Correlated == "yes" {
			return true
		}
	}
	return false
}

func sobolFindings(rows []result.SobolRow) []string {
	top := rows[0]
	findings := []string{fmt.Sprintf("Knowing %s would take away %s %% of the variance on average; if everything else were known, %s %% would be left.", top.Input, hundredth(top.First), hundredth(top.Total))}
	alone, independent, beyond := 0.0, true, 0.0
	for _, r := range rows {
		independent = independent && r.Correlated == "no"
		alone += float64(r.First)
		beyond = max(beyond, float64(r.Total-r.First))
	}
	if independent {
		findings = append(findings, fmt.Sprintf("Taken one by one the inputs account for %s %% of the variance, the rest is what they do together.", Decimal(100*min(alone, 1), 0)))
	}
	return append(findings, fmt.Sprintf("Intervals are of the estimate, from %s; %s.", Count(rows[0].Points, "base point", "base points"), intervalsOf(rows[0].Replicates)))
}

// intervalsOf says what intervals come from.
func intervalsOf(replicates int) string {
	if replicates > 1 {
		return fmt.Sprintf("they are from %d scrambles of the design", replicates)
	}
	return "they are bootstrapped, as if points were random, and so too wide for Sobol' points; --replicates gives tighter ones"
}

// interactionFinding names the pair that does most together; nothing where pairs were not asked for.
func (a Analysis) interactionFinding(q result.Question) string {
	for _, r := range a.Interactions {
		if r.Question == q {
			return fmt.Sprintf("Of all pairs, %s and %s do most together beyond what each does alone: %s %% of the variance (%s to %s).", r.First, r.Second, hundredth(r.Index), hundredth(r.Low), hundredth(r.High))
		}
	}
	return ""
}

// settled says whether there were enough points.
func (a Analysis) settled(q result.Question) string {
	var last result.SettlingRow
	for _, r := range a.Settling {
		if r.Question == q {
			last = r
		}
	}
	widest := math.Max(float64(last.WidestTotal), float64(last.WidestFirst))
	if math.IsNaN(widest) {
		widest = float64(last.WidestTotal)
	}
	if last.Settled == "yes" {
		return fmt.Sprintf("Settled: the widest interval is %s points of per cent, and the five greatest are those of half as many points.", Decimal(100*widest, 1))
	}
	return fmt.Sprintf("Not settled yet: the widest interval is %s points of per cent (5 would do), or the five greatest (%s) changed with the last doubling of points. Take more with --points.",
		Decimal(100*widest, 1), strings.ReplaceAll(last.Greatest, ";", ", "))
}

// WriteShapley writes every input's fair share of the variance.
func (a Analysis) WriteShapley(w io.Writer, s Style) {
	of := func(r result.ShapleyRow) result.Question { return r.Question }
	for _, q := range questions(a.Shapley, of) {
		rows := about(a.Shapley, of, q)
		a.heading(w, "Shapley effects: "+a.subject(q))
		var cells [][]string
		for _, r := range firstOf(rows) {
			cells = append(cells, []string{r.Input + mark(r.Correlated == "yes", " †"), evidence(r.Strength), share(r.Effect, r.Low, r.High)})
		}
		s.render(w, []column{{"Input", true, 0}, {evidenceHeading, true, 0}, {"Share of variance\n% (95 % interval)", false, 0}}, cells)
		a.leftOut(w, len(rows), "shapley.csv")
		fmt.Fprintf(w, "\n%s† Correlated with other inputs.\n\n", evidenceNote)
		judgement := result.Number(0)
		for _, r := range rows {
			if r.Strength == "D" {
				judgement += r.Effect
			}
		}
		WriteParagraphs(w, []string{
			fmt.Sprintf("The shares of all %d inputs add up to 100 %%. Assumptions that rest on judgement alone have %s %%.", len(rows), hundredth(judgement)),
			a.settled(q),
		})
	}
}

// WritePawn writes how far knowing an assumption would move the whole distribution.
func (a Analysis) WritePawn(w io.Writer, s Style) {
	of := func(r result.PawnRow) result.Question { return r.Question }
	for _, q := range questions(a.Pawn, of) {
		rows := about(a.Pawn, of, q)
		a.heading(w, fmt.Sprintf("PAWN, %s draws in %d slices: %s", Decimal(float64(rows[0].Draws), 0), rows[0].Slices, a.subject(q)))
		matter := 0
		var cells [][]string
		for _, r := range rows {
			if r.Matters == "yes" {
				matter++
			}
		}
		for _, r := range firstOf(rows) {
			cells = append(cells, []string{r.Assumption, evidence(r.Strength), Decimal(float64(r.Median), 3), Decimal(float64(r.MedianLow), 3) + " to " + Decimal(float64(r.MedianHigh), 3), Decimal(float64(r.Greatest), 3), mark(r.Matters == "no", "within noise")})
		}
		s.render(w, []column{
			{"Assumption", true, 0}, {evidenceHeading, true, 0}, {"Median\ndistance", false, 0}, {"95 % interval", false, 0}, {"Greatest\ndistance", false, 0}, {"", true, 0},
		}, cells)
		a.leftOut(w, len(rows), "pawn.csv")
		fmt.Fprintf(w, "\n%s\n", evidenceNote)
		WriteParagraphs(w, []string{
			"The distance is that of Kolmogorov and Smirnov between the answer's distribution in a slice of the assumption's values and in all draws: 0 where knowing it tells nothing, 1 at most. It needs no variance, and counts what correlated assumptions tell of one another.",
			fmt.Sprintf("%d of %d assumptions are above the noise of %s, which a number that has nothing to do with the answer stays below in 95 of 100 cases.", matter, len(rows), Decimal(float64(rows[0].Noise), 3)),
		})
	}
}
