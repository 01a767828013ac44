package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/model/modeltest"
)

// platform is a way to build the program and to run it.
type platform struct {
	name   string
	build  []string // variables of the environment
	run    []string // likewise
	runner string   // what runs a program that this machine cannot; empty for nothing
}

// platforms are a function, for every script starts this package's tests as the program, and they would ask Go each time.
func platforms() []platform {
	return []platform{
		{name: "without fused operations", run: []string{"GODEBUG=cpu.fma=off"}},
		{name: "amd64 v3", build: []string{"GOARCH=amd64", "GOAMD64=v3"}},
		{name: "WebAssembly", build: []string{"GOOS=js", "GOARCH=wasm"}, runner: filepath.Join(goRoot(), "lib", "wasm", "go_js_wasm_exec")},
		{name: "arm64", build: []string{"GOARCH=arm64"}, runner: "qemu-aarch64"},
	}
}

// goRoot is where Go's files are, with what runs WebAssembly; empty if nobody knows.
func goRoot() string {
	out, _ := exec.Command("go", "env", "GOROOT").Output()
	return strings.TrimSpace(string(out))
}

// onPlatforms are commands of every method, and of what they read.
var onPlatforms = []string{
	"run --draws 200 --no-figures --out out/london",
	"run --draws 200 --no-figures --out out/icb --case england-icb-2025",
	"sweep run plan.yaml --no-figures --out out/sweep",
	"decide --draws 200 --no-figures --out out/decide",
	"sensitivity tornado merger de-facto-merger --no-figures --out out/tornado",
	"sensitivity morris merger --no-figures --trajectories 5 --out out/morris",
	"sensitivity sobol merger --no-figures --points 64 --pairs --out out/sobol",
	"sensitivity sobol merger --no-figures --points 64 --replicates 4 --out out/replicates",
	"sensitivity shapley merger --no-figures --points 64 --out out/shapley",
	"sensitivity pawn merger --no-figures --draws 500 --out out/pawn",
	"discover merger hub-and-sectors --draws 500 --no-figures --out out/discover",
	"variants --draws 200 --out out/variants",
	"design functions --draws 200 --keep finance,informatics,estates,acute,community,primary-care,public-health,quality,engagement --no-figures --out out/functions",
}

const platformPlan = `case: london-2010
structures: [de-facto-merger, merger]
vary:
  realisation.merger: {from: 0.2, to: 1, steps: 3, log: true}
  setup.merger: {from: 0.1, to: 0.65, steps: 3}
draws: 100
outcomes: [net_benefit_k, npv_including_cuts_k, capacity_at_target]
`

// Every table has the same bytes, whatever processor made it.
func TestTablesAreTheSameOnEveryPlatform(t *testing.T) {
	if !modeltest.Long() {
		t.Skip("builds and runs the program for other processors; long tests only")
	}
	want := platform{name: "this machine"}.tables(t)
	if len(want) < 40 {
		t.Fatalf("%d tables only", len(want))
	}
	for _, p := range platforms() {
		t.Run(p.name, func(t *testing.T) {
			got := p.tables(t)
			if len(got) != len(want) {
				t.Errorf("%d tables, not %d", len(got), len(want))
			}
			for name, table := range want {
				if !bytes.Equal(table, got[name]) {
					t.Errorf("%s has other bytes", name)
				}
			}
		})
	}
}

// tables are those that the commands write, by path. The test is skipped if the platform cannot be run here.
func (p platform) tables(t *testing.T) map[string][]byte {
	t.Helper()
	program := filepath.Join(t.TempDir(), "reconfig")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Env = append(append(os.Environ(), "CGO_ENABLED=0"), p.build...)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	command := []string{program}
	if p.runner != "" {
		command = []string{p.runner, program}
	}
	dir := t.TempDir()
	run := func(line string) ([]byte, error) {
		words := append(command, strings.Fields(line)...)
		c := exec.Command(words[0], words[1:]...)
		c.Dir, c.Env = dir, append(os.Environ(), p.run...)
		return c.CombinedOutput()
	}
	if out, err := run("--version"); err != nil {
		t.Skipf("cannot be run here: %v %s", err, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "plan.yaml"), []byte(platformPlan), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, line := range onPlatforms {
		if out, err := run(line); err != nil {
			t.Fatalf("%s: %v\n%s", line, err, out)
		}
	}
	return tablesIn(t, dir)
}

func tablesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	tables := map[string][]byte{}
	files := os.DirFS(dir)
	err := fs.WalkDir(files, "out", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".csv" {
			tables[path], err = fs.ReadFile(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tables
}
