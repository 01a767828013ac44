package sweeps

import (
	"errors"
	"math"
	"slices"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// What two structures differ in is the same whichever comes first in the table, with the other sign.
func TestPair(t *testing.T) {
	d := figuretest.Drawn()
	w, found := sweptOf(d.Complete().Context, d.Sweep, func(result.Outcome) bool { return true })
	if !found {
		t.Fatal("no sweep")
	}
	there, found := w.pair(2, "hub", "merge")
	back, foundBack := w.pair(2, "merge", "hub")
	if !found || !foundBack || there.mean == 0 || back.mean != -there.mean || back.band.Lo != -there.band.Hi || back.band.Hi != -there.band.Lo {
		t.Errorf("%+v and %+v", there, back)
	}
	if math.Abs(there.better+back.better-1) > 1e-12 || there.better == 0.5 {
		t.Errorf("probabilities %v and %v", there.better, back.better)
	}
	if _, found := w.pair(2, "hub", "elsewhere"); found {
		t.Error("a structure that is not there is compared")
	}
}

// A cell is hatched where fewer than 90 of 100 draws agree which of the two is better, whatever the other structures do.
func TestHatchingIsOfTheTwo(t *testing.T) {
	d := figuretest.Drawn()
	all, found := bestOverOf(d.Complete().Context, d.Sweep)
	if !found {
		t.Fatal("no grid")
	}
	unsure := 0
	for j := range all.Cells {
		for i := range all.Cells[j] {
			margin := math.Abs(all.difference[j][i])
			share := 0.49 + 0.49*margin/(margin+100) + 0.01 // as figuretest has it
			if all.isUnsure(i, j) != (share < 0.9) {
				t.Errorf("better by %v: unsure %v", all.difference[j][i], all.isUnsure(i, j))
			}
			if share < 0.9 {
				unsure++
			}
		}
	}
	if unsure != all.unsure() {
		t.Errorf("%d cells, not %d", all.unsure(), unsure)
	}
	for i := range d.Sweep.Differences.Rows {
		if r := &d.Sweep.Differences.Rows[i]; r.Statistic == result.ProbabilityFirstBetter {
			r.Values = []float64{0, 0.85}
		}
	}
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, "Hatched, not clear: fewer than 90 of 100 draws agree which of the two is better, in 12 of 12 cells", ">Fewer than 90 of 100 draws agree<")
}

// The line that the title speaks of has its band, the others in focus their ranges at the end; without differences a note says so.
func TestSweepLinesShowRanges(t *testing.T) {
	d := figuretest.Drawn()
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, ">5th to 95th percentile of the difference, Hub less Merge<", ">The same of each in bold, at 1<", "Ranges are of the difference, draw by draw")
	d.Sweep.Differences = nil
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "Without ranges: the differences draw by draw are not in the results")
	figuretest.CheckSaysNot(t, figuretest.Named("sweep-lines"), d, "5th to 95th")
	d.Draws = 20
	figuretest.CheckSaysNot(t, figuretest.Named("sweep-lines"), d, "Without ranges")
	d.Sweep = figuretest.SmallSweep(false)
	figuretest.CheckSaysNot(t, figuretest.Named("sweep-lines"), d, "Without ranges")
}

// Of an assumption that a figure does not show it takes a plausible value, or is not drawn.
func TestFiguresAreAtPlausibleValues(t *testing.T) {
	d := figuretest.Drawn()
	d.Central = map[string]float64{"lever.b": 0.4}
	d.Plausible = map[string][2]float64{"lever.b": {0.9, 5}}
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "this shows lever.b at 1, the nearest to its central value, 0.4.")
	d.Plausible["lever.b"] = [2]float64{1.2, 1.8}
	var pointless *figure.PointlessError
	if _, err := figuretest.Named("sweep-lines").Render(d, "svg"); !errors.As(err, &pointless) || pointless.Why != "of lever.b, which it does not show, the sweep has no plausible value, from 1.2 to 1.8" {
		t.Errorf("error %v", err)
	}
	if _, err := figuretest.Named("best-map").Render(d, "svg"); err != nil { // it shows both
		t.Errorf("error %v", err)
	}
	one := figuretest.Only(figuretest.Drawn(), "merge")
	one.Plausible = map[string][2]float64{"lever.b": {0.9, 5}}
	all, _ := sweepCoursesOf(one.Complete().Context, one.Sweep)
	if !slices.ContainsFunc(all.lines, func(c course) bool { return c.Heading == "lever.b 1" }) || len(all.lines) != 2 {
		t.Errorf("%d lines", len(all.lines))
	}
}
