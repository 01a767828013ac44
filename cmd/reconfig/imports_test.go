package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestImportsPointOneWay holds the layers of docs/architecture.md: cmd → plots, data, sim → model.
func TestImportsPointOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "reconfig/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	methods := []string{"reconfig/sim/sensitivity", "reconfig/sim/decision", "reconfig/sim/discovery", "reconfig/sim/sampling", "reconfig/sim/parallel", "reconfig/sim/quantile"}
	kit := []string{"reconfig/plots/chart"}
	shared := []string{
		"reconfig/model", "reconfig/plots/barchart", "reconfig/plots/chart", "reconfig/plots/figure", "reconfig/plots/plane", "reconfig/plots/series",
		"reconfig/plots/tiling", "reconfig/plots/words",
	}
	for _, rule := range []struct {
		from   string
		may    []string // packages of ours, with those below them
		reason string
	}{
		{"reconfig/model/result", []string{"reconfig/model/unit"}, "result tables know nothing of how they were computed"},
		{"reconfig/model", []string{"reconfig/model"}, "the words know nothing of files, figures or time"},
		{"reconfig/sim", []string{"reconfig/model", "reconfig/sim"}, "the engine knows nothing of files, flags or figures"},
		{"reconfig/sim/sampling", []string{"reconfig/sim/sampling"}, "points know nothing of what they are for"},
		{"reconfig/sim/sensitivity", methods, "methods of analysis serve any function"},
		{"reconfig/sim/decision", methods, "methods of analysis serve any options"},
		{"reconfig/sim/discovery", methods, "methods of analysis serve any cases"},
		{"reconfig/data", []string{"reconfig/model", "reconfig/data"}, "files know nothing of how a figure is computed"},
		{"reconfig/data/table", []string{"reconfig/model"}, "the reader of CSV knows nothing of which files there are"},
		{"reconfig/data/workbook", []string{"reconfig/data/table"}, "sheets know nothing of cases and results"},
		{"reconfig/plots", []string{"reconfig/model/result", "reconfig/model/unit", "reconfig/plots"}, "figures are drawn from tables that may come from anywhere"},
		{"reconfig/plots/chart", nil, "the house style knows nothing of what is drawn"},
		{"reconfig/plots/barchart", kit, "rows of bars know nothing of what they are of"},
		{"reconfig/plots/tiling", kit, "tiles know nothing of what they stand for"},
		{"reconfig/plots/format", kit, "file formats know nothing of what is drawn"},
		{"reconfig/plots/words", kit, "words know nothing of tables"},
		{"reconfig/plots/figure", []string{"reconfig/model", "reconfig/plots/barchart", "reconfig/plots/chart", "reconfig/plots/format", "reconfig/plots/words"}, "what figures share knows nothing of any figure"},
		{"reconfig/plots/series", shared, "lines know nothing of any figure"},
		{"reconfig/plots/plane", shared, "maps over two assumptions know nothing of any figure"},
		{"reconfig/plots/runs", shared, "figures know nothing of one another"},
		{"reconfig/plots/bodies", shared, "figures know nothing of one another"},
		{"reconfig/plots/sweeps", shared, "figures know nothing of one another"},
		{"reconfig/plots/sensitivity", shared, "figures know nothing of one another"},
		{"reconfig/plots/decisions", shared, "figures know nothing of one another"},
		{"reconfig/plots/discovery", shared, "figures know nothing of one another"},
	} {
		for line := range strings.Lines(string(out)) {
			words := strings.Fields(line)
			if !within(words[0], rule.from) || rule.from == "reconfig/model" && within(words[0], "reconfig/model/result") {
				continue
			}
			for _, imported := range words[1:] {
				if within(imported, "reconfig") && !withinAny(imported, rule.may) {
					t.Errorf("%s imports %s: %s", words[0], imported, rule.reason)
				}
			}
		}
	}
}

func within(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

func withinAny(path string, roots []string) bool {
	for _, root := range roots {
		if within(path, root) {
			return true
		}
	}
	return false
}
