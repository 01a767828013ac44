package main

import (
	"context"
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

// TestICBPage types the commands of docs/icb.md and holds its numbers and figures against what they find.
func TestICBPage(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates England several times")
	}
	commands := commandsIn(t, "docs/icb.md")
	p := newPage(t, "docs/icb.md")
	if err := os.CopyFS("examples", os.DirFS(filepath.Join(p.root, "examples"))); err != nil {
		t.Fatal(err)
	}
	for _, line := range commands {
		args := strings.Fields(line)[1:]
		switch args[0] {
		case "compare":
		case "sweep":
			args = append(args, "--no-figures", "--quiet")
		default:
			args = append(args, "--format", "svg")
		}
		typed(t, args...)
	}
	typed(t, "run", "--case", "england-icb-2025", "--map", "nhs-regions", "--no-figures", "--quiet", "--out", filepath.Join("out", "regions"))
	england := p.results("england-icb-2025")
	p.clusterOrMerger(england)
	p.target(england)
	p.bodies(england)
	p.drivers()
	p.regions()
	p.baseline()
	if runtime.GOARCH == "amd64" { // other architectures may differ in the last digit of a coordinate
		for name, figure := range map[string]string{"icb-difference": "difference", "icb-map": "sector-map"} {
			p.says("](%s.svg)", name)
			checkDoc(t, filepath.Join(p.root, "docs", name+".svg"), readmeFigure(t, filepath.Join(p.dir, "england-icb-2025"), figure))
		}
	}
}

// difference is a full merger less a cluster.
type difference struct{ mean, from, to, better float64 }

func mergerLessCluster(t *testing.T, r *data.Results, o result.Outcome) difference {
	t.Helper()
	row := find(t, r.Differences, func(r result.DifferenceRow) bool {
		return r.First == "cluster" && r.Second == "merger" && r.Outcome == o.String()
	})
	return difference{-float64(row.Mean), -float64(row.P95), -float64(row.P05), 1 - float64(row.ProbabilityFirstBetter) - float64(row.ProbabilityEqual)}
}

func (p *pageOf) clusterOrMerger(r *data.Results) {
	content, err := os.ReadFile(filepath.Join(p.root, "README.md"))
	if err != nil {
		p.t.Fatal(err)
	}
	readme := &pageOf{t: p.t, name: "README.md", text: squeezed(string(content))}
	saving, share, oneOff := mergerLessCluster(p.t, r, result.SteadySaving), mergerLessCluster(p.t, r, result.SteadySavingPct), mergerLessCluster(p.t, r, result.StructureOneOffCost)
	readme.says("a merger saves £%sm a year more (£%sm to £%sm), %.2f %% of cost, and costs £%sm more to get to (£%sm to £%sm)",
		millions(saving.mean), millions(saving.from), millions(saving.to), share.mean, millions(oneOff.mean), millions(oneOff.from), millions(oneOff.to))
	d := mergerLessCluster(p.t, r, result.SteadySaving)
	p.says("| £%sm more | £%sm to £%sm | %s |", tenthMillions(d.mean), tenthMillions(d.from), tenthMillions(d.to), perCent(d.better))
	d = mergerLessCluster(p.t, r, result.SteadySavingPct)
	p.says("| %.2f | %.2f to %.2f | %s |", d.mean, d.from, d.to, perCent(d.better))
	d = mergerLessCluster(p.t, r, result.StructureOneOffCost)
	p.says("| £%sm more | £%sm to £%sm | %s |", millions(d.mean), millions(d.from), millions(d.to), perCent(d.better))
	for _, o := range []result.Outcome{result.StructureNPV, result.StructureNPVToHandover} {
		d = mergerLessCluster(p.t, r, o)
		p.says("| £%sm less | %s to £%sm | %s |", millions(-d.mean), "−£"+millions(-d.from)+"m", millions(d.to), perCent(d.better))
	}
	d = mergerLessCluster(p.t, r, result.CapacityAtTarget)
	p.says("| %s less | %s to %s | %s |", report.Decimal(-100*d.mean, 1), report.Decimal(100*d.from, 1), report.Decimal(100*d.to, 1), perCent(d.better))
	if d = mergerLessCluster(p.t, r, result.CapacityEnd); !(d.mean < 0 && d.mean > -0.02) {
		p.t.Errorf("after ten years a merger has %v more capacity", d.mean)
	}
	p.says("and a little less still after ten years")
	twice := find(p.t, r.Differences, func(r result.DifferenceRow) bool {
		return r.First == "merger" && r.Second == "cluster-then-merger" && r.Outcome == result.StructureNPV.String()
	})
	p.says("*cluster, then full merger* comes out £%sm ahead", millions(-twice.Mean))
}

// mean is the mean of an outcome over the draws.
func mean(t *testing.T, r *data.Results, structure string, o result.Outcome) float64 {
	t.Helper()
	return find(t, r.Outcomes, func(r result.OutcomeRow) bool { return r.Structure == structure && r.Statistic == result.Mean }).Values[o]
}

func (p *pageOf) target(r *data.Results) {
	of := func(structure string, o result.Outcome) float64 { return mean(p.t, r, structure, o) }
	for _, structure := range []string{"status-quo", "cluster", "merger"} {
		p.says("Cost falls by %s %% when the target is due whatever the structure", report.Decimal(of(structure, result.Reduction), 1))
	}
	p.says("a cluster frees %s points of that by then and a merger %s", report.Decimal(of("cluster", result.ReductionFromStructure), 1), report.Decimal(of("merger", result.ReductionFromStructure), 1))
	p.says("(%s %% of what it was, against %s %% and %s %%)", report.Decimal(100*of("status-quo", result.CapacityAtTarget), 1),
		report.Decimal(100*of("cluster", result.CapacityAtTarget), 1), report.Decimal(100*of("merger", result.CapacityAtTarget), 1))
	p.says("£%sm a year (cluster) or £%sm (merger)", tenthMillions(of("cluster", result.SteadySaving)), tenthMillions(of("merger", result.SteadySaving)))
}

func (p *pageOf) bodies(r *data.Results) {
	lost := func(structure, size string) string {
		row := find(p.t, r.Sizes, func(r result.SizeRow) bool { return r.Structure == structure && r.Size == size })
		return report.Decimal(-100*float64(row.CapacityAgainstStatusQuo), 1)
	}
	p.says("a full merger takes %s points of capacity from the smallest third of ICBs, against doing nothing but cut, and %s from the largest; a cluster %s and %s.",
		lost("merger", "smallest"), lost("merger", "largest"), lost("cluster", "smallest"), lost("cluster", "largest"))
	body := func(structure, code string) result.CommissionerRow {
		return find(p.t, r.Commissioners, func(r result.CommissionerRow) bool { return r.Structure == structure && r.Code == code })
	}
	alone, sectors := 0, map[string]int{}
	known, assumed := 0, 0
	for _, row := range r.Commissioners {
		if row.Structure != "cluster" {
			continue
		}
		sectors[row.Sector]++
		switch {
		case row.ManagementCostBasis != "assumed":
			known++
		case math.Round(row.ReductionAskedPct) == 38:
			assumed++
		}
	}
	for _, n := range sectors {
		if n == 1 {
			alone++
		}
	}
	p.says("Of the %d clusters and successors %d are one ICB by itself", len(sectors), alone)
	if known != 7 {
		p.t.Errorf("the cost of %d ICBs is not assumed", known)
	}
	p.says("For the other %d the cost is assumed, in proportion to weighted population, so that all are asked for about the same 38 %%", assumed)
	p.says("(the target allows %s %% more than it spends), Surrey Heartlands one of %s %%", report.Decimal(-body("cluster", "QHM").ReductionAskedPct, 0), report.Decimal(body("cluster", "QXU").ReductionAskedPct, 0))
	p.says("Surrey Heartlands keeps %s points more capacity than alone, Sussex %s points less",
		report.Decimal(100*float64(body("cluster", "QXU").CapacityAgainstStatusQuo), 1), report.Decimal(-100*float64(body("cluster", "QNX").CapacityAgainstStatusQuo), 1))
	p.says("%s", strings.TrimSuffix(strings.TrimPrefix(r.Provenance.Baseline, "Cost at the start: "), "."))
}

func (p *pageOf) drivers() {
	var judged result.Number
	effect := map[string]string{}
	for _, r := range p.read("england-icb-2025-shapley-merger-cluster").Shapley {
		effect[r.Input] = perCent(r.Effect)
		if r.Strength == "D" {
			judged += r.Effect
		}
	}
	p.says("%s %% of the variance of the difference is what a merger costs to set up", effect["setup.merger"])
	p.says("%s %% how much of the possible saving mergers realise", effect["realisation.merger"])
	p.says("%s %% how often clusters fall apart", effect["collapse.shared-management"])
	p.says("Judgement alone (strength D) has %s %% of the variance", perCent(judged))
	a := p.read("icb-value")
	setup := find(p.t, a.Switching, func(r result.SwitchingRow) bool { return r.Assumption == "setup.merger" })
	if setup.Preferred != "merger" {
		p.t.Errorf("at central values %s is ahead", setup.Preferred)
	}
	p.says("a merger that costs more than %s %% of a year's pooled spending to set up is already behind", report.Decimal(100*float64(setup.Above), 1))
	value := func(input string) result.InformationRow {
		return find(p.t, a.Information, func(r result.InformationRow) bool { return r.Input == input })
	}
	p.says("Knowing `setup.merger` before choosing would be worth £%sm, two thirds of what knowing everything would", tenthMillions(value("setup.merger").Value))
	if share := float64(value("setup.merger").Value / value(result.Everything).Value); math.Abs(share-2.0/3) > 0.02 {
		p.t.Errorf("it is %v of what knowing everything is worth", share)
	}
}

func (p *pageOf) regions() {
	r := p.results("regions")
	p.says("a merger saves £%sm a year more than a cluster, costs £%sm more, and is worth £%sm more in ten years (−£%sm to £%sm)",
		tenthMillions(mergerLessCluster(p.t, r, result.SteadySaving).mean), millions(mergerLessCluster(p.t, r, result.StructureOneOffCost).mean),
		millions(mergerLessCluster(p.t, r, result.StructureNPV).mean), millions(-mergerLessCluster(p.t, r, result.StructureNPV).from), millions(mergerLessCluster(p.t, r, result.StructureNPV).to))
}

// baseline holds what the page says of the sweep over the total and the errors of single bodies.
func (p *pageOf) baseline() {
	s, err := data.ReadSweep(filepath.Join(p.dir, "baseline"))
	if err != nil {
		p.t.Fatal(err)
	}
	column := func(o result.Outcome) int { return slices.Index(s.Outcomes, o) }
	means, best := map[string][]result.SweepRow{}, []float64{}
	for _, row := range s.Rows {
		switch {
		case row.Statistic == result.Mean:
			means[row.Structure] = append(means[row.Structure], row)
		case row.Statistic == result.ProbabilityBest && row.Structure == "cluster":
			best = append(best, row.Values[column(result.StructureNPV)])
		}
	}
	var npv, saving, cut, capacity []float64
	for i, cluster := range means["cluster"] {
		merger := means["merger"][i]
		npv = append(npv, cluster.Values[column(result.StructureNPV)]-merger.Values[column(result.StructureNPV)])
		saving = append(saving, merger.Values[column(result.SteadySaving)]-cluster.Values[column(result.SteadySaving)])
		cut = append(cut, cluster.Values[column(result.Reduction)])
		capacity = append(capacity, cluster.Values[column(result.CapacityAtTarget)])
	}
	p.says("a cluster is ahead by £%sm to £%sm in the mean, in %s to %s of 100 draws", tenthMillions(slices.Min(npv)), tenthMillions(slices.Max(npv)), perCent(slices.Min(best)), perCent(slices.Max(best)))
	p.says("A merger's lasting saving is £%sm to £%sm a year higher", tenthMillions(slices.Min(saving)), tenthMillions(slices.Max(saving)))
	p.says("the cut runs from %s %% to %s %%, capacity when the target is due from %s %% down to %s %%",
		report.Decimal(slices.Min(cut), 0), report.Decimal(slices.Max(cut), 0), perCent(slices.Max(capacity)), perCent(slices.Min(capacity)))
}

// namesOfFiles, and of a column, are the same for every case.
var namesOfFiles = regexp.MustCompile(`,commissioners,|commissioners(\.csv|\.svg|-svg|-title|-desc)|"name": "commissioners"`)

// TestEnglandIsNotLondon holds that nothing that the program says of England's case comes from another.
func TestEnglandIsNotLondon(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	var said strings.Builder
	for _, line := range []string{
		"run --draws 2000 --format svg", "compare cluster merger --draws 2000", "sensitivity tornado merger cluster --format svg", "decide --draws 2000 --format svg",
		"discover merger cluster --where structure_npv_k>0 --draws 2000 --format svg",
	} {
		say(t, &said, append(strings.Fields(line), "--case", "england-icb-2025")...)
	}
	say(t, &said, "case", "check", "england-icb-2025")
	say(t, &said, "case", "show", "england-icb-2025", "--only", "commissioners,maps,structures,assumptions") // sources are cited as they are
	said.WriteString(filesIn(t, "out"))
	c, err := data.OpenCase("england-icb-2025")
	if err != nil {
		t.Fatal(err)
	}
	text := namesOfFiles.ReplaceAllString(said.String(), "")
	for _, own := range c.Commissioners { // as North East London
		text = strings.ReplaceAll(text, own.Name, "")
	}
	for _, x := range c.Memberships {
		text = strings.ReplaceAll(text, x.SectorName, "")
	}
	for _, foreign := range regexp.MustCompile(`.{0,40}(\bPCTs?\b|\bpcts?\b|London|london|\bcommissioners?\b).{0,40}`).FindAllString(text, 9) {
		t.Errorf("a word of another case: %q", foreign)
	}
}

// say runs a command and keeps what it prints.
func say(t *testing.T, said *strings.Builder, args ...string) {
	t.Helper()
	if code := execute(context.Background(), args, said, said); code != exitDone {
		t.Fatalf("%v: %s", args, said)
	}
}

// filesIn is the text of all files of a folder.
func filesIn(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		b.Write(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
