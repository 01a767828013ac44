package report

import (
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/model/result"
)

// WriteDecision writes which structure to choose, how wrong that could be, and what it would be worth to know more.
func (a Analysis) WriteDecision(w io.Writer, s Style) {
	outcome := a.Robustness[0].Outcome
	a.heading(w, fmt.Sprintf("Which structure to choose on %s, %s draws", inWords(outcome), Decimal(float64(a.Draws), 0)))
	a.writeRobustness(w, s)
	a.writeRequirements(w, s)
	a.writeAcceptability(w, s)
	a.writeInformation(w, s)
	a.writeSwitching(w, s)
	a.writeStages(w, s)
	fmt.Fprintln(w)
	WriteParagraphs(w, a.decisionFindings())
}

// section heads a part of a report.
func section(w io.Writer, title string) { fmt.Fprintf(w, "\n%s\n\n", wrap(title, lineWidth)) }

func (a Analysis) writeRobustness(w io.Writer, s Style) {
	var values []result.Number
	for _, r := range a.Robustness {
		values = append(values, r.Mean, r.ExpectedRegret)
	}
	m := a.amount(a.Robustness[0].Unit, values...)
	fmt.Fprintf(w, "How wrong one could be: regret is what is lost against the structure that is best in the draw\n\n")
	var cells [][]string
	for _, r := range a.Robustness {
		cells = append(cells, []string{
			a.plain(r.Structure), m.write(r.Mean), m.write(r.P05) + " to " + m.write(r.P95), chance(float64(r.ProbabilityBest)),
			m.write(r.ExpectedRegret), m.write(r.RegretP95), m.write(r.WorstRegret), a.dominatedBy(r.Structure),
		})
	}
	s.render(w, []column{
		{"Structure", true, nameWidth}, {"Mean\n" + m.heading, false, 0}, {"5th to 95th\npercentile", false, 0}, {"Best, of\n100 draws", false, 0},
		{"Expected\nregret", false, 0}, {"95th perc.\nof regret", false, 0}, {"Worst\nregret", false, 0}, {"Dominated\nby", false, 0},
	}, cells)
	if slices.ContainsFunc(a.Robustness, func(r result.RobustnessRow) bool { return a.dominatedBy(r.Structure) != "" }) {
		fmt.Fprintln(w, "\nDominated by so many others: whatever weight is given to risk, they are preferred (first or second order).")
	}
}

// plain is a structure's name without quotes.
func (a Analysis) plain(code string) string {
	if name := a.Names[code]; name != "" {
		return name
	}
	return code
}

// dominatedBy counts the structures that dominate one; empty if none does.
func (a Analysis) dominatedBy(code string) string {
	n := 0
	for _, r := range a.Dominance {
		if r.Second == code && r.Order > 0 {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return Decimal(float64(n), 0)
}

func (a Analysis) writeRequirements(w io.Writer, s Style) {
	if len(a.Requirements) == 0 {
		return
	}
	section(w, "In how many of 100 draws each requirement is met")
	var names, structures []string
	shares := map[[2]string]float64{}
	for _, r := range a.Requirements {
		if !slices.Contains(names, r.Requirement) {
			names = append(names, r.Requirement)
		}
		if !slices.Contains(structures, r.Structure) {
			structures = append(structures, r.Structure)
		}
		shares[[2]string{r.Structure, r.Requirement}] = float64(r.Share)
	}
	columns := []column{{"Structure", true, nameWidth}}
	for _, name := range names {
		columns = append(columns, column{name, false, 0})
	}
	var cells [][]string
	for _, code := range structures {
		row := []string{a.plain(code)}
		for _, name := range names {
			row = append(row, chance(shares[[2]string{code, name}]))
		}
		cells = append(cells, row)
	}
	s.render(w, columns, cells)
}

// writeAcceptability writes between which worths of capacity each structure has the highest expected net benefit.
func (a Analysis) writeAcceptability(w io.Writer, s Style) {
	if len(a.Acceptability) == 0 {
		return
	}
	section(w, "What to choose at each worth of capacity (capacity.value): nobody knows it, so nothing is averaged over it")
	var frontier []result.AcceptabilityRow
	for _, r := range a.Acceptability {
		if r.Frontier == "yes" {
			frontier = append(frontier, r)
		}
	}
	c := a.Setting.Currency
	var cells [][]string
	for i := 0; i < len(frontier); {
		end := i
		for end+1 < len(frontier) && frontier[end+1].Structure == frontier[i].Structure {
			end++
		}
		first, last := frontier[i], frontier[end]
		cells = append(cells, []string{
			fromTo(float64(first.CapacityValue), float64(last.CapacityValue), 2), fromTo(float64(first.PointWorth)/1000, float64(last.PointWorth)/1000, 1), a.plain(first.Structure),
			fromTo(float64(first.NetBenefit)/1000, float64(last.NetBenefit)/1000, 1), fromTo(100*float64(first.ProbabilityBest), 100*float64(last.ProbabilityBest), 0),
			fromTo(float64(first.EVPI)/1000, float64(last.EVPI)/1000, 1),
		})
		i = end + 1
	}
	s.render(w, []column{
		{"Worth of capacity\n" + c + " per " + c, true, 0}, {"One point for\na year, " + c + "m", true, 0}, {"Best in the mean", true, nameWidth},
		{"Expected net\nbenefit, " + c + "m", true, 0}, {"Best, of\n100 draws", true, 0}, {"Perfect infor-\nmation, " + c + "m", true, 0},
	}, cells)
}

// fromTo writes from where to where something goes.
func fromTo(from, to float64, places int) string {
	a, b := Decimal(from, places), Decimal(to, places)
	if a == b {
		return a
	}
	return a + " … " + b
}

func (a Analysis) writeInformation(w io.Writer, s Style) {
	if len(a.Information) == 0 {
		return
	}
	section(w, "What it is worth to know something before choosing")
	var values []result.Number
	for _, r := range firstOf(a.Information) {
		values = append(values, r.Value)
	}
	m := a.amount(a.Information[0].Unit, values...)
	var cells [][]string
	for i, r := range firstOf(a.Information) {
		if i > 0 && !(r.Value > 0) {
			continue
		}
		cells = append(cells, []string{r.Input, evidence(r.Strength), m.write(r.Value), "± " + m.write(1.96*r.StandardError), hundredth(r.ShareOfEVPI), a.changes(r)})
	}
	s.render(w, []column{
		{"Input", true, 0}, {evidenceHeading, true, 0}, {"Worth\n" + m.heading, false, 0}, {"95 % interval", false, 0}, {"% of perfect\ninformation", false, 0}, {"The choice changes at", true, 44},
	}, cells)
	fmt.Fprintf(w, "\n%s", evidenceNote)
}

// changes says at which value of an assumption, and to which structure, the choice changes.
func (a Analysis) changes(r result.InformationRow) string {
	if math.IsNaN(float64(r.ChangesAt)) {
		return ""
	}
	return Significant(float64(r.ChangesAt)) + ", to " + a.plain(r.ChangesTo)
}

func (a Analysis) writeSwitching(w io.Writer, s Style) {
	if len(a.Switching) == 0 {
		return
	}
	section(w, "Switching values: where another structure becomes the best if one assumption alone goes away from its base")
	var cells [][]string
	switching := 0
	for _, r := range a.Switching {
		if !math.IsNaN(float64(r.Below)) || !math.IsNaN(float64(r.Above)) {
			switching++
		}
		if switching > mostRows {
			continue
		}
		for _, side := range []struct {
			at   result.Number
			then string
		}{{r.Below, r.ThenBelow}, {r.Above, r.ThenAbove}} {
			if !math.IsNaN(float64(side.at)) {
				cells = append(cells, []string{r.Assumption, r.Kind, evidence(r.Strength), Full(float64(r.Low)) + " … " + Full(float64(r.High)), Full(float64(r.Base)), Significant(float64(side.at)), a.plain(side.then)})
			}
		}
	}
	if len(cells) == 0 {
		fmt.Fprintf(w, "none: none of %d assumptions changes it within its plausible range\n", len(a.Switching))
		return
	}
	s.render(w, []column{
		{"Assumption", true, 0}, {"Kind", true, 0}, {evidenceHeading, true, 0}, {"Plausible", true, 0}, {"Base", false, 0}, {"Switches at", false, 0}, {"To", true, nameWidth},
	}, cells)
	a.leftOut(w, switching, "switching.csv")
	fmt.Fprintf(w, "\n%d of %d assumptions have none: they do not change the choice by themselves within their plausible range.\n", len(a.Switching)-switching, len(a.Switching))
}

func (a Analysis) writeStages(w io.Writer, s Style) {
	for _, code := range stagedStructures(a.FirstSteps) {
		var rows []result.FirstStepRow
		var values []result.Number
		for _, r := range a.FirstSteps {
			if r.Structure == code {
				rows = append(rows, r)
				values = append(values, r.Value, r.ExpectedRegret)
			}
		}
		m := a.amount(rows[0].Unit, values...)
		section(w, fmt.Sprintf("What to begin with: %s in two steps, the last at once, or wait", a.name(code)))
		var cells [][]string
		for _, r := range rows {
			cells = append(cells, []string{firstStepNames[r.FirstStep], r.Then, m.write(r.Value), m.write(r.ExpectedRegret), m.write(r.WorstRegret), m.write(r.ValueLearning), m.write(r.RegretLearning), chance(float64(r.ProbBestFirstStep))})
		}
		s.render(w, []column{
			{"Begin with", true, 0}, {"Then, in the mean", true, 0}, {"Mean\n" + m.heading, false, 0}, {"Expected\nregret", false, 0}, {"Worst\nregret", false, 0},
			{"Mean if all is\nlearnt after it", false, 0}, {"Regret\neven so", false, 0}, {"Best, of\n100 draws", false, 0},
		}, cells)
	}
}

func stagedStructures(rows []result.FirstStepRow) []string {
	var codes []string
	for _, r := range rows {
		if !slices.Contains(codes, r.Structure) {
			codes = append(codes, r.Structure)
		}
	}
	return codes
}

var firstStepNames = map[string]string{result.Staged: "the first step", result.Straight: "the last step", result.Late: "nothing yet"}

// decisionFindings says in sentences what to choose, how wrong that may be and what would be worth knowing.
func (a Analysis) decisionFindings() []string {
	best, least := a.Robustness[0], a.Robustness[0]
	for _, r := range a.Robustness {
		if r.ExpectedRegret < best.ExpectedRegret {
			best = r
		}
		if r.WorstRegret < least.WorstRegret {
			least = r
		}
	}
	m, c := a.amount(best.Unit, best.Mean, best.ExpectedRegret), a.Setting.Currency
	if !(best.ExpectedRegret > 0) {
		return []string{fmt.Sprintf("%s is best in every one of these draws: nothing that could be learnt of the uncertain assumptions would change the choice. Choices such as the worth of capacity still can.", a.name(best.Structure)), a.switchingFinding()}
	}
	findings := []string{fmt.Sprintf("%s is best in the mean of draws, and the best in %s draws. Choosing it now loses %s on average against knowing everything, and %s at worst in these draws; the least of the worst regrets is that of %s, %s.",
		a.name(best.Structure), ofHundred(float64(best.ProbabilityBest)), m.words(best.ExpectedRegret, c), m.words(best.WorstRegret, c), a.name(least.Structure), m.words(least.WorstRegret, c))}
	return append(findings, a.informationFinding(), a.switchingFinding())
}

func (a Analysis) informationFinding() string {
	for _, r := range a.Information {
		if r.Input == result.Everything {
			continue
		}
		m := a.amount(r.Unit, r.Value)
		if !(r.Value > 0) {
			return "Knowing any one assumption, or any group of them, would not change the choice."
		}
		return fmt.Sprintf("Most worth finding out: %s, at most %s (± %s), %s %% of what knowing everything would be worth. That is what a study could bring at best; one that costs more is not worth it.",
			r.Input, m.words(r.Value, a.Setting.Currency), m.words(1.96*r.StandardError, a.Setting.Currency), hundredth(r.ShareOfEVPI))
	}
	return ""
}

func (a Analysis) switchingFinding() string {
	if len(a.Switching) == 0 {
		return ""
	}
	n := 0
	for _, r := range a.Switching {
		if !math.IsNaN(float64(r.Below)) || !math.IsNaN(float64(r.Above)) {
			n++
		}
	}
	count := fmt.Sprintf("%d of %d assumptions can change that by themselves", n, len(a.Switching))
	if n == 0 {
		count = fmt.Sprintf("none of %d assumptions changes that by itself", len(a.Switching))
	}
	return fmt.Sprintf("With all assumptions at their base %s is best; %s.", a.name(a.Switching[0].Preferred), count)
}
