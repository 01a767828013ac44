package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/web/packed"
	"reconfig/model/modeltest"
)

// Opened from the disk, a report answers what its reader asks with the numbers of the program itself, asks for nothing outside,
// and says what a browser lacks that cannot answer.
func TestReportIsAskedInABrowser(t *testing.T) {
	needBrowser(t)
	dir := t.TempDir()
	run := packing(t, dir)
	report := func(file string, options ...string) string {
		path := filepath.Join(dir, file)
		run(append([]string{"report", "--quiet", "--draws", "100", "--structure", "status-quo,merger,hub-and-sectors", "--out", path}, options...)...)
		return path
	}
	asked, want := report("asked.html"), report("want.html", "--no-model", "--set", "target.reduction=0.3")
	inBrowser(t, "carried", options{"report": asked, "value": "30", "want": want}, &struct{}{})
	passedOn, err := os.ReadFile(asked)
	if err != nil {
		t.Fatal(err)
	}
	for _, licence := range []string{"golang.org/x/image", "gonum.org/v1/plot", "SIL OPEN FONT LICENSE", "Copyright 2009 The Go Authors", "MIT License"} {
		if !strings.Contains(string(passedOn), licence) {
			t.Errorf("the page holds a program and not its licence, %s", licence)
		}
	}
	still, err := os.ReadFile(want)
	if err != nil {
		t.Fatal(err)
	}
	if len(still) > 1_000_000 || strings.Contains(string(still), "reconfig-wasm") || strings.Contains(string(still), "wasm-unsafe-eval") {
		t.Errorf("--no-model leaves %d bytes", len(still))
	}
}

// packing runs the program with the one that a report carries. The long tests build it in, as make build does, and the short ones
// lend it to this process.
func packing(t *testing.T, dir string) (run func(args ...string)) {
	t.Helper()
	made, err := lean()
	if err != nil {
		t.Fatal(err)
	}
	if !modeltest.Long() {
		packed.Program, packed.Support, packed.Licences = made.program, made.support, made.licences
		t.Cleanup(func() { packed.Program, packed.Support, packed.Licences = nil, "", "" })
		return func(args ...string) { typed(t, args...) }
	}
	program := filepath.Join(dir, "reconfig")
	build := exec.Command("go", "build", "-tags", "packed", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return func(args ...string) {
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
}
