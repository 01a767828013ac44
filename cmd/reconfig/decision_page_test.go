package main

import (
	"cmp"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/data/results"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// TestDecisionPageSaysWhatItsCommandsFind holds what docs/decision.md says against the tables of its commands, and the figures
// that it shows against those drawn from them.
func TestDecisionPageSaysWhatItsCommandsFind(t *testing.T) {
	p := readPage(t, "docs/decision.md")
	commands := [][]string{{"run", "--structure", "merger", "--no-figures", "--quiet", "--out", filepath.Join("out", "merger-alone")}}
	for _, line := range commandsIn(t, p.name) {
		if !isVariants(line) { // for TestDecisionPageSaysWhichRulesTurnClaims
			commands = append(commands, append(wordsOf(line), "--no-figures", "--quiet"))
		}
	}
	p.typed(commands...)
	p.saving()
	p.headline()
	p.difference()
	p.choice()
	p.choiceOfThree()
	p.information()
	p.steps()
	p.scenario()
	if runtime.GOARCH == "amd64" { // other architectures may differ in the last digit of a coordinate
		for figure, folder := range map[string]string{
			"sobol": "london-2010-sobol-merger-de-facto-merger", "expected-loss": "london-2010-decide", "information": "london-2010-decide",
			"second-step": "london-2010-decide", "scenario": "london-2010-discover-merger-hub-and-sectors",
		} {
			p.says("](%s.svg)", figure)
			checkDoc(t, filepath.Join(p.root, "docs", figure+".svg"), p.figure(folder, figure))
		}
	}
}

func (p *pageOf) saving() {
	mean := find(p.t, p.results("merger-alone").Outcomes, func(r result.OutcomeRow) bool { return r.Statistic == result.Mean })
	p.says("saves %s %% of management cost for good", report.Decimal(mean.Values[result.SteadySavingPct], 1))
	c, err := data.OpenCase(defaultCase)
	if err != nil {
		p.t.Fatal(err)
	}
	uncertain, _ := report.Judgement(c.Assumptions, nil)
	p.says("**Indices share out what is in the ranges** of %d uncertain assumptions", uncertain)
	i, _ := c.AssumptionIndex("capacity.value")
	p.says("the central value of the “worth of capacity” (`capacity.value`), £%.2f per £", c.Assumptions[i].Central)
	var merger, family, scale, limit result.Number
	for _, r := range p.read("saving").Shapley {
		switch quantity, _, _ := strings.Cut(r.Input, "."); {
		case r.Input == "realisation.merger":
			merger = r.Effect
			family += r.Effect
		case quantity == "realisation":
			family += r.Effect
		case r.Input == "scale.back-office" || r.Input == "scale.commissioning":
			scale += r.Effect
		case quantity == "scale_limit":
			limit += r.Effect
		case r.Input == analysis.Chances && r.Effect != 0:
			p.t.Errorf("chances have %v of the saving", r.Effect)
		}
	}
	p.says("(`realisation.*`) has %s %% of the saving's variance, that of a statutory merger (`realisation.merger`) by itself %s %%", perCent(family), perCent(merger))
	p.says("Economies of scale (`scale.back-office`, `scale.commissioning`) have %s %%, and the size beyond which they end (`scale_limit.*`) %s %%", perCent(scale), perCent(limit))
	p.says("The %s %% that fall to the realisation of other arrangements", perCent(family-merger))
}

// headline holds what the page says first, of the two commands that choose among all structures.
func (p *pageOf) headline() {
	undisturbed, risked := ranked(p.read("london-2010-decide").Robustness), ranked(p.read("risked").Robustness)
	for _, of := range [][]result.RobustnessRow{undisturbed, risked} {
		if of[0].Structure != "joint-management" || of[1].Structure != "association" {
			p.t.Errorf("best are %s and %s", of[0].Structure, of[1].Structure)
		}
	}
	if risked[2].Structure != "status-quo" {
		p.t.Errorf("risked, the third is %s", risked[2].Structure)
	}
	lead := func(of []result.RobustnessRow) string { return tenthMillions(of[0].Mean - of[1].Mean) }
	p.says("joint management is best, by £%sm against the next, an association. It is the best of nine in %s of 100 draws.", lead(undisturbed), perCent(undisturbed[0].ProbabilityBest))
	p.says("the lead falls to £%sm and the draws to %s", lead(risked), perCent(risked[0].ProbabilityBest))
	p.says("Joint management has £%sm more net benefit than the next, an association, and is best in %s of 100 draws.", lead(undisturbed), perCent(undisturbed[0].ProbabilityBest))
	p.says("**Risked**, joint management leads by £%sm and is best in %s draws", lead(risked), perCent(risked[0].ProbabilityBest))
	gap := func(of []result.RobustnessRow) string {
		mean := func(code string) result.Number {
			return find(p.t, of, func(r result.RobustnessRow) bool { return r.Structure == code }).Mean
		}
		return millions(mean("de-facto-merger") - mean("merger"))
	}
	d := find(p.t, p.read("london-2010-decide").Dominance, func(r result.DominanceRow) bool { return r.First == "merger" && r.Second == "de-facto-merger" })
	p.says("a full merger is £%sm behind the de facto merger in the mean of draws (£%sm if a reorganisation overtakes it), and ahead in %s of 100.", gap(undisturbed), gap(risked), perCent(d.ProbFirst))
}

// ranked has the structure with the highest mean first.
func ranked(rows []result.RobustnessRow) []result.RobustnessRow {
	return slices.SortedFunc(slices.Values(rows), func(a, b result.RobustnessRow) int { return cmp.Compare(b.Mean, a.Mean) })
}

// tableRow is a row of the page's table of indices.
var tableRow = regexp.MustCompile("\\| [A-Z][a-z :-]+\\(`([a-z_.-]+)`\\) ?†? ?\\| ([0-9]+) % \\| ([0-9]+) % \\| ([0-9]+) % \\| ([A-D–]) \\|")

func (p *pageOf) difference() {
	sobol, shapley := p.read("london-2010-sobol-merger-de-facto-merger"), p.read("london-2010-shapley-merger-de-facto-merger")
	rows := tableRow.FindAllStringSubmatch(p.text, -1)
	for i, row := range rows {
		s := find(p.t, sobol.Sobol, func(r result.SobolRow) bool { return r.Input == row[1] })
		e := find(p.t, shapley.Shapley, func(r result.ShapleyRow) bool { return r.Input == row[1] })
		if want := []string{perCent(s.First), perCent(s.Total), perCent(e.Effect), cmp.Or(s.Strength, "–")}; !slices.Equal(row[2:], want) {
			p.t.Errorf("%s: the page says %v, the analyses %v", row[1], row[2:], want)
		}
		if e.Rank != i+1 {
			p.t.Errorf("%s is at place %d of the page and %d by Shapley effect", row[1], i+1, e.Rank)
		}
	}
	if len(rows) != 7 {
		p.t.Errorf("%d rows of indices are read from the page", len(rows))
	}
	scale := result.Number(0)
	for _, r := range sobol.Sobol {
		if strings.HasPrefix(r.Input, "scale.") {
			scale += r.Total
		}
	}
	p.says("have %s %% of this difference", perCent(scale))
	var turning []string
	for _, r := range p.read("london-2010-tornado-merger-de-facto-merger").Tornado {
		if r.SignChanges == "yes" {
			turning = append(turning, r.Assumption)
		}
	}
	if !slices.Equal(turning, []string{"realisation.merger", "realisation.shared-management"}) {
		p.t.Errorf("%v can turn the difference alone", turning)
	}
	if last := sobol.Settling[len(sobol.Settling)-1]; last.Settled != "yes" {
		p.t.Errorf("%+v", last)
	}
}

func (p *pageOf) choice() {
	a := p.read("london-2010-decide")
	of := func(code string) result.RobustnessRow {
		return find(p.t, a.Robustness, func(r result.RobustnessRow) bool { return r.Structure == code })
	}
	joint, merger, deFacto := of("joint-management"), of("merger"), of("de-facto-merger")
	p.says("Choosing it loses £%sm on average against knowing everything, chance included. The de facto merger loses £%sm and is best in %s draws, a full merger £%sm and %s.",
		tenthMillions(joint.ExpectedRegret), millions(deFacto.ExpectedRegret), perCent(deFacto.ProbabilityBest), millions(merger.ExpectedRegret), perCent(merger.ProbabilityBest))
	trade := func(first, second string) result.TradeOffRow {
		return find(p.t, a.TradeOffs, func(r result.TradeOffRow) bool {
			return r.First == first && r.Second == second || r.First == second && r.Second == first
		})
	}
	t := trade("joint-management", "association")
	p.says("Against an association joint management has £%sm less money, and keeps %s points of capacity for a year more. They are equal where a point for a year is worth £%sm",
		tenthMillions(math.Abs(float64(t.Money))), report.Decimal(math.Abs(float64(t.Capacity)), 0), tenthMillions(t.EqualPointWorth))
	p.says("Below £%.2f per £ the status quo is best in the mean of draws", float64(trade("status-quo", "joint-management").EqualValue))
	if len(a.Frontier) != 2 || a.Frontier[0].Structure != "status-quo" || a.Frontier[1].Structure != "joint-management" {
		p.t.Errorf("%+v", a.Frontier)
	}
	point := float64(a.Acceptability[len(a.Acceptability)-1].PointWorth / a.Acceptability[len(a.Acceptability)-1].CapacityValue)
	p.says("£1.43 per £ of management cost, which puts one percentage point of capacity for a year at £%sm", tenthMillions(1.43*point))
	readme, err := os.ReadFile(filepath.Join(p.root, "README.md"))
	if err != nil {
		p.t.Fatal(err)
	}
	shown := &pageOf{t: p.t, name: "README.md", text: strings.Join(strings.Fields(string(readme)), " ")}
	shown.says("At its central worth joint management is best in %s of 100 draws.", perCent(joint.ProbabilityBest))
	shown.says("Knowing everything before choosing, chance included, would be worth £%sm.", tenthMillions(joint.ExpectedRegret))
	shown.says("joint management of sectors has the highest net benefit over ten years. It is £%sm ahead of the next (", millions(leadOf(p.t, a)))
	shown.says("more), and best in %s of 100 draws.", perCent(joint.ProbabilityBest))
	shown.says("overtaken by the next one, joint management leads by £%sm.", millions(leadOf(p.t, p.read("risked"))))
	p.switching()
}

// leadOf is by how much joint management is ahead of the next structure in the mean; below nothing if another is best.
func leadOf(t *testing.T, a *results.Folder) result.Number {
	t.Helper()
	joint := find(t, a.Robustness, func(r result.RobustnessRow) bool { return r.Structure == "joint-management" })
	next := result.Number(math.Inf(-1))
	for _, r := range a.Robustness {
		if r.Structure != joint.Structure {
			next = max(next, r.Mean)
		}
	}
	return joint.Mean - next
}

// switching holds which assumptions can change the choice alone, and from where on.
func (p *pageOf) switching() {
	a, risked := p.read("london-2010-decide"), p.read("risked")
	p.says("where joint management is ahead by £%sm.", tenthMillions(p.atCentralValues("joint-management")-p.atCentralValues("association")))
	switching := switchingOf(a)
	p.says("%d of %d assumptions can change the choice by themselves", len(switching), len(a.Switching))
	p.says("Risked, %d can.", len(switchingOf(risked)))
	of := func(name, preferred string) result.SwitchingRow {
		r := find(p.t, switching, func(r result.SwitchingRow) bool { return r.Assumption == name })
		if r.Preferred != "joint-management" || r.ThenBelow+r.ThenAbove != preferred {
			p.t.Errorf("%+v: not to %s", r, preferred)
		}
		return r
	}
	r := of("realisation.shared-management", "association")
	p.says("“Share of savings from size realised: shared management” (`realisation.shared-management`, %s): at most %s %% of the possible saving is made, not %s %%; then an association is best.", r.Strength, perCent(r.Below), perCent(r.Base))
	p.says("capacity is worth less than £%.2f per £; then the status quo is.", float64(of("capacity.value", "status-quo").Below))
	r = of("remoteness.sector", "de-facto-merger")
	p.says("“Local knowledge lost by a move to the sector” (`remoteness.sector`, %s): distance costs less than %s %% of local knowledge, not %s %%; then the de facto merger is.", r.Strength, perCent(r.Below), perCent(r.Base))
	r = of("critical_mass.commissioning", "de-facto-merger")
	p.says("“Team size for half of the expertise: commissioning” (`critical_mass.commissioning`, %s): it takes more than %.1f people to have half of the expertise, not %s;", r.Strength, float64(r.Above), report.Decimal(float64(r.Base), 0))
}

// atCentralValues is a structure's net benefit with every assumption at its central value, in £k.
func (p *pageOf) atCentralValues(structure string) float64 {
	p.t.Helper()
	out := filepath.Join(p.t.TempDir(), "central")
	typed(p.t, "run", "--draws", "0", "--structure", structure, "--no-figures", "--quiet", "--out", out)
	r, err := results.Read(out)
	if err != nil {
		p.t.Fatal(err)
	}
	return r.Outcomes[0].Values[result.NetBenefit]
}

// switchingOf lists the assumptions with a switching value.
func switchingOf(a *results.Folder) []result.SwitchingRow {
	return slices.DeleteFunc(slices.Clone(a.Switching), func(r result.SwitchingRow) bool {
		return math.IsNaN(float64(r.Below)) && math.IsNaN(float64(r.Above))
	})
}

func (p *pageOf) choiceOfThree() {
	a := p.read("three")
	if n := len(switchingOf(a)); n != 4 || a.Switching[0].Preferred != "de-facto-merger" {
		p.t.Errorf("%d assumptions can change the choice of %s", n, a.Switching[0].Preferred)
	}
	realised := find(p.t, a.Switching, func(r result.SwitchingRow) bool { return r.Assumption == "realisation.merger" })
	p.says("at least %s %% of what is possible, not the %s %% of its central value", perCent(realised.Above), perCent(realised.Base))
}

func (p *pageOf) information() {
	value := func(folder, input string) result.InformationRow {
		return find(p.t, p.read(folder).Information, func(r result.InformationRow) bool { return r.Input == input })
	}
	const all, most = "london-2010-decide", "realisation.shared-management"
	p.says("Knowing everything before choosing among all nine would be worth £%sm", tenthMillions(value(all, result.Everything).Value))
	single := slices.DeleteFunc(p.read(all).Information, func(r result.InformationRow) bool { return r.Members != 1 })
	top := slices.MaxFunc(single, func(a, b result.InformationRow) int { return cmp.Compare(a.Value, b.Value) })
	if top.Input != most {
		p.t.Errorf("%s is worth most to know", top.Input)
	}
	p.says("is worth most, £%sm (£%sm to £%sm)", tenthMillions(top.Value), tenthMillions(top.Value-1.96*top.StandardError), tenthMillions(top.Value+1.96*top.StandardError))
	p.says("Risked, it is worth £%sm of £%sm", tenthMillions(value("risked", most).Value), tenthMillions(value("risked", result.Everything).Value))
	p.says("£%sm (`scale.*`)", tenthMillions(value(all, "scale.*").Value))
	setup := find(p.t, p.read("london-2010-shapley-merger-de-facto-merger").Shapley, func(r result.ShapleyRow) bool { return r.Input == "setup.merger" })
	p.says("the set-up cost of a merger (`setup.merger`) has %s %% of the difference between the two mergers, but among the three structures above knowing it is worth £%sm", perCent(setup.Effect), tenthMillions(value("three", "setup.merger").Value))
}

func (p *pageOf) steps() {
	a := p.read("london-2010-decide")
	at := func(variant string, year float64) result.StageRow {
		return find(p.t, a.Stages, func(r result.StageRow) bool {
			return r.Variant == variant && (math.IsNaN(year) || float64(r.SecondYear) == year)
		})
	}
	both, alone := at(result.Staged, 1.5), at(result.FirstOnly, math.NaN())
	if straight := at(result.Straight, math.NaN()); !(alone.Changes < 0 && alone.Mean > max(straight.Mean, both.Mean)) {
		p.t.Errorf("the status quo is not ahead of all, or one step is not the best: %v, %v, %v", alone, straight, both)
	}
	p.says("decided in year 1.5, has £%sm less net benefit than a full merger decided in year 0.5. It is better in %s of 100 draws", millions(-both.Against), perCent(both.Better))
	p.says("each further year costs about £%sm", millions((at(result.Staged, 3).Mean-at(result.Staged, 5).Mean)/2))
	for year := 1.0; year <= 3; year += 0.5 {
		if d := at(result.Staged, year).Mean - both.Mean; math.Abs(float64(d)) > 1000 {
			p.t.Errorf("it matters by £%vk whether the second step comes in year 1.5 or %v", d, year)
		}
	}
	d := find(p.t, a.Dominance, func(r result.DominanceRow) bool {
		return r.First == "de-facto-merger" && r.Second == "de-facto-then-merger"
	})
	p.says("to stop after the first step is £%sm better than to take both, and better in %s of 100 draws", millions(alone.Mean-both.Mean), perCent(d.ProbFirst))
	regret := func(a, b result.FirstStepRow) int { return cmp.Compare(a.RegretLearning, b.RegretLearning) }
	if worst, least := slices.MaxFunc(a.FirstSteps, regret), slices.MinFunc(a.FirstSteps, regret); worst.FirstStep != result.Straight || least.FirstStep != result.Late {
		p.t.Errorf("%+v closes off most, %+v least", worst, least)
	}
}

func (p *pageOf) scenario() {
	a := p.read("london-2010-discover-merger-hub-and-sectors")
	limit := func(name string) result.BoxRow {
		return find(p.t, a.Boxes, func(r result.BoxRow) bool { return r.Assumption == name })
	}
	chosen := find(p.t, a.Peeling, func(r result.PeelingRow) bool { return r.Chosen == "yes" })
	p.says("A full merger beats the hub in %s of 100 draws; where the share of savings that it realises (`realisation.merger`) is at least %.2f, the local knowledge lost by the move (`remoteness.sector`) at most %.2f and the set-up cost (`setup.merger`) at most %.2f, in %s.",
		perCent(a.Peeling[0].Density), float64(limit("realisation.merger").From), float64(limit("remoteness.sector").To), float64(limit("setup.merger").To), perCent(chosen.Density))
	p.says("That box holds %s %% of the draws in which it does", perCent(chosen.Coverage))
	if len(a.Boxes) != 3 {
		p.t.Errorf("%d rules, not three", len(a.Boxes))
	}
}
