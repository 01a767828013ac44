package report_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// aRun is a run of three PCTs under the structures given.
func aRun(rows ...result.OutcomeRow) report.Run {
	return report.Run{
		Setting: model.Setting{StartDate: time.Date(2010, 4, 1, 0, 0, 0, 0, time.UTC), Currency: "£", BodySingular: "PCT", BodyPlural: "PCTs"},
		Title:   "Three PCTs", HorizonYears: 10, TargetYears: 3, HandoverYear: 2, Commissioners: 3, Outcomes: rows,
	}
}

// row is a structure with the outcomes given; the rest as nothing changed would have them.
func row(name string, values map[result.Outcome]float64) result.OutcomeRow {
	r := result.OutcomeRow{Structure: name, Name: name}
	r.Values[result.BaselineCost] = 100000
	for _, o := range []result.Outcome{result.CapacityAtTarget, result.CapacityLowest, result.StructureCapacityLowest, result.LocalKnowledgeAtHandover} {
		r.Values[o] = 1
	}
	r.Values[result.CommissionersOnTarget] = 3
	r.Values[result.StructurePayback] = math.NaN()
	for o, v := range values {
		r.Values[o] = v
	}
	return r
}

func TestFindings(t *testing.T) {
	nothing := row("Apart", nil)
	union := row("Union", map[result.Outcome]float64{
		result.SteadySaving: 12300, result.SteadySavingPct: 12.3, result.StructureOneOffCost: 8000, result.StructurePayback: 2.5, result.StructureNPVToHandover: -1500,
		result.Reduction: 40, result.ReductionFromCuts: 27.7, result.CommissionersOnTarget: 2,
		result.CapacityAtTarget: 0.7, result.StructureCapacityLowest: 0.9, result.LocalKnowledgeAtHandover: 0.5,
	})
	league := row("League", map[result.Outcome]float64{
		result.SteadySaving: 12300, result.SteadySavingPct: 12.3, result.StructureOneOffCost: 9000, result.StructureNPVToHandover: 2000,
		result.Reduction: 40, result.ReductionFromCuts: 27.7, result.CapacityAtTarget: 0.8, result.StructureCapacityLowest: 0.95, result.LocalKnowledgeAtHandover: 0.6,
	})
	for _, test := range []struct {
		name string
		run  report.Run
		want []string // each must stand in the finding of its place
	}{
		{"nothing changes", aRun(nothing), []string{"No structure here saves anything lasting by itself.", "down by 0.0 %, none of it by cuts; all 3 PCTs count as on target.", "capacity stands at 100.0 % of what it was; reorganising alone costs none of it"}},
		{"one structure", aRun(union), []string{"“Union” saves this much: £12.3m a year in the end, 12.3 % of £100.0m; “Union” costs £8.0m to get to, without exits for cuts, and pays back after 2.50 years. By the handover in year 2 no structure has paid for itself.", "down by 40.0 %; cuts, not structure, take off 27.7 points; 2 of 3 PCTs", "stands at 70.0 % of what it was; reorganising alone costs up to 10.0 % of it on the way (“Union”); 50.0 % of local knowledge"}},
		{"best of two", aRun(nothing, union), []string{"“Union” saves most: £12.3m", "down by 0.0 to 40.0 %, lowest under “Union”; cuts, not structure, take off from 0.0 (“Apart”) to 27.7 points (“Union”); from 2 to 3 of 3 PCTs", "70.0 to 100.0 % of what it was, least under “Union”"}},
		{"a tie", aRun(union, league), []string{"“Union” and “League” save most: £12.3m a year in the end, 12.3 % of £100.0m; “Union” costs £8.0m to get to, without exits for cuts, and pays back after 2.50 years. By the handover in year 2, “League” is worth most, £2.0m.", "down by 40.0 % whatever the structure; cuts, not structure, take off 27.7 points", ""}},
		{"cost rises", aRun(row("Drift", map[result.Outcome]float64{result.Reduction: -2, result.ReductionFromCuts: -2})), []string{"", "After 3 years cost is up by 2.0 %, none of it by cuts", ""}},
		{"cost rises or falls", aRun(union, row("Drift", map[result.Outcome]float64{result.Reduction: -2, result.ReductionFromCuts: -2})), []string{"", "cost is between 2.0 % up and 40.0 % down, lowest under “Union”; cuts take off at most 27.7 points (“Union”), and under “Drift” spending runs 2.0 points above what it needs", ""}},
		{"small bodies", aRun(row("Union", map[result.Outcome]float64{result.BaselineCost: 400, result.SteadySaving: 31, result.SteadySavingPct: 7.8})), []string{"“Union” saves this much: £31k a year in the end, 7.8 % of £400k", "", ""}},
		{"never pays back", aRun(league), []string{"does not pay back within 10 years", "", ""}},
	} {
		got := test.run.Findings()
		if len(got) != 3 {
			t.Fatalf("%s: %d findings, not three", test.name, len(got))
		}
		for i, want := range test.want {
			if !strings.Contains(got[i], want) {
				t.Errorf("%s: %q\nwant %q", test.name, got[i], want)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{report.Decimal(1234567.89, 1), "1,234,567.9"}, {report.Decimal(-1234, 0), "−1,234"}, {report.Decimal(999, 0), "999"},
		{report.Decimal(-0.01, 1), "0.0"}, {report.Decimal(math.NaN(), 1), "–"}, {report.Decimal(math.Inf(1), 1), "∞"},
		{report.Money("£", -1250), "−£1.3m"}, {report.Money("£", 579006.8), "£579.0m"}, {report.Percent(0.12345), "12.3"},
		{report.Significant(12345.6), "12,350"}, {report.Significant(0.12345), "0.123"}, {report.Significant(3), "3"}, {report.Significant(-42.567), "−42.57"},
		{report.Full(-0.25), "−0.25"}, {report.Count(1, "post", "posts"), "1 post"}, {report.Count(2, "post", "posts"), "2 posts"},
		{report.And([]string{"a", "b", "c"}), "a, b and c"}, {report.And(nil), ""},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
