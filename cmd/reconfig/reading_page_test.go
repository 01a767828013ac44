package main

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reconfig/data/results"
	"reconfig/model/modeltest"
	"reconfig/model/result"
)

// reader is a program for which docs/reading.md has lines to type.
type reader struct {
	heading string   // over its lines
	has     []string // command that ends well where all that the lines need is installed
	install string
	run     []string // command that takes the lines as its last argument
	asks    string   // lines after those of the page, which print the facts; empty if the page's own lines print them
	slow    bool     // whether it takes most of a second to start, and is left to the long tests
}

const (
	rAsks = `
p <- outcomes$structure_payback_years
p <- p[!is.na(p)]
cat("facts:", sum(p == Inf), format(max(p[is.finite(p)]), digits = 15), format(max(outcomes$structure_npv_k, na.rm = TRUE), digits = 17),
    years$financial_year[1], sum(bodies$on_target), sort(unique(bodies$code), method = "radix"), sort(unique(bodies$sector), method = "radix"), "\n")`
	pythonAsks = `
p = outcomes["structure_payback_years"].dropna()
print("facts:", (p == float("inf")).sum(), float(p[p < float("inf")].max()), float(outcomes["structure_npv_k"].max()),
      years["financial_year"][0], bodies["on_target"].sum(), *sorted(set(bodies["code"])), *sorted(set(bodies["sector"])))`
	duckAsks = `
SELECT concat_ws(' ', 'facts:', (SELECT count(*) FROM outcomes WHERE isinf(structure_payback_years)),
  (SELECT max(structure_payback_years) FROM outcomes WHERE isfinite(structure_payback_years)),
  (SELECT max(structure_npv_k) FROM outcomes), (SELECT first(financial_year) FROM years),
  (SELECT count(*) FROM bodies WHERE on_target), (SELECT string_agg(DISTINCT code, ' ' ORDER BY code) FROM bodies),
  (SELECT string_agg(DISTINCT sector, ' ' ORDER BY sector) FROM bodies));`
	// DuckDB comes to Node as a package, which runs all statements and gives the rows of the last.
	duckInNode = `
const { DuckDBInstance } = require("@duckdb/node-api");
DuckDBInstance.create(":memory:").then(d => d.connect()).then(c => c.runAndReadAll(process.argv[1])).then(r => console.log(r.getRows()[0][0]));`
)

var readers = []reader{
	{"Base R", []string{"Rscript", "--version"}, "apt-get install r-base-core", []string{"Rscript", "-e"}, rAsks, false},
	{"readr", hasInR("readr"), "apt-get install r-cran-readr", []string{"Rscript", "-e"}, rAsks, true},
	{"data.table", hasInR("data.table"), "apt-get install r-cran-data.table", []string{"Rscript", "-e"}, rAsks, true},
	{"readxl", hasInR("readxl"), "apt-get install r-cran-readxl", []string{"Rscript", "-e"}, rAsks, true},
	{"pandas", hasInPython("pandas"), "apt-get install python3-pandas", []string{"python3", "-c"}, pythonAsks, false},
	{"pandas with a workbook", hasInPython("pandas", "openpyxl"), "apt-get install python3-pandas python3-openpyxl", []string{"python3", "-c"}, pythonAsks, true},
	{"DuckDB", []string{"node", "-e", `require.resolve("@duckdb/node-api")`}, "npm install -g @duckdb/node-api; export NODE_PATH=$(npm root -g)", []string{"node", "-e", duckInNode}, duckAsks, false},
	{"Miller", []string{"mlr", "--version"}, "apt-get install miller", []string{"sh", "-c"}, "", false},
	{"jq", []string{"jq", "--version"}, "apt-get install jq", []string{"sh", "-c"}, "", false},
}

func hasInR(name string) []string {
	return []string{"Rscript", "-e", `find.package("` + name + `")`}
}

// hasInPython looks for modules without the time that it takes to import them.
func hasInPython(names ...string) []string {
	return append([]string{"python3", "-c", "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, sys.argv[1:])))"}, names...)
}

// readingPage types the lines of docs/reading.md in a result folder in which paybacks never come, a financial year looks like
// a month, and codes look like numbers or like what is missing.
func readingPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "reading.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := oddResults(t)
	written, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := factsOf(written)
	for _, r := range readers {
		lines := linesUnder(t, string(page), r.heading)
		if r.slow && !modeltest.Long() {
			continue
		}
		t.Run(r.heading, func(t *testing.T) {
			t.Parallel()
			program, ok := found(r.has)
			if !ok {
				t.Skip("not installed, so its lines in docs/reading.md are not run: " + r.install)
			}
			cmd := exec.Command(program, append(slices.Clone(r.run[1:]), lines+r.asks)...)
			if r.run[0] != r.has[0] { // a shell, which finds the program itself
				cmd = exec.Command(r.run[0], append(slices.Clone(r.run[1:]), lines)...)
			}
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			switch r.heading {
			case "Miller":
				checkMiller(t, string(out), want)
			case "jq":
				if !strings.Contains(string(out), "outcomes\tstructure_payback_years\tyears\tTime from the start") {
					t.Errorf("no unit of the payback in\n%s", out)
				}
			default:
				checkFacts(t, string(out), want)
			}
		})
	}
	t.Run("workbook", func(t *testing.T) { t.Parallel(); checkWorkbook(t, dir, want) })
}

// found gives the program of a command that ends well; Debian's own where another of its name stands before it.
func found(command []string) (program string, ok bool) {
	for _, program := range []string{command[0], filepath.Join("/usr/bin", command[0])} {
		if exec.Command(program, command[1:]...).Run() == nil {
			return program, true
		}
	}
	return "", false
}

// oddResults writes a small result folder with a workbook.
func oddResults(t *testing.T) (dir string) {
	t.Helper()
	work := t.TempDir()
	from, dir := filepath.Join(work, "case"), filepath.Join(work, "results")
	typed(t, "case", "copy", "ccg-mergers-2018", from)
	bodies := map[string]string{}
	recode(t, filepath.Join(from, "commissioners.csv"), "code", bodies, []string{"001", "5E1", "NA", "1e5"})
	recode(t, filepath.Join(from, "sectors.csv"), "commissioner", bodies, nil)
	recode(t, filepath.Join(from, "sectors.csv"), "sector", map[string]string{}, []string{"5E1", "5E2", "001"})
	description := filepath.Join(from, "datapackage.json")
	content, err := os.ReadFile(description)
	if err != nil {
		t.Fatal(err)
	}
	content = []byte(strings.ReplaceAll(string(content), `"2018-04-01"`, `"2010-04-01"`))
	if err := os.WriteFile(description, content, 0o644); err != nil {
		t.Fatal(err)
	}
	typed(t, "run", "--case", from, "--draws", "20", "--no-figures", "--quiet", "--format", "xlsx", "--out", dir)
	return dir
}

// recode gives the codes in a column the odd ones, and numbers with a nought before them when these are used up; codes has those
// given before.
func recode(t *testing.T, path, column string, codes map[string]string, odd []string) {
	t.Helper()
	rows := rowsOf(t, path)
	at := slices.Index(rows[0], column)
	for _, row := range rows[1:] {
		if _, ok := codes[row[at]]; !ok {
			code := "0" + strconv.Itoa(10+len(codes))
			if len(codes) < len(odd) {
				code = odd[len(codes)]
			}
			codes[row[at]] = code
		}
		row[at] = codes[row[at]]
	}
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// facts is what a result folder holds that readers get wrong.
type facts struct {
	never    int     // paybacks that never come
	longest  float64 // payback that comes
	npv      float64 // greatest of all
	year     string  // of the first quarter
	onTarget int
	codes    []string // of the bodies
	sectors  []string // their codes
}

func factsOf(r *results.Folder) (f facts) {
	f.longest, f.npv, f.year = math.Inf(-1), math.Inf(-1), r.Trajectories[0].FinancialYear
	for _, row := range r.Outcomes {
		switch payback := row.Values[result.StructurePayback]; {
		case math.IsInf(payback, 1):
			f.never++
		case payback > f.longest:
			f.longest = payback
		}
		if npv := row.Values[result.StructureNPV]; npv > f.npv {
			f.npv = npv
		}
	}
	for _, row := range r.Commissioners {
		f.codes, f.sectors = append(f.codes, row.Code), append(f.sectors, row.Sector)
		if row.OnTarget == "yes" {
			f.onTarget++
		}
	}
	f.codes, f.sectors = set(f.codes), set(f.sectors)
	return f
}

// set is the texts in order, each once.
func set(texts []string) []string {
	slices.Sort(texts)
	return slices.Compact(texts)
}

// checkFacts holds what a reader printed against the facts; the last digits of a number may differ.
func checkFacts(t *testing.T, out string, want facts) {
	t.Helper()
	_, printed, _ := strings.Cut(out, "facts: ")
	words := strings.Fields(printed)
	if len(words) < 5 {
		t.Fatalf("no facts in\n%s", out)
	}
	longest, err1 := strconv.ParseFloat(words[1], 64)
	npv, err2 := strconv.ParseFloat(words[2], 64)
	if err1 != nil || err2 != nil || !near(longest, want.longest) || !near(npv, want.npv) {
		t.Errorf("longest payback %s, greatest net present value %s; should be %g, %g", words[1], words[2], want.longest, want.npv)
	}
	if words[0] != strconv.Itoa(want.never) || words[3] != want.year || words[4] != strconv.Itoa(want.onTarget) {
		t.Errorf("%s paybacks that never come, year %s, %s bodies on target; should be %d, %s, %d", words[0], words[3], words[4], want.never, want.year, want.onTarget)
	}
	if codes := slices.Concat(want.codes, want.sectors); !slices.Equal(words[5:], codes) {
		t.Errorf("codes %s; should be %s", words[5:], codes)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*math.Abs(b) }

// checkMiller holds what the four lines of Miller's section print against the facts.
func checkMiller(t *testing.T, out string, want facts) {
	t.Helper()
	text := squeezed(strings.NewReplacer(`"`, "", "{", "", "}", "", "[", "", "]", "", ",", "").Replace(out))
	count := func(n int) string { return "count: " + strconv.Itoa(n) }
	longest := "structure_payback_years_max: " + strconv.FormatFloat(want.longest, 'g', -1, 64)
	all := strings.Join([]string{count(want.never), longest, count(want.onTarget)}, " ")
	if !strings.HasPrefix(text, all) {
		t.Errorf("got %q; should begin with %q", text, all)
	}
	for _, code := range want.codes {
		if !strings.Contains(text+" ", "code: "+code+" ") {
			t.Errorf("no code %s in %q", code, text)
		}
	}
}

// checkWorkbook holds what Gnumeric and, in the long tests, LibreOffice make of the workbook against the facts.
func checkWorkbook(t *testing.T, dir string, want facts) {
	programs := map[string][]string{"ssconvert": {"-S", "results.xlsx", filepath.Join(t.TempDir(), "%s.csv")}}
	if modeltest.Long() {
		programs["soffice"] = []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", t.TempDir(), "results.xlsx"}
	}
	for program, args := range programs {
		t.Run(program, func(t *testing.T) {
			if _, ok := found([]string{program, "--version"}); !ok {
				t.Skip("not installed, so that it is not known what it makes of a workbook: apt-get install gnumeric libreoffice-calc")
			}
			cmd := exec.Command(program, args...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			out := filepath.Dir(args[len(args)-1])
			if program == "soffice" {
				out = args[len(args)-2]
			}
			if codes := set(cellsOf(t, out, "commissioners", "code")); !slices.Equal(codes, want.codes) {
				t.Errorf("codes %s; should be %s", codes, want.codes)
			}
			if years := cellsOf(t, out, "trajectories", "financial_year"); years[0] != want.year {
				t.Errorf("year %s; should be %s", years[0], want.year)
			}
			never := 0
			for _, payback := range cellsOf(t, out, "outcomes", "structure_payback_years") {
				if payback == "INF" {
					never++
				}
			}
			if never != want.never {
				t.Errorf("%d paybacks that never come; should be %d", never, want.never)
			}
		})
	}
}

// cellsOf reads a column of the sheet's file in dir, whose name ends with the sheet's.
func cellsOf(t *testing.T, dir, sheet, column string) (cells []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"+sheet+".csv"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files of sheet %s: %v, %v", sheet, files, err)
	}
	rows := rowsOf(t, files[0])
	at := slices.Index(rows[0], column)
	for _, row := range rows[1:] {
		cells = append(cells, row[at])
	}
	return cells
}

// rowsOf reads a CSV file.
func rowsOf(t *testing.T, path string) [][]string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// linesUnder gives the lines set off by fences under a heading of a page.
func linesUnder(t *testing.T, page, heading string) string {
	t.Helper()
	_, section, ok := strings.Cut(page, "\n### "+heading+"\n")
	_, fenced, fence := strings.Cut(section, "```")
	_, fenced, line := strings.Cut(fenced, "\n")
	lines, _, end := strings.Cut(fenced, "```")
	if !ok || !fence || !line || !end {
		t.Fatalf("docs/reading.md has no lines under %q", heading)
	}
	return lines
}
