package analyses

import (
	"fmt"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// TornadoAnswer says which assumption alone moves the answer most.
func (a Analysis) TornadoAnswer() report.Answer {
	of := func(r result.TornadoRow) result.Question { return r.Question }
	all := questions(a.Tornado, of)
	q, rows := all[0], about(a.Tornado, of, all[0])
	printed := topOf(rows)
	var values []result.Number
	for _, r := range printed {
		values = append(values, r.AtLow, r.AtBase, r.AtHigh)
	}
	m := report.AmountOf(a.Properties, q.Unit, values...)
	t := report.Summary{
		Title:   a.captionOf(q, "Each assumption alone, from its low to its high value"),
		Records: a.records(result.TornadoRow{}.Table(), a.Tornado), Lines: report.LinesOf(a.naming(), printed),
		Notes: []string{moreThan(len(rows), "tornado.csv"), evidenceNote(printed, func(r result.TornadoRow) string { return r.Strength })},
		Columns: []report.Column{
			report.Text("Assumption").Within(labelWidth), report.Number("At low " + m.Heading), report.Number("At high " + m.Heading), report.Number("Swing " + m.Heading), report.Text(evidenceHeading), report.Text("Code"), report.Text("Low … high"), report.Text("Kind"),
		},
	}
	for _, r := range printed {
		t.Rows = append(t.Rows, []string{a.label(r.Assumption), m.Write(r.AtLow), m.Write(r.AtHigh), m.Size(r.Swing), evidence(r.Strength), a.code(r.Assumption), report.Full(float64(r.Low)) + " … " + report.Full(float64(r.High)), r.Kind})
	}
	return a.answer(a.WriteTornado, t, append(a.tornadoConclusions(q, rows, m), onlyFirst(len(all)))...)
}

func (a Analysis) tornadoConclusions(q result.Question, rows []result.TornadoRow, m report.Amount) []string {
	said := []string{fmt.Sprintf("With every assumption at its %s value, %s is %s.", a.central(), a.asked(q), m.Words(rows[0].AtBase))}
	said[0] = report.Sentence(said[0])
	top, flips := rows[0], 0
	for _, r := range rows {
		if r.SignChanges == "yes" {
			flips++
		}
	}
	if !(top.Swing > 0) {
		return append(said, "No assumption moves it by itself.", aloneCaution)
	}
	said = append(said, fmt.Sprintf("%s moves it most: from %s at %s to %s at %s.", a.called(top.Assumption),
		m.Words(top.AtLow), report.Full(float64(top.Low)), m.Words(top.AtHigh), report.Full(float64(top.High))))
	if top.Against != "" {
		said = append(said, fmt.Sprintf("%s can turn the sign of the difference alone, within what is plausible.", outOf(flips, len(rows))))
	}
	return append(said, aloneCaution)
}

const aloneCaution = "One at a time leaves out what assumptions do together, and how likely their ends are; “sensitivity sobol” has both."

// MorrisAnswer says which assumption moves the answer most, wherever the others are.
func (a Analysis) MorrisAnswer() report.Answer {
	of := func(r result.MorrisRow) result.Question { return r.Question }
	all := questions(a.Morris, of)
	q, rows := all[0], about(a.Morris, of, all[0])
	printed := topOf(rows)
	var values []result.Number
	for _, r := range printed {
		values = append(values, r.MuStar, r.Sigma)
	}
	m := report.AmountOf(a.Properties, q.Unit, values...)
	t := report.Summary{
		Title: a.captionOf(q, "Elementary effects"), Records: a.records(result.MorrisRow{}.Table(), a.Morris), Lines: report.LinesOf(a.naming(), printed),
		Notes: []string{"μ* is how far the answer moves, on average, when an assumption goes through its plausible range; σ says how much that depends on the others.",
			moreThan(len(rows), "morris.csv"), evidenceNote(printed, func(r result.MorrisRow) string { return r.Strength })},
		Columns: []report.Column{
			report.Text("Assumption").Within(labelWidth), report.Number("μ* " + m.Heading), report.Number("95 % interval"), report.Number("σ " + m.Heading), report.Text(evidenceHeading), report.Text("Code"), report.Number("μ " + m.Heading),
		},
	}
	for _, r := range printed {
		t.Rows = append(t.Rows, []string{a.label(r.Assumption), m.Size(r.MuStar), m.Size(r.MuStarLow) + " to " + m.Size(r.MuStarHigh), m.Size(r.Sigma), evidence(r.Strength), a.code(r.Assumption), m.Write(r.Mu)})
	}
	top := rows[0]
	return a.answer(a.WriteMorris, t, a.isAsked(q),
		fmt.Sprintf("%s moves it most: on average by %s over its plausible range.", a.called(top.Assumption), m.Words(top.MuStar)),
		fmt.Sprintf("The 95 %% interval of that is %s to %s, from %s.", m.Words(top.MuStarLow), m.Words(top.MuStarHigh), report.Count(top.Trajectories, "trajectory", "trajectories")),
		"Every value of a range counts alike: this says what can matter, and not how likely that is.", onlyFirst(len(all)))
}

// isAsked says what varies.
func (a Analysis) isAsked(q result.Question) string {
	return fmt.Sprintf("What varies here is the %s.", a.asked(q))
}

// SobolAnswer says which input has most of the variance.
func (a Analysis) SobolAnswer() report.Answer {
	of := func(r result.SobolRow) result.Question { return r.Question }
	all := questions(a.Sobol, of)
	q, rows := all[0], about(a.Sobol, of, all[0])
	printed := topOf(rows)
	t := report.Summary{
		Title: a.captionOf(q, "Sobol' indices, % of the variance with 95 % intervals"), Records: a.records(result.SobolRow{}.Table(), a.Sobol), Lines: report.LinesOf(a.naming(), printed),
		Notes: []string{moreThan(len(rows), "sobol.csv"), evidenceNote(printed, func(r result.SobolRow) string { return r.Strength }),
			mark(correlated(printed) > 0, "† Correlated with other inputs: first order includes what it tells of them, total leaves out what they tell of it.")},
		Columns: []report.Column{report.Text("Input").Within(labelWidth), report.Number("First order"), report.Number("Total"), report.Text(evidenceHeading), report.Text("Code")},
	}
	for _, r := range printed {
		t.Rows = append(t.Rows, []string{a.label(r.Input) + mark(r.Correlated == "yes", " †"), share(r.First, r.FirstLow, r.FirstHigh), share(r.Total, r.TotalLow, r.TotalHigh), evidence(r.Strength), a.code(r.Input)})
	}
	top, alone := rows[0], ""
	if correlated(rows) == 0 {
		alone = aloneFinding(rows)
	}
	return a.answer(a.WriteSobol, t, a.isAsked(q),
		fmt.Sprintf("Knowing %s would take away %s %% of the variance on average.", a.called(top.Input), hundredth(top.First)),
		fmt.Sprintf("If everything else were known, %s %% would be left.", hundredth(top.Total)), alone, a.settledInShort(q), onlyFirst(len(all)))
}

// ShapleyAnswer says which input has the greatest fair share of the variance.
func (a Analysis) ShapleyAnswer() report.Answer {
	of := func(r result.ShapleyRow) result.Question { return r.Question }
	all := questions(a.Shapley, of)
	q, rows := all[0], about(a.Shapley, of, all[0])
	printed := topOf(rows)
	t := report.Summary{
		Title: a.captionOf(q, "Shapley effects"), Records: a.records(result.ShapleyRow{}.Table(), a.Shapley), Lines: report.LinesOf(a.naming(), printed),
		Notes:   []string{moreThan(len(rows), "shapley.csv"), evidenceNote(printed, func(r result.ShapleyRow) string { return r.Strength })},
		Columns: []report.Column{report.Text("Input").Within(labelWidth), report.Number("Share of variance % (95 % interval)"), report.Text(evidenceHeading), report.Text("Code")},
	}
	for _, r := range printed {
		t.Rows = append(t.Rows, []string{a.label(r.Input) + mark(r.Correlated == "yes", " †"), share(r.Effect, r.Low, r.High), evidence(r.Strength), a.code(r.Input)})
		if r.Correlated == "yes" {
			t.Notes = append(t.Notes[:2], "† Correlated with other inputs.")
		}
	}
	top := rows[0]
	return a.answer(a.WriteShapley, t, a.isAsked(q),
		fmt.Sprintf("%s has the greatest share of the variance: %s %%.", a.called(top.Input), share(top.Effect, top.Low, top.High)),
		judgementFinding(rows), a.settledInShort(q), onlyFirst(len(all)))
}

// PawnAnswer says which assumption moves the whole distribution most.
func (a Analysis) PawnAnswer() report.Answer {
	of := func(r result.PawnRow) result.Question { return r.Question }
	all := questions(a.Pawn, of)
	q, rows := all[0], about(a.Pawn, of, all[0])
	printed := topOf(rows)
	distance := func(v result.Number) string { return report.Decimal(float64(v), 3) }
	t := report.Summary{
		Title: a.captionOf(q, "PAWN: how far knowing an assumption moves the distribution, from 0 to 1"), Records: a.records(result.PawnRow{}.Table(), a.Pawn), Lines: report.LinesOf(a.naming(), printed),
		Notes: []string{moreThan(len(rows), "pawn.csv"), evidenceNote(printed, func(r result.PawnRow) string { return r.Strength }),
			mark(anyCorrelated(printed), "† Correlated with others: the index holds what it tells of those too."),
			mark(anyUnsure(printed), "‡ Not surely above noise.")},
		Columns: []report.Column{report.Text("Assumption").Within(labelWidth), report.Number("Median distance"), report.Number("95 % interval"), report.Number("Greatest distance"), report.Text(evidenceHeading), report.Text("Code")},
	}
	matter := 0
	for _, r := range rows {
		if r.Matters == "yes" {
			matter++
		}
	}
	for _, r := range printed {
		t.Rows = append(t.Rows, []string{a.label(r.Assumption) + mark(r.Correlated == "yes", " †") + mark(r.Matters == "no", " ‡"), distance(r.Median), distance(r.MedianLow) + " to " + distance(r.MedianHigh), distance(r.Greatest), evidence(r.Strength), a.code(r.Assumption)})
	}
	top := rows[0]
	return a.answer(a.WritePawn, t, a.isAsked(q),
		fmt.Sprintf("Knowing %s moves its distribution most: by a median distance of %s (%s to %s).", a.called(top.Assumption), distance(top.Median), distance(top.MedianLow), distance(top.MedianHigh)),
		fmt.Sprintf("%s %s it by surely more than noise.", outOf(matter, len(rows)), report.Plural(matter, "moves", "move")), onlyFirst(len(all)))
}

func anyUnsure(rows []result.PawnRow) bool {
	for _, r := range rows {
		if r.Matters == "no" {
			return true
		}
	}
	return false
}
