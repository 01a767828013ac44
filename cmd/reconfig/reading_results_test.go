package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reconfig/data/results"
	"reconfig/model/result"
)

// oddPlan is that of a sweep in which some paybacks never come.
const oddPlan = `
case: ccg-mergers-2018
structures: [status-quo, merger]
vary:
  scale.back-office: [0.8, 0.9]
draws: 20
outcomes: [structure_payback_years]
formats: [csv, parquet]
`

// oddResults writes a small result folder with a workbook, and a sweep into a folder in it.
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
	plan := filepath.Join(work, "plan.yaml")
	if err := os.WriteFile(plan, []byte(oddPlan), 0o644); err != nil {
		t.Fatal(err)
	}
	typed(t, "sweep", "run", plan, "--no-figures", "--quiet", "--out", filepath.Join(dir, "sweep"))
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
	sweep    string   // see sweepFacts
}

func factsOf(t *testing.T, dir string) (f facts) {
	t.Helper()
	r, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
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
	f.sweep = sweepFacts(t, filepath.Join(dir, "sweep"))
	return f
}

// sweepFacts are words on a sweep: paybacks that never come, empty cells, the greatest setting, and the unit of a payback.
func sweepFacts(t *testing.T, dir string) string {
	t.Helper()
	r, err := results.ReadSweep(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	never, empty, greatest := 0, 0, 0.0
	for _, row := range r.Sweep.Rows {
		greatest = max(greatest, row.Settings[0])
		switch payback := row.Values[0]; {
		case math.IsInf(payback, 1):
			never++
		case math.IsNaN(payback):
			empty++
		}
	}
	return fmt.Sprintf("sweep: %d %d %g %s", never, empty, greatest, r.Sweep.Outcomes[0].Column().Unit)
}

// set is the texts in order, each once.
func set(texts []string) []string {
	slices.Sort(texts)
	return slices.Compact(texts)
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
