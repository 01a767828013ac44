package plans_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reconfig/data/plans"
	"reconfig/model/modeltest"
)

// Plans of hundreds of kilobytes that are none are refused at once, with the first errors and how much was not read. The time
// allowed is that of a busy machine.
func TestLongPlansAreRefusedAtOnce(t *testing.T) {
	numbered := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	const head = "case: london-2010\n"
	for name, plan := range map[string]struct{ text, want string }{
		"keys":                        {head + numbered(50000, "k%d: 1\n"), "expected at most 2000 keys; it has 50001, and the last 48001 were not read"},
		"keys before the case (long)": {numbered(50000, "k%d: 1\n") + head, `:1:1: "k0": expected one of the keys case, `},
		"settings":                    {head + "set:\n" + numbered(20000, "  a%d: 1\n") + "draws: 4\n", `set.a0: "a0": expected the name of an assumption (`},
		"settings in brackets (long)": {head + "set: {" + numbered(20000, "a%d: 1, ") + "b: 1}\n", "expected at most 2000 keys; it has 20003"},
		"empty items (long)":          {head + "maps:\n" + strings.Repeat("-\n", 100000), "expected at most 25000 items in lines of their own (more fit into brackets); it has 100000"},
		"structures (long)":           {head + "structures: [" + numbered(60000, "s%d, ") + "merger]\n", `structures: "s0": expected the code of a structure of the case (`},
		"a long setting's name":       {head + "set: {" + strings.Repeat("a", 400000) + ": 1}\n", "expected the name of an assumption ("},
		"one value repeated":          {head + "vary: {target.reduction: [0.3" + strings.Repeat(", 0.3", 40000) + "]}\n", "expected a list with fewer faults; the last 39000 of its 40001 items were not looked at"},
		"outcomes":                    {head + "outcomes: [" + numbered(20000, "o%d, ") + "o]\n", "expected a list with fewer faults; the last 19001 of its 20001 items were not looked at"},
		"names of an axis":            {head + "vary: {\"" + numbered(60000, "a%d, ") + "b\": [0.1]}\n", "expected at most 200 assumptions that take the same values; here are 60001"},
		"a long case":                 {"case: " + strings.Repeat("a", 400000) + "\n", `:1:7: case: "aaa`},
	} {
		if strings.HasSuffix(name, "(long)") && !modeltest.Long() {
			continue
		}
		file := filepath.Join(t.TempDir(), "plan.yaml")
		if err := os.WriteFile(file, []byte(plan.text), 0o644); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		_, _, err := plans.Open(file)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if err == nil || !strings.Contains(err.Error(), plan.want) {
			t.Errorf("%s: %.400v\nwant %s", name, err, plan.want)
		}
		if err != nil && len(err.Error()) > 50_000 {
			t.Errorf("%s: an error of %d bytes", name, len(err.Error()))
		}
	}
}

// A case that the plan names and that has faults is reported where the plan names it, before its faults.
func TestAFaultyCaseIsReportedAtThePlan(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "mine"), 0o755); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"draws: 4\ncase: ./mine\n":           `plan.yaml:2:7: case: "./mine": expected a case without errors; these are in it`,
		"draws: 4\ncase: ./plan.yaml\n":      `plan.yaml:2:7: case: "./plan.yaml": expected a case that can be opened: `,
		"draws: 4\ncase: ./plan.yaml/x\n":    `plan.yaml:2:7: case: "./plan.yaml/x": expected a case that can be opened: ` + filepath.Join(dir, "plan.yaml is a file, not a folder"),
		"draws: 4\ncase: elsewhere\nrows: x": `plan.yaml:2:7: case: "elsewhere": expected a case that comes with the program`,
	} {
		file := filepath.Join(dir, "plan.yaml")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := plans.Open(file); err == nil || !strings.HasPrefix(err.Error(), filepath.Join(dir, want)) {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
}
