package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"reconfig/model/modeltest"
)

// driver is a browser in which driver.mjs does one job after another.
type driver struct {
	cmd  *exec.Cmd
	jobs io.WriteCloser
	said *bufio.Reader
}

// browsing is the one browser of all tests: to start another takes as long as to look at a page.
var browsing *driver

// errNoBrowser says what installs what is missing.
var errNoBrowser = errors.New("no browser to look at reports with: apt-get install chromium nodejs npm poppler-utils && npm --prefix .ci/browser install")

// startBrowser finds Chromium and what drives it, and starts both.
var startBrowser = sync.OnceValue(func() error {
	modules, err := filepath.Abs(filepath.Join("..", "..", ".ci", "browser"))
	if err != nil {
		return err
	}
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	_, noNode := exec.LookPath("node")
	_, noText := exec.LookPath("pdftotext")
	_, noDriver := os.Stat(filepath.Join(modules, "node_modules", "playwright-core"))
	if program == "" || noNode != nil || noText != nil || noDriver != nil {
		return errNoBrowser
	}
	cmd := exec.Command("node", filepath.Join(modules, "driver.mjs"), program)
	for _, flag := range hurried() {
		cmd.Args = append(cmd.Args, "--js-flags="+flag)
	}
	cmd.Stderr = os.Stderr
	jobs, noInput := cmd.StdinPipe()
	said, noOutput := cmd.StdoutPipe()
	if err := errors.Join(noInput, noOutput, cmd.Start()); err != nil {
		return err
	}
	browsing = &driver{cmd, jobs, bufio.NewReader(said)}
	return nil
})

// endBrowser ends the browser, if it was started.
func endBrowser() error {
	if browsing == nil {
		return nil
	}
	return errors.Join(browsing.jobs.Close(), browsing.cmd.Wait())
}

// needBrowser skips the test where there is none.
func needBrowser(t *testing.T) {
	t.Helper()
	if err := startBrowser(); errors.Is(err, errNoBrowser) {
		t.Skip(err)
	} else if err != nil {
		t.Fatal(err)
	}
}

// options are what a check in the browser is told.
type options map[string]any

// inBrowser has the module of .ci/browser with the name of a check look at pages. Its faults fail the test, and what else it gives is
// decoded into answer.
func inBrowser(t *testing.T, check string, o options, answer any) {
	t.Helper()
	o["long"] = modeltest.Long()
	job := jsonText(t, map[string]any{"check": check, "options": o})
	_, err := io.WriteString(browsing.jobs, job+"\n")
	if err != nil {
		t.Fatal(err)
	}
	said, err := browsing.said.ReadBytes('\n')
	if err != nil {
		t.Fatal(err)
	}
	var found struct{ Faults []string }
	if err := errors.Join(json.Unmarshal(said, &found), json.Unmarshal(said, answer)); err != nil {
		t.Fatal(err)
	}
	for _, fault := range found.Faults {
		t.Error(fault)
	}
}
