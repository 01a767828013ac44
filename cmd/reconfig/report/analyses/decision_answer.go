package analyses

import (
	"fmt"
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/unit"
)

// DecisionAnswer says which structure to choose, and how wrong that could be.
func (a Analysis) DecisionAnswer() report.Answer {
	said := a.choiceConclusions()
	said = append(said, a.exchange()...)
	said = append(said, a.worthFinding(), a.changeAlone())
	return a.answer(a.WriteDecision, a.robustness(), said...)
}

// robustnessLine is a line of that table.
type robustnessLine struct {
	result.RobustnessRow
	DominatedBy int `csv:"dominated_by" unit:"structures" about:"How many other structures everybody prefers who does not seek risk"`
}

// robustness is the table of what each structure gives, and what choosing it could lose.
func (a Analysis) robustness() report.Summary {
	var means []result.Number
	for _, r := range a.Robustness {
		means = append(means, r.Mean)
	}
	declared := a.Robustness[0].Unit
	m, regret := report.AmountOf(a.Properties, declared, means...), a.regret()
	t := report.Summary{
		Title:   fmt.Sprintf("What each structure gives in %s, %s, and what choosing it could lose (regret). %s", wordsOf(a.Robustness[0].Outcome), report.Count(a.Draws, "draw", "draws"), a.caption()),
		Records: a.records(result.RobustnessRow{}.Table(), a.Robustness),
		Columns: []report.Column{
			report.Text("Structure").Within(report.NameWidth), report.Number("Mean " + m.Heading), report.Number("5th to 95th percentile"), report.Number("Best, of 100 draws"), report.Number("Expected regret").Noted(aboutRegret), report.Number("Worst regret").Noted(aboutRegret),
			report.Number("Dominated by").Noted("Dominated by so many others: everybody who does not seek risk prefers them."), report.Number("95th perc. of regret").Noted(aboutRegret),
		},
	}
	var lines []robustnessLine
	for _, r := range a.Robustness {
		lines = append(lines, robustnessLine{r, a.dominatedBy(r.Structure)})
		t.Rows = append(t.Rows, []string{
			a.plain(r.Structure), m.Write(r.Mean), m.Write(r.P05) + " to " + m.Write(r.P95), report.Chance(float64(r.ProbabilityBest)),
			regret.Size(r.ExpectedRegret), regret.Size(r.WorstRegret), orEmpty(a.dominatedBy(r.Structure)), regret.Size(r.RegretP95),
		})
	}
	t.Lines = report.LinesOf(a.naming(), lines)
	if said := a.PointYears(); said != "" {
		t.Notes = append(t.Notes, said)
	}
	if len(report.Switching(a.Switching)) > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("Where another is the best: switching.csv, with all other assumptions at %s values, among all structures. What run and compare say is of two structures alone.", a.central()))
	}
	return t
}

// aboutRegret explains the columns of regret.
const aboutRegret = "Regret: what is lost against the structure that is best in the draw."

// choiceConclusions says which structure is best in the mean of draws, or which are, and what choosing it could lose.
func (a Analysis) choiceConclusions() []string {
	best := a.leastOf(func(r result.RobustnessRow) result.Number { return r.ExpectedRegret })
	outcome := wordsOf(a.Robustness[0].Outcome)
	if best[0].ExpectedRegret <= a.equalRegrets() {
		return []string{fmt.Sprintf("On %s, %s in any of these draws.", outcome, "no structure is better than "+a.names(best)),
			"Nothing that could be learnt of the uncertain assumptions would change the choice.", aboutChoices}
	}
	m := a.regret()
	said := fmt.Sprintf("On %s, %s is best in the mean of draws, and the best in %s draws.", outcome, a.name(best[0].Structure), report.OfHundred(float64(best[0].ProbabilityBest)))
	if len(best) > 1 {
		said = fmt.Sprintf("On %s, %s are equally good in the mean of draws.", outcome, a.names(best))
	}
	safest := a.leastOf(func(r result.RobustnessRow) result.Number { return r.WorstRegret })
	least := "No other loses less at worst in these draws."
	if len(safest) > 1 || safest[0].Structure != best[0].Structure {
		least = fmt.Sprintf("The least of the worst regrets is that of %s, %s.", a.names(safest), m.Words(safest[0].WorstRegret))
	}
	return []string{said, fmt.Sprintf("Choosing it now loses %s on average against knowing everything, and %s at worst in these draws.", m.Words(best[0].ExpectedRegret), m.Words(best[0].WorstRegret)), least}
}

// aboutChoices says what is not drawn, so that draws tell nothing of it.
const aboutChoices = "Levers and conventions that are not drawn are choices: other values of them may change which structure is best."

// mostNamed is how many structures a conclusion names before it counts them.
const mostNamed = 2

// names is what a conclusion calls some structures.
func (a Analysis) names(rows []result.RobustnessRow) string {
	if len(rows) > mostNamed {
		return fmt.Sprintf("%d structures", len(rows))
	}
	return report.And(a.namesOf(rows))
}

// exchange says what the two structures that lose least trade for one another; or, if another outcome than net benefit is chosen
// by, how far the one leads on that.
func (a Analysis) exchange() []string {
	if len(a.Robustness) > 1 && a.Robustness[0].Outcome != result.NetBenefit.String() {
		return []string{a.leadFinding()}
	}
	x, y, t, trades := a.pairTraded()
	if !trades {
		return nil
	}
	return []string{a.traded(x, y, t), a.equalWhere(x, t)}
}

// pairTraded is what the two structures that lose least trade for one another, money or capacity, of which the first keeps more;
// false where they trade none.
func (a Analysis) pairTraded() (x, y string, t result.TradeOffRow, trades bool) {
	if len(a.Robustness) < 2 || a.Robustness[0].Outcome != result.NetBenefit.String() {
		return "", "", t, false
	}
	x, y = a.Robustness[0].Structure, a.Robustness[1].Structure
	t, found := a.tradeOff(x, y)
	if t.Capacity < 0 {
		x, y, t.Money, t.Capacity = y, x, -t.Money, -t.Capacity
	}
	return x, y, t, found && float64(t.Capacity) >= fewPoints
}

// traded says what the first has less or more of money than the second, and keeps more of capacity.
func (a Analysis) traded(x, y string, t result.TradeOffRow) string {
	more := "less"
	if t.Money > 0 {
		more = "more"
	}
	m := report.AmountOf(a.Properties, "£k", t.Money, t.EqualPointWorth)
	return fmt.Sprintf("%s has %s %s money than %s, and keeps %s more point-years of capacity.", a.name(x), m.Words(result.Number(math.Abs(float64(t.Money)))), more, a.name(y), report.Decimal(float64(t.Capacity), 1))
}

// PointYears explains what DecisionAnswer counts capacity in; empty where it trades none.
func (a Analysis) PointYears() string {
	if _, _, _, trades := a.pairTraded(); trades {
		return aboutPointYears
	}
	return ""
}

const aboutPointYears = "A point-year is one percentage point of capacity for one year; point-years are summed over the years, and discounted."

// equalWhere says at which worth of capacity the two are equal, and on which side of that its worth is here.
func (a Analysis) equalWhere(x string, t result.TradeOffRow) string {
	if math.IsNaN(float64(t.EqualPointWorth)) {
		return fmt.Sprintf("%s is better in the mean of draws, whatever capacity is worth.", a.name(x))
	}
	m := report.AmountOf(a.Properties, "£k", t.Money, t.EqualPointWorth)
	said := fmt.Sprintf("The two are equal in the mean of draws where a point-year is worth %s", m.Words(t.EqualPointWorth))
	worth, called, known := a.worthOfCapacity()
	if !known || t.EqualValue == 0 {
		return said + "."
	}
	here, side := result.Number(worth)*t.EqualPointWorth/t.EqualValue, "above that"
	switch {
	case m.Words(here) == m.Words(t.EqualPointWorth):
		side = "the same"
	case here < t.EqualPointWorth:
		side = "below that"
	}
	return fmt.Sprintf("%s; %s, %s, is %s.", said, called, m.Words(here), side)
}

// worthOfCapacity is capacity.value, and what it is called: set, or central. It is false where it is not known.
func (a Analysis) worthOfCapacity() (worth float64, called string, known bool) {
	const name = "capacity.value"
	for _, s := range a.Settings {
		if set, v, err := model.ParseSetting(s); err == nil && set == name {
			return v, "the value set", true
		}
	}
	for _, r := range a.Switching {
		if r.Assumption == name {
			return float64(r.Base), "its central value", true
		}
	}
	return 0, "", false
}

// worthFinding names what is most worth finding out.
func (a Analysis) worthFinding() string {
	top, said := a.mostWorth()
	if said != "" || top == nil {
		return said
	}
	m, within := report.LossOf(a.Properties, top.Unit, top.Value), ""
	if m.HasMargin(top.StandardError) {
		within = " (± " + m.Words(1.96*top.StandardError) + ")"
	}
	about := "worth at most " + m.Words(top.Value) + within
	if unit.Parse(top.Unit).Kind() == unit.Money {
		about = "a study of it may cost at most " + m.Words(top.Value) + within
	}
	return fmt.Sprintf("Most worth finding out is %s: %s.", a.called(top.Input), about)
}

// changeAlone says how many assumptions can change the choice by themselves.
func (a Analysis) changeAlone() string {
	if len(a.Switching) == 0 {
		return ""
	}
	n := len(report.Switching(a.Switching))
	return fmt.Sprintf("With all assumptions at their %s values %s is best; %s of %s alone can make another the best, within what is plausible.", a.central(),
		a.name(a.Switching[0].Preferred), orNone(n), report.Count(len(a.Switching), "assumption", "assumptions"))
}
