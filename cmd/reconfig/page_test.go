package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/results"
)

// pageOf is a page and the folders that its commands wrote.
type pageOf struct {
	t    *testing.T
	name string
	root string // of the project
	dir  string // of the folders
	text string // with every run of white space as one space
}

// newPage reads a page and goes to an empty folder, for the page's commands.
func newPage(t *testing.T, name string) *pageOf {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	return &pageOf{t: t, name: name, root: root, dir: filepath.Join(dir, "out"), text: strings.Join(strings.Fields(string(text)), " ")}
}

// results are those of a run.
func (p *pageOf) results(folder string) *results.Folder {
	p.t.Helper()
	r, err := results.Read(filepath.Join(p.dir, folder))
	if err != nil {
		p.t.Fatal(err)
	}
	return r
}

func (p *pageOf) read(folder string) *results.Folder {
	p.t.Helper()
	a, err := results.Read(filepath.Join(p.dir, folder))
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}

// says fails unless the page has the words.
func (p *pageOf) says(format string, args ...any) {
	p.t.Helper()
	if words := fmt.Sprintf(format, args...); !strings.Contains(p.text, words) {
		p.t.Errorf("%s does not say %q", p.name, words)
	}
}

// find is the row that fits; there must be one.
func find[Row any](t *testing.T, rows []Row, fits func(Row) bool) Row {
	t.Helper()
	i := slices.IndexFunc(rows, fits)
	if i < 0 {
		t.Fatalf("no such row among %d", len(rows))
	}
	return rows[i]
}

func perCent[V ~float64](v V) string       { return report.Decimal(100*float64(v), 0) }
func millions[V ~float64](k V) string      { return report.Decimal(float64(k)/1000, 0) }
func tenthMillions[V ~float64](k V) string { return report.Decimal(float64(k)/1000, 1) }
