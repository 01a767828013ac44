package plots

import (
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
)

// Of too few draws there are means but no ranges, and no figures of ranges.
func TestFewDraws(t *testing.T) {
	for draws, want := range map[int]string{1: "mean of one draw", 10: "mean of 10 draws", 99: "mean of 99 draws"} {
		d := drawn()
		d.Draws = draws
		for _, f := range Figures() {
			_, err := f.Render(d, "svg")
			if slices.Contains([]string{"distribution", "difference", "convergence", "regret", "ranks", "requirements", "acceptability", "expected-loss", "information"}, f.Name) {
				if !hasNothingToDraw(err) || !strings.Contains(err.Error(), "at least 100 draws") {
					t.Errorf("%s of %d draws: error %v", f.Name, draws, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if analyses(f) { // their tables hold statistics of their own
				continue
			}
			page := f.Page(d.complete())
			said := strings.Join(append(page.Footer, page.Title, page.Subtitle, page.Description), " ")
			if strings.Contains(said, "percentile") || strings.Contains(said, "hiskers") || strings.Contains(said, "one draws") {
				t.Errorf("%s of %d draws speaks of ranges: %s", f.Name, draws, said)
			}
			if !slices.Contains([]string{"commissioners", "by-size", "sector-map", "outcome-map", "debt-fund", "switching", "switching-map", "scenario", "peeling"}, f.Name) && !strings.Contains(page.Subtitle, want) {
				t.Errorf("%s of %d draws: subtitle %q", f.Name, draws, page.Subtitle)
			}
		}
		if len(d.Outcomes) != len(drawn().Outcomes) || len(d.Sweep.Rows) != len(drawn().Sweep.Rows) {
			t.Error("the caller's tables were changed")
		}
	}
	d := drawn()
	d.Draws = 100
	for _, f := range Figures() {
		if _, err := f.Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}

// The number of draws may be known from the table of convergence alone.
func TestConvergenceOfFewDraws(t *testing.T) {
	d := drawn()
	d.Draws = 0
	for i := range d.Convergence {
		d.Convergence[i].Draws = min(d.Convergence[i].Draws, 99)
	}
	if _, err := named("convergence").Render(d, "svg"); !hasNothingToDraw(err) {
		t.Errorf("error %v", err)
	}
}

// What has nothing to compare, or no line to follow, is not drawn.
func TestNothingToDraw(t *testing.T) {
	hypercube := func(d *Data) {
		d.Sweep.Rows = nil
		for p := range 9 {
			at := []float64{float64(p), float64(p * 4 % 9)}
			for i, code := range threeStructures {
				d.Sweep.Rows = append(d.Sweep.Rows, result.SweepRow{Point: p + 1, Map: "pairs", Settings: at, Structure: code, Statistic: result.CentralDraw, Values: []float64{1, float64(i)}})
			}
		}
	}
	for _, c := range []struct {
		name   string
		figure Figure
		change func(*Data)
	}{
		{"one structure", named("difference"), func(d *Data) { *d = only(*d, "hub") }},
		{"no pair", named("difference"), func(d *Data) { d.Differences = d.Differences[:1]; d.Differences[0].Second = d.Differences[0].First }},
		{"hypercube", named("best-map"), hypercube}, {"hypercube", named("sweep-lines"), hypercube},
		{"nothing varied", named("sweep-lines"), func(d *Data) {
			d.Sweep = sweepOf(threeStructures, [][]float64{{1}}, true, func(s int, _ []float64) float64 { return float64(s) })
		}},
		{"single draws", named("sweep-lines"), func(d *Data) { d.Sweep.EachDraw = true }},
	} {
		d := drawn()
		c.change(&d)
		if _, err := c.figure.Render(d, "svg"); !hasNothingToDraw(err) || !strings.HasPrefix(err.Error(), "figure "+c.figure.Name+" needs ") {
			t.Errorf("%s, %s: error %v", c.figure.Name, c.name, err)
		}
	}
}
