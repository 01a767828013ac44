package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// checkNumbers compares the summary of a report, what it saves, and the sentences with those of a run.
func checkNumbers(t *testing.T, all []*element, of, dir string) {
	run := filepath.Join(dir, "run")
	records, printed := ranInto(t, run, "run", "--case", of, "--draws", "200")
	checkSummary(t, all, records)
	saved := savedFiles(t, all)
	if file, err := os.ReadFile(filepath.Join(run, "summary.csv")); err != nil || saved["summary.csv"] != string(file) {
		t.Errorf("the summary that is saved is not summary.csv (%v)", err)
	}
	checkExplained(t, saved)
	checkSentences(t, all, printed)
}

// savedFiles are the files that a click on a page saves, without the byte order mark that each must have.
func savedFiles(t *testing.T, all []*element) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, a := range called(all, "a") {
		if a.attrs["download"] == "" {
			continue
		}
		_, encoded, _ := strings.Cut(a.attrs["href"], "base64,")
		content, err := base64.StdEncoding.DecodeString(encoded)
		text, marked := strings.CutPrefix(string(content), "\uFEFF")
		if err != nil || !marked {
			t.Errorf("%s has no byte order mark (%v)", a.attrs["download"], err)
		}
		files[a.attrs["download"]] = text
	}
	return files
}

// checkExplained looks whether columns.csv explains every column of the other files that are saved, and no other.
func checkExplained(t *testing.T, saved map[string]string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(saved["columns.csv"])).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("columns.csv has %d rows (%v)", len(rows), err)
	}
	explained := map[string][]string{}
	for _, row := range rows[1:] {
		if row[3] == "" {
			t.Errorf("columns.csv says nothing of %s in %s", row[1], row[0])
		}
		explained[row[0]] = append(explained[row[0]], row[1])
	}
	for name, content := range saved {
		header, err := csv.NewReader(strings.NewReader(content)).Read()
		if err != nil || name != "columns.csv" && !slices.Equal(explained[name], header) {
			t.Errorf("%s has the columns %q, explained are %q (%v)", name, header, explained[name], err)
		}
	}
}

// ranInto runs a command that writes results to a folder, and returns the records of their summary and what was printed.
func ranInto(t *testing.T, dir string, args ...string) (records [][]string, printed string) {
	t.Helper()
	var out, warnings bytes.Buffer
	if code := execute(context.Background(), append(args, "--no-figures", "--out", dir), &out, &warnings); code != exitDone {
		t.Fatal(warnings.String())
	}
	file, err := os.ReadFile(filepath.Join(dir, "summary.csv"))
	if err == nil {
		records, err = csv.NewReader(bytes.NewReader(file)).ReadAll()
	}
	if err != nil {
		t.Fatal(err)
	}
	return records, out.String()
}

// checkSummary compares the summary of a page with the records of summary.csv.
func checkSummary(t *testing.T, all []*element, records [][]string) {
	t.Helper()
	value := func(row int, column string) string { return records[row][slices.Index(records[0], column)] }
	columns := []string{"net_benefit_m_mean", "best_on_net_benefit_pct", "steady_saving_m_mean", "one_off_cost_m_mean", "structure_npv_m_mean", "capacity_at_target_pct_mean", "structure_payback_years_p50"}
	rows := summaryRows(all)
	start := slices.IndexFunc(all, func(e *element) bool { return e.attrs["id"] == "summary-table" })
	heading := called(all[start:], "th")[:len(columns)+1]
	if len(rows) != len(records)-1 {
		t.Fatalf("%d rows, want %d", len(rows), len(records)-1)
	}
	for i, row := range rows {
		if name := strings.TrimSpace(row[0].text); name != value(i+1, "name") {
			t.Errorf("row %d is of %q", i, name)
		}
		for k, column := range columns {
			units := 1.0
			if strings.Contains(heading[k+1].text, "£k") { // where millions would read as nothing
				units = 1000
			}
			checkCell(t, row[k+1], units, column, func(c string) string { return value(i+1, c) })
		}
	}
}

// checkSentences wants the sentences of the answer to be those that run prints.
func checkSentences(t *testing.T, all []*element, printed string) {
	t.Helper()
	printed = strings.Join(strings.Fields(printed), " ")
	i := slices.IndexFunc(all, func(e *element) bool { return e.attrs["id"] == "answer-said" })
	said := 0
	for _, e := range called(all[i:], "li") {
		if strings.Contains(all[i].text, e.text) {
			if said++; !strings.Contains(printed, e.text) {
				t.Errorf("run does not say %q", e.text)
			}
		}
	}
	if said == 0 {
		t.Error("the answer says nothing")
	}
}

// summaryRows are the cells of the summary.
func summaryRows(all []*element) (rows [][]*element) {
	start := slices.IndexFunc(all, func(e *element) bool { return e.attrs["id"] == "summary-table" })
	for _, e := range all[start+1:] {
		switch {
		case e.name == "table":
			return rows
		case e.name == "tr" && slices.Contains(e.in, "tbody"):
			rows = append(rows, nil)
		case (e.name == "th" || e.name == "td") && slices.Contains(e.in, "tbody"):
			rows[len(rows)-1] = append(rows[len(rows)-1], e)
		}
	}
	return rows
}

// checkCell wants the value behind a cell, the number that is shown and its range to be those of summary.csv.
func checkCell(t *testing.T, cell *element, units float64, column string, value func(column string) string) {
	t.Helper()
	sorted := value(column)
	if cell.text == "–" { // there is nothing to pay back, and it is sorted last
		sorted = "NaN"
	}
	if cell.attrs["data-value"] != sorted {
		t.Errorf("%s: %q, want %q", column, cell.attrs["data-value"], sorted)
	}
	words := strings.Fields(strings.NewReplacer(report.Judged, "", " to ", " ").Replace(cell.text))
	want := []string{value(column)}
	for _, end := range []string{"p05", "p95"} {
		if i := strings.LastIndex(column, "_"); len(words) > 1 {
			want = append(want, value(column[:i+1]+end))
		}
	}
	if len(words) != len(want) {
		t.Fatalf("%s shows %q", column, cell.text)
	}
	for i, word := range words {
		if !showsAs(word, want[i], units) {
			t.Errorf("%s shows %q, want %q", column, word, want[i])
		}
	}
}

// showsAs says whether a text is a number of a table in so many units, rounded to the digits that it has.
func showsAs(word, cell string, units float64) bool {
	switch word {
	case "never", "–":
		return cell == result.Infinite
	case "<1", ">99":
		v, err := strconv.ParseFloat(cell, 64)
		return err == nil && (word == "<1" && v > 0 && v < 0.5 || word == ">99" && v > 99.5 && v < 100)
	}
	shown, err := strconv.ParseFloat(strings.NewReplacer("−", "-", ",", "").Replace(word), 64)
	v, wrong := strconv.ParseFloat(cell, 64)
	_, decimals, _ := strings.Cut(word, ".")
	return err == nil && wrong == nil && math.Abs(shown-units*v) <= 0.5*math.Pow10(-len(decimals))+1e-9
}
