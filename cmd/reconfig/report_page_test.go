package main

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/model/modeltest"
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
	needBrowser(t)
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
	inBrowser(t, "check", options{"files": files}, &struct{}{})
}
