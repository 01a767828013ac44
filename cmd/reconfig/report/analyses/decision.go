package analyses

import (
	"fmt"
	"io"

	"reconfig/cmd/reconfig/report"
)

// WriteDecision writes which structure to choose, how wrong that could be, and what it would be worth to know more.
func (a Analysis) WriteDecision(w io.Writer, s report.Style) {
	outcome := a.Robustness[0].Outcome
	a.heading(w, fmt.Sprintf("Which structure to choose on %s, %s draws", inWords(outcome), report.Decimal(float64(a.Draws), 0)))
	a.writeRobustness(w, s)
	a.writeRequirements(w, s)
	a.writeAcceptability(w, s)
	a.writeInformation(w, s)
	a.writeSwitching(w, s)
	a.writeStages(w, s)
	fmt.Fprintln(w)
	report.WriteParagraphs(w, []string{a.regretFinding(), a.tradeOffFinding(), a.informationFinding(), a.switchingFinding()})
}

// section heads a part of a report.
func section(w io.Writer, title string) {
	fmt.Fprintf(w, "\n%s\n\n", report.Wrap(title, report.LineWidth))
}
