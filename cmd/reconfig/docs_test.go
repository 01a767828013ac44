package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/data/results"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim/ensemble"
)

// TestGeneratedDocsAreUpToDate holds the pages that are made from the case and the program against what these say now.
func TestGeneratedDocsAreUpToDate(t *testing.T) {
	pages := map[string]string{
		"assumptions.md":     assumptionsPage(t, defaultCase),
		"assumptions-icb.md": assumptionsPage(t, "england-icb-2025"),
		"assumptions-ccg.md": assumptionsPage(t, "ccg-mergers-2018"),
		"results.md":         resultsPage(),
	}
	p := readPage(t, "README.md")
	p.kept = []string{"outcomes.csv", "probabilities.csv", "sweep.csv", "datapackage.json"}
	p.also = []string{"london-2010/differences.csv", "london-2010/trajectories.csv"} // trajectories have the years that a figure names
	p.typed([]string{"run", "--no-figures", "--quiet"}, []string{"sweep", "run", filepath.Join("examples", "merger-or-de-facto.yaml"), "--no-figures", "--quiet"})
	if runtime.GOARCH == "amd64" { // other architectures may differ in the last digit of a coordinate
		pages["reduction.svg"] = p.figure("london-2010", "reduction")
		pages["distribution.svg"] = p.figure("london-2010", "distribution")
		pages["best-map.svg"] = p.figure("merger-or-de-facto", "best-map")
	}
	lead := lessOf(t, p.read("london-2010"), "association", "joint-management", result.NetBenefit)
	p.says("ahead of the next (£%sm less to £%sm more), and best in", millions(-lead.from), millions(lead.to))
	p.readmeSweep(filepath.Join(p.dir, "merger-or-de-facto"))
	for name, want := range pages {
		checkDoc(t, filepath.Join(p.root, "docs", name), want)
	}
}

// checkDoc holds a file of the docs against what it should be, or writes it.
func checkDoc(t *testing.T, path, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("docs/%s is out of date; `make docs` writes it anew (%v)", filepath.Base(path), err)
	}
}

const generated = "<!-- Made by `make docs`; do not edit. -->\n\n"

// readmeSweep holds what README says of the sweep that it shows.
func (p *pageOf) readmeSweep(dir string) {
	p.t.Helper()
	s, err := results.ReadSweep(dir, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	deFacto, cells, ahead, sure := map[int]float64{}, 0, map[int]bool{}, 0
	least := map[string]float64{}    // realisation of a full merger that is ahead, by cost of setting up
	for _, r := range s.Sweep.Rows { // of a point, the de facto merger's come first
		switch {
		case r.Statistic == result.Mean && r.Structure == "de-facto-merger":
			deFacto[r.Point] = r.Values[0]
			cells++
		case r.Statistic == result.Mean && r.Values[0] > deFacto[r.Point]:
			ahead[r.Point] = true
			setup := report.Decimal(r.Settings[1], 2)
			least[setup] = min(cmp.Or(least[setup], 1), r.Settings[0])
		case r.Statistic == result.ProbabilityBest && r.Structure == "merger" && r.Values[0] >= 0.9:
			sure++
		}
	}
	p.says("a full merger is ahead in %d of %d cells, in %d of them in at least nine draws of ten", len(ahead), cells, sure)
	p.says("it must make at least %s %% of the possible saving", perCent(least["0.30"]))
	p.says("At half the cost it must make %s %%.", perCent(least["0.15"]))
	c, err := data.OpenCase(defaultCase)
	if err != nil {
		p.t.Fatal(err)
	}
	central, _ := c.AssumptionIndex("realisation.merger")
	p.says("the central value of that share is %s %%.", perCent(c.Assumptions[central].Central))
}

// assumptionsPage is a case's assumptions log, in the sense of the Aqua Book.
func assumptionsPage(t *testing.T, name string) string {
	var out, warnings bytes.Buffer
	args := []string{"case", "show", name, "--only", "assumptions,sources", "--markdown"}
	if code := execute(context.Background(), args, &out, &warnings); code != exitDone {
		t.Fatal(warnings.String())
	}
	return "# Assumptions log: " + name + "\n\n" + generated +
		"Every assumption with its value, range, distribution, strength of evidence and sources, as `reconfig case show\n" +
		name + "` prints it. The equations that use them are in [model.md](model.md).\n\n" + out.String()
}

// typed runs a command.
func typed(t *testing.T, args ...string) {
	t.Helper()
	var out, warnings bytes.Buffer
	if code := execute(context.Background(), args, &out, &warnings); code != exitDone {
		t.Fatal(warnings.String())
	}
}

// resultsPage is the dictionary of every column of a result folder.
func resultsPage() string {
	var b strings.Builder
	b.WriteString("# Columns of the results\n\n" + generated +
		"This page has every column that `reconfig run`, `backtest` and the analyses write, with its unit and meaning.\n" +
		"A folder's own `datapackage.json` says the same, for programs.\n" +
		"The sources that a case rests on are in the case: `reconfig case show london-2010` lists them, with links.\n" +
		"[uncertainty.md](uncertainty.md) says what the statistics mean, [sweeps.md](sweeps.md) what a sweep writes, and\n" +
		"[decision.md](decision.md) what `sensitivity`, `decide`, `variants` and `discover` are for. [reading.md](reading.md) says what to type\n" +
		"in R, Python, DuckDB, Excel and others to read them right.\n")
	for _, declared := range declaredTables() {
		table := result.Wording{}.Table(declared)
		if len(table.Columns) == 0 { // which depend on the command
			b.WriteString("\n## " + table.Name + ".csv of an analysis or a sweep\n\n" + table.Description + ". `datapackage.json` explains each column.\n")
			continue
		}
		b.WriteString("\n## " + table.Name + ".csv\n\n" + table.Description + ".\n\n| column | type | unit | meaning |\n|---|---|---|---|\n")
		for _, c := range table.Columns {
			b.WriteString("| `" + c.Name + "` | " + c.Type + " | " + c.Unit.String() + " | " + c.Description + " |\n")
		}
	}
	return b.String()
}

// declaredTables lists every table that a command may write but a sweep's, which depends on its plan.
func declaredTables() (all []result.Table) {
	var t result.Tables
	for _, rows := range t.Run.List() {
		all = append(all, rows.Table)
	}
	all = append(all, result.BacktestRow{}.Table())
	for _, rows := range t.Analysis.List() {
		all = append(all, rows.Table)
	}
	return all
}

// TestEveryExampleRuns types each example of each command's help, and each command of README and of some pages, but for those
// that stand on a page whose own test types them. The short tests type the first of each command, at a small size, and
// check the words of the others.
func TestEveryExampleRuns(t *testing.T) {
	dir := t.TempDir()
	run := func(line string) {
		t.Helper()
		if strings.HasPrefix(line, "reconfig explore") {
			serveOnce(t, dir, line)
			return
		}
		cmd := exec.Command("sh", "-c", line)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil && !mayFail(line) {
			t.Errorf("%s: %v\n%s", line, err, out)
		}
	}
	prepareExamples(t, dir, run)
	elsewhere := slices.Concat(commandsIn(t, "docs/decision.md"), commandsIn(t, "docs/icb.md"), commandsIn(t, "docs/tutorial.md"))
	seen, typed := map[string]bool{}, map[string]bool{} // a line may stand in several places
	for _, line := range slices.Concat(helpExamples(t), commandsIn(t, "README.md"), commandsIn(t, "docs/sweeps.md"), commandsIn(t, "docs/own-case.md"), commandsIn(t, "docs/excel.md"), commandsIn(t, "docs/backtest.md"), commandsIn(t, "docs/report.md"), elsewhere) {
		if seen[line] || !strings.HasPrefix(line, "reconfig ") || modeltest.Long() && slices.Contains(elsewhere, line) {
			continue // the page about clusters types what submits there
		}
		seen[line] = true
		path := checkWords(t, line)
		if typed[path] && !modeltest.Long() {
			continue
		}
		typed[path] = true
		for command, writes := range map[string]string{"reconfig case copy": line[strings.LastIndex(line, " ")+1:], "reconfig case new my-councils": "my-councils", "reconfig sweep init plan": "plan.yaml", "reconfig sweep init clusters": "clusters.yaml"} {
			if strings.HasPrefix(line, command) {
				os.RemoveAll(filepath.Join(dir, writes))
			}
		}
		run(small(path, line))
		if strings.HasPrefix(line, "reconfig sweep init plan") {
			smallPlan(t, dir) // the plan of what is in out/plan
		}
	}
}

// serveOnce interrupts a command that serves as soon as it does.
func serveOnce(t *testing.T, dir, line string) {
	t.Helper()
	var warnings bytes.Buffer
	cmd := exec.Command("sh", "-c", "exec "+line)
	cmd.Dir, cmd.Stderr = dir, &warnings
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	said, err := bufio.NewReader(out).ReadString('\n')
	if !strings.Contains(said, "http://") {
		t.Errorf("%s: %q, %v", line, said, err)
	}
	_ = cmd.Process.Signal(os.Interrupt) // it may have ended
	if err := cmd.Wait(); err != nil {
		t.Errorf("%s: %v\n%s", line, err, &warnings)
	}
}

// prepareExamples makes what the examples begin with.
func prepareExamples(t *testing.T, dir string, run func(line string)) {
	t.Helper()
	run("reconfig case copy london-2010 my-case")
	run(small("reconfig run", "reconfig run --quiet --no-figures --out my-tables"))
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	run("reconfig case new my-councils --from examples/councils.csv --body council --bodies councils")
	run("reconfig sweep init plan.yaml")
	smallPlan(t, dir)
	for _, shard := range []string{"1/2", "2/2"} {
		run("reconfig sweep run plan.yaml --quiet --shard " + shard)
	}
	if modeltest.Long() {
		run("reconfig sweep run examples/merger-or-de-facto.yaml --quiet --no-figures")
	}
	run("reconfig sweep run examples/baseline.yaml --dry-run")
}

// checkWords checks a line's command, flags and number of arguments, and gives the words of its command.
func checkWords(t *testing.T, line string) (path string) {
	t.Helper()
	cmd, rest, err := newRootCommand(&environment{}).Find(wordsOf(line))
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil {
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err != nil {
		t.Errorf("%s: %v", line, err)
	}
	return cmd.CommandPath()
}

// fewer are words that make a command small.
var fewer = map[string]string{
	"reconfig run":                 "--draws 0 --no-figures --quiet",
	"reconfig compare":             "--draws 0",
	"reconfig report":              "--draws 0 --quiet",
	"reconfig explore":             "--draws 0 --quiet",
	"reconfig sweep gather":        "--no-figures --quiet",
	"reconfig plot":                "--figure capacity",
	"reconfig decide":              "--draws 200 --structure merger,de-facto-merger --group-by none --no-figures --quiet",
	"reconfig discover":            "--draws 300 --no-figures --quiet",
	"reconfig variants":            "--draws 200 --variant horizon-5 --quiet",
	"reconfig design functions":    "--draws 200 --keep finance,informatics,estates,acute,community,primary-care,public-health,quality,engagement,people --no-figures --quiet",
	"reconfig design map":          "--case my-councils --draws 200 --structure merger --bodies 4..7 --groups 2..3 --no-figures --quiet",
	"reconfig sensitivity tornado": "--no-figures --quiet",
	"reconfig sensitivity morris":  "--trajectories 4 --candidates 4 --no-figures --quiet",
	"reconfig sensitivity sobol":   "--points 64 --no-figures --quiet",
	"reconfig sensitivity shapley": "--points 64 --no-figures --quiet",
	"reconfig sensitivity pawn":    "--draws 200 --no-figures --quiet",
}

// small adds words that make a command small, in the short tests. Of a flag that stands twice the latter counts.
func small(path, line string) string {
	if modeltest.Long() {
		return line
	}
	return line + " " + fewer[path]
}

// smallPlan gives the plan of a sweep in a folder one draw, in the short tests.
func smallPlan(t *testing.T, dir string) {
	t.Helper()
	if modeltest.Long() {
		return
	}
	plan := filepath.Join(dir, "plan.yaml")
	content, err := os.ReadFile(plan)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(plan, []byte(strings.Replace(string(content), "draws: 1000", "draws: 1   ", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// mayFail says whether the example is there to show a failure.
func mayFail(line string) bool { return strings.Contains(line, "staff.exit_cost=60") }

// helpExamples lists the examples of all commands; each must have one, and a description.
func helpExamples(t *testing.T) (lines []string) {
	comment := regexp.MustCompile(`\s{3,}.*$`)
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		if c.Name() == "help" {
			return
		}
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s has no example or no description", c.CommandPath())
		}
		for _, line := range strings.Split(c.Example, "\n") {
			lines = append(lines, strings.TrimSpace(comment.ReplaceAllString(strings.TrimSpace(line), "")))
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(newRootCommand(&environment{}))
	return lines
}

// quoted are the words of a command, of which some stand in quotes.
var quoted = regexp.MustCompile(`(?:'[^']*'|"[^"]*"|\S)+`)

// wordsOf splits a command as a shell does, after its first word.
func wordsOf(line string) (words []string) {
	line, _, _ = strings.Cut(line, " > ")
	for _, w := range quoted.FindAllString(line, -1)[1:] {
		words = append(words, strings.NewReplacer("'", "", `"`, "").Replace(w))
	}
	return words
}

// commandsIn lists the lines of a page that call the program.
func commandsIn(t *testing.T, page string) (lines []string) {
	content, err := os.ReadFile(filepath.Join("..", "..", page))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.ReplaceAll(string(content), "\\\n", " "), "\n") { // what goes on after a backslash is one line
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "./reconfig "); ok {
			command, _, _ := strings.Cut(rest, " #")
			lines = append(lines, "reconfig "+strings.TrimSpace(command))
		}
	}
	if len(lines) == 0 {
		t.Errorf("%s calls no command", page)
	}
	return lines
}

// TestReadmeCountsRight holds the numbers that README names against the case and the program.
func TestReadmeCountsRight(t *testing.T) {
	content, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := data.OpenCase(defaultCase)
	if err != nil {
		t.Fatal(err)
	}
	uncertain, judged := report.Judgement(c.Assumptions, nil)
	heldOut := 0
	for _, o := range c.Observations {
		if o.UsedFor == "holdout" && o.Kind == "outturn" {
			heldOut++
		}
	}
	if heldOut != 2 {
		t.Errorf("README says that two outturns were held out; there are %d", heldOut)
	}
	for _, want := range []string{
		fmt.Sprintf("%d of the %d uncertain", judged, uncertain), fmt.Sprintf("%d outcomes", result.OutcomeCount),
		fmt.Sprintf("%d primary care trusts", len(c.Commissioners)),
	} {
		if !strings.Contains(string(content), want) {
			t.Errorf("README does not say %q", want)
		}
	}
}

// TestUncertaintyPageCountsRight holds how many assumptions docs/uncertainty.md says that London has of each kind.
func TestUncertaintyPageCountsRight(t *testing.T) {
	c, err := data.OpenCase(defaultCase)
	if err != nil {
		t.Fatal(err)
	}
	ranges := 0
	for _, a := range c.Assumptions {
		if a.Low < a.High {
			ranges++
		}
	}
	uncertain, _ := report.Judgement(c.Assumptions, nil)
	p := readPage(t, "docs/uncertainty.md")
	p.says("London has %d assumptions, of which %d have a range. %d of these are drawn. The other %d are choices; a tornado moves all %d. Switching values are of %d,",
		len(c.Assumptions), ranges, uncertain, ranges-uncertain, ranges, ranges-1)
}

// TestPagesSayWhatIsComputed holds sentences that were typed against what they are about.
func TestPagesSayWhatIsComputed(t *testing.T) {
	held := ensemble.ExactValues / (9 * result.OutcomeCount) // of London's nine structures
	for page, want := range map[string][]string{
		"../../docs/best-map.svg":   {"is at least 0.6", "De facto merger"},
		"../../docs/uncertainty.md": {report.Decimal(ensemble.ExactValues, 0), report.Decimal(float64(held), 0) + " draws"},
		"../../docs/sweeps.md":      {report.Decimal(ensemble.ExactValues, 0)},
	} {
		content, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(strings.Join(strings.Fields(string(content)), " "), w) {
				t.Errorf("%s does not say %q", page, w)
			}
		}
	}
}
