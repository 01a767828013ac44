package runs

import (
	"fmt"
	"io"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// writeSavings writes what each structure saves and costs, and what its cuts are.
func (r Run) writeSavings(w io.Writer, s report.Style) {
	unit := r.money().unit()
	fmt.Fprintf(w, "\nWhat each structure saves and costs (NPV and payback are of the structure by itself, without cuts)\n\n")
	s.Render(w, []report.Column{
		report.Text("Structure").Within(report.NameWidth), report.Number("Lasting\nsaving\n" + unit + "/year"), report.Number("\n\n%"), report.Number("One-off\ncost\n" + unit),
		report.Number("NPV to\nhandover\n" + unit), report.Number(r.paybackHeading()), report.Number("before\novertaken\nchance, %"), report.Number("Cost down\nat target\n%"), report.Number("of which\ncuts\n% points"),
	}, r.rows(func(row *result.OutcomeRow) []string {
		return []string{
			r.amount(row, result.SteadySaving), r.centre(report.Decimal(row.Values[result.SteadySavingPct], 1)), r.amount(row, result.OneOffCost),
			r.amount(row, result.StructureNPVToHandover), r.payback(row), r.paidBack(row), r.cell(row, result.Reduction, as), r.cell(row, result.ReductionFromCuts, as),
		}
	}))
	if late := r.late(); len(late) > 0 {
		fmt.Fprintf(w, "\n%s\n", report.Wrap(fmt.Sprintf("Not complete when the horizon ends, so that cost and saving are only those of %s: %s.", report.Years(r.HorizonYears), strings.Join(late, ", ")), report.LineWidth))
	}
}

// paidBack is the chance that a structure pays back before it is overtaken; nothing where none may be.
func (r Run) paidBack(row *result.OutcomeRow) string {
	if !r.atRisk() {
		return ""
	}
	return r.cellTo(0, row, result.ChancePaidBack, percent)
}

// late lists the structures that the horizon cuts short.
func (r Run) late() []string { return r.lateOf(r.Outcomes) }

// lateOf lists those of some structures that the horizon cuts short, each with the year in which it is complete.
func (r Run) lateOf(rows []result.OutcomeRow) (names []string) {
	for _, row := range rows {
		if r.Complete[row.Structure] > r.HorizonYears {
			names = append(names, fmt.Sprintf("%s (year %s)", report.Quote(row.Name), report.Decimal(r.Complete[row.Structure], 2)))
		}
	}
	return names
}

func (r Run) paybackHeading() string {
	if r.Draws > 0 {
		return "Payback\n(median)\nyears"
	}
	return "Payback\n\nyears"
}

// payback is when a structure pays back; "never" where it has a cost or a loss that it does not recover within the
// horizon, and a dash where it has neither.
func (r Run) payback(row *result.OutcomeRow) string {
	const o = result.StructurePayback
	value := comes(&row.Values, o)
	if r.Draws == 0 || nothingToWaitFor(&row.Values, o) {
		return r.centre(value)
	}
	low, high := r.statisticComes(row.Structure, result.P05, o), r.statisticComes(row.Structure, result.P95, o)
	if low == high && low == value {
		return r.centre(value) + "\n"
	}
	return r.centre(value) + "\n" + low + " to " + high + r.mark(row.Structure, o)
}
