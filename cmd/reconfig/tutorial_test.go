package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// TestTutorial types the commands of docs/tutorial.md, in order and in an empty folder, and holds its numbers. Scripts in
// other languages run where these are installed.
func TestTutorial(t *testing.T) {
	if testing.Short() {
		t.Skip("runs London several times")
	}
	commands := shownIn(t, "docs/tutorial.md")
	program := build(t, t.TempDir())
	p := newPage(t, "docs/tutorial.md")
	if err := os.CopyFS("examples", os.DirFS(filepath.Join(p.root, "examples"))); err != nil {
		t.Fatal(err)
	}
	for _, line := range commands {
		words := strings.Fields(line)
		if words[0] == "./reconfig" {
			words[0] = program
		} else if !installed(words[0]) {
			t.Run(words[0], func(t *testing.T) { t.Skipf("%s is not installed, or lacks what %s needs", words[0], words[1]) })
			continue
		}
		if out, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", line, err, out)
		}
	}
	saving := mean(t, p.results("london-2010"), "merger", result.SteadySavingPct)
	p.says("A full merger saves %s %% of management cost for good", report.Decimal(saving, 1))
	councils := p.results("my-councils")
	p.says("Of the £%sm that the twelve cost, a full merger of all would save %s %% for good",
		millions(mean(t, councils, "merger", result.BaselineCost)), report.Decimal(mean(t, councils, "merger", result.SteadySavingPct), 0))
	if edited := p.results("edited"); mean(t, edited, "merger", result.SteadySaving) != mean(t, councils, "merger", result.SteadySaving) {
		t.Error("the workbook of the case gives other results than its folder")
	}
	for _, file := range []string{"out/london-2010/figures/reduction.png", "out/my-councils/results.xlsx"} {
		if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
			t.Errorf("there is no %s", file)
		}
	}
}

// shownIn lists the commands that a page shows: its lines that are set off by four blanks.
func shownIn(t *testing.T, page string) (lines []string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", page))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if rest, ok := strings.CutPrefix(line, "    "); ok {
			lines = append(lines, strings.TrimSpace(rest))
		}
	}
	if len(lines) == 0 {
		t.Errorf("%s shows no command", page)
	}
	return lines
}

// installed says whether a program is there, with what the scripts of examples/ need.
func installed(program string) bool {
	for _, l := range languages {
		if l.program == program {
			return exec.Command(l.program, l.has...).Run() == nil
		}
	}
	return false
}
