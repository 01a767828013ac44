package main

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reconfig/model/modeltest"
)

// readingPage types the lines of docs/reading.md in a result folder in which paybacks never come, a financial year looks like
// a month, and codes look like numbers or like what is missing.
func readingPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "reading.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := oddResults(t)
	want := factsOf(t, dir)
	for _, r := range readers {
		lines := linesUnder(t, string(page), r.heading)
		if r.slow && !modeltest.Long() {
			continue
		}
		t.Run(r.heading, func(t *testing.T) {
			t.Parallel()
			if strings.HasPrefix(r.heading, "A sweep in ") {
				checkSaid(t, r.says(t, filepath.Join(dir, "sweep"), lines), want.sweep)
				return
			}
			switch out := r.says(t, dir, lines); r.heading {
			case "Miller":
				checkMiller(t, out, want)
			case "A table in R":
				checkSaid(t, out, "Structure & Net benefit, £m & 5th percentile & 95th percentile")
			case "jq":
				checkSaid(t, out, "outcomes\tstructure_payback_years\tyears\tTime from the start")
			default:
				checkFacts(t, out, want)
			}
		})
	}
	t.Run("workbook", func(t *testing.T) { t.Parallel(); checkWorkbook(t, dir, want) })
}

// says runs lines of the page in the folder, and gives what is printed.
func (r *reader) says(t *testing.T, dir, lines string) string {
	t.Helper()
	program, ok := found(r.has)
	if !ok {
		t.Skip("not installed, so its lines in docs/reading.md are not run: " + r.install)
	}
	if r.run[0] != r.has[0] { // a shell, which finds the program itself
		program = r.run[0]
	}
	cmd := exec.Command(program, append(slices.Clone(r.run[1:]), lines+r.asks)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

func checkSaid(t *testing.T, out, want string) {
	t.Helper()
	if !strings.Contains(out, want) {
		t.Errorf("no %q in\n%s", want, out)
	}
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
