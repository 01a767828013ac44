//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A search that is interrupted keeps the best so far, claims no proof, and ends with the status that the help names. How long it
// takes to have found something hangs on the machine: so it is interrupted ever later, until it has.
func TestInterruptedSearchesKeepTheBestSoFar(t *testing.T) {
	for _, test := range []struct{ command, table, says, saved string }{
		{"design map --groups 6", "maps.csv", "not proved: the search was stopped", "best-6"},
		{"design functions", "designs.csv", "The search was stopped", "designed"},
	} {
		dir := t.TempDir()
		kept := false
		for pause := time.Second / 2; !kept && pause < time.Minute; pause *= 2 {
			code, stdout, stderr := interruptedAfter(t, dir, test.command+" --draws 200 --no-figures --out out --save saved", pause)
			kept = !strings.Contains(stderr, "nothing was written")
			if code != exitFailed || !strings.Contains(stderr, "error: interrupted; ") {
				t.Fatalf("%s: status %d, %s", test.command, code, stderr)
			}
			if kept && (!strings.Contains(stderr, "what was found by then is in out") || !strings.Contains(stdout, "The search was interrupted") || strings.Contains(stdout, "proved best")) {
				t.Errorf("%s says:\n%s\n%s", test.command, stdout, stderr)
			}
		}
		for file, want := range map[string]string{"out/" + test.table: test.says, "out/datapackage.json": "interrupted: these are the best", "saved/sectors.csv": "", "saved/structures.csv": ""} {
			if text, err := os.ReadFile(filepath.Join(dir, file)); err != nil || !strings.Contains(string(text), want) {
				t.Errorf("%s: %s does not say %q: %v", test.command, file, want, err)
			}
		}
		cmd := exec.Command("reconfig", "run", "--case", "saved", "--draws", "0", "--no-figures", "--full")
		if cmd.Dir = dir; strings.Contains(test.command, "map") {
			cmd.Args = append(cmd.Args, "--map", test.saved)
		}
		if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(strings.ToLower(string(out)), test.saved) {
			t.Errorf("the case that %s saved: %v\n%s", test.command, err, out)
		}
	}
}

// interruptedAfter runs a command in a folder, sends it the signal of Ctrl-C after a while, and gives what came of it.
func interruptedAfter(t *testing.T, dir, command string, pause time.Duration) (code int, stdout, stderr string) {
	t.Helper()
	cmd := exec.Command("reconfig", strings.Fields(command)...)
	var out, told bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &told
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(pause)
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if err == nil || !errors.As(err, &exit) {
		t.Fatalf("%s was done before it was interrupted: %v", command, err)
	}
	return exit.ExitCode(), out.String(), told.String()
}
