package report_test

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

func TestComparisonFindings(t *testing.T) {
	a := row("Apart", map[result.Outcome]float64{result.SteadySaving: 1000, result.StructureOneOffCost: 500, result.CapacityAtTarget: 0.6})
	b := row("Union", map[result.Outcome]float64{result.SteadySaving: 3500, result.StructureOneOffCost: 200, result.StructureNPV: 20, result.CapacityAtTarget: 0.7, result.StructureCapacityLowest: 0.9})
	c := report.Comparison{
		Run: report.Run{Setting: model.Setting{Currency: "£"}, HorizonYears: 10, HandoverYear: 3, Outcomes: []result.OutcomeRow{a, b}}, Case: &model.Case{Setting: model.Setting{Currency: "£"}},
		A: model.Structure{Code: "Apart", Name: "Apart"}, B: model.Structure{Code: "Union", Name: "Union"},
	}
	want := []string{
		"In the end B, “Union”, saves £2.5m more a year than A, “Apart”; by itself it costs £0.3m less to get to. Taken by itself it is worth no more or less by the handover in year 3, and no more or less over 10 years.",
		"In per cent of the start, capacity at the target is 70.0 under B and 60.0 under A; reorganising alone takes it down to 90.0 under B and 100.0 under A; local knowledge at the handover is 100.0 under B and 100.0 under A.",
	}
	for i, got := range c.Findings() {
		if got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
	var out strings.Builder
	c.Write(&out, report.Style{})
	for _, line := range []string{"steady_saving_k", "1,000", "3,500", "2,500", "The same under both: baseline_cost_k"} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("no %q in\n%s", line, out.String())
		}
	}
}
