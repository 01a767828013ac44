package main

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/modeltest"
)

// TestAnswersComeFirst holds that every command that computes something begins with three to seven short conclusions, prints a
// table no wider than the terminal, and gives programs the same.
func TestAnswersComeFirst(t *testing.T) {
	cheap := filepath.Join(t.TempDir(), "cheap")
	writeCheap(t, "london-2010", cheap)
	small := filepath.Join(t.TempDir(), "small")
	writeSmall(t, small)
	chosen, designed := " --structure apart,full-merger --case "+small, " --case "+small
	if modeltest.Long() {
		chosen, designed = " --case "+cheap, " --keep finance,informatics,estates,acute,community,primary-care,public-health,quality,engagement,people --case "+cheap
	}
	councils := filepath.Join(t.TempDir(), "councils")
	typed(t, "case", "new", councils, "--from", filepath.Join("..", "..", "examples", "councils.csv"), "--body", "council", "--bodies", "councils")
	for _, line := range []string{
		"run --draws 40",
		"run --draws 0 --structure merger",
		"run --draws 0 --structure status-quo,cluster --case england-icb-2025",
		"compare --draws 40 de-facto-then-merger hub-and-sectors",
		"sensitivity tornado merger de-facto-merger",
		"sensitivity morris merger de-facto-merger --trajectories 4 --case " + cheap,
		"sensitivity sobol merger --points 64 --case " + cheap,
		"sensitivity shapley merger de-facto-merger --points 64 --case " + cheap,
		"sensitivity pawn merger de-facto-merger --draws 400 --case " + cheap,
		"decide --draws 200" + chosen,
		"decide --draws 200 --outcome structure_npv_k" + chosen,
		"discover merger hub-and-sectors --draws 400 --case " + cheap,
		"variants --draws 200 --variant no-failures --case " + cheap,
		"design functions --draws 200" + designed,
		"design map --draws 200 --groups 2..3 --bodies 4..7 --case " + councils,
		"backtest --case ccg-mergers-2018",
	} {
		t.Run(line, func(t *testing.T) { checkAnswer(t, strings.Fields(line)) })
	}
}

// answered is the document that a command prints for programs.
type answered struct {
	Conclusions []string
	Table       report.Records
	Rest        []string
}

func checkAnswer(t *testing.T, args []string) {
	if !slices.Contains([]string{"compare", "backtest"}, args[0]) {
		args = append(args, "--out", filepath.Join(t.TempDir(), "out"))
		if args[0] != "variants" { // of which there are no figures
			args = append(args, "--no-figures")
		}
	}
	t.Setenv("COLUMNS", "72")
	printed := answerOf(t, args)
	for line := range strings.Lines(printed) {
		if n := text.StringWidthWithoutEscSequences(strings.TrimRight(line, "\n")); n > 72 && !strings.Contains(line, "/") {
			t.Errorf("a line of %d letters: %s", n, line)
		}
	}
	var a answered
	if err := json.Unmarshal([]byte(answerOf(t, append(args, "--json"))), &a); err != nil {
		t.Fatal(err)
	}
	if n := len(a.Conclusions); n < 3 || n > report.MostConclusions {
		t.Errorf("%d conclusions: %q", n, a.Conclusions)
	}
	for _, c := range a.Conclusions {
		if n := len(strings.Fields(c)); n > longestSentence {
			t.Errorf("%d words: %s", n, c)
		}
	}
	if got := strings.Join(paragraphs(printed), " "); !strings.HasPrefix(got, strings.Join(a.Conclusions, " ")) {
		t.Errorf("printed: %s\nfor programs: %s", got, a.Conclusions)
	}
	checkRecords(t, a.Table)
}

// checkRecords holds that there are rows, with the columns that are described and no others.
func checkRecords(t *testing.T, table report.Records) {
	if len(table.Rows) == 0 {
		t.Error("there is no table")
	}
	var names []string
	for _, c := range table.Columns {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	for _, row := range table.Rows {
		if got := slices.Sorted(maps.Keys(row)); !slices.Equal(got, names) {
			t.Errorf("a row of %s has the columns %v, want %v", table.Name, got, names)
		}
	}
}

func answerOf(t *testing.T, args []string) string {
	t.Helper()
	var out, warnings bytes.Buffer
	if code := execute(context.Background(), args, &out, &warnings); code != exitDone {
		t.Fatalf("reconfig %s: %s", strings.Join(args, " "), warnings.String())
	}
	return out.String()
}

// TestEveryCommandAnswersAlike holds that every command, but for those that compute nothing, write a file to
// standard output or serve a page, has the flags of an answer: --full where there are more tables than the one it prints.
func TestEveryCommandAnswersAlike(t *testing.T) {
	silent := []string{"plot", "case show", "case check", "case new", "case copy", "case upgrade", "case list", "sweep init", "sweep slurm", "sweep kubernetes", "explore", "help"}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		for _, c := range cmd.Commands() {
			walk(c)
		}
		name := strings.TrimPrefix(cmd.CommandPath(), "reconfig ")
		if cmd.HasSubCommands() || slices.Contains(silent, name) {
			return
		}
		if cmd.Flags().Lookup("json") == nil {
			t.Errorf("%s has no --json", name)
		}
		if full := cmd.Flags().Lookup("full") != nil; full == strings.HasPrefix(name, "sweep ") {
			t.Errorf("%s has --full: %v", name, full)
		}
	}
	walk(newRootCommand(&environment{}))
}
