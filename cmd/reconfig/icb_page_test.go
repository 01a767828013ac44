package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/data/results"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/plots/chart"
)

// compareRegions is typed of the map of regions.
var compareRegions = []string{"compare", "cluster", "merger", "--case", "england-icb-2025", "--map", "nhs-regions", "--full"}

// TestICBPageSaysWhatItsCommandsFind holds the numbers and figures of docs/icb.md against the tables of its commands.
func TestICBPageSaysWhatItsCommandsFind(t *testing.T) {
	p := readPage(t, "docs/icb.md")
	p.also = []string{"england-icb-2025/trajectories.csv"} // which have the years that a figure names
	commands := [][]string{compareRegions, {"run", "--case", "england-icb-2025", "--map", "nhs-regions", "--no-figures", "--quiet", "--out", filepath.Join("out", "regions")}}
	var plotted []string
	for _, line := range commandsIn(t, p.name) {
		args := wordsOf(line)
		switch args[0] {
		case "compare":
		case "plot":
			plotted = args
			continue
		case "variants":
			args = append(args, "--quiet")
		default:
			args = append(args, "--no-figures", "--quiet")
		}
		commands = append(commands, args)
	}
	p.typed(commands...)
	england := p.results("england-icb-2025")
	p.clusterOrMerger(england)
	p.inReadme(england)
	p.cuttingAlone(england)
	p.target(england)
	p.bodies(england)
	p.drivers()
	p.rules()
	p.regions()
	p.baseline()
	if runtime.GOARCH == "amd64" { // other architectures may differ in the last digit of a coordinate
		p.says("](icb-difference.svg)")
		checkDoc(t, filepath.Join(p.root, "docs", "icb-difference.svg"), p.figure("england-icb-2025", "difference", plotted[2:]...))
		p.says("](icb-map.svg)")
		checkDoc(t, filepath.Join(p.root, "docs", "icb-map.svg"), p.figure("england-icb-2025", "sector-map"))
	}
}

// difference is how far one structure is from another, draw by draw, and in what share of draws it is better.
type difference struct{ mean, from, to, better float64 }

// lessOf is the second structure less the first, in the order of the case.
func lessOf(t *testing.T, r *results.Folder, first, second string, o result.Outcome) difference {
	t.Helper()
	row := find(t, r.Differences, func(r result.DifferenceRow) bool {
		return r.First == first && r.Second == second && r.Outcome == o.String()
	})
	return difference{
		mean: -float64(row.Mean), from: -float64(row.P95), to: -float64(row.P05),
		better: 1 - float64(row.ProbabilityFirstBetter) - float64(row.ProbabilityEqual),
	}
}

func mergerLessCluster(t *testing.T, r *results.Folder, o result.Outcome) difference {
	t.Helper()
	return lessOf(t, r, "cluster", "merger", o)
}

// pounds writes thousands of pounds in millions, as in −£12m.
func pounds(k float64) string {
	return chart.Unit{Prefix: "£", Suffix: "m", Divisor: 1000}.Format(k, 0)
}

// ofDraws is a share of draws out of 100, in which what is rare is not never.
func ofDraws(share float64) string {
	if share > 0 && share < 0.005 {
		return "<1"
	}
	return perCent(share)
}

// cells are the mean, the range and how often the second is better.
func (d difference) cells() string {
	way := "more"
	if d.mean < 0 {
		way = "less"
	}
	return fmt.Sprintf("%s %s (%s to %s) | %s", pounds(math.Abs(d.mean)), way, pounds(d.from), pounds(d.to), ofDraws(d.better))
}

// clusterOrMerger holds the answer: a full merger less a cluster, and what the net benefit is made of.
func (p *pageOf) clusterOrMerger(r *results.Folder) {
	of := func(o result.Outcome) difference { return mergerLessCluster(p.t, r, o) }
	net, alone := of(result.NetBenefit), of(result.StructureNPV)
	p.says("Over ten years a merger has %s less net benefit (%s to %s less), and is ahead in %s of 100 draws", pounds(-net.mean), pounds(-net.to), pounds(-net.from), ofDraws(net.better))
	if net.from > 0 || net.to > 0 || alone.from > 0 || alone.to < 0 {
		p.t.Errorf("a cluster is not surely ahead on net benefit (%v), or not even by itself (%v)", net, alone)
	}
	p.says("| net benefit, ten years | %s | %s |", net.cells(), of(result.NetBenefitRisked).cells())
	p.says("| structure alone: net present value, ten years | %s | %s |", alone.cells(), of(result.StructureNPVRisked).cells())
	p.says("| structure alone, by the handover in year 3 | %s |", of(result.StructureNPVToHandover).cells())
	p.says("| one-off cost of the structure | %s |", of(result.StructureOneOffCost).cells())
	d := of(result.SteadySaving)
	p.says("| £%sm more (£%sm to £%sm) | %s |", tenthMillions(d.mean), tenthMillions(d.from), tenthMillions(d.to), ofDraws(d.better))
	d = of(result.SteadySavingPct)
	p.says("| %.2f (%.2f to %.2f) | %s |", d.mean, d.from, d.to, ofDraws(d.better))
	d = of(result.CapacityAtTarget)
	p.says("| %s less (%s to %s) | %s |", report.Decimal(-100*d.mean, 1), report.Decimal(100*d.from, 1), report.Decimal(100*d.to, 1), ofDraws(d.better))
	money := of(result.NPVIncludingCuts)
	p.says("Of the £%sm, structure alone is £%sm, fewer cuts are £%sm and lost capacity is £%sm",
		tenthMillions(-net.mean), tenthMillions(-alone.mean), tenthMillions(alone.mean-money.mean), tenthMillions(money.mean-net.mean))
	p.says("after ten years it still has %s points less capacity", report.Decimal(-100*of(result.CapacityEnd).mean, 1))
	c, err := data.OpenCase("england-icb-2025")
	if err != nil {
		p.t.Fatal(err)
	}
	central := func(name string) float64 {
		return find(p.t, c.Assumptions, func(a model.Assumption) bool { return a.Name == name }).Central
	}
	if math.Round(1/central("overtaken.hazard")) != 7 {
		p.t.Errorf("the hazard is %v", central("overtaken.hazard"))
	}
	p.says("about one in seven a year (`overtaken.hazard`, strength C)")
	p.says("£%.2f per £ of management cost (`capacity.value`)", central("capacity.value"))
}

// inReadme holds what README says of it.
func (p *pageOf) inReadme(r *results.Folder) {
	content, err := os.ReadFile(filepath.Join(p.root, "README.md"))
	if err != nil {
		p.t.Fatal(err)
	}
	readme := &pageOf{t: p.t, name: "README.md", text: squeezed(string(content))}
	net, saving := mergerLessCluster(p.t, r, result.NetBenefit), mergerLessCluster(p.t, r, result.SteadySaving)
	readme.says("Over ten years a merger has %s less net benefit than a cluster (%s to %s less), and is ahead in %s of 100 draws",
		pounds(-net.mean), pounds(-net.to), pounds(-net.from), ofDraws(net.better))
	readme.says("beat mergers by %s (%s to %s). Cutting cost without reorganising beats both", pounds(-net.mean), pounds(-net.to), pounds(-net.from))
	readme.says("It saves %s a year more (%s to %s), costs %s more to carry out, and leaves less capacity",
		pounds(saving.mean), pounds(saving.from), pounds(saving.to), pounds(mergerLessCluster(p.t, r, result.StructureOneOffCost).mean))
}

// cuttingAlone holds what each structure loses against doing nothing but cut.
func (p *pageOf) cuttingAlone(r *results.Folder) {
	ahead := []string{}
	for _, s := range []struct{ code, name string }{{"cluster", "cluster"}, {"merger", "full merger"}, {"cluster-then-merger", "cluster, then full merger"}} {
		of := func(o result.Outcome) difference { return lessOf(p.t, r, "status-quo", s.code, o) }
		lost := func(d difference) string {
			return fmt.Sprintf("%s (%s to %s)", pounds(-d.mean), pounds(-d.to), pounds(-d.from))
		}
		p.says("| %s | %s | %s | %s | %s | %s %% |", s.name, lost(of(result.NetBenefit)), pounds(-of(result.NetBenefitRisked).mean),
			lost(of(result.StructureNPV)), pounds(-of(result.StructureNPVRisked).mean), perCent(mean(p.t, r, s.code, result.ChancePaidBack)))
		if better := of(result.NetBenefit).better; better != 0 {
			p.t.Errorf("%s beats cutting alone in a share of %v", s.code, better)
		}
		ahead = append(ahead, perCent(1-of(result.StructureNPV).better))
	}
	p.says("Cutting alone is ahead on net benefit in all draws, on structure alone in %s, %s and %s of 100", ahead[0], ahead[1], ahead[2])
	p.says("A regional office for some work loses %s, less than a cluster, but before any failure it costs £%sm more a year",
		pounds(-lessOf(p.t, r, "status-quo", "regional-office", result.NetBenefit).mean), tenthMillions(-mean(p.t, r, "regional-office", result.SteadySaving)))
	if lessOf(p.t, r, "cluster", "regional-office", result.NetBenefit).mean <= 0 {
		p.t.Error("a regional office loses more than a cluster")
	}
	later := lessOf(p.t, r, "merger", "cluster-then-merger", result.NetBenefit)
	p.says("net benefit is %s below a merger in one step (%s to %s), lower in every draw. Structure alone is %s lower",
		pounds(-later.mean), pounds(-later.to), pounds(-later.from), pounds(-lessOf(p.t, r, "merger", "cluster-then-merger", result.StructureNPV).mean))
	if later.better != 0 {
		p.t.Errorf("merging later is better in a share of %v", later.better)
	}
}

// mean is the mean of an outcome over the draws.
func mean(t *testing.T, r *results.Folder, structure string, o result.Outcome) float64 {
	t.Helper()
	return find(t, r.Outcomes, func(r result.OutcomeRow) bool { return r.Structure == structure && r.Statistic == result.Mean }).Values[o]
}

func (p *pageOf) target(r *results.Folder) {
	of := func(structure string, o result.Outcome) float64 { return mean(p.t, r, structure, o) }
	for _, structure := range []string{"status-quo", "cluster", "merger"} {
		p.says("Cost falls by %s %% when the target is due whatever the structure", report.Decimal(of(structure, result.Reduction), 1))
	}
	p.says("the cut of %s %% follows from what went in", report.Decimal(of("cluster", result.Reduction), 1))
	p.says("A cluster frees %s points of that by then and a merger %s", report.Decimal(of("cluster", result.ReductionFromStructure), 1), report.Decimal(of("merger", result.ReductionFromStructure), 1))
	p.says("Capacity is then %s %% of what it was, against %s %% under a cluster and %s %% under a merger", report.Decimal(100*of("status-quo", result.CapacityAtTarget), 1),
		report.Decimal(100*of("cluster", result.CapacityAtTarget), 1), report.Decimal(100*of("merger", result.CapacityAtTarget), 1))
}

func (p *pageOf) bodies(r *results.Folder) {
	lost := func(structure, size string) string {
		row := find(p.t, r.Sizes, func(r result.SizeRow) bool { return r.Structure == structure && r.Size == size })
		return report.Decimal(-100*float64(row.CapacityAgainstStatusQuo), 1)
	}
	p.says("a full merger takes %s points of capacity from the smallest third of ICBs, compared with doing nothing but cut, and %s from the largest. A cluster takes %s and %s.",
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
	p.says("Of the %d clusters and successors %d consist of a single ICB", len(sectors), alone)
	if known != 7 {
		p.t.Errorf("the cost of %d ICBs is not assumed", known)
	}
	p.says("For the other %d the cost is assumed, in proportion to weighted population, so that all are asked for about the same 38 %%", assumed)
	p.says("(the target allows %s %% more than it spends), Surrey Heartlands one of %s %%", report.Decimal(-body("cluster", "QHM").ReductionAskedPct, 0), report.Decimal(body("cluster", "QXU").ReductionAskedPct, 0))
	p.says("Surrey Heartlands keeps %s points more capacity than alone, Sussex %s points less",
		report.Decimal(100*float64(body("cluster", "QXU").CapacityAgainstStatusQuo), 1), report.Decimal(-100*float64(body("cluster", "QNX").CapacityAgainstStatusQuo), 1))
	p.says("%s", strings.TrimSuffix(strings.TrimPrefix(r.Provenance.Baseline, "Cost at the start: "), "."))
}

// namesOfFiles, and of a column, are the same for every case.
var namesOfFiles = regexp.MustCompile(`,commissioners,|commissioners(\.csv|\.svg|-svg|-title|-desc)|"name": "commissioners"`)

// TestNothingSaidOfEnglandIsOfLondon holds that nothing that the program says of England's case comes from another.
func TestNothingSaidOfEnglandIsOfLondon(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	var said strings.Builder
	draws := fmt.Sprint(" --draws ", modeltest.ShortOrLong(200, 2000)) // 200 are the least that decide takes
	lines := []string{
		"run --format svg" + draws, "compare cluster merger" + draws, "sensitivity tornado merger cluster --format svg", "decide --format svg" + draws,
		"discover merger cluster --where structure_npv_k>0 --format svg" + draws,
	}
	if !modeltest.Long() {
		lines[0] += " --draws 8"
		lines[1] += " --draws 8"
		lines[3] += " --structure cluster,merger --group-by none --horizon 4"
	}
	for _, line := range lines {
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
