package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/model/modeltest"
	"reconfig/model/result"
)

// element is an element of a report.
type element struct {
	name  string
	attrs map[string]string
	text  string // of itself and of what is in it
	in    []string
}

// reportPage makes a report and gives its bytes.
func reportPage(t *testing.T, file string, args ...string) []byte {
	t.Helper()
	var out, warnings bytes.Buffer
	if code := execute(context.Background(), append([]string{"report", "--quiet", "--out", file}, args...), &out, &warnings); code != exitDone {
		t.Fatal(warnings.String())
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// elementsOf reads a report strictly: every element is closed, every attribute quoted.
func elementsOf(t *testing.T, page []byte) []*element {
	t.Helper()
	var all, open []*element
	d := xml.NewDecoder(bytes.NewReader(page))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			for _, o := range open {
				e.in = append(e.in, o.name)
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, o := range open {
				o.text += string(x)
			}
		}
	}
}

// called lists the elements of a name.
func called(all []*element, name string) []*element {
	return slices.DeleteFunc(slices.Clone(all), func(e *element) bool { return e.name != name })
}

// hostileName is a name that would do something if it were not escaped.
const hostileName = `<script>window.changed=1</script>&<b class='x'>`

// writeHostile writes a small case whose names look like markup.
func writeHostile(t *testing.T, dir string) {
	t.Helper()
	plain := filepath.Join(t.TempDir(), "plain")
	writeSmall(t, plain)
	c, err := data.OpenCase(plain)
	if err != nil {
		t.Fatal(err)
	}
	c.Title, c.Description = "Title "+hostileName, "Description "+hostileName
	for i := range c.Structures {
		c.Structures[i].Name += hostileName
		c.Structures[i].Description = hostileName
	}
	for i := range c.Commissioners {
		c.Commissioners[i].Name += hostileName
	}
	c.Assumptions[0].Description, c.Assumptions[0].Label = hostileName, hostileName
	c.Sources[0].Citation, c.Sources[0].URL = hostileName, `javascript:void(window.changed=1)`
	if err := data.WriteCase(dir, c.Case); err != nil {
		t.Fatal(err)
	}
}

// A report is read strictly, and holds what it says. One small case is enough for it, and one whose names look like markup.
func TestReportIsAWellFormedPage(t *testing.T) {
	dir := t.TempDir()
	small, hostile := filepath.Join(dir, "small"), filepath.Join(dir, "hostile")
	writeSmall(t, small)
	writeHostile(t, hostile)
	pages := map[string][]byte{
		"small":   reportPage(t, filepath.Join(dir, "small.html"), "--case", small, "--draws", "200"),
		"hostile": reportPage(t, filepath.Join(dir, "hostile.html"), "--case", hostile, "--draws", "0", "--set", "target.reduction=0.3"),
	}
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			all := elementsOf(t, page)
			checkReferences(t, all)
			checkHeadings(t, all)
			checkSelfContained(t, all)
			checkTablesAndFigures(t, all)
		})
	}
	t.Run("outline", func(t *testing.T) { checkOutline(t, elementsOf(t, pages["small"])) })
	t.Run("numbers", func(t *testing.T) { checkNumbers(t, elementsOf(t, pages["small"]), small, dir) })
	t.Run("same bytes", func(t *testing.T) {
		again := reportPage(t, filepath.Join(dir, "small.html"), "--case", small, "--draws", "200")
		if !bytes.Equal(again, pages["small"]) {
			t.Error("the same inputs and seed give other bytes")
		}
	})
	t.Run("names", func(t *testing.T) { checkNames(t, elementsOf(t, pages["hostile"])) })
}

// checkReferences holds identifiers against what refers to them.
func checkReferences(t *testing.T, all []*element) {
	ids := map[string]bool{}
	for _, e := range all {
		if id, ok := e.attrs["id"]; ok {
			if ids[id] || id == "" {
				t.Errorf("the identifier %q stands twice", id)
			}
			ids[id] = true
		}
	}
	for _, e := range all {
		targets := slices.Concat(strings.Fields(e.attrs["aria-labelledby"]), strings.Fields(e.attrs["aria-describedby"]))
		if target, ok := strings.CutPrefix(e.attrs["href"], "#"); ok {
			targets = append(targets, target)
		}
		for _, target := range targets {
			if !ids[target] {
				t.Errorf("<%s> refers to %q, which is not there", e.name, target)
			}
		}
	}
}

// checkHeadings wants one h1, and no level left out.
func checkHeadings(t *testing.T, all []*element) {
	level, first := 0, 0
	for _, e := range all {
		if len(e.name) != 2 || e.name[0] != 'h' || e.name[1] < '1' || e.name[1] > '6' {
			continue
		}
		n := int(e.name[1] - '0')
		if n > level+1 || strings.TrimSpace(e.text) == "" {
			t.Errorf("<%s> %q follows level %d", e.name, e.text, level)
		}
		if level = n; n == 1 {
			first++
		}
	}
	if first != 1 {
		t.Errorf("%d headings of the first level", first)
	}
	for _, name := range []string{"main", "nav", "header", "footer"} {
		if n := len(called(all, name)); n != 1 {
			t.Errorf("%d elements <%s>", n, name)
		}
	}
	if html := all[0]; html.name != "html" || html.attrs["lang"] != "en-GB" {
		t.Errorf("the page begins with %s in %q", html.name, html.attrs["lang"])
	}
}

// checkSelfContained wants nothing that a browser would fetch, and a policy that forbids it.
func checkSelfContained(t *testing.T, all []*element) {
	for _, e := range all {
		for name, value := range e.attrs {
			address := strings.Contains(value, "//") || strings.HasPrefix(value, "data:")
			isLink := e.name == "a" && name == "href"
			isNamespace := name == "xmlns" || name == "xlink"
			if address && !isLink && !isNamespace {
				t.Errorf("<%s %s=%q> may be fetched", e.name, name, value)
			}
			if strings.HasPrefix(name, "on") || name == "style" || strings.HasPrefix(strings.ToLower(value), "javascript:") {
				t.Errorf("<%s %s=%q> runs something, or has a style that the policy forbids", e.name, name, value)
			}
		}
	}
	for _, name := range []string{"link", "img", "iframe", "object", "embed", "base", "form"} {
		if n := len(called(all, name)); n > 0 {
			t.Errorf("%d elements <%s>", n, name)
		}
	}
	policy := called(all, "meta")[1].attrs["content"]
	if !strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %s", policy)
	}
}

// checkTablesAndFigures wants captions and scopes, and words for every picture.
func checkTablesAndFigures(t *testing.T, all []*element) {
	if tables, captions := len(called(all, "table")), len(called(all, "caption")); tables != captions || tables == 0 {
		t.Errorf("%d tables have %d captions", tables, captions)
	}
	for _, e := range called(all, "th") {
		if e.attrs["scope"] == "" || strings.TrimSpace(e.text) == "" {
			t.Errorf("a heading %q of scope %q", e.text, e.attrs["scope"])
		}
	}
	drawings := called(all, "svg")
	if figures := len(called(all, "figure")); figures != len(drawings) || figures == 0 {
		t.Errorf("%d figures have %d drawings", figures, len(drawings))
	}
	for _, e := range drawings {
		if e.attrs["role"] != "img" || e.attrs["aria-labelledby"] == "" || e.attrs["aria-describedby"] == "" {
			t.Errorf("a drawing without words: %v", e.attrs)
		}
	}
	for _, e := range called(all, "desc") {
		if len(e.text) < 40 {
			t.Errorf("a drawing says only %q", e.text)
		}
	}
}

// checkOutline compares headings, tables, figures and data of a report with those that are kept.
func checkOutline(t *testing.T, all []*element) {
	var b strings.Builder
	for _, e := range all {
		text := strings.Join(strings.Fields(e.text), " ")
		switch e.name {
		case "h1", "h2", "h3", "caption":
			fmt.Fprintf(&b, "%s %s\n", e.name, text)
		case "figure":
			fmt.Fprintf(&b, "%s %s\n", e.name, e.attrs["id"])
		case "th":
			if e.attrs["scope"] == "col" {
				fmt.Fprintf(&b, "  | %s\n", text)
			}
		case "a":
			if e.attrs["download"] != "" {
				fmt.Fprintf(&b, "save %s\n", e.attrs["download"])
			}
		}
	}
	file := filepath.Join("testdata", "report.outline")
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || b.String() != string(want) {
		t.Errorf("%s is not the outline: go test ./cmd/reconfig -run TestReportIsAWellFormedPage -update (%v)\n%s", file, err, b.String())
	}
}

// checkNumbers compares the summary of a report, what it saves, and the sentences with those of a run.
func checkNumbers(t *testing.T, all []*element, of, dir string) {
	run := filepath.Join(dir, "run")
	var out, warnings bytes.Buffer
	if code := execute(context.Background(), []string{"run", "--case", of, "--draws", "200", "--out", run, "--no-figures"}, &out, &warnings); code != exitDone {
		t.Fatal(warnings.String())
	}
	file, err := os.ReadFile(filepath.Join(run, "summary.csv"))
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	value := func(row int, column string) string { return records[row][slices.Index(records[0], column)] }
	columns := []string{"net_benefit_m_mean", "best_on_net_benefit_pct", "steady_saving_m_mean", "one_off_cost_m_mean", "structure_npv_m_mean", "capacity_at_target_pct_mean", "structure_payback_years_p50"}
	rows := summaryRows(all)
	heading := called(all, "th")[:len(columns)+1]
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
	for _, a := range called(all, "a") {
		if a.attrs["download"] != "summary.csv" {
			continue
		}
		_, encoded, _ := strings.Cut(a.attrs["href"], "base64,")
		if content, err := base64.StdEncoding.DecodeString(encoded); err != nil || !bytes.Equal(content, file) {
			t.Errorf("the summary that is saved is not summary.csv (%v)", err)
		}
	}
	printed := strings.Join(strings.Fields(out.String()), " ")
	answer := called(all, "section")[1]
	for _, e := range called(all, "li") {
		if slices.Contains(e.in, "section") && strings.Contains(answer.text, e.text) && !strings.Contains(printed, e.text) {
			t.Errorf("run does not say %q", e.text)
		}
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
	if cell.attrs["data-value"] != value(column) {
		t.Errorf("%s: %q, want %q", column, cell.attrs["data-value"], value(column))
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

// checkNames wants names of a case to be text and nothing else.
func checkNames(t *testing.T, all []*element) {
	if h1 := called(all, "h1")[0].text; h1 != "Title "+hostileName {
		t.Errorf("the heading is %q", h1)
	}
	if n := len(called(all, "script")); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if n := len(called(all, "b")); n > 0 {
		t.Errorf("%d elements <b>", n)
	}
	cited := ""
	for _, e := range called(all, "dd") {
		if strings.HasSuffix(strings.TrimSpace(e.text), `javascript:void(window.changed=1)`) {
			cited = e.text
		}
	}
	if cited == "" {
		t.Error("what is no address of the web is not shown as text")
	}
	shown := 0
	for _, e := range called(all, "text") {
		if strings.Contains(e.text, "<script>") {
			shown++
		}
	}
	if shown == 0 {
		t.Error("no figure has the name of a structure")
	}
}

// The browser looks at two small reports and, in the long tests, at those of the cases that come with the program.
func TestReportInABrowser(t *testing.T) {
	program, modules := browser(t)
	dir := t.TempDir()
	small, hostile := filepath.Join(dir, "small"), filepath.Join(dir, "hostile")
	writeSmall(t, small)
	writeHostile(t, hostile)
	files := []string{filepath.Join(dir, "small.html"), filepath.Join(dir, "hostile.html")}
	reportPage(t, files[0], "--case", small, "--draws", "200")
	reportPage(t, files[1], "--case", hostile, "--draws", "0")
	if modeltest.Long() {
		for _, name := range data.CaseNames() {
			files = append(files, filepath.Join(dir, name+".html"))
			reportPage(t, files[len(files)-1], "--case", name, "--draws", "1000")
		}
	}
	lookAt(t, program, modules, files)
}
