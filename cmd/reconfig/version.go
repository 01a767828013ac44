package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"runtime"
	"runtime/debug"
)

// Set by the Makefile, from the changelog's version and the commit that is built.
var (
	programVersion = "development"
	programCommit  = ""
)

func version() string {
	if programCommit == "" {
		return programVersion
	}
	return programVersion + " (" + programCommit + ")"
}

// exactVersion says which program computes: parts of a sweep are joined only where it is the same. Besides the version
// it names what the last digits of a number can depend on, and of a program that was built from changed files its hash.
func exactVersion() string {
	exact := "reconfig " + version() + ", " + runtime.Version() + " " + runtime.GOARCH
	if programCommit != "" && !builtFromChangedFiles() {
		return exact
	}
	program, err := os.Executable()
	if err != nil {
		return exact
	}
	content, err := os.ReadFile(program)
	if err != nil {
		return exact
	}
	sum := sha256.Sum256(content)
	return exact + ", build " + hex.EncodeToString(sum[:6])
}

// builtFromChangedFiles says whether the program may be another than its commit's: it is, or nothing is known.
func builtFromChangedFiles() bool {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return true
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.modified" {
			return s.Value != "false"
		}
	}
	return true
}
