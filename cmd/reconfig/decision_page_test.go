package main

import (
	"context"
	"fmt"
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
	"reconfig/model/result"
)

// TestDecisionPage types the commands of docs/decision.md and holds what the page says against what they find, and the
// figures that it shows against those that they draw.
func TestDecisionPage(t *testing.T) {
	if testing.Short() {
		t.Skip("shares out the variance of London many times")
	}
	commands := commandsIn(t, "docs/decision.md")
	p := newPage(t, "docs/decision.md")
	for _, line := range commands {
		if isVariants(line) { // for TestDecisionPageVariants
			continue
		}
		var out, warnings strings.Builder
		args := append(strings.Fields(line)[1:], "--format", "svg")
		if code := execute(context.Background(), args, &out, &warnings); code != exitDone {
			t.Fatalf("%s: %s", line, warnings.String())
		}
	}
	p.saving()
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
			checkDoc(t, filepath.Join(p.root, "docs", figure+".svg"), readmeFigure(t, filepath.Join(p.dir, folder), figure))
		}
	}
}

func (p *pageOf) saving() {
	out := filepath.Join(p.t.TempDir(), "run")
	typed(p.t, "run", "--structure", "merger", "--no-figures", "--quiet", "--out", out)
	r, err := data.ReadResults(out)
	if err != nil {
		p.t.Fatal(err)
	}
	mean := find(p.t, r.Outcomes, func(r result.OutcomeRow) bool { return r.Statistic == result.Mean })
	p.says("saves %s %% of management cost for good", report.Decimal(mean.Values[result.SteadySavingPct], 1))
	c, err := data.OpenCase(defaultCase)
	if err != nil {
		p.t.Fatal(err)
	}
	uncertain, _ := report.Judgement(c.Assumptions, nil)
	p.says("**Indices share out what is in the ranges** of %d uncertain assumptions", uncertain)
	i, _ := c.AssumptionIndex("capacity.value")
	p.says("the central value of `capacity.value`, £%.2f per £", c.Assumptions[i].Central)
	var merger, family, scale result.Number
	for _, r := range p.read("saving").Shapley {
		switch quantity, _, _ := strings.Cut(r.Input, "."); {
		case r.Input == "realisation.merger":
			merger = r.Effect
			family += r.Effect
		case quantity == "realisation":
			family += r.Effect
		case r.Input == "scale.back-office" || r.Input == "scale.commissioning":
			scale += r.Effect
		}
	}
	p.says("(`realisation.*`) has %s %%, %s %% of it as `realisation.merger` itself", perCent(family), perCent(merger))
	p.says("economies of scale (`scale.back-office`, `scale.commissioning`) have %s %%", perCent(scale))
	p.says("The %s %% that fall to the realisation of other arrangements", perCent(family-merger))
}

// tableRow is a row of the page's table of indices.
var tableRow = regexp.MustCompile("\\| `([a-z_.-]+)` †? ?\\| ([0-9]+) % \\| ([0-9]+) % \\| ([0-9]+) % \\| ([A-D]) \\|")

func (p *pageOf) difference() {
	sobol, shapley := p.read("london-2010-sobol-merger-de-facto-merger"), p.read("london-2010-shapley-merger-de-facto-merger")
	rows := tableRow.FindAllStringSubmatch(p.text, -1)
	for i, row := range rows {
		s := find(p.t, sobol.Sobol, func(r result.SobolRow) bool { return r.Input == row[1] })
		e := find(p.t, shapley.Shapley, func(r result.ShapleyRow) bool { return r.Input == row[1] })
		if want := []string{perCent(s.First), perCent(s.Total), perCent(e.Effect), s.Strength}; !slices.Equal(row[2:], want) {
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
	if !(scale < 0.01) {
		p.t.Errorf("economies of scale have %v of the difference, not less than 1 %%", scale)
	}
	p.says("have less than 1 %% of this difference")
	if last := sobol.Settling[len(sobol.Settling)-1]; last.Settled != "yes" {
		p.t.Errorf("%+v", last)
	}
}

func (p *pageOf) choice() {
	a := p.read("london-2010-decide")
	of := func(code string) result.RobustnessRow {
		return find(p.t, a.Robustness, func(r result.RobustnessRow) bool { return r.Structure == code })
	}
	staged, merger, deFacto := of("de-facto-then-merger"), of("merger"), of("de-facto-merger")
	d := find(p.t, a.Dominance, func(r result.DominanceRow) bool { return r.First == "merger" && r.Second == "de-facto-merger" })
	p.says("a full merger is £%sm behind the de facto merger in the mean of draws, and ahead in %s of 100.", millions(deFacto.Mean-merger.Mean), perCent(d.ProbFirst))
	p.says("(best in %s of 100 draws) and joint management (%s)", perCent(staged.ProbabilityBest), perCent(of("joint-management").ProbabilityBest))
	trade := find(p.t, a.TradeOffs, func(r result.TradeOffRow) bool {
		return r.First == "joint-management" && r.Second == "de-facto-then-merger" || r.First == "de-facto-then-merger" && r.Second == "joint-management"
	})
	p.says("The first has £%sm less money and keeps %s points of capacity for a year more; they are equal where a point for a year is worth £%sm",
		millions(math.Abs(float64(trade.Money))), report.Decimal(math.Abs(float64(trade.Capacity)), 0), tenthMillions(trade.EqualPointWorth))
	p.says("Choosing the first now loses £%sm on average", millions(staged.ExpectedRegret))
	p.says("A full merger in one step loses £%sm", millions(merger.ExpectedRegret))
	if !(merger.ProbabilityBest < 0.005) {
		p.t.Errorf("a full merger is best in %v of draws", merger.ProbabilityBest)
	}
	equal := func(first, second string) float64 {
		return float64(find(p.t, a.TradeOffs, func(r result.TradeOffRow) bool {
			return r.First == first && r.Second == second || r.First == second && r.Second == first
		}).EqualValue)
	}
	p.says("Below £%.2f per £ the status quo is best in the mean of draws", equal("status-quo", "joint-management"))
	p.says("From there to £%.2f joint management is best, above that a de facto merger followed by a full one", equal("joint-management", "de-facto-then-merger"))
	best := map[string]string{"0.2": "status-quo", "1": "joint-management", "2": "de-facto-then-merger"}
	for _, r := range a.Acceptability {
		if code, asked := best[fmt.Sprint(math.Round(1000*float64(r.CapacityValue))/1000)]; asked && (r.Frontier == "yes") != (r.Structure == code) {
			p.t.Errorf("%+v", r)
		}
	}
	point := float64(a.Acceptability[len(a.Acceptability)-1].PointWorth / a.Acceptability[len(a.Acceptability)-1].CapacityValue)
	p.says("£1.43 per £ of management cost, which puts one percentage point of capacity for a year at £%sm", tenthMillions(1.43*point))
	readme, err := os.ReadFile(filepath.Join(p.root, "README.md"))
	if err != nil {
		p.t.Fatal(err)
	}
	shown := &pageOf{t: p.t, name: "README.md", text: strings.Join(strings.Fields(string(readme)), " ")}
	shown.says("best in %s of 100 draws, joint management in %s; knowing everything before choosing would be worth £%sm",
		perCent(staged.ProbabilityBest), perCent(of("joint-management").ProbabilityBest), millions(staged.ExpectedRegret))
	switching := switchingOf(a)
	p.says("%d of %d assumptions can change the choice by themselves", len(switching), len(a.Switching))
	p.says("joint management is ahead, by £%sm. In the mean of draws the other is, by £%sm", tenthMillions(p.atCentralValues("joint-management")-p.atCentralValues("de-facto-then-merger")),
		tenthMillions(staged.Mean-of("joint-management").Mean))
	if a.Switching[0].Preferred != "joint-management" {
		p.t.Errorf("%s is ahead at central values", a.Switching[0].Preferred)
	}
}

// atCentralValues is a structure's net benefit with every assumption at its central value, in £k.
func (p *pageOf) atCentralValues(structure string) float64 {
	p.t.Helper()
	out := filepath.Join(p.t.TempDir(), "central")
	typed(p.t, "run", "--draws", "0", "--structure", structure, "--no-figures", "--quiet", "--out", out)
	r, err := data.ReadResults(out)
	if err != nil {
		p.t.Fatal(err)
	}
	return r.Outcomes[0].Values[result.NetBenefit]
}

// switchingOf lists the assumptions with a switching value.
func switchingOf(a *data.Analysis) []result.SwitchingRow {
	return slices.DeleteFunc(slices.Clone(a.Switching), func(r result.SwitchingRow) bool {
		return math.IsNaN(float64(r.Below)) && math.IsNaN(float64(r.Above))
	})
}

func (p *pageOf) choiceOfThree() {
	a := p.read("three")
	if n := len(switchingOf(a)); n != 6 || a.Switching[0].Preferred != "de-facto-merger" {
		p.t.Errorf("%d assumptions can change the choice of %s", n, a.Switching[0].Preferred)
	}
	realised := find(p.t, a.Switching, func(r result.SwitchingRow) bool { return r.Assumption == "realisation.merger" })
	setup := find(p.t, a.Switching, func(r result.SwitchingRow) bool { return r.Assumption == "setup.merger" })
	p.says("at least %s %% of what is possible, not the %s %% of its central value, or cost %s %% of pooled spending to set up, not %s %%",
		perCent(realised.Above), perCent(realised.Base), perCent(setup.Below), perCent(setup.Base))
}

func (p *pageOf) information() {
	a := p.read("london-2010-decide")
	value := func(input string) result.InformationRow {
		return find(p.t, a.Information, func(r result.InformationRow) bool { return r.Input == input })
	}
	p.says("Knowing everything before choosing among all nine would be worth £%sm", millions(value(result.Everything).Value))
	remote := value("remoteness.sector")
	p.says("is worth £%sm alone (£%sm to £%sm), and rests on judgement; `realisation.merger` £%sm", tenthMillions(remote.Value),
		tenthMillions(remote.Value-1.96*remote.StandardError), tenthMillions(remote.Value+1.96*remote.StandardError), tenthMillions(value("realisation.merger").Value))
	p.says("At most £%sm (`scale.*`)", tenthMillions(value("scale.*").Value))
	three := find(p.t, p.read("three").Information, func(r result.InformationRow) bool { return r.Input == "setup.merger" })
	setup := find(p.t, p.read("london-2010-shapley-merger-de-facto-merger").Shapley, func(r result.ShapleyRow) bool { return r.Input == "setup.merger" })
	p.says("`setup.merger` has %s %% of the difference between the two mergers, but among the three structures above knowing it is worth £%sm", perCent(setup.Effect), tenthMillions(three.Value))
}

func (p *pageOf) steps() {
	a := p.read("london-2010-decide")
	at := func(variant string, year float64) result.StageRow {
		return find(p.t, a.Stages, func(r result.StageRow) bool {
			return r.Variant == variant && (math.IsNaN(year) || float64(r.SecondYear) == year)
		})
	}
	p.says("decided in year 1.5, has £%sm more net benefit than a full merger decided in year 0.5", millions(at(result.Staged, 1.5).Against))
	p.says("each further year of waiting costs about £%sm", millions((at(result.Staged, 1).Mean-at(result.Staged, 5).Mean)/4))
	alone := at(result.FirstOnly, math.NaN()).Mean
	if !(at(result.Staged, 5).Mean > alone && at(result.Staged, 5.5).Mean < alone) {
		p.t.Error("the second step is not worth it up to year 5 and no longer")
	}
	worst := slices.MaxFunc(a.FirstSteps, func(a, b result.FirstStepRow) int {
		return int(math.Copysign(1, float64(a.RegretLearning-b.RegretLearning)))
	})
	if worst.FirstStep != result.Straight {
		p.t.Errorf("%+v closes off most", worst)
	}
}

func (p *pageOf) scenario() {
	a := p.read("london-2010-discover-merger-hub-and-sectors")
	limit := func(name string) result.BoxRow {
		return find(p.t, a.Boxes, func(r result.BoxRow) bool { return r.Assumption == name })
	}
	chosen := find(p.t, a.Peeling, func(r result.PeelingRow) bool { return r.Chosen == "yes" })
	p.says("A full merger beats the hub in %s of 100 draws; where `realisation.merger` is at least %.2f, `remoteness.sector` at most %.2f and `setup.merger` at most %.2f, in %s.",
		perCent(a.Peeling[0].Density), float64(limit("realisation.merger").From), float64(limit("remoteness.sector").To), float64(limit("setup.merger").To), perCent(chosen.Density))
	if len(a.Boxes) != 3 || math.Abs(float64(chosen.Coverage)-0.75) > 0.02 {
		p.t.Errorf("%d rules, coverage %v: not three, and three in four", len(a.Boxes), chosen.Coverage)
	}
}
