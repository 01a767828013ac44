package runs

import (
	"fmt"
	"io"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/sim/debt"
)

// WriteDebtPlan writes what the debt plan comes to; nothing if there is none.
func WriteDebtPlan(w io.Writer, s model.Properties, p *debt.Plan) {
	if p == nil {
		return
	}
	money := func(k float64) string { return report.Money(s.Currency, k) }
	text := fmt.Sprintf("Debt plan: %d %s pay a levy of %s", p.PayingBodies, s.BodyPlural, money(p.LevyK))
	if p.PublishedLevyK > 0 {
		text += fmt.Sprintf(" (published: %s)", money(p.PublishedLevyK))
	}
	text += fmt.Sprintf(". With the topslice the fund raises %s against %s owed and pays %s", money(p.RaisedK), money(p.OwedK), money(p.PaidK))
	for i := len(p.Fund) - 1; i >= 0; i-- {
		if p.Fund[i].PaidK > 0 {
			text += fmt.Sprintf(", the last of it in quarter %d", p.Fund[i].Quarter)
			break
		}
	}
	report.WriteParagraphs(w, []string{text + "."})
}
