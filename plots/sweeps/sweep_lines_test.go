package sweeps

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/plane"
)

// line replaces the sweep by one over one assumption.
func line(value func(structure int, x float64) float64) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{0, 1, 2, 3}}, true, func(s int, at []float64) float64 { return value(s, at[0]) })
	}
}

func TestSweepLinesTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("sweep-lines"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "two assumptions", Change: nil, Want: "Net benefit: on average Hub is £3.5m behind Merge at lever.a 0.25, but £4.0m ahead at 1"},
		{Name: "rises", Change: line(func(s int, x float64) float64 { return float64(s) * x }), Want: "Net benefit: on average Stay is level with Merge at lever.a 0 and £6m behind at 3; clear at three of four points"},
		{Name: "turns back", Change: line(func(s int, x float64) float64 { return float64(s) * (x*x - 2*x) }),
			Want: "Net benefit: on average Stay is level with Merge at lever.a 0 and £6m behind at 3, not straight between; clear at two of four points"},
		{Name: "flat", Change: line(func(s int, at float64) float64 { return float64(s) * (1 + at*(3-at)) }), Want: "Net benefit: no difference from Merge changes much as lever.a goes from 0 to 3"},
		{Name: "one structure, two assumptions", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") },
			Want: "Net benefit of Merge (lever.b 2) falls from £7.5m to £0.0m as lever.a goes from 0.25 to 1"},
		{Name: "central draws", Change: func(d *figure.Data) { d.Sweep = figuretest.SmallSweep(false) }, Want: "Net benefit: Hub is £3.5m behind Merge at lever.a 0.25, but £4.0m ahead at 1"},
	})
}

func TestSweepLinesAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("sweep-lines"), figuretest.Only(figuretest.Drawn(), "stay", "merge"), "Line chart of net benefit less that of Merge as lever.a goes from 0.25 to 1: "+
		"Stay from −£6.5m (−£8.8m to −£4.2m) to +£1.0m (−£0.2m to +£2.2m).")
}

// Structures are shown against the status quo, wherever it is in the table.
func TestSweepLinesAgainst(t *testing.T) {
	d := figuretest.Drawn()
	for i := range d.Sweep.Rows {
		if r := &d.Sweep.Rows[i]; r.Structure == "hub" {
			r.Structure = statusQuo
		}
	}
	all, found := sweepCoursesOf(d.Complete().Context, d.Sweep)
	if !found || all.base != statusQuo || len(all.lines) != 2 {
		t.Errorf("against %q: %d lines", all.base, len(all.lines))
	}
	for _, c := range all.lines {
		for _, s := range c.Steps {
			if want := map[string]float64{"stay": -3000, "merge": 10000 * (0.6 - s.X)}[c.Code]; math.Abs(s.Y-want) > 0.01*math.Abs(want) { // means of draws lie a little off
				t.Errorf("%s at %v: %v, want %v", c.Code, s.X, s.Y, want)
			}
		}
	}
}

// Without a status quo each is the first less the second, as in the table of differences, and the note says less which.
func TestSweepLinesWithoutStatusQuo(t *testing.T) {
	d := figuretest.Only(figuretest.Drawn(), "hub", "merge")
	all, found := sweepCoursesOf(d.Complete().Context, d.Sweep)
	if !found || all.base != "merge" || len(all.lines) != 1 || all.lines[0].Code != "hub" {
		t.Fatalf("%d lines against %q", len(all.lines), all.base)
	}
	for _, s := range all.lines[0].Steps {
		if want := d.Sweep.Differences.Rows; !slices.ContainsFunc(want, func(r result.SweepRow) bool {
			return r.Point == s.point && r.Structure == "hub" && r.Second == "merge" && r.Statistic == result.Mean && r.Values[1] == s.Y
		}) {
			t.Errorf("at %v: %v is not in the differences", s.X, s.Y)
		}
	}
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "each line is a structure less Merge, as the differences", ">5th to 95th percentile of the difference, Hub less Merge<", ">Net benefit, less that of Merge,")
}

// Of many structures few pairs are compared, and the lines are less the first: the note says that the table turns them round.
func TestSweepLinesOfManyStructures(t *testing.T) {
	d := figuretest.Drawn()
	codes := strings.Split("abcdefghijkl", "")
	d.Sweep = figuretest.SweepOf(codes, [][]float64{{1, 2, 3}}, true, func(s int, at []float64) float64 { return float64(s) * at[0] })
	all, found := sweepCoursesOf(d.Complete().Context, d.Sweep)
	if !found || all.base != "a" {
		t.Fatalf("against %q", all.base)
	}
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "each line is a structure less a, the other way round than the differences in the table")
}

// Of the other axes the figure shows the swept value that is nearest to the central one.
func TestSweepLinesAreNearTheCentralValues(t *testing.T) {
	d := figuretest.Drawn()
	d.Central = map[string]float64{"lever.a": 0.6, "lever.b": 1.7}
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "this shows lever.b at 2, the nearest to its central value, 1.7.", ">Central value<")
}

func TestSweepLinesNeedStatistics(t *testing.T) {
	d := figuretest.Drawn()
	d.Sweep.EachDraw = true
	if _, err := figuretest.Named("sweep-lines").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
		t.Errorf("error %v", err)
	}
}

// Level lines alone would tell nothing that a sentence does not.
func TestFlatSweep(t *testing.T) {
	d := figuretest.Drawn()
	line(func(s int, _ float64) float64 { return float64(s) })(&d)
	_, err := figuretest.Named("sweep-lines").Render(d, "svg")
	if want := "net benefit, against Merge, stays the same under every structure as lever.a goes from 0 to 3"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}

// Where some draws never pay back, the mean is empty and the median stands for it. Medians are not subtracted.
func TestSweepOfPaybacks(t *testing.T) {
	d := figuretest.Drawn()
	d.SweepOutcome = result.StructurePayback.String()
	d.Sweep.Outcomes[1] = result.StructurePayback
	for i := range d.Sweep.Rows {
		r := &d.Sweep.Rows[i]
		switch {
		case r.Structure == "stay":
			r.Values[1] = math.Inf(1)
		case r.Statistic == result.Mean && r.Settings[0] > 0.5:
			r.Values[1] = math.NaN()
		case r.Statistic == result.P95 && r.Settings[0] > 0.5:
			r.Values[1] = math.Inf(1)
		}
	}
	page := figuretest.Named("sweep-lines").Page(d.Complete())
	if !strings.Contains(page.Subtitle, "median of 10,000 draws") || strings.Contains(page.Subtitle, "less that") {
		t.Errorf("subtitle %q, note %q", page.Subtitle, page.Footer[1])
	}
	if !strings.Contains(page.Description, "Stay from never to never") || !strings.Contains(page.Footer[1], "Never: it does not come in half of the draws or more") {
		t.Errorf("description %q, note %q", page.Description, page.Footer[1])
	}
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, ">Never<", ">Stay<")
	for _, f := range []figure.Figure{figuretest.Named("sweep-lines"), figuretest.Named("best-map")} {
		if _, err := f.Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}

func TestAxisWrites(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{[]float64{0.8, 0.825, 0.85, 1}, "0.8 0.825 0.85 1"},
		{[]float64{0.35, 0.4583333, 0.5666667}, "0.35 0.458 0.567"},
		{[]float64{10000, 20000}, "10,000 20,000"},
		{[]float64{0.0001, 0.0002}, "0.0001 0.0002"},
		{[]float64{-1, 0}, "−1 0"},
		{[]float64{0.25, 1.43, 3}, "0.25 1.43 3"},
		{[]float64{40, 60.25, 65.5}, "40 60.25 65.5"},
		{[]float64{0.0215443469003, 1234.5}, "0.0215 1,234.5"},
		{[]float64{1e-9, 2e15}, "1e−09 2e+15"},
	} {
		var got []string
		for _, v := range c.values {
			got = append(got, plane.Axis{Values: c.values}.Write(v))
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s, want %s", text, c.want)
		}
	}
}

func TestEvenly(t *testing.T) {
	nine := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9}
	got := evenly(nine, 4)
	if len(got) != 4 || got[0] != 1 || got[3] != 9 {
		t.Errorf("%v", got)
	}
	if got := evenly(nine[:3], 4); len(got) != 3 {
		t.Errorf("%v", got)
	}
}

// What the others are shown against is drawn though it is out of focus, and a note says why; the map compares whichever two lead.
func TestNotesOnWhatIsOutOfFocus(t *testing.T) {
	d := figuretest.Drawn()
	d.FocusOf = "the structures that --focus names"
	d.Focus = []string{"merge"}
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, "The two that lead are compared, whatever is in focus.")
	d.Focus = []string{"stay", "hub", "merge"}
	figuretest.CheckSaysNot(t, figuretest.Named("best-map"), d, "whatever is in focus")
	figuretest.CheckSaysNot(t, figuretest.Named("sweep-lines"), d, "is drawn too")
	d.Focus = []string{"stay"}
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "is drawn too, as what the others are shown against.")
}
