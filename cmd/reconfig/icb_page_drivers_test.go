package main

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/results"
	"reconfig/model/result"
)

// drivers holds which assumptions could turn the answer, and what its spread hangs on.
func (p *pageOf) drivers() {
	tornado := p.read("england-icb-2025-tornado-merger-cluster").Tornado
	p.says("At central values a merger is %s behind, and none of %d assumptions brings it level", pounds(-float64(tornado[0].AtBase)), len(tornado))
	nearest := tornado[0]
	for _, r := range tornado {
		if max(r.AtLow, r.AtHigh) > max(nearest.AtLow, nearest.AtHigh) {
			nearest = r
		}
	}
	if max(nearest.AtLow, nearest.AtHigh) >= 0 {
		p.t.Errorf("%s turns it", nearest.Assumption)
	}
	p.says("The nearest is how often mergers are refused (`%s`, %s): %s behind at %s %%, %s at %s %%", nearest.Assumption, nearest.Strength,
		pounds(-float64(nearest.AtLow)), perCent(nearest.Low), pounds(-float64(nearest.AtHigh)), perCent(nearest.High))
	a := p.read("icb-value")
	for _, r := range a.Acceptability {
		if r.Structure == "cluster" && r.CapacityValue == 0 {
			p.says("If capacity were worth nothing, a cluster would be ahead in %s of 100 draws", perCent(r.ProbabilityBest))
		}
		if r.Structure == "merger" && r.Frontier != "no" {
			p.t.Errorf("a merger is best where capacity is worth %v", r.CapacityValue)
		}
	}
	for _, r := range a.Switching {
		if !math.IsNaN(float64(r.Above)) || !math.IsNaN(float64(r.Below)) {
			p.t.Errorf("%s alone changes the choice", r.Assumption)
		}
	}
	everything := find(p.t, a.Information, func(r result.InformationRow) bool { return r.Input == result.Everything })
	p.says("Knowing everything before choosing would be worth £%sm", tenthMillions(everything.Value))
	p.shares(p.read("england-icb-2025-shapley-merger-cluster").Shapley)
}

// shares holds what shares of the variance the page names.
func (p *pageOf) shares(rows []result.ShapleyRow) {
	var judged result.Number
	var greatest []string
	effect := map[string]string{}
	for i, r := range rows {
		effect[r.Input] = perCent(r.Effect)
		if r.Strength == "D" {
			judged += r.Effect
		}
		if i < 6 {
			greatest = append(greatest, r.Input)
		}
	}
	slices.Sort(greatest)
	if want := []string{"chances", "disruption.merger", "refusal.merger", "remoteness.sector", "retained.local", "setup.merger"}; !slices.Equal(greatest, want) {
		p.t.Errorf("the greatest shares are of %v", greatest)
	}
	p.says("Refusals have %s %% of the variance of the difference", effect["refusal.merger"])
	p.says("(`retained.local`, D) has %s %%", effect["retained.local"])
	p.says("(`setup.merger`, C) %s %%", effect["setup.merger"])
	for _, input := range []string{"chances", "remoteness.sector", "disruption.merger"} {
		p.says("Three have %s %% each", effect[input])
	}
	p.says("Judgement alone (D) has %s %%", perCent(judged))
}

// rules holds what comes of the answer when the model's rules change: one at a time, as docs/decision.md finds, and two together.
func (p *pageOf) rules() {
	content, err := os.ReadFile(filepath.Join(p.root, "docs", "decision.md"))
	if err != nil {
		p.t.Fatal(err)
	}
	decision := squeezed(string(content))
	found := func(pattern string) []string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(decision)
		if m == nil {
			p.t.Fatalf("docs/decision.md has no %q", pattern)
		}
		return m
	}
	m := found("`cluster merger net_benefit_k > 0`: [^;]*; no variant turns it, but in \\d+ of (\\d+) variants it only leans \\(the least is more-refusals, (\\d+)\\)")
	p.says("Of %s variants none reverses it; with refusals at the high end a cluster still beats a merger in %s of 100 draws", m[1], m[2])
	found("`status-quo \\* net_benefit_k > 0`: [^;]*; it holds in all " + m[1] + " variants")
	p.says("Cutting alone is best under all")
	found("`merger cluster-then-merger net_benefit_k > 0`: [^;]*; turned in 1 of " + m[1] + " variants: all-at-once")
	p.says("Of %s variants of the rules, one reverses this: that what is decided is complete at once", m[1])
	found("On money alone you cannot tell a cluster and a merger apart: more refusals, more failures, cheaper set-up or more years turn the order")
	p.says("more refusals, more failures, cheaper set-up or more years")
	holds := func(claim string) string {
		return perCent(find(p.t, p.read("icb-two-rules").Claims, func(r result.ClaimRow) bool {
			return r.Variant == "no-setup-cost" && strings.HasPrefix(r.Claim, claim)
		}).Share)
	}
	p.says("Then cutting alone is best in %s of 100 draws, and a cluster beats a merger in %s", holds("status-quo *"), holds("cluster merger"))
}

func (p *pageOf) regions() {
	r := p.results("regions")
	net, alone := mergerLessCluster(p.t, r, result.NetBenefit), mergerLessCluster(p.t, r, result.StructureNPV)
	p.says("A merger has %s less net benefit (%s to %s); structure alone is %s less (%s to %s)",
		pounds(-net.mean), pounds(-net.to), pounds(-net.from), pounds(-alone.mean), pounds(alone.from), pounds(alone.to))
	said := p.said(compareRegions...)
	turns := regexp.MustCompile(`At central values 1 of \d+ assumptions would change the order of the two alone\. It is “[^”]+” \(refusal\.merger\) above (0\.\d+)`).FindStringSubmatch(squeezed(said))
	if turns == nil {
		p.t.Fatalf("compare does not say that refusals alone turn it:\n%s", said)
	}
	above, err := strconv.ParseFloat(turns[1], 64)
	if err != nil {
		p.t.Fatal(err)
	}
	p.says("There one assumption could reverse it: more than %s %% of mergers refused", perCent(above))
}

// baseline holds what the page says of the sweep over the total and the errors of single bodies.
func (p *pageOf) baseline() {
	s, err := results.ReadSweep(filepath.Join(p.dir, "baseline"), nil)
	if err != nil {
		p.t.Fatal(err)
	}
	column := func(o result.Outcome) int { return slices.Index(s.Sweep.Outcomes, o) }
	means, best := map[string][]result.SweepRow{}, map[result.Outcome][]float64{}
	for _, row := range s.Sweep.Rows {
		switch {
		case row.Statistic == result.Mean:
			means[row.Structure] = append(means[row.Structure], row)
		case row.Statistic == result.ProbabilityBest && row.Structure == "cluster":
			for _, o := range []result.Outcome{result.NetBenefit, result.StructureNPV} {
				best[o] = append(best[o], row.Values[column(o)])
			}
		}
	}
	var net, npv, saving, cut, capacity []float64
	for i, cluster := range means["cluster"] {
		ahead := func(o result.Outcome) float64 {
			return cluster.Values[column(o)] - means["merger"][i].Values[column(o)]
		}
		net, npv, saving = append(net, ahead(result.NetBenefit)), append(npv, ahead(result.StructureNPV)), append(saving, -ahead(result.SteadySaving))
		cut = append(cut, cluster.Values[column(result.Reduction)])
		capacity = append(capacity, cluster.Values[column(result.CapacityAtTarget)])
	}
	p.says("At every point a cluster has more net benefit: %s to %s in the mean, and in at least %s of 100 draws",
		pounds(slices.Min(net)), pounds(slices.Max(net)), report.Decimal(math.Floor(100*slices.Min(best[result.NetBenefit])), 0))
	p.says("On structure alone it is ahead by £%sm to £%sm, in %s of 100", tenthMillions(slices.Min(npv)), tenthMillions(slices.Max(npv)), perCent(slices.Min(best[result.StructureNPV])))
	p.says("On structure alone it is ahead by £%sm to £%sm, in %s of 100", tenthMillions(slices.Min(npv)), tenthMillions(slices.Max(npv)), perCent(slices.Max(best[result.StructureNPV])))
	p.says("A merger's lasting saving is £%sm to £%sm a year higher", tenthMillions(slices.Min(saving)), tenthMillions(slices.Max(saving)))
	p.says("the cut runs from %s %% to %s %%, capacity when the target is due from %s %% down to %s %%",
		report.Decimal(slices.Min(cut), 0), report.Decimal(slices.Max(cut), 0), perCent(slices.Max(capacity)), perCent(slices.Min(capacity)))
}
