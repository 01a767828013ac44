package analyses_test

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// designedRows are a search that moves the office, or nothing; the desk is nearly compelling.
func designedRows(moves bool) result.Analysis {
	unknown := result.Unknown()
	d := result.DesignRow{
		Outcome: "net_benefit_k", Unit: "£k", Regime: result.NoMergerRegime, Chosen: "yes", Compelling: 0.8, FromYear: 0, Value: 9000, Gain: 4000, ValueEvents: 8800, GainEvents: 3800,
		GainEventsP05: -1000, GainEventsP95: 9000, BetterEvents: 0.9, BestOfCase: "b", BestOfCaseFrom: 0, GainOnCase: 2500, BetterThanCase: 0.7, WithoutCompelling: 9500, Failing: "desk",
		Starts: 10, Ends: 2, Singles: 30, Pairs: 400, PairsInFull: 20, Certificate: "No change of one function and no change of two improves it",
	}
	merger := result.DesignRow{Outcome: "net_benefit_k", Unit: "£k", Regime: "Merger by sector", Chosen: "no", Compelling: 0.8, Value: unknown, ValueEvents: unknown, WithoutCompelling: 4000, Failing: "desk;office", Starts: 1, Certificate: "Not all that the merger moves is compelling"}
	row := func(function, tier, arrangement, chosen, why string, gain, better result.Number) result.FunctionRow {
		return result.FunctionRow{Outcome: "net_benefit_k", Unit: "£k", Function: function, Tier: tier, Arrangement: arrangement, GainAlone: gain, GainInPlace: gain, GainP05: gain - 2000, GainP95: gain + 2000, Better: better, Chosen: chosen, Why: why}
	}
	rows := []result.FunctionRow{
		row("office", "local", "", result.YesNo(!moves), "", 0, unknown), row("office", "region", "hub", result.YesNo(moves), "", 3000, 0.85),
		row("desk", "local", "", "yes", "", 0, unknown), row("desk", "sector", "lead", "no", "worth more in the mean, but not compelling", 400, 0.61),
	}
	if moves {
		d.Moved = 1
	}
	return result.Analysis{Designs: []result.DesignRow{d, merger}, Functions: rows,
		FunctionFront:    []result.FunctionFrontRow{{CapacityValue: 1, Set: "yes", Moved: d.Moved, NetBenefit: 4000, Money: -1000, Capacity: 3, Certificate: d.Certificate}},
		FunctionsByValue: []result.FunctionValueRow{{CapacityValue: 1, Function: "office", Tier: "region", Arrangement: "hub"}, {CapacityValue: 1, Function: "desk", Tier: "local"}},
	}
}

func TestFunctionsAnswer(t *testing.T) {
	said := func(change func(*result.Analysis), moves bool) string {
		rows := designedRows(moves)
		if change != nil {
			change(&rows)
		}
		a := anAnalysis(rows)
		a.Properties.BodyPlural = "PCTs"
		return strings.Join(report.Shorten(a.FunctionsAnswer().Conclusions), "\n")
	}
	says(t, "one moves", said(nil, true), []string{
		"On net benefit, 1 of 2 functions should leave the PCTs: “office” to the region, under hub.",
		"Against every function local the structure gains £3.8m in the mean (90 of 100 draws: −£1.0m to £9.0m), and something in 90 of 100 draws.",
		"That is £2.5m more than “Bond”, the best structure of the case that moves anything, and better in 70 of 100 draws.",
		"The least sure is “office”, better moved than local in 85 of 100 draws; “desk” would gain £0.4m in the mean (sector, lead), but in 61 of 100 only.",
		"Of statutory mergers the best, “Merger by sector”, is £5.0m worse, and for 2 of its functions the move is not compelling.",
		"No change of one function (30 tried) and no change of two (400) improves it, from 10 starts that ended at 2 structures.",
	}, []string{"--from-year"})
	says(t, "none moves", said(nil, false), []string{
		"On net benefit, none of 2 functions should leave the PCTs: no move that makes sense is better in at least 80 of 100 draws.", "To leave them all local is £2.5m more than “Bond”", "“desk” would gain £0.4m in the mean (sector, lead), but in 61 of 100 only.",
	}, []string{"gains £3.8m"})
	says(t, "other years, worse", said(func(a *result.Analysis) { a.Designs[0].BestOfCaseFrom, a.Designs[0].GainOnCase = 0.5, -100 }, true), []string{
		"less than “Bond”, the best structure of the case that moves anything, and better in 70 of 100 draws.",
	}, nil)
	says(t, "less is better", said(func(a *result.Analysis) { a.Designs[0].Outcome = "setup_cost_k" }, true), []string{"That is £2.5m less (which is better) than “Bond”"}, nil)
	says(t, "more is worse", said(func(a *result.Analysis) {
		a.Designs[0].Outcome, a.Designs[0].GainOnCase = "setup_cost_k", -2500
	}, true), []string{"That is £2.5m more (which is worse) than “Bond”"}, nil)
	says(t, "nearly compelling", said(func(a *result.Analysis) { a.Functions[3].Better = 0.795 }, false), []string{"at least 80 of 100 draws", "but in 79.5 of 100 only"}, nil)
	says(t, "a merger", said(func(a *result.Analysis) {
		a.Designs[0].Chosen, a.Designs[1].Chosen, a.Designs[1].Moved = "no", "yes", 2
	}, true), []string{"Not all that the merger moves"}, []string{"best statutory merger"})
}

// A search that was stopped says so of what it left local, and not that this is not compelling; one that had ended before the other
// worths of capacity answers as any.
func TestFunctionsAnswerWhereTheSearchWasStopped(t *testing.T) {
	a := anAnalysis(designedRows(true))
	a.Stopped, a.Properties.BodyPlural = true, "PCTs"
	said := func() string { return strings.Join(report.Shorten(a.FunctionsAnswer().Conclusions), "\n") }
	says(t, "at other worths", said(), []string{"interrupted at other worths of capacity", "1 of 2 functions should leave the PCTs", "No change of one function (30 tried)"}, []string{"by then"})
	lead := a.Functions[3]
	lead.Arrangement, lead.Why, lead.GainInPlace, lead.Better = "shared", result.LeftByStop, 6100, 0.92
	a.Functions = append(a.Functions, lead)
	says(t, "before it had ended", said(), []string{"the best structure that was found by then moves 1 of 2", "“desk” would gain £6.1m (sector, shared), better in 92 of 100 draws, but the search was stopped."}, []string{"61 of 100"})
	a.WhyNotCase = "in it the move of desk is not compelling"
	says(t, "why not that of the case", said(), []string{"the best of the case, and better in 70 of 100 draws; not taken: in it the move of desk is not compelling."}, nil)
}

func TestFunctionsInFull(t *testing.T) {
	text := printed(func(w *strings.Builder) { anAnalysis(designedRows(true)).WriteFunctions(w, report.Style{}) })
	other := designedRows(true)
	other.Designs[0].BestOfCaseFrom = 0.5
	says(t, "another year", strings.Join(anAnalysis(other).FunctionsAnswer().Table.Notes, " "), []string{"All is decided in year 0, but “Bond” in 0.5: --from-year 0.5 holds like against like."}, nil)
	other.Designs[0].BestOfCaseFrom = -1
	says(t, "an earlier year", strings.Join(anAnalysis(other).FunctionsAnswer().Table.Notes, " "), []string{"All is decided in year 0, but “Bond” stands from the start."}, []string{"--from-year"})
	other.Designs[0].BestOfCaseFrom = 0.3
	says(t, "no quarter", strings.Join(anAnalysis(other).FunctionsAnswer().Table.Notes, " "), []string{"but “Bond” in 0.3."}, []string{"--from-year"})
	says(t, "full", text, []string{"region, hub", "sector, lead", "No statutory merger *", "Merger by sector", "desk, office", "At other worths of capacity", "1 *", "office"}, nil)
}
