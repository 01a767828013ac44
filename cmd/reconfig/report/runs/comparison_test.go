package runs_test

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/model"
	"reconfig/model/result"
)

// compared is a comparison of two structures of these names.
func compared(r runs.Run) runs.Comparison {
	return runs.Comparison{Run: r, Case: &model.Case{Properties: r.Properties}, A: model.Structure{Code: "Apart", Name: "Apart"}, B: model.Structure{Code: "Union", Name: "Union"}}
}

func TestComparisonFindings(t *testing.T) {
	a := row("Apart", map[result.Outcome]float64{
		result.SteadySaving: 1000, result.StructureOneOffCost: 500, result.CapacityAtTarget: 0.6, result.StructureNPV: 20, result.NPVIncludingCuts: 90000, result.NetBenefit: 30000,
	})
	b := row("Union", map[result.Outcome]float64{
		result.SteadySaving: 3500, result.StructureOneOffCost: 200, result.StructureNPV: 20, result.CapacityAtTarget: 0.7, result.StructureCapacityLowest: 0.9, result.NPVIncludingCuts: 85000, result.NetBenefit: 40000,
	})
	c := compared(aRun(a, b))
	c.Turning = []result.SwitchingRow{turn("a", "Union", 0.5, math.NaN())}
	want := []string{
		"On net benefit over 10 years, B, “Union”, is better than A, “Apart”, by £10.0m.",
		"By itself, without cuts and capacity, B has a net present value neither higher nor lower. To these £0.0m come −£5.0m from fewer cuts over 10 years and £15.0m from less capacity lost: together £10.0m.",
		"At central values 1 of 1 assumption would change the order of the two alone. It is a below 0.500 (now 1).",
		"If nothing is refused or fails, B saves £2.5m more a year. By itself it costs £0.3m less to get to. Its net present value to the handover in year 2 is no more or less.",
		"In per cent of the start, capacity at the target is 70.0 under B and 60.0 under A. Reorganising alone takes it down to 90.0 under B and 100.0 under A. Local knowledge at the handover is 100.0 under both.",
	}
	for i, got := range c.Findings() {
		if got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
	c.A, c.B = c.B, c.A
	c.Turning = []result.SwitchingRow{turn("a", "Union", 0.5, math.NaN())}
	for i, want := range map[int]string{0: "B, “Apart”, is worse than A, “Union”, by £10.0m.", 1: "come £5.0m from more cuts over 10 years and −£15.0m from more capacity lost: together −£10.0m."} {
		if got := c.Findings()[i]; !strings.HasSuffix(got, want) {
			t.Errorf("the other way round: %s\nwant %s", got, want)
		}
	}
	c.Settings = []string{"a=1"}
	for _, said := range [][]string{c.Findings(), c.Conclusions()} {
		if text := strings.Join(said, " "); !strings.Contains(text, "At central or set values") || strings.Contains(text, "central values") {
			t.Errorf("a value that was set is called central: %s", text)
		}
	}
	var out strings.Builder
	c.Write(&out, report.Style{})
	for _, line := range []string{"Lasting saving", "1,000", "3,500", "−2,500", "The same under both: cost at the start", "Without a value under either: time to payback; chance of paying back before being overtaken."} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("no %q in\n%s", line, out.String())
		}
	}
	c.Complete = map[string]float64{"Union": 12.5}
	if got, want := c.Findings()[1], "The horizon of 10 years ends before 1 structure is complete: sums over the years leave out what comes later."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, want := c.Findings()[4], "That is not the whole cost of “Union” (year 12.50): the horizon ends after 10 years, before it is complete."; !strings.HasSuffix(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// What is better on net benefit comes first, and then that structure alone says otherwise.
func TestComparisonLeadsWithNetBenefit(t *testing.T) {
	r := aRun(worth("Apart", 30, 60, -20), worth("Union", 29, 40, -90))
	r.Draws = 100
	r.Differences = []result.DifferenceRow{
		pair("Apart", "Union", result.NetBenefit, 91, 60, 120, 1, 0), pair("Apart", "Union", result.StructureNPV, 1, -100, 120, 0.53, 0),
	}
	want := []string{
		"On net benefit over 10 years, B, “Union”, is worse than A, “Apart”, by £91.0m. Draw by draw B − A runs from −£120.0m to −£60.0m (5th to 95th percentile). B is better in 0 of 100 draws.",
		"By itself, without cuts and capacity, B has a net present value £1.0m lower (−£120.0m to £100.0m). B is better in 47 of 100 draws. To these −£1.0m come −£20.0m from fewer cuts over 10 years and −£70.0m from more capacity lost: together −£91.0m. The target brings both to about the same cost, so what structure saves mostly spares cuts.",
	}
	got := compared(r).Findings()
	for i, want := range want {
		if got[i] != want {
			t.Errorf("got  %s\nwant %s", got[i], want)
		}
	}
}

// A payback that only one of the two has in some draws makes a difference that is infinite, and reads as never.
func TestComparisonOfPaybacksThatNeverCome(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	a := row("Apart", map[result.Outcome]float64{result.StructureOneOffCost: 100, result.StructurePayback: 5.25})
	b := row("Union", map[result.Outcome]float64{result.StructureOneOffCost: 200, result.StructurePayback: nan})
	for _, test := range []struct {
		low, mean, middle, high float64 // of A − B, in years
		want                    string
	}{
		{-inf, nan, -1, inf, `5\.25 +never +1\.00 +A never to B never +30`},
		{-inf, nan, -inf, 1, `5\.25 +never +B never +−1\.00 to B never +30`},
		{-2, -1, -1, 1, `5\.25 +never +1\.00 +−1\.00 to 2\.00 +30`},
	} {
		d := result.DifferenceRow{
			First: "Apart", Second: "Union", Outcome: result.StructurePayback.String(), Better: result.Lower, Mean: result.Number(test.mean), P05: result.Number(test.low),
			P50: result.Number(test.middle), P95: result.Number(test.high), ProbabilityFirstBetter: 0.7,
		}
		r := aRun(a, b)
		r.Draws, r.Differences = 100, []result.DifferenceRow{d}
		var out strings.Builder
		compared(r).Write(&out, report.Style{})
		if !regexp.MustCompile(`Time to payback +years +` + test.want).MatchString(out.String()) {
			t.Errorf("no %q in\n%s", test.want, out.String())
		}
		if endless := math.IsInf(test.low, 0); strings.Contains(out.String(), "A never, B never: in such draws only the other pays back.") != endless {
			t.Errorf("what never means is said, or not, of\n%s", out.String())
		}
	}
}

// Where neither pays back in the median, there is no time between the two. A short table says that its times are medians.
func TestComparisonOfPaybacksThatBothNeverCome(t *testing.T) {
	a := row("Apart", map[result.Outcome]float64{result.StructureOneOffCost: 100, result.StructurePayback: math.NaN()})
	b := row("Union", map[result.Outcome]float64{result.StructureOneOffCost: 200, result.StructurePayback: math.NaN()})
	r := aRun(a, b)
	r.Draws = 100
	r.Differences = []result.DifferenceRow{{
		First: "Apart", Second: "Union", Outcome: result.StructurePayback.String(), Better: result.Lower, Mean: result.Number(math.NaN()),
		P05: result.Number(math.Inf(-1)), P50: 0, P95: result.Number(math.Inf(1)), ProbabilityFirstBetter: 0.1, ProbabilityEqual: 0.8,
	}}
	var full, short strings.Builder
	c := compared(r)
	c.Write(&full, report.Style{})
	c.Answer().Write(&short, report.Style{})
	for of, want := range map[string]string{full.String(): `Time to payback +years +never +never +– +A never to B never +10`, short.String(): `Time to payback +never +never +– +A never to B never +10\n\(median\), years`} {
		if !regexp.MustCompile(want).MatchString(of) {
			t.Errorf("no %q in\n%s", want, of)
		}
	}
}

// A comparison writes no files and prints ranges of differences alone: its warning speaks of nothing else.
func TestComparisonUnsettled(t *testing.T) {
	a, b := row("Apart", nil), row("Union", nil)
	a.Statistic, b.Statistic = result.Mean, result.Mean
	unsettled := func(structure string, o result.Outcome, draws int) result.ConvergenceRow {
		return result.ConvergenceRow{Structure: structure, Outcome: o.String(), Draws: draws, Settled: "no"}
	}
	r := aRun()
	r.Draws = 300
	for _, test := range []struct {
		rows []result.ConvergenceRow
		want string
	}{
		{nil, ""},
		{[]result.ConvergenceRow{unsettled("Apart", result.NetBenefit, 100)}, ""},
		{[]result.ConvergenceRow{unsettled("Apart", result.NetBenefit, 300), unsettled("Union", result.NetBenefit, 300), unsettled("Union", result.OneOffCost, 300), unsettled("Union", result.CapacityLowestYears, 300)}, "not settled yet in 2 main outcomes"},
	} {
		got := strings.Join(compared(runs.NewRun(r, []result.OutcomeRow{a, b}, nil, test.rows)).Unsettled(), "")
		if !strings.Contains(got, test.want) || (got == "") != (test.want == "") || strings.Contains(got, ".csv") || strings.Contains(got, "table") {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// What the handover is stands in the words of the case, which are not those of another year.
func TestComparisonSaysWhatTheHandoverIs(t *testing.T) {
	c := compared(aRun(row("Apart", nil), row("Union", nil)))
	c.Assumptions = []model.Assumption{{Name: "handover.year", Description: "When local knowledge is handed on to counties."}}
	for want, set := range map[string][]string{
		"Handover: year 2 (handover.year), when local knowledge is handed on to counties.": nil,
		"Handover: year 2 (handover.year), when local knowledge is measured.":              {"handover.year"},
	} {
		c.Set = set
		if got := strings.Join(c.Answer().Table.Notes, " "); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A warning says whether net benefit is among the ranges that are not settled, and where they are listed.
func TestUnsettled(t *testing.T) {
	a := row("Apart", nil)
	a.Statistic = result.Mean
	r := aRun()
	r.Draws = 300
	unsettled := func(all ...result.Outcome) runs.Run {
		var rows []result.ConvergenceRow
		for _, o := range all {
			rows = append(rows, result.ConvergenceRow{Structure: "Apart", Outcome: o.String(), Draws: 300, Settled: "no"})
		}
		return runs.NewRun(r, []result.OutcomeRow{a}, nil, rows)
	}
	for want, got := range map[string][]string{
		"": unsettled().Unsettled("convergence.csv"),
		"1 range is not settled yet, none of net benefit: take more draws":                  unsettled(result.OneOffCost).Unsettled(""),
		"2 ranges are not settled yet, 1 of net benefit (convergence.csv): take more draws": unsettled(result.OneOffCost, result.NetBenefit).Unsettled("convergence.csv"),
	} {
		if strings.Join(got, "") != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
