package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"sync"

	"reconfig/data/folder"
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
// it names what numbers can depend on: the compiler, and a processor of other than 64 bits. Of a program that was built
// from changed files it names the hash.
var exactVersion = sync.OnceValue(func() string {
	exact := "reconfig " + version() + ", " + runtime.Version()
	if strconv.IntSize != 64 {
		exact += " " + runtime.GOARCH
	}
	if programCommit != "" && !builtFromChangedFiles() {
		return exact
	}
	hash, err := hashOfProgram()
	if err != nil {
		return exact
	}
	return exact + ", build " + hash
})

func hashOfProgram() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	program, err := folder.Open(path)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(sum, program)
	if err := errors.Join(err, program.Close()); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)[:6]), nil
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
