package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// A program that no commit is known of is named by its bytes, for parts of a sweep are joined only where it is the same.
func TestProgramIsNamedByItsBytes(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(program)
	if want := ", build " + hex.EncodeToString(sum[:6]); !strings.HasSuffix(exactVersion(), want) {
		t.Errorf("%q does not end in %q", exactVersion(), want)
	}
}
