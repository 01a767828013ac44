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

// TestTutorialSaysWhatItsCommandsFind types the commands of docs/tutorial.md, in order and in an empty folder, and holds its
// numbers. Scripts in other languages run where these are installed.
func TestTutorialSaysWhatItsCommandsFind(t *testing.T) {
	commands := shownIn(t, "docs/tutorial.md")
	p := readPage(t, "docs/tutorial.md")
	p.kept = []string{"outcomes.csv"}
	p.worked(func() { followTutorial(t, commands) })
	london := func(o result.Outcome) string {
		return report.Decimal(mean(t, p.results("london-2010"), "merger", o), 1)
	}
	p.says("a full merger has freed %s %% of management cost and cuts make %s %%; %s %% are missed. In the end it saves %s %% for good",
		london(result.ReductionFromStructure), london(result.ReductionFromCuts), london(result.Shortfall), london(result.SteadySavingPct))
	councils := p.results("my-councils")
	p.says("Of the £%sm that the twelve cost, a full merger of all would save %s %% for good",
		millions(mean(t, councils, "merger", result.BaselineCost)), report.Decimal(mean(t, councils, "merger", result.SteadySavingPct), 0))
	if edited := p.results("edited"); mean(t, edited, "merger", result.SteadySaving) != mean(t, councils, "merger", result.SteadySaving) {
		t.Error("the workbook of the case gives other results than its folder")
	}
}

// followTutorial types the commands of the tutorial.
func followTutorial(t *testing.T, commands []string) {
	for _, line := range commands {
		words := strings.Fields(line)
		if words[0] == "./reconfig" {
			words[0] = "reconfig"
		} else if !installed(words[0]) {
			t.Run(words[0], func(t *testing.T) { t.Skip(missing(words[0])) })
			continue
		}
		if out, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", line, err, out)
		}
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

// missing says how a program that a script of examples/ needs is installed.
func missing(program string) string {
	for _, l := range languages {
		if l.program == program {
			return l.name + " is missing, so examples/" + l.script + " is not run: apt-get install " + l.packages
		}
	}
	return "examples/ has no script for " + program
}
