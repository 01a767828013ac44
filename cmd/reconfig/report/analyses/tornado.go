package analyses

import (
	"fmt"
	"io"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WriteTornado writes what each assumption does to the answers when it alone goes from its low to its high value.
func (a Analysis) WriteTornado(w io.Writer, s report.Style) {
	of := func(r result.TornadoRow) result.Question { return r.Question }
	for _, q := range questions(a.Tornado, of) {
		rows := about(a.Tornado, of, q)
		printed := firstOf(rows)
		var values []result.Number
		for _, r := range printed {
			values = append(values, r.AtLow, r.AtBase, r.AtHigh)
		}
		m := report.AmountOf(a.Properties, q.Unit, values...)
		a.heading(w, "One assumption at a time: "+a.subject(q))
		fmt.Fprintf(w, "With every assumption at its %s value: %s.\n\n", a.central(), m.Words(rows[0].AtBase))
		var cells [][]string
		for _, r := range printed {
			cells = append(cells, []string{
				a.both(r.Assumption, ""), r.Kind, evidence(r.Strength), report.Full(float64(r.Low)) + " … " + report.Full(float64(r.High)), r.AssumptionUnit,
				m.Write(r.AtLow), m.Write(r.AtHigh), m.Size(r.Swing), mark(r.SignChanges == "yes", "yes"),
			})
		}
		s.Render(w, []report.Column{
			report.Text("Assumption").Within(labelWidth), report.Text("Kind"), report.Text(evidenceHeading), report.Text("Low … high"), report.Text(""),
			report.Number("At low\n" + m.Heading), report.Number("At high\n" + m.Heading), report.Number("Swing\n" + m.Heading), report.Text("Sign\nchanges"),
		}, cells)
		leftOut(w, len(rows), len(printed), "tornado.csv")
		notes(w, evidenceNote(printed, func(r result.TornadoRow) string { return r.Strength }))
		fmt.Fprintln(w)
		report.WriteParagraphs(w, a.tornadoFindings(rows, m))
	}
}

// mark is words where something is so, else nothing.
func mark(is bool, words string) string {
	if is {
		return words
	}
	return ""
}

func (a Analysis) tornadoFindings(rows []result.TornadoRow, m report.Amount) []string {
	top, flips := rows[0], 0
	for _, r := range rows {
		if r.SignChanges == "yes" {
			flips++
		}
	}
	if !(top.Swing > 0) {
		return []string{"No assumption moves it by itself."}
	}
	findings := []string{fmt.Sprintf("%s moves it most: from %s at %s to %s at %s.", a.called(top.Assumption),
		m.Words(top.AtLow), report.Full(float64(top.Low)), m.Words(top.AtHigh), report.Full(float64(top.High)))}
	if top.Against != "" {
		findings = append(findings, fmt.Sprintf("%s can turn the sign of the difference alone, within what is plausible.", outOf(flips, len(rows))))
	}
	return append(findings, "One at a time leaves out what assumptions do together, and how likely their ends are; “sensitivity sobol” has both.")
}
