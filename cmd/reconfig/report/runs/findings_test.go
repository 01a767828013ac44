package runs_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/model"
	"reconfig/model/result"
)

// aRun is a run of three PCTs under the structures given.
func aRun(rows ...result.OutcomeRow) runs.Run {
	return runs.Run{
		Properties: model.Properties{StartDate: time.Date(2010, 4, 1, 0, 0, 0, 0, time.UTC), Currency: "£", BodySingular: "PCT", BodyPlural: "PCTs"},
		Title:      "Three PCTs", HorizonYears: 10, TargetYears: 3, HandoverYear: 2, Commissioners: 3, Outcomes: rows,
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
	r.Values[result.ChancePaidBack] = math.NaN()
	for o, v := range values {
		r.Values[o] = v
	}
	for o, risked := range map[result.Outcome]result.Outcome{result.NetBenefit: result.NetBenefitRisked, result.StructureNPV: result.StructureNPVRisked} {
		if _, given := values[risked]; !given { // nothing overtakes it
			r.Values[risked] = r.Values[o]
		}
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
	twin, nearly := union, union
	twin.Name, nearly.Name = "Twin", "Nearly"
	nearly.Values[result.CapacityAtTarget], nearly.Values[result.StructureCapacityLowest] = 0.7004, 0.9004
	for _, test := range []struct {
		name string
		run  runs.Run
		want []string // each must stand in the finding of its place
	}{
		{"nothing changes", aRun(nothing), []string{"No structure here saves anything lasting by itself.", "down by 0.0 %. There are no cuts. All 3 PCTs count as on target.", "capacity stands at 100.0 % of what it was. Reorganising alone costs none of it."}},
		{"one structure", aRun(union), []string{"“Union” saves this much: £12.3m a year, if nothing is refused or fails, 12.3 % of £100.0m. “Union” costs £8.0m to get to, without exits for cuts. It pays back after 2.50 years. By the handover in year 2 no structure has paid for itself.", "down by 40.0 %. Cuts, not structure, take off 27.7 points. 2 of 3 PCTs", "stands at 70.0 % of what it was. Reorganising alone costs up to 10.0 % of it on the way (“Union”). Of local knowledge 50.0 %"}},
		{"best of two", aRun(nothing, union), []string{"“Union” saves most: £12.3m", "down by 0.0 to 40.0 %, lowest under “Union”. Cuts, not structure, take off from 0.0 (“Apart”) to 27.7 points (“Union”). From 2 to 3 of 3 PCTs", "70.0 to 100.0 % of what it was, least under “Union”"}},
		{"a tie in saving", aRun(nothing, union, league), []string{"“Union” and “League” save most: £12.3m a year, if nothing is refused or fails, 12.3 % of £100.0m. Of these, “Union” costs least to get to: £8.0m, without exits for cuts. It pays back after 2.50 years. By the handover in year 2, “League” is worth most, £2.0m.", "down by 0.0 to 40.0 %, lowest under “Union” and “League”. Cuts, not structure, take off from 0.0 (“Apart”) to 27.7 points (“Union” and “League”).", ""}},
		{"a tie in all", aRun(union, twin), []string{"both structures save the same: £12.3m a year, if nothing is refused or fails, 12.3 % of £100.0m. Both structures cost £8.0m each to get to", "down by 40.0 % whatever the structure. Cuts, not structure, take off 27.7 points.", "stands at 70.0 % of what it was. Reorganising alone costs up to 10.0 % of it on the way (both structures)."}},
		{"a tie as written", aRun(nothing, union, nearly), []string{"", "", "70.0 to 100.0 % of what it was, least under “Union” and “Nearly”. Reorganising alone costs up to 10.0 % of it on the way (“Union” and “Nearly”)."}},
		{"a tie of five", aRun(nothing, union, twin, twin, twin, twin), []string{"5 structures save most", "to 27.7 points (5 structures)", "least under 5 structures"}},
		{"cost rises", aRun(row("Drift", map[result.Outcome]float64{result.Reduction: -2, result.ReductionFromCuts: -2})), []string{"", "After 3 years cost is up by 2.0 %. There are no cuts: spending runs up to 2.0 points above what is needed.", ""}},
		{"cost rises or stays", aRun(row("Drift", map[result.Outcome]float64{result.Reduction: -2}), row("Stay", map[result.Outcome]float64{result.Reduction: 0.01})), []string{"", "cost is up by 0.0 to 2.0 %, lowest under “Stay”.", ""}},
		{"cost rises or falls", aRun(union, row("Drift", map[result.Outcome]float64{result.Reduction: -2, result.ReductionFromCuts: -2})), []string{"", "cost is between 2.0 % up and 40.0 % down, lowest under “Union”. Cuts take off at most 27.7 points (“Union”). Elsewhere spending runs up to 2.0 points above what is needed (“Drift”).", ""}},
		{"small bodies", aRun(row("Union", map[result.Outcome]float64{result.BaselineCost: 400, result.SteadySaving: 31, result.SteadySavingPct: 7.8})), []string{"“Union” saves this much: £0.031m a year, if nothing is refused or fails, 7.8 % of £0.400m", "", ""}},
		{"never pays back", aRun(league), []string{"does not pay back within 10 years", "", ""}},
		{"one year", ofOneYear(aRun(league)), []string{"does not pay back within 1 year.", "", ""}},
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

func ofOneYear(r runs.Run) runs.Run {
	r.HorizonYears = 1
	return r
}

// A cost that the horizon cuts off is not passed off as the whole.
func TestCostBeyondTheHorizon(t *testing.T) {
	r := aRun(row("Union", map[result.Outcome]float64{result.SteadySaving: 12300, result.StructureOneOffCost: 0}))
	r.HorizonYears = 1
	r.Complete = map[string]float64{"Union": 3.5}
	want := "“Union” costs £0.0m to get to, without exits for cuts. That is not all: the horizon ends after 1 year, before “Union” (year 3.50) is complete."
	if got := r.Findings()[0]; !strings.Contains(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	const remark = "Not complete when the horizon ends, so that cost and saving are only those of 1 year: “Union” (year"
	var out strings.Builder
	r.WriteOutcomes(&out, report.Style{})
	if !strings.Contains(out.String(), remark) {
		t.Errorf("no %q in\n%s", remark, out.String())
	}
	r.Complete["Union"] = 1
	out.Reset()
	r.WriteOutcomes(&out, report.Style{})
	if got := r.Findings()[0] + out.String(); strings.Contains(got, "not all") || strings.Contains(got, "Not complete") {
		t.Errorf("complete in time, and yet\n%s", got)
	}
}

// Where no cut is asked for, no sentence speaks of a share of it, nor of exits for cuts.
func TestNoCutAskedFor(t *testing.T) {
	r := aRun(row("Apart", map[result.Outcome]float64{result.NetBenefit: 100}), row("Union", map[result.Outcome]float64{
		result.SteadySaving: 12300, result.StructureOneOffCost: 8000, result.StructureNPV: 9000, result.NPVIncludingCuts: 2000, result.NetBenefit: 5000, result.ReductionFromCuts: -8,
	}))
	r.Tolerance = 0.1
	r.ByBody = []result.CommissionerRow{trust("Apart", "A", 0, 0), trust("Union", "A", -10, 0.01)}
	text := strings.Join(append(r.Lead(), r.Findings()...), " ")
	for _, want := range []string{
		"come −£7.0m from savings that are not taken as cash", "There are no cuts: spending runs up to 8.0 points above what is needed (“Union”)",
		"All 3 PCTs count as on target, which asks for no cut.", "The target asks no PCT for a cut.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	for _, not := range []string{"of the cut", "exits for cuts", "fewer cuts", "target’s cuts", "spares cuts"} {
		if strings.Contains(text, not) {
			t.Errorf("%q in %s", not, text)
		}
	}
	r.ByBody[0].ReductionAskedPct = 1
	if text := strings.Join(append(r.Lead(), r.Findings()...), " "); !strings.Contains(text, "of the cut missing") || !strings.Contains(text, "exits for cuts") {
		t.Errorf("a cut is asked for, and yet %s", text)
	}
}

// Capacity above 100 after a cut is explained below its table, and only then.
func TestCapacityAboveTheStartIsExplained(t *testing.T) {
	const sentence = "Above 100 after a cut: larger teams have expertise that small ones lack (critical_mass in assumptions.csv)"
	for name, test := range map[string]struct {
		capacity, reduction float64
		want                bool
	}{"above, after a cut": {1.01, 20, true}, "what reads as 100.0": {1.0004, 20, false}, "below": {0.9, 20, false}, "above, without a cut": {1.01, 0, false}} {
		r := aRun(row("Apart", nil), row("Union", map[result.Outcome]float64{result.CapacityAtTarget: test.capacity, result.Reduction: test.reduction}))
		var out strings.Builder
		r.WriteOutcomes(&out, report.Style{})
		if strings.Contains(out.String(), sentence) != test.want {
			t.Errorf("%s:\n%s", name, out.String())
		}
	}
}
