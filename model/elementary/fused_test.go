package elementary_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reconfig/model/modeltest"
)

// fusedAt finds fused instructions in what the compiler prints, with the file and the line that they are of.
var fusedAt = regexp.MustCompile(`\(([^()\s]+\.go):(\d+)\)\s+(?:FN?M(?:ADD|SUB)[DS]?|VFN?M(?:ADD|SUB)\d+SD|WFM[AS]DB)\b`)

// A compiler may fuse a product with a sum, unless the product is converted to float64. Where it does, the last bits of
// results differ from those of other processors. Only what is written as fused may be.
func TestNothingIsFused(t *testing.T) {
	if !modeltest.Long() {
		t.Skip("compiles all for other processors; long tests only")
	}
	for _, platform := range []string{"GOARCH=arm64", "GOAMD64=v3"} {
		build := exec.Command("go", "build", "-gcflags=-S", "./sim/...", "./model/...")
		build.Dir = filepath.Join("..", "..")
		build.Env = append(os.Environ(), "GOOS=linux", "CGO_ENABLED=0", "GOARCH=amd64", platform)
		printed, err := build.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", platform, err, printed)
		}
		found := fusedAt.FindAllStringSubmatch(string(printed), -1)
		asWritten, seen := 0, map[string]bool{}
		for _, m := range found {
			position := m[1] + ":" + m[2]
			switch line := lineOf(t, m[1], m[2]); {
			case strings.Contains(line, "math.FMA("):
				asWritten++
			case !seen[position]:
				seen[position] = true
				t.Errorf("%s: %s is fused: convert its product to float64\n%s", platform, position, line)
			}
		}
		if asWritten == 0 {
			t.Errorf("%s: not even what is written as fused was found", platform)
		}
	}
}

// lineOf is a line of a source file.
func lineOf(t *testing.T, file, number string) string {
	t.Helper()
	if !filepath.IsAbs(file) {
		file = filepath.Join("..", "..", file)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	n, _ := strconv.Atoi(number)
	return strings.TrimSpace(strings.Split(string(text), "\n")[n-1])
}
