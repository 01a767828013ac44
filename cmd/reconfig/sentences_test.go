package main

import (
	"bytes"
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reconfig/model/modeltest"
)

// longestSentence is how many words a sentence of a report may have.
const longestSentence = 30

// TestSentencesAreShort counts the words of every sentence that runs and comparisons of many kinds print.
func TestSentencesAreShort(t *testing.T) {
	for _, line := range modeltest.Some([]string{
		"run --draws 40",
		"run --draws 40 --horizon 1",
		"run --draws 40 --set target.reduction=0",
		"run --draws 40 --structure merger",
		"run --draws 0 --structure status-quo,association",
		"run --draws 0 --set target.per_head=20",
		"run --draws 40 --case england-icb-2025",
		"run --draws 0 --case england-icb-2025 --map nhs-regions --horizon 2",
		"run --draws 0 --case ccg-mergers-2018",
		"compare --draws 40 de-facto-then-merger hub-and-sectors",
		"compare --draws 40 cluster merger --case england-icb-2025",
		"compare --draws 40 status-quo de-facto-then-merger --horizon 1 --set target.reduction=0",
		"compare --draws 0 status-quo joint-management",
	}, 2) {
		text := strings.Join(paragraphs(printed(t, line)), " ")
		if !strings.Contains(text, "On net benefit over") && !strings.Contains(text, "has a net benefit of") {
			t.Errorf("reconfig %s does not speak of net benefit", line)
		}
		for _, sentence := range sentencesOf(text) {
			if n := len(strings.Fields(sentence)); n > longestSentence {
				t.Errorf("reconfig %s: %d words: %s", line, n, sentence)
			}
		}
	}
}

// printed is what a command prints.
func printed(t *testing.T, line string) string {
	t.Helper()
	args := append(strings.Fields(line), "--full")
	if args[0] == "run" {
		args = append(args, "--no-figures", "--out", filepath.Join(t.TempDir(), "out"))
	}
	var out, warnings bytes.Buffer
	if code := execute(context.Background(), args, &out, &warnings); code != exitDone {
		t.Fatalf("reconfig %s: %s", line, warnings.String())
	}
	return out.String()
}

// paragraphs are those that begin with a dash, each on one line.
func paragraphs(text string) (all []string) {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if rest, begins := strings.CutPrefix(line, "- "); begins {
			all = append(all, rest)
		} else if rest, goesOn := strings.CutPrefix(line, "  "); goesOn && len(all) > 0 && all[len(all)-1] != "" && !strings.HasPrefix(rest, " ") {
			all[len(all)-1] += " " + rest
		} else if len(all) > 0 && all[len(all)-1] != "" {
			all = append(all, "") // nothing goes on after what is no paragraph
		}
	}
	return all
}

// endOfSentence is where one ends: not at the stop of a number or of a name with one.
var endOfSentence = regexp.MustCompile(`[.!?]\s+`)

// sentencesOf splits a text. A list of outcomes is none.
func sentencesOf(text string) (all []string) {
	for _, s := range endOfSentence.Split(text, -1) {
		if !strings.Contains(s, "_k, ") && !strings.Contains(s, "baseline_cost") {
			all = append(all, s)
		}
	}
	return all
}

func TestSentencesAreFound(t *testing.T) {
	got := sentencesOf(strings.Join(paragraphs("- One is 2.5 long.\n  Two is\n  longer.\n\n  no, this is a table\n- Three: “A. B”, no.\n"), " "))
	want := "One is 2.5 long|Two is longer|Three: “A|B”, no."
	if strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
}
