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
	"reconfig/model/modeltest"
)

// pageOf is a page and the folders that its commands wrote.
type pageOf struct {
	t    *testing.T
	name string
	root string   // of the project
	dir  string   // of the folders
	text string   // with every run of white space as one space
	kept []string // files of a folder that are kept; all but notKept, if none are named
	also []string // files that are kept though they are large, as folder/file
}

// readPage reads a page, as docs/icb.md.
func readPage(t *testing.T, name string) *pageOf {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return &pageOf{t: t, name: name, root: root, text: squeezed(string(text))}
}

// typed types the commands of the page.
func (p *pageOf) typed(commands ...[]string) {
	p.t.Helper()
	p.worked(func() {
		for _, args := range commands {
			var said strings.Builder
			say(p.t, &said, args...)
			if args[0] == "compare" { // which writes no folder
				p.write(saidBy(args), said.String())
			}
		}
	})
}

// worked lets the work, which takes minutes, write folders into out/ of an empty folder. The short tests read the tables that
// it wrote before instead, which are kept in testdata/pages; the long ones hold these against those written now.
func (p *pageOf) worked(work func()) {
	p.t.Helper()
	kept := filepath.Join(p.root, "cmd", "reconfig", "testdata", "pages", strings.TrimSuffix(filepath.Base(p.name), ".md"))
	if p.dir = kept; !modeltest.Long() && !*update {
		return
	}
	dir := p.t.TempDir()
	p.t.Chdir(dir)
	p.dir = filepath.Join(dir, "out")
	if err := os.CopyFS("examples", os.DirFS(filepath.Join(p.root, "examples"))); err != nil {
		p.t.Fatal(err)
	}
	work()
	p.keep(kept)
}

// saidBy is the file of what a command printed.
func saidBy(args []string) string { return filepath.Join("printed", strings.Join(args, " ")+".txt") }

// said is what a command printed.
func (p *pageOf) said(args ...string) string {
	p.t.Helper()
	content, err := os.ReadFile(filepath.Join(p.dir, saidBy(args)))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(content)
}

func (p *pageOf) write(file, content string) {
	p.t.Helper()
	path := filepath.Join(p.dir, file)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// figure is a figure of a folder, drawn from its tables by a command in these words, or by one that names it.
func (p *pageOf) figure(folder, name string, words ...string) string {
	p.t.Helper()
	if len(words) == 0 {
		words = []string{"--figure", name, "--format", "svg"}
	}
	out := p.t.TempDir()
	typed(p.t, append([]string{"plot", filepath.Join(p.dir, folder), "--out", out}, words...)...)
	content, err := os.ReadFile(filepath.Join(out, name+".svg"))
	if err != nil {
		p.t.Fatal(err)
	}
	return strings.ReplaceAll(string(content), "reconfig "+programVersion, "reconfig")
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
