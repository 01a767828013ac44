package report_test

import (
	"math"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// Lines of summary.csv have every column of the rows, names beside codes, money in millions and shares in per cent.
func TestLinesAreInTheUnitsOfReports(t *testing.T) {
	naming := report.Naming{Words: result.Wording{Currency: "€"}, Structures: map[string]string{"merger": "Full merger"}, Labels: map[string]string{"a.b": "A label"}}
	money := result.RobustnessRow{Outcome: "net_benefit_k", Unit: "£k", Structure: "merger", Mean: -1234.5, P05: 0.1, P95: 3, ProbabilityBest: 0.07, MeetsAll: result.Unknown()}
	share := result.SobolRow{Question: result.Question{Structure: "hub", Outcome: "capacity_lowest", Unit: "share of start"}, Input: "a.b", Strength: "D", Correlated: "no", First: 0.5}
	years := result.TornadoRow{Question: result.Question{Outcome: "structure_payback_years", Unit: "years"}, Assumption: "c", AtLow: 2.5, AtHigh: result.Number(math.Inf(1))}
	for _, test := range []struct {
		lines []result.PrintedRow
		want  map[string]string
	}{
		{report.LinesOf(naming, []result.RobustnessRow{money}), map[string]string{"outcome": "net_benefit_k", "outcome_label": "net benefit", "unit": "€m", "structure": "merger", "structure_name": "Full merger", "mean": "-1.2345", "p05": "0.0001", "p95": "0.003", "probability_best_pct": "7", "meets_all_pct": ""}},
		{report.LinesOf(naming, []result.SobolRow{share}), map[string]string{"structure": "hub", "structure_name": "hub", "against": "", "against_name": "", "unit": "% of start", "input": "a.b", "input_label": "A label", "strength": "D", "first_pct": "50"}},
		{report.LinesOf(naming, []result.TornadoRow{years}), map[string]string{"outcome_label": "time to payback", "unit": "years", "assumption_label": "c", "at_low": "2.5", "at_high": "INF"}},
	} {
		cells := map[string]string{}
		for i, c := range test.lines[0].Columns {
			cells[c.Name] = test.lines[0].Cells[i]
		}
		for name, want := range test.want {
			if got, there := cells[name]; !there || got != want {
				t.Errorf("%s is %q (%v), want %q", name, got, there, want)
			}
		}
	}
}
