package runs

import (
	"fmt"
	"io"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// writeChances writes in what share of draws each structure is best, meets the target and pays for itself.
func (r Run) writeChances(w io.Writer, s report.Style) {
	fmt.Fprintf(w, "\nIn how many %s is it the best of these structures, or does it meet a mark?\n\n", r.draws().Of())
	s.Render(w, []report.Column{
		report.Text("Structure").Within(report.NameWidth), report.Number("Best: net\nbenefit"), report.Number("Best: net\npresent value"), report.Number("Best: lasting\nsaving"),
		report.Number("Best: capacity\nat target"), report.Number("Paid back by\nhandover"), report.Number("All " + r.Properties.BodyPlural + "\non target"), report.Number("At least 90 %\non target"),
	}, r.rows(func(row *result.OutcomeRow) []string {
		var cells []string
		for _, o := range []result.Outcome{result.NetBenefit, result.StructureNPV, result.SteadySaving, result.CapacityAtTarget} {
			cells = append(cells, r.draws().Chance(r.probability(row.Structure, result.Best, o)))
		}
		for _, event := range []string{result.PaysBackByHandover, result.AllOnTarget, result.NineInTenOnTarget} {
			cells = append(cells, r.draws().Chance(r.probability(row.Structure, event, 0)))
		}
		return cells
	}))
}
