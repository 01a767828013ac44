// Summary reads what `go test -json` prints: a line for each package, all that failing tests print, and at the end every test
// that was skipped, with the reason. It fails if a test does, or if nothing was tested.
//
//	go test -json ./... | go run .ci/summary.go
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// event is a line of `go test -json`.
type event struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

// summary keeps what tests print until they are done.
type summary struct {
	output  map[string][]string // by package and test
	skipped []string
	passed  int // packages
	failed  bool
}

func main() {
	s := summary{output: map[string][]string{}}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Println(lines.Text()) // of the go command itself
			continue
		}
		s.add(e)
	}
	if len(s.skipped) > 0 {
		fmt.Printf("\nSkipped (%d):\n%s", len(s.skipped), strings.Join(s.skipped, ""))
	}
	if err := lines.Err(); err != nil {
		fmt.Println(err)
		s.failed = true
	}
	if s.failed || s.passed == 0 {
		fmt.Println("\nFAIL")
		os.Exit(1)
	}
}

func (s *summary) add(e event) {
	key := e.Package + " " + e.Test
	switch e.Action {
	case "output":
		s.output[key] = append(s.output[key], e.Output)
		return
	case "build-output":
		fmt.Print(e.Output)
	case "build-fail":
		s.failed = true
	case "fail":
		s.failed = true
		fmt.Print(strings.Join(s.output[key], ""))
	case "skip":
		if e.Test != "" {
			s.skipped = append(s.skipped, fmt.Sprintf("  %s %s: %s\n", e.Package, e.Test, reason(s.output[key])))
		}
	case "pass":
		if e.Test == "" {
			s.passed++
			fmt.Printf("ok  %-32s %6.1fs\n", e.Package, e.Elapsed)
		}
	default:
		return
	}
	delete(s.output, key)
}

// reason is the last line that a skipped test printed of itself.
func reason(output []string) string {
	for i := len(output) - 1; i >= 0; i-- {
		if line := strings.TrimSpace(output[i]); line != "" && !strings.HasPrefix(line, "---") && !strings.HasPrefix(line, "===") {
			return line
		}
	}
	return "no reason"
}
