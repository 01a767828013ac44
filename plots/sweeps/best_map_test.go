package sweeps

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/plane"
)

// grid replaces the sweep by one over two assumptions.
func grid(value func(structure int, at []float64) float64) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{0, 1, 2, 3}, {0, 1, 2, 3}}, true, value)
	}
}

func TestBestMapTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("best-map"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "boundary along an axis", Change: nil, Want: "Merge is best on net benefit where lever.a is at most 0.5; elsewhere Hub"},
		{Name: "central draws", Change: func(d *figure.Data) { d.Sweep = figuretest.SmallSweep(false) }, Want: "Merge is best on net benefit where lever.a is at most 0.5; elsewhere Hub"},
		{Name: "a corner", Change: grid(func(s int, at []float64) float64 {
			return []float64{0, 1, map[bool]float64{true: 2}[at[0] >= 2 && at[1] < 1]}[s]
		}), Want: "Merge is best on net benefit where lever.a is at least 2 and lever.b is 0 (the lowest of four values); elsewhere Hub"},
		{Name: "the highest value tried", Change: grid(func(s int, at []float64) float64 { return []float64{0, 1, map[bool]float64{true: 2}[at[0] == 3]}[s] }),
			Want: "Merge is best on net benefit where lever.a is 3 (the highest of four values); elsewhere Hub"},
		{Name: "in the middle", Change: grid(func(s int, at []float64) float64 {
			return []float64{0, 1, map[bool]float64{true: 2}[at[0] == 1 || at[0] == 2]}[s]
		}), Want: "Merge is best on net benefit where lever.a is from 1 to 2; elsewhere Hub"},
		{Name: "slanted", Change: grid(func(s int, at []float64) float64 { return []float64{0, 1, 3.5 - at[0] - at[1]}[s] }),
			Want: "Merge is best on net benefit only where lever.a is at most 2 and lever.b is at most 2, in 38% of the grid; elsewhere Hub"},
		{Name: "one everywhere", Change: grid(func(s int, at []float64) float64 { return float64(s) * (1 + at[0]) }), Want: "Merge is best on net benefit in the whole grid"},
		{Name: "no cell is sure", Change: grid(func(s int, at []float64) float64 {
			return []float64{-5, 0.1, map[bool]float64{true: 0.2}[at[0] >= 2]}[s]
		}), Want: "Merge leads on net benefit where lever.a is at least 2, but nowhere clearly; elsewhere Hub"},
		{Name: "three kinds", Change: grid(func(s int, at []float64) float64 { return []float64{2.2 - at[0], 1.5, at[1]}[s] }), Want: "Merge is best on net benefit in 44% of the grid, Hub in 38%"},
		{Name: "assumptions that move together", Change: func(d *figure.Data) {
			d.Sweep.Varied = append(d.Sweep.Varied, result.Column{Name: "lever.z"})
			for i := range d.Sweep.Rows {
				d.Sweep.Rows[i].Settings = append(d.Sweep.Rows[i].Settings[:2:2], d.Sweep.Rows[i].Settings[0])
			}
		}, Want: "Merge is best on net benefit where lever.a and lever.z are at most 0.5; elsewhere Hub"},
		{Name: "a value is missing", Change: func(d *figure.Data) {
			for i := range d.Sweep.Rows {
				if d.Sweep.Rows[i].Point == 1 {
					d.Sweep.Rows[i].Values[1] = math.NaN()
				}
			}
		}, Want: "Merge is best on net benefit only where lever.a is at most 0.5, in 45% of the grid; elsewhere Hub"},
	})
}

func TestBestMapAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("best-map"), figuretest.Drawn(), "Map of the structure with the highest net benefit over lever.a from 0.25 to 1 (across) and lever.b from 0 to 2 (up). "+
		"Share of the grid in which each is best: Hub in 50%, only where lever.a is at least 0.75; Merge in 50%, only where lever.a is at most 0.5. "+
		"“Hub” is better than “Merge” by −£3.5m to +£4.0m; below 0 it is worse.")
}

// One rectangle of one colour would tell nothing that a sentence does not.
func TestBestMapOfOneColour(t *testing.T) {
	for _, c := range []struct {
		name  string
		value func(s int, at []float64) float64
		want  string
	}{
		{"by the same", func(s int, _ []float64) float64 { return float64(s) }, "Merge is better than Hub on net benefit at every point, by £1.0m, in at least 90 of 100 draws"},
		{"by nearly the same", func(s int, at []float64) float64 { return float64(s) * (1.02 + at[0]/100) }, "Merge is better than Hub on net benefit at every point, by £1.03m to £1.06m, in at least 90 of 100 draws"},
		{"equally good", func(s int, _ []float64) float64 { return []float64{0, 1, 1}[s] }, "Hub and Merge are equally good on net benefit at every point"},
	} {
		d := figuretest.Drawn()
		grid(c.value)(&d)
		_, err := figuretest.Named("best-map").Render(d, "svg")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	d := figuretest.Drawn()
	grid(func(s int, _ []float64) float64 { return float64(s) })(&d)
	for i, r := range d.Sweep.Rows {
		if r.Structure != "merge" {
			d.Sweep.Rows[i].Values[1] = math.Inf(1)
		}
	}
	d.Sweep.Outcomes = []result.Outcome{result.BaselineCost, result.StructurePayback}
	d.Sweep.Differences = nil
	d.SweepOutcome = result.StructurePayback.String()
	if _, err := figuretest.Named("best-map").Render(d, "svg"); err == nil || !strings.Contains(err.Error(), "does not come under") {
		t.Errorf("what never comes: %v", err)
	}
}

// The name of a side hides no cell that looks other than those around it, if there is space elsewhere.
func TestPlateHidesNoOddCell(t *testing.T) {
	all := bestOver{first: "a", second: "b", width: 1, above: 2, centreX: math.NaN(), centreY: math.NaN()}
	for j := range 5 {
		all.X.Values, all.Y.Values = []float64{0, 1, 2, 3, 4, 5, 6, 7, 8}, append(all.Y.Values, float64(j))
		cells, values, agreeing := make([]plane.Cell, 9), make([]float64, 9), make([]float64, 9)
		for i := range 9 {
			cells[i].Best, values[i], agreeing[i] = "a", 0.5, 1
		}
		all.Cells, all.difference, all.agreeing = append(all.Cells, cells), append(all.difference, values), append(all.agreeing, agreeing)
	}
	area := draw.Canvas{Rectangle: chart.Rectangle(0, 0, 900, 500)}
	size := vg.Point{X: 250, Y: 40}
	plate := func() vg.Point {
		r, found := all.plate(area, 1, size)
		if !found {
			t.Fatal("no space")
		}
		return chart.Middle(r)
	}
	if got, want := plate(), (vg.Point{X: 450, Y: 250}); got != want {
		t.Errorf("of cells alike it lies at %v, want %v", got, want)
	}
	all.difference[2][3], all.difference[2][5], all.agreeing[1][4] = 1.5, 1.5, 0.5
	if got, want := plate(), (vg.Point{X: 450, Y: 350}); got != want {
		t.Errorf("beside odd cells it lies at %v, want %v", got, want)
	}
}

// What the figure cannot compare it does not draw.
func TestBestMapNeedsAGrid(t *testing.T) {
	for name, change := range map[string]func(*figure.Data){
		"each draw":     func(d *figure.Data) { d.Sweep.EachDraw = true },
		"one structure": func(d *figure.Data) { *d = figuretest.Only(*d, "hub") },
		"one assumption": func(d *figure.Data) {
			d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{1, 2}}, true, func(s int, _ []float64) float64 { return float64(s) })
		},
		"no outcome with a direction": func(d *figure.Data) {
			d.Sweep.Outcomes[1] = result.BaselineCostPerHead
		},
		"points here and there": func(d *figure.Data) {
			d.Sweep.Rows = nil
			for p := range 5 {
				for i, code := range figuretest.ThreeStructures {
					d.Sweep.Rows = append(d.Sweep.Rows, result.SweepRow{Point: p + 1, Map: "pairs", Settings: []float64{float64(p), float64(p * p)}, Structure: code, Statistic: result.Mean, Values: []float64{1, float64(i)}})
				}
			}
		},
	} {
		d := figuretest.Drawn()
		change(&d)
		if _, err := figuretest.Named("best-map").Render(d, "svg"); !figuretest.HasNothingToDraw(err) || !strings.Contains(err.Error(), "figure best-map needs two varied assumptions and at least two structures") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The figure owns up to what it leaves out.
func TestBestMapNotes(t *testing.T) {
	d := figuretest.Drawn()
	d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{0, 1}, {0, 1}, {5, 6, 7}}, true, func(s int, at []float64) float64 { return float64(s) * (1 + at[0]) })
	for i := range d.Sweep.Rows[:len(d.Sweep.Rows)/2] {
		other := d.Sweep.Rows[i]
		other.Map, other.Point = "five", other.Point+100
		d.Sweep.Rows = append(d.Sweep.Rows, other)
	}
	d.Sweep.Differences = nil
	note := figuretest.Named("best-map").Page(d.Complete()).Footer[1]
	for _, want := range []string{"lever.c at 6", "map “pairs”, the first of two", "Hatched, not clear: the better one is best of all three structures in fewer than 90 of 100 draws (the differences draw by draw are not in the results, as in those of an older version), in 4 of 4 cells", "lever.a: share of something"} {
		if !strings.Contains(note, want) {
			t.Errorf("the note lacks %q: %s", want, note)
		}
	}
}

// The best has the margin over the next best, whichever comes first in the table.
func TestCell(t *testing.T) {
	for _, c := range []struct {
		values [3]float64
		best   string
		margin float64
	}{
		{[3]float64{1, 2, 5}, "merge", 3}, {[3]float64{5, 2, 1}, "stay", 3}, {[3]float64{2, 5, 1}, "hub", 3},
		{[3]float64{5, 5, 1}, "stay\nhub", 4}, {[3]float64{1, 5, 5}, "hub\nmerge", 4}, {[3]float64{5, math.NaN(), 1}, "stay", 4}, {[3]float64{5, 5, 5}, "", 0},
		{[3]float64{math.NaN(), 2, math.NaN()}, "hub", math.Inf(1)},
	} {
		w := swept{codes: figuretest.ThreeStructures, statistic: result.Mean, values: map[valueKey]float64{}, Measure: figure.Measure{Outcome: result.NetBenefit}}
		for i, code := range figuretest.ThreeStructures {
			w.values[valueKey{1, code, result.Mean}] = c.values[i]
		}
		if got := w.cell(1); got.Best != c.best || got.Margin != c.margin {
			t.Errorf("%v: %+v, want %q by %v", c.values, got, c.best, c.margin)
		}
	}
}

// The values at the ends of the axes of a map of many cells are written, and what is best where neither of the two is.
func TestFineMap(t *testing.T) {
	d := figuretest.Drawn()
	fine := figuretest.Spaced(0.05, 2, 40, false)
	d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{fine, fine}, true, func(s int, at []float64) float64 { return []float64{1.01, at[0], at[1] + 0.001}[s] })
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, "Note: Hatched, not clear: ", "In grey another structure is best: Stay, 25%", ">Another structure is best<", ">Hub better by<", ">Merge better<")
	svg, err := figuretest.Named("best-map").Render(d, "svg")
	if err != nil {
		t.Fatal(err)
	}
	texts, _, _ := figuretest.TextsOf(t, svg)
	ends := map[string]int{}
	for _, text := range texts {
		ends[text.Text]++
	}
	if ends["0.05"] != 2 || ends["2"] != 2 {
		t.Errorf("the ends of the axes are written %d and %d times", ends["0.05"], ends["2"])
	}
}

// The line between two structures runs where colours change, between cells, so that no cell lies on both sides.
func TestBorder(t *testing.T) {
	d := figuretest.Drawn()
	d.Sweep = figuretest.SweepOf([]string{"hub", "merge"}, [][]float64{{0, 1, 2, 3}, {0, 1}}, false, func(s int, at []float64) float64 { return float64(s) * (1.25 + at[1] - at[0]) })
	all, found := bestOverOf(d.Complete().Context, d.Sweep)
	if !found {
		t.Fatal("no grid")
	}
	want := []chart.Segment{ // up, to the right, up
		{From: vg.Point{X: 2, Y: 0}, To: vg.Point{X: 2, Y: 1}},
		{From: vg.Point{X: 2, Y: 1}, To: vg.Point{X: 3, Y: 1}},
		{From: vg.Point{X: 3, Y: 1}, To: vg.Point{X: 3, Y: 2}},
	}
	if got := all.border(); !slices.Equal(got, want) {
		t.Errorf("border %v, want %v", got, want)
	}
}

// What is plausible and central of both assumptions is marked where it is known and in the map.
func TestPlausibleOnTheMap(t *testing.T) {
	d := figuretest.Drawn()
	d.Central = map[string]float64{"lever.a": 0.6, "lever.b": 1}
	d.Plausible = map[string][2]float64{"lever.a": {0.3, 0.9}, "lever.b": {0.5, 5}}
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, ">Plausible range<", ">Central value<")
	all, _ := bestOverOf(d.Complete().Context, d.Sweep)
	if at := all.spot(0.625, 1); at != (vg.Point{X: 2, Y: 1.5}) { // halfway between the second and the third value of four
		t.Errorf("central value at %v", at)
	}
	if at := all.spot(0, 5); at != (vg.Point{X: 0, Y: 3}) {
		t.Errorf("a value beyond the map lies at %v", at)
	}
	d.Central["lever.b"] = 7
	all, _ = bestOverOf(d.Complete().Context, d.Sweep)
	if all.hasCentre() {
		t.Error("a central value beyond the map is drawn")
	}
}

// The title says in how many cells the better one is clear, and leaves out the boundary where it would be too long.
func TestBestMapTitleIsOfWhatIsClear(t *testing.T) {
	d := figuretest.Drawn()
	for i := range d.Sweep.Differences.Rows {
		if r := &d.Sweep.Differences.Rows[i]; r.Statistic == result.ProbabilityFirstBetter && r.Point%3 == 0 {
			r.Values = []float64{0, 0.5}
		}
	}
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, "Merge is best on net benefit where lever.a is at most 0.5, clearly in four of these six cells; elsewhere Hub")
	d.Labels = map[string]string{"lever.a": strings.Repeat("long ", 20)}
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, "Merge is best on net benefit in 50% of the grid, clearly in four of these six cells; elsewhere Hub")
}

// Of structures that come to the same it is always the same two that are compared.
func TestBestMapOfEqualsIsAlwaysTheSame(t *testing.T) {
	d := figuretest.Drawn()
	values := figuretest.Spaced(0.01, 10, 10, true)
	d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{values, values}, true, func(structure int, at []float64) float64 {
		return []float64{1, at[0], at[1]}[structure]
	})
	f := figuretest.Named("best-map")
	want := f.AltText(d)
	for range 20 {
		if got := f.AltText(d); got != want {
			t.Fatalf("%s\nand then\n%s", want, got)
		}
	}
}
