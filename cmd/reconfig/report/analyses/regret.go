package analyses

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// writeRobustness writes what each structure gives, and what choosing it could lose.
func (a Analysis) writeRobustness(w io.Writer, s report.Style) {
	var means []result.Number
	for _, r := range a.Robustness {
		means = append(means, r.Mean)
	}
	m, regret := report.AmountOf(a.Properties, a.Robustness[0].Unit, means...), a.regret()
	fmt.Fprintf(w, "How wrong one could be: regret is what is lost against the structure that is best in the draw\n\n")
	var cells [][]string
	for _, r := range a.Robustness {
		cells = append(cells, []string{
			a.plain(r.Structure), m.Write(r.Mean), m.Write(r.P05) + " to " + m.Write(r.P95), report.Chance(float64(r.ProbabilityBest)),
			regret.Size(r.ExpectedRegret), regret.Size(r.RegretP95), regret.Size(r.WorstRegret), orEmpty(a.dominatedBy(r.Structure)),
		})
	}
	s.Render(w, []report.Column{
		report.Text("Structure").Within(report.NameWidth), report.Number("Mean\n" + m.Heading), report.Number("5th to 95th\npercentile"), report.Number("Best, of\n100 draws"),
		report.Number("Expected\nregret"), report.Number("95th perc.\nof regret"), report.Number("Worst\nregret"), report.Number("Dominated\nby"),
	}, cells)
	dominated := slices.ContainsFunc(a.Robustness, func(r result.RobustnessRow) bool { return a.dominatedBy(r.Structure) > 0 })
	notes(w, mark(dominated, "Dominated by so many others: everybody who does not seek risk prefers them (second order at least)."))
}

// regret is how regrets of structures are printed.
func (a Analysis) regret() report.Amount {
	var regrets []result.Number
	for _, r := range a.Robustness {
		regrets = append(regrets, r.ExpectedRegret, r.WorstRegret)
	}
	return report.LossOf(a.Properties, a.Robustness[0].Unit, regrets...)
}

// dominatedBy counts the structures that dominate one.
func (a Analysis) dominatedBy(code string) int {
	n := 0
	for _, r := range a.Dominance {
		if r.Second == code && r.Order > 0 {
			n++
		}
	}
	return n
}

// regretFinding says which structure is best in the mean of draws, or which are, and what choosing it could lose.
func (a Analysis) regretFinding() string {
	best := a.leastOf(func(r result.RobustnessRow) result.Number { return r.ExpectedRegret })
	if best[0].ExpectedRegret <= a.equalRegrets() {
		return a.surelyBest(best)
	}
	m := a.regret()
	average := m.Words(best[0].ExpectedRegret) + " on average against knowing everything, chance included"
	safest := a.leastOf(func(r result.RobustnessRow) result.Number { return r.WorstRegret })
	least := fmt.Sprintf("the least of the worst regrets is that of %s, %s", report.And(a.namesOf(safest)), m.Words(safest[0].WorstRegret))
	if len(best) > 1 {
		return fmt.Sprintf("%s are equally good in the mean of draws: choosing any of them now loses %s. In these draws, %s.", report.And(a.namesOf(best)), average, least)
	}
	if len(safest) == 1 && safest[0].Structure == best[0].Structure {
		least = "no other loses less at worst"
	}
	return fmt.Sprintf("%s is best in the mean of draws, and the best in %s draws. Choosing it now loses %s, and %s at worst in these draws; %s.",
		a.name(best[0].Structure), report.OfHundred(float64(best[0].ProbabilityBest)), average, m.Words(best[0].WorstRegret), least)
}

// surelyBest says which structures no other is better than in any draw.
func (a Analysis) surelyBest(best []result.RobustnessRow) string {
	which := a.name(best[0].Structure) + " is best in every one of these draws"
	switch {
	case len(best) > 1:
		which = report.And(a.namesOf(best)) + " are equally good, and no other is better in any of these draws"
	case best[0].ProbabilityBest < 1:
		which = "No other is better than " + a.name(best[0].Structure) + " in any of these draws, but in some another is as good"
	}
	return which + ": nothing that could be learnt of the uncertain assumptions would change the choice. " + aboutChoices
}

// leastOf lists the structures that have the least of something, but for what rounding leaves.
func (a Analysis) leastOf(what func(result.RobustnessRow) result.Number) []result.RobustnessRow {
	least := what(slices.MinFunc(a.Robustness, func(x, y result.RobustnessRow) int { return cmp.Compare(what(x), what(y)) }))
	return slices.DeleteFunc(slices.Clone(a.Robustness), func(r result.RobustnessRow) bool { return what(r) > least+a.equalRegrets() })
}

// rounding is by what share of their size figures may differ that are the same.
const rounding = 1e-9

// equalRegrets is by how much regrets may differ where structures are equally good.
func (a Analysis) equalRegrets() result.Number {
	greatest := 0.0
	for _, r := range a.Robustness {
		greatest = max(greatest, math.Abs(float64(r.Mean)), float64(r.WorstRegret))
	}
	return result.Number(rounding * greatest)
}

// namesOf lists the names of structures, in quotes.
func (a Analysis) namesOf(rows []result.RobustnessRow) []string {
	var names []string
	for _, r := range rows {
		names = append(names, a.name(r.Structure))
	}
	return names
}
