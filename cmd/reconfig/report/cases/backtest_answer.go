package cases

import (
	"io"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// BacktestAnswer says how many observations the simulator agrees with, and what that is worth. settings are what the user set.
func BacktestAnswer(rows []result.BacktestRow, words result.Wording, settings []string, full func(io.Writer, report.Style)) report.Answer {
	t := report.Summary{
		Title:   "Observed against simulated, all other assumptions at their " + report.Central(len(settings) > 0) + " values",
		Records: report.RecordsOf(result.BacktestRow{}.Table(), words, rows),
		Columns: []report.Column{report.Text(""), report.Text("What was observed [unit]").Within(27), report.Number("Observed"), report.Number("Simulated"), report.Text("Used for"), report.Text("Kind"), report.Text("Code"), report.Text("Case")},
	}
	for _, r := range rows {
		verdict := "pass"
		if missed(r) {
			verdict = "MISS"
		}
		t.Rows = append(t.Rows, []string{verdict, withUnit(r.Description, r.Metric, words), report.Significant(r.Low) + " to " + report.Significant(r.High), report.Significant(float64(r.Simulated)), r.UsedFor, r.Kind, r.ID, r.Case})
	}
	return report.Answer{Conclusions: append([]string{passed(rows), heldOut(rows), calibrated(rows)}, plainWorth(rows)...), Table: &t, Full: full}
}
