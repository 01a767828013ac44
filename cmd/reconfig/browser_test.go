package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// browser finds Chromium and what drives it. Where either is missing the test is skipped with the command that installs it.
func browser(t *testing.T) (program, modules string) {
	t.Helper()
	const install = "apt-get install chromium nodejs npm poppler-utils && npm --prefix .ci/browser install"
	modules, err := filepath.Abs(filepath.Join("..", "..", ".ci", "browser"))
	if err != nil {
		t.Fatal(err)
	}
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
		t.Skip("no browser to look at reports with: " + install)
	}
	return program, modules
}

// lookAt opens files in the browser, as check.mjs does.
func lookAt(t *testing.T, program, modules string, files []string) {
	t.Helper()
	cmd := exec.Command("node", append([]string{filepath.Join(modules, "check.mjs"), program}, files...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
