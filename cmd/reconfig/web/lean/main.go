// Command lean builds the program that a report holds for its reader's browser, and packs it for package packed. make build
// runs it, from the root of the project:
//
//	go run ./cmd/reconfig/web/lean
//
// The program has what a report shows and nothing else: the tag minimal leaves out figures as PNG and PDF.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

const (
	program = "./cmd/reconfig/web"
	packed  = "cmd/reconfig/web/packed"
	work    = ".lean" // what is made on the way; git ignores it
)

func main() {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "lean:", err)
		os.Exit(1)
	}
}

func build() error {
	binary := filepath.Join(work, "web.wasm")
	if err := compile(binary); err != nil {
		return err
	}
	if err := pack(binary, filepath.Join(packed, "web.wasm.gz")); err != nil {
		return err
	}
	if err := writeLicences(filepath.Join(packed, "licences.txt")); err != nil {
		return err
	}
	return copySupport(filepath.Join(packed, "wasm_exec.js"))
}

// compile builds the program. The same source gives the same bytes: no path, no commit and no setting of the user is in them.
func compile(binary string) error {
	cmd := exec.Command("go", "build", "-tags", "minimal", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", binary, program)
	cmd.Env, cmd.Stderr = forBrowser(), os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("cannot build %s for a browser: %w", program, err)
	}
	return nil
}

// forBrowser is what Go is told, so that it compiles for a browser.
func forBrowser() []string {
	return append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=", "GOWASM=", "GOWORK=off")
}

// output is what a command of Go prints.
func output(args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Env, cmd.Stderr = forBrowser(), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%v: %w", cmd.Args, err)
	}
	return out, nil
}
