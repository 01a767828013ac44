package report_test

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

func writtenDecision(a report.Analysis) string {
	return printed(func(w *strings.Builder) { a.WriteDecision(w, report.Style{}) })
}

// regretRow is a structure with mean 5,000 and regrets in thousands.
func regretRow(code string, best, expected, worst result.Number) result.RobustnessRow {
	return result.RobustnessRow{Outcome: "net_benefit_k", Unit: "£k", Structure: code, Mean: 5000, P05: 4000, P95: 6000, ProbabilityBest: best, ExpectedRegret: expected, RegretP95: expected, WorstRegret: worst, MeetsAll: none}
}

func TestRegretFinding(t *testing.T) {
	for _, test := range []struct {
		name      string
		rows      []result.RobustnessRow
		want, not []string
	}{
		{"one is best", []result.RobustnessRow{regretRow("a", 0.6, 200, 900), regretRow("b", 0.4, 400, 700)},
			[]string{"“Apart” is best in the mean of draws, and the best in 60 of 100 draws. Choosing it now loses £0.2m on average against knowing everything, and £0.9m at worst in these draws; the least of the worst regrets is that of “Bond”, £0.7m."}, nil},
		{"and safest", []result.RobustnessRow{regretRow("a", 0.6, 200, 700), regretRow("b", 0.4, 400, 900)},
			[]string{"£0.7m at worst in these draws; no other loses less at worst."}, []string{"least of the worst"}},
		{"two equally good", []result.RobustnessRow{regretRow("a", 0.5, 200, 900), regretRow("b", 0.5, 200*(1+1e-12), 700), regretRow("c", 0, 900, 2000)},
			[]string{"“Apart” and “Bond” are equally good in the mean of draws: choosing any of them now loses £0.2m on average", "the least of the worst regrets is that of “Bond”, £0.7m."}, []string{"is best in the mean of draws", "<0.1"}},
		{"best in every draw", []result.RobustnessRow{regretRow("a", 1, 0, 0), regretRow("b", 0, 400, 900)},
			[]string{"“Apart” is best in every one of these draws: nothing"}, nil},
		{"never worse", []result.RobustnessRow{regretRow("a", 0.8, 0, 0), regretRow("b", 0.2, 400, 900)},
			[]string{"No other is better than “Apart” in any of these draws, but in some another is as good: nothing"}, []string{"every one of these draws"}},
		{"the same in every draw", []result.RobustnessRow{regretRow("a", 0.5, 0, 0), regretRow("b", 0.5, 1e-9, 1e-9), regretRow("c", 0, 400, 900)},
			[]string{"“Apart” and “Bond” are equally good, and no other is better in any of these draws: nothing"}, []string{"every one of these draws"}},
		{"a small regret", []result.RobustnessRow{regretRow("a", 0.9, 4, 400), regretRow("b", 0.1, 50000, 90000)},
			[]string{"loses £4k on average", "£0.40m at worst", "<0.01", "50.00"}, []string{"£0.0m", "£0.00m"}},
		{"a smaller one", []result.RobustnessRow{regretRow("a", 0.9, 0.2, 400), regretRow("b", 0.1, 50000, 90000)}, []string{"loses £0.2k on average"}, nil},
	} {
		says(t, test.name, writtenDecision(anAnalysis(result.Analysis{Robustness: test.rows})), test.want, test.not)
	}
}

func TestDominated(t *testing.T) {
	rows := []result.RobustnessRow{regretRow("a", 0.6, 200, 900), regretRow("b", 0.4, 400, 700)}
	says(t, "one", writtenDecision(anAnalysis(result.Analysis{Robustness: rows, Dominance: []result.DominanceRow{{First: "a", Second: "b", Order: 2}}})),
		[]string{"everybody who does not seek risk prefers them (second order at least)"}, []string{"whatever weight"})
	says(t, "none", writtenDecision(anAnalysis(result.Analysis{Robustness: rows})), nil, []string{"Dominated"})
}

func TestInformation(t *testing.T) {
	worth := func(input string, value, standardError result.Number) result.InformationRow {
		return result.InformationRow{Outcome: "net_benefit_k", Unit: "£k", Input: input, Strength: "B", Value: value, StandardError: standardError, ShareOfEVPI: value / 20000, ChangesAt: none}
	}
	everything := worth(result.Everything, 20000, 1000)
	everything.Strength = ""
	var many []result.InformationRow
	for range 20 {
		many = append(many, worth("p", 5000, 100))
	}
	for _, test := range []struct {
		name      string
		rows      []result.InformationRow
		want, not []string
	}{
		{"sure", []result.InformationRow{worth("p", 9300, 306)},
			[]string{"Most worth finding out: p, worth £9.3m (± £0.6m), the most that a study of it could bring: 47 % of what knowing everything would be worth."}, []string{"at most £", "Strength D", "more in"}},
		{"the first is noise", []result.InformationRow{worth("p", 9000, 5000), worth("q", 8000, 1000)}, []string{"Most worth finding out: q, worth"}, []string{"finding out: p"}},
		{"all noise", []result.InformationRow{worth("p", 9000, 5000)}, []string{"cannot be told from 0 with so many draws: take more"}, []string{"Most worth"}},
		{"nothing", []result.InformationRow{worth("p", 0, 0)}, []string{"would not change the choice", "1 more in information.csv"}, []string{"Most worth"}},
		{"no error", []result.InformationRow{worth("p", 9000, 0)}, []string{"p, worth £9.0m, the most"}, []string{"± 0.0", "± £0.0m"}},
		{"a small error", []result.InformationRow{worth("p", 9000, 1)}, []string{"± <0.1", "p, worth £9.0m (± £2.0k)"}, []string{"± 0.0"}},
		{"many", many, []string{"6 more in information.csv"}, nil},
	} {
		says(t, test.name, writtenDecision(anAnalysis(result.Analysis{
			Robustness:  []result.RobustnessRow{regretRow("a", 0.6, 20000, 90000), regretRow("b", 0.4, 40000, 70000)},
			Information: append([]result.InformationRow{everything}, test.rows...),
		})), test.want, test.not)
	}
}

// Three lines: a falls from 4 to 0, b stays at 2.5 and c rises from 0 to 4 over worths from 0 to 4, so that b is best
// from 1.5 to 2.5.
func TestStretches(t *testing.T) {
	rows := func(worths ...float64) []result.AcceptabilityRow {
		var rows []result.AcceptabilityRow
		for _, worth := range worths {
			for i, benefit := range []float64{4 - worth, 2.5, worth} {
				rows = append(rows, result.AcceptabilityRow{
					CapacityValue: result.Number(worth), PointWorth: result.Number(3000 * worth), Structure: "abc"[i : i+1], NetBenefit: result.Number(1000 * benefit),
					ProbabilityBest: result.Number(map[float64]float64{0: 1, 1: 0.4, 2: 0.3, 3: 0.6, 4: 0.5}[worth]), EVPI: result.Number(1000 * worth * (4 - worth)),
				})
			}
		}
		return rows
	}
	robust := []result.RobustnessRow{regretRow("a", 0.6, 200, 900), regretRow("b", 0.4, 400, 700)}
	says(t, "a grid", writtenDecision(anAnalysis(result.Analysis{Robustness: robust, Acceptability: rows(0, 1, 2, 3, 4)})),
		[]string{
			"nobody knows it, so nothing is averaged over it",
			"0.00 … 1.50 0.0 … 4.5 Apart 2.5 to 4.0 40 to 100 0.0 to 3.0",
			"1.50 … 2.50 4.5 … 7.5 Bond 2.5 30 4.0",
			"2.50 … 4.00 7.5 … 12.0 Crew 2.5 to 4.0 50 to 60 0.0 to 3.0",
		}, nil)
	says(t, "a stretch between two worths", writtenDecision(anAnalysis(result.Analysis{Robustness: robust, Acceptability: rows(0, 1, 3, 4)})),
		[]string{"1.50 … 2.50 4.5 … 7.5 Bond 2.5 2.50 … 4.00"}, nil)
	says(t, "one worth", writtenDecision(anAnalysis(result.Analysis{Robustness: robust, Acceptability: rows(1)})), []string{"1.00 3.0 Apart 3.0 40 3.0"}, nil)
	drawn := anAnalysis(result.Analysis{Robustness: robust, Acceptability: rows(0, 4)})
	drawn.WorthDrawn = true
	says(t, "drawn", writtenDecision(drawn), []string{"everywhere else it differs from draw to draw"}, []string{"nobody knows"})
}

// Three lines that meet in one point, but for rounding: the one in the middle has no stretch.
func TestStretchesThatMeet(t *testing.T) {
	var rows []result.AcceptabilityRow
	for _, worth := range []result.Number{0, 4} {
		for i, benefit := range []result.Number{4000 - 1000*worth, 2000 + 1e-9, 1000 * worth} {
			rows = append(rows, result.AcceptabilityRow{CapacityValue: worth, Structure: "abc"[i : i+1], NetBenefit: benefit})
		}
	}
	says(t, "meeting", writtenDecision(anAnalysis(result.Analysis{Robustness: []result.RobustnessRow{regretRow("d", 1, 0, 0)}, Acceptability: rows})),
		[]string{"0.00 … 2.00 0.0 Apart", "2.00 … 4.00 0.0 Crew"}, []string{"Bond"})
}

// A structure that is the same as the best but for rounding has no stretch of its own.
func TestStretchesOfEqualStructures(t *testing.T) {
	var rows []result.AcceptabilityRow
	for _, worth := range []result.Number{0, 1, 2} {
		rows = append(rows,
			result.AcceptabilityRow{CapacityValue: worth, Structure: "a", NetBenefit: 3000 - 100*worth},
			result.AcceptabilityRow{CapacityValue: worth, Structure: "b", NetBenefit: (3000 - 100*worth) * (1 + 1e-14*(worth-1))})
	}
	says(t, "equal", writtenDecision(anAnalysis(result.Analysis{Robustness: []result.RobustnessRow{regretRow("c", 1, 0, 0)}, Acceptability: rows})),
		[]string{"0.00 … 2.00 0.0 Apart 2.8 to 3.0"}, []string{"Bond"})
}

func TestSwitchingCounts(t *testing.T) {
	row := func(below result.Number) result.SwitchingRow {
		return result.SwitchingRow{Assumption: "p", Kind: "uncertainty", Strength: "A", Low: 0, Base: 1, High: 2, Preferred: "a", Below: below, ThenBelow: "b", Above: none}
	}
	for _, test := range []struct {
		rows []result.SwitchingRow
		want []string
	}{
		{[]result.SwitchingRow{row(none)}, []string{"its base Of 1 assumption, none can change it alone", "“Apart” is best. Of 1 assumption, none can change that alone"}},
		{[]result.SwitchingRow{row(0.5), row(none)}, []string{"Of 2 assumptions, 1 can change that alone"}},
	} {
		says(t, "switching", writtenDecision(anAnalysis(result.Analysis{Robustness: []result.RobustnessRow{regretRow("a", 1, 0, 0)}, Switching: test.rows})), test.want, []string{"Strength D"})
	}
}
