package main

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// build makes the program, for tests that run it as users do.
func build(t *testing.T, dir string) (program string) {
	t.Helper()
	program = filepath.Join(dir, "reconfig")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}
