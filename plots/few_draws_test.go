package plots

import (
	"slices"
	"strings"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// Of too few draws there are means but no ranges, and no figures of ranges.
func TestFewDraws(t *testing.T) {
	for draws, want := range map[int]string{1: "one draw", 10: "mean of 10 draws", 99: "mean of 99 draws"} {
		if draws == 10 && !modeltest.Long() {
			continue
		}
		d := figuretest.Drawn()
		d.Draws = draws
		for _, f := range figure.All() {
			_, err := f.Render(d, "svg")
			if slices.Contains([]string{"distribution", "difference", "convergence", "regret", "ranks", "requirements", "acceptability", "expected-loss", "information"}, f.Name) {
				if !figuretest.HasNothingToDraw(err) || !strings.Contains(err.Error(), "at least 100 draws") {
					t.Errorf("%s of %d draws: error %v", f.Name, draws, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if figuretest.Analyses(f) { // their tables hold statistics of their own
				continue
			}
			page := f.Page(d.Complete())
			said := strings.Join(append(page.Footer, page.Title, page.Subtitle, page.Description), " ")
			if strings.Contains(said, "percentile") || strings.Contains(said, "hiskers") || strings.Contains(said, "one draws") {
				t.Errorf("%s of %d draws speaks of ranges: %s", f.Name, draws, said)
			}
			if !slices.Contains([]string{"commissioners", "by-size", "sector-map", "outcome-map", "debt-fund", "switching", "switching-map", "scenario", "peeling"}, f.Name) && !strings.Contains(page.Subtitle, want) {
				t.Errorf("%s of %d draws: subtitle %q", f.Name, draws, page.Subtitle)
			}
		}
		if len(d.Outcomes) != len(figuretest.Drawn().Outcomes) || len(d.Sweep.Rows) != len(figuretest.Drawn().Sweep.Rows) {
			t.Error("the caller's tables were changed")
		}
	}
	d := figuretest.Drawn()
	d.Draws = 100
	for _, f := range figure.All() {
		if _, err := f.Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}

// The number of draws may be known from the table of convergence alone.
func TestConvergenceOfFewDraws(t *testing.T) {
	d := figuretest.Drawn()
	d.Draws = 0
	for i := range d.Convergence {
		d.Convergence[i].Draws = min(d.Convergence[i].Draws, 99)
	}
	if _, err := figuretest.Named("convergence").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
		t.Errorf("error %v", err)
	}
}

// What has nothing to compare, or no line to follow, is not drawn.
func TestNothingToDraw(t *testing.T) {
	hypercube := func(d *figure.Data) {
		d.Sweep.Rows = nil
		for p := range 9 {
			at := []float64{float64(p), float64(p * 4 % 9)}
			for i, code := range figuretest.ThreeStructures {
				d.Sweep.Rows = append(d.Sweep.Rows, result.SweepRow{Point: p + 1, Map: "pairs", Settings: at, Structure: code, Statistic: result.CentralDraw, Values: []float64{1, float64(i)}})
			}
		}
	}
	for _, c := range []struct {
		name   string
		figure figure.Figure
		change func(*figure.Data)
	}{
		{"one structure", figuretest.Named("difference"), func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }},
		{"no pair", figuretest.Named("difference"), func(d *figure.Data) {
			d.Differences = d.Differences[:1]
			d.Differences[0].Second = d.Differences[0].First
		}},
		{"hypercube", figuretest.Named("best-map"), hypercube}, {"hypercube", figuretest.Named("sweep-lines"), hypercube},
		{"nothing varied", figuretest.Named("sweep-lines"), func(d *figure.Data) {
			d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{1}}, true, func(s int, _ []float64) float64 { return float64(s) })
		}},
		{"single draws", figuretest.Named("sweep-lines"), func(d *figure.Data) { d.Sweep.EachDraw = true }},
	} {
		d := figuretest.Drawn()
		c.change(&d)
		if _, err := c.figure.Render(d, "svg"); !figuretest.HasNothingToDraw(err) || !strings.HasPrefix(err.Error(), "figure "+c.figure.Name+" needs ") {
			t.Errorf("%s, %s: error %v", c.figure.Name, c.name, err)
		}
	}
}
