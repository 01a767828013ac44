package plots

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Golden files show in a diff what a change does to the looks. Other processors round differently in the last digit.
func TestGolden(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("golden files are those of amd64")
	}
	for _, c := range []struct {
		figure figure.Figure
		data   figure.Data
		file   string
	}{
		{figuretest.Named("required-cost"), figuretest.Small(), "required-cost.svg"}, {figuretest.Named("reduction"), figuretest.Small(), "reduction.svg"},
		{figuretest.Named("commissioners"), figuretest.Drawn(), "commissioners.svg"},
		{figuretest.Named("sector-map"), figuretest.Located(12, 4), "sector-map.svg"}, {figuretest.Named("outcome-map"), figuretest.Located(7, 3), "outcome-map.svg"},
		{figuretest.Named("required-cost"), figuretest.Drawn(), "required-cost-drawn.svg"}, {figuretest.Named("reduction"), figuretest.Drawn(), "reduction-drawn.svg"},
		{figuretest.Named("by-size"), figuretest.Uneven(), "by-size.svg"}, {figuretest.Named("distribution"), figuretest.Drawn(), "distribution.svg"}, {figuretest.Named("best-map"), figuretest.Drawn(), "best-map.svg"},
		{figuretest.Named("sweep-lines"), figuretest.ByRatio(), "sweep-lines.svg"},
		{figuretest.Named("tornado"), figuretest.FewAnalysed(), "tornado.svg"}, {figuretest.Named("morris"), figuretest.FewAnalysed(), "morris.svg"}, {figuretest.Named("sobol"), figuretest.FewAnalysed(), "sobol.svg"},
		{figuretest.Named("switching"), figuretest.Drawn(), "switching.svg"}, {figuretest.Named("switching-map"), figuretest.Drawn(), "switching-map.svg"}, {figuretest.Named("regret"), figuretest.Drawn(), "regret.svg"}, {figuretest.Named("ranks"), figuretest.Drawn(), "ranks.svg"},
		{figuretest.Named("acceptability"), figuretest.Drawn(), "acceptability.svg"}, {figuretest.Named("expected-loss"), figuretest.Drawn(), "expected-loss.svg"}, {figuretest.Named("second-step"), figuretest.Drawn(), "second-step.svg"},
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
