package plots

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Golden files show in a diff what a change does to the looks. Other processors round differently in the last digit.
func TestGolden(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("golden files are those of amd64")
	}
	for _, c := range []struct {
		figure Figure
		data   Data
		file   string
	}{
		{named("required-cost"), small(), "required-cost.svg"}, {named("reduction"), small(), "reduction.svg"},
		{named("sector-map"), inPlace(12, 4), "sector-map.svg"}, {named("outcome-map"), inPlace(7, 3), "outcome-map.svg"},
		{named("required-cost"), drawn(), "required-cost-drawn.svg"}, {named("reduction"), drawn(), "reduction-drawn.svg"},
		{named("by-size"), uneven(), "by-size.svg"}, {named("distribution"), drawn(), "distribution.svg"}, {named("best-map"), drawn(), "best-map.svg"},
		{named("sweep-lines"), byRatio(), "sweep-lines.svg"},
		{named("tornado"), fewAnalysed(), "tornado.svg"}, {named("morris"), fewAnalysed(), "morris.svg"}, {named("sobol"), fewAnalysed(), "sobol.svg"},
		{named("switching"), drawn(), "switching.svg"}, {named("switching-map"), drawn(), "switching-map.svg"}, {named("regret"), drawn(), "regret.svg"}, {named("ranks"), drawn(), "ranks.svg"},
		{named("acceptability"), drawn(), "acceptability.svg"}, {named("expected-loss"), drawn(), "expected-loss.svg"}, {named("second-step"), drawn(), "second-step.svg"},
	} {
		f := c.figure
		got, err := f.Render(c.data, "svg")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", c.file)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; look at it, and if it is as it should be run go test ./plots -update", f.Name, path)
		}
	}
}
