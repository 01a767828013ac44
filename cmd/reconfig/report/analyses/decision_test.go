package analyses_test

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
)

func writtenDecision(a analyses.Analysis) string {
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
			[]string{"“Apart” is best in the mean of draws, and the best in 60 of 100 draws. Choosing it now loses £0.2m on average against knowing everything, chance included, and £0.9m at worst in these draws; the least of the worst regrets is that of “Bond”, £0.7m."}, nil},
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
			[]string{"Most worth finding out: p, worth £9.3m (± £0.6m), the most that a study of it could bring: 47 % of what knowing everything, chance included, would be worth."}, []string{"at most £", "Strength D", "more in"}},
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

// Between two worths a structure is best in so many draws as at the worths in between that were looked at.
func TestFrontier(t *testing.T) {
	var rows []result.AcceptabilityRow
	for _, worth := range []float64{0, 1, 2, 3, 4} {
		for i := range 3 {
			rows = append(rows, result.AcceptabilityRow{
				CapacityValue: result.Number(worth), Structure: "abc"[i : i+1],
				ProbabilityBest: result.Number(map[float64]float64{0: 1, 1: 0.4, 2: 0.3, 3: 0.6, 4: 0.5}[worth]), EVPI: result.Number(1000 * worth * (4 - worth)),
			})
		}
	}
	frontier := []result.FrontierRow{
		{From: 0, To: 1.5, FromPoint: 0, ToPoint: 4500, Structure: "a", FromNetBenefit: 4000, ToNetBenefit: 2500},
		{From: 1.5, To: 1.75, FromPoint: 4500, ToPoint: 5250, Structure: "b", FromNetBenefit: 2500, ToNetBenefit: 2500},
		{From: 1.75, To: 4, FromPoint: 5250, ToPoint: 12000, Structure: "c", FromNetBenefit: 2500, ToNetBenefit: 4000},
	}
	a := anAnalysis(result.Analysis{Robustness: []result.RobustnessRow{regretRow("a", 0.6, 200, 900), regretRow("b", 0.4, 400, 700)}, Acceptability: rows, Frontier: frontier})
	says(t, "a frontier", writtenDecision(a),
		[]string{
			"nobody knows it, so nothing is averaged over it",
			"0.00 … 1.50 0.0 … 4.5 Apart 2.5 to 4.0 40 to 100 0.0 to 3.0",
			"1.50 … 1.75 4.5 … 5.3 Bond 2.5",
			"1.75 … 4.00 5.3 … 12.0 Crew 2.5 to 4.0 30 to 60 0.0 to 4.0",
		}, nil)
	a.WorthDrawn = true
	says(t, "drawn", writtenDecision(a), []string{"everywhere else it differs from draw to draw"}, []string{"nobody knows"})
}

func TestTradeOff(t *testing.T) {
	rows := []result.RobustnessRow{regretRow("a", 0.6, 200, 900), regretRow("b", 0.4, 400, 700)}
	trade := func(first, second string, money, capacity, equal result.Number) string {
		return writtenDecision(anAnalysis(result.Analysis{Robustness: rows, TradeOffs: []result.TradeOffRow{
			{First: "c", Second: "a", Money: 1, Capacity: 1, EqualPointWorth: 1}, {First: first, Second: second, Money: money, Capacity: capacity, EqualPointWorth: equal},
		}}))
	}
	equal := "“Apart” has £8.0m less money than “Bond”, and keeps 2.5 more point-years of capacity. A point-year is one percentage point of capacity for one year; point-years are summed over the years, and discounted. " +
		"The two are equal in the mean of draws where a point-year is worth £3.2m."
	says(t, "as it stands", trade("a", "b", -8000, 2.5, 3200), []string{equal}, nil)
	says(t, "the other way round", trade("b", "a", 8000, -2.5, 3200), []string{equal}, nil)
	says(t, "more of both", trade("b", "a", 8000, 2.5, none), []string{"“Bond” has £8.0m more money than “Apart”, and keeps 2.5 more point-years of capacity.", "“Bond” is better in the mean of draws, whatever capacity is worth."}, nil)
	says(t, "the same", trade("a", "b", 0, 0, none), nil, []string{"Of the two"})
}

// Where two structures are equal, it says on which side of that the worth of capacity is here: by its central value, or by what is set.
func TestTradeOffSaysWhereTheCaseIs(t *testing.T) {
	rows := []result.RobustnessRow{regretRow("a", 0.6, 200, 900), regretRow("b", 0.4, 400, 700)}
	for base, want := range map[result.Number]string{2: "£3.2m; its central value, £6.4m, is above that.", 0.5: "£3.2m; its central value, £1.6m, is below that.", 1: "£3.2m; its central value, £3.2m, is the same."} {
		a := anAnalysis(result.Analysis{
			Robustness: rows, TradeOffs: []result.TradeOffRow{{First: "a", Second: "b", Money: -8000, Capacity: 2.5, EqualValue: 1, EqualPointWorth: 3200}},
			Switching: []result.SwitchingRow{{Assumption: "capacity.value", Base: base, Low: 0, High: 3, Preferred: "a", Below: none, Above: none}},
		})
		says(t, "central", strings.Join(a.DecisionAnswer().Conclusions, " "), []string{want}, nil)
		a.Switching, a.Settings = nil, []string{"capacity.value=2"}
		says(t, "set", strings.Join(a.DecisionAnswer().Conclusions, " "), []string{"£3.2m; the value set, £6.4m, is above that."}, nil)
	}
}

// What is chosen by one outcome must not be said to lead on another.
func TestLeadOfTheChoice(t *testing.T) {
	lead := func(first, second result.Number, unit, outcome string) string {
		a, b := regretRow("a", 0.6, 200, 900), regretRow("b", 0.4, 400, 700)
		a.Mean, b.Mean, a.Unit, b.Unit, a.Outcome, b.Outcome = first, second, unit, unit, outcome, outcome
		return writtenDecision(anAnalysis(result.Analysis{Robustness: []result.RobustnessRow{a, b}, TradeOffs: []result.TradeOffRow{{First: "a", Second: "b", Money: 19700, Capacity: 7.7, EqualPointWorth: none}}}))
	}
	says(t, "another outcome", lead(171000, 139000, "£k", "structure_npv_k"),
		[]string{"(structure_npv_k), “Apart” leads “Bond”, which loses least after it, by £32.0m in the mean."}, []string{"19.7", "more money"})
	says(t, "where less is better", lead(60, 80, "boards", "statutory_boards"), []string{"“Apart” leads “Bond”, which loses least after it, by 20"}, []string{"more money"})
	says(t, "equal", lead(171000, 171000, "£k", "structure_npv_k"), nil, []string{"leads", "more money"})
}

// A value that the user set is not called central.
func TestValuesThatAreSetAreNotCalledCentral(t *testing.T) {
	a := anAnalysis(result.Analysis{
		Robustness:  []result.RobustnessRow{regretRow("a", 1, 0, 0)},
		Switching:   []result.SwitchingRow{{Assumption: "p", Low: 0, Base: 1.5, High: 2, Preferred: "a", Below: 1, ThenBelow: "b", Above: none}},
		Information: []result.InformationRow{{Outcome: "net_benefit_k", Unit: "£k", Input: "p", Value: 20000, ChangesAt: 1}},
		Tornado:     []result.TornadoRow{{Question: result.Question{Outcome: "net_benefit_k", Structure: "a", Unit: "£k"}, Assumption: "p", AtBase: 5000}},
	})
	a.Settings = []string{"p=1.5"}
	var answers strings.Builder
	for _, answer := range []report.Answer{a.DecisionAnswer(), a.TornadoAnswer()} {
		answer.Write(&answers, report.Style{Width: 300})
	}
	said := writtenDecision(a) + printed(func(w *strings.Builder) { a.WriteTornado(w, report.Style{}) }) + strings.Join(strings.Fields(answers.String()), " ")
	says(t, "set", said, []string{
		"goes away from its central or set value", "Central or set value", "With all assumptions at their central or set values “Apart” is best. Of", "“Apart” is best; 1 of 1 assumption",
		"not at central or set values", "With every assumption at its central or set value: £5.0m", "With every assumption at its central or set value, net benefit",
	}, []string{"entral value"})
}

func TestSwitchingCounts(t *testing.T) {
	row := func(below result.Number) result.SwitchingRow {
		return result.SwitchingRow{Assumption: "p", Kind: "uncertainty", Strength: "A", Low: 0, Base: 1, High: 2, Preferred: "a", Below: below, ThenBelow: "b", Above: none}
	}
	for _, test := range []struct {
		rows []result.SwitchingRow
		want []string
	}{
		{[]result.SwitchingRow{row(none)}, []string{"its central value Of 1 assumption, none can change it alone", "“Apart” is best. Of 1 assumption, none alone can make another the best"}},
		{[]result.SwitchingRow{row(0.5), row(none)}, []string{"Of 2 assumptions, 1 alone can make another the best"}},
	} {
		says(t, "switching", writtenDecision(anAnalysis(result.Analysis{Robustness: []result.RobustnessRow{regretRow("a", 1, 0, 0)}, Switching: test.rows})), test.want, []string{"Strength D"})
	}
}
