package plots

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
)

// grid replaces the sweep by one over two assumptions.
func grid(value func(structure int, at []float64) float64) func(*Data) {
	return func(d *Data) {
		d.Sweep = sweepOf(threeStructures, [][]float64{{0, 1, 2, 3}, {0, 1, 2, 3}}, true, value)
	}
}

func TestBestMapTitle(t *testing.T) {
	checkTitlesOf(t, named("best-map"), drawn, []titleCase{
		{"boundary along an axis", nil, "Merge is best where lever.a is at most 0.5; elsewhere Hub"},
		{"central draws", func(d *Data) { d.Sweep = smallSweep(false) }, "Merge is best where lever.a is at most 0.5; elsewhere Hub"},
		{"a corner", grid(func(s int, at []float64) float64 {
			return []float64{0, 1, map[bool]float64{true: 2}[at[0] >= 2 && at[1] < 1]}[s]
		}), "Merge is best where lever.a is at least 2 and lever.b is at most 0; elsewhere Hub"},
		{"in the middle", grid(func(s int, at []float64) float64 {
			return []float64{0, 1, map[bool]float64{true: 2}[at[0] == 1 || at[0] == 2]}[s]
		}), "Merge is best where lever.a is from 1 to 2; elsewhere Hub"},
		{"slanted", grid(func(s int, at []float64) float64 { return []float64{0, 1, 3.5 - at[0] - at[1]}[s] }),
			"Merge is best only where lever.a is at most 2 and lever.b is at most 2, in 38% of the grid; else Hub"},
		{"one everywhere", grid(func(s int, _ []float64) float64 { return float64(s) }), "Merge has the highest net present value in the whole grid"},
		{"two alike", grid(func(s int, _ []float64) float64 { return []float64{0, 1, 1}[s] }), "Hub or Merge has the highest net present value in the whole grid"},
		{"three kinds", grid(func(s int, at []float64) float64 { return []float64{2.2 - at[0], 1.5, at[1]}[s] }), "Merge is best in 44% of the grid, Hub in 38%"},
		{"assumptions that move together", func(d *Data) {
			d.Sweep.Varied = append(d.Sweep.Varied, result.Column{Name: "lever.z"})
			for i := range d.Sweep.Rows {
				d.Sweep.Rows[i].Settings = append(d.Sweep.Rows[i].Settings[:2:2], d.Sweep.Rows[i].Settings[0])
			}
		}, "Merge is best where lever.a and lever.z are at most 0.5; elsewhere Hub"},
		{"a value is missing", func(d *Data) {
			for i := range d.Sweep.Rows {
				if d.Sweep.Rows[i].Point == 1 {
					d.Sweep.Rows[i].Values[1] = math.NaN()
				}
			}
		}, "Merge is best only where lever.a is at most 0.5, in 45% of the grid; else Hub"},
	})
}

func TestBestMapAltText(t *testing.T) {
	checkAltTextOf(t, named("best-map"), drawn(), "Map of the structure with the highest net present value over lever.a from 0.25 to 1 (across) and lever.b from 0 to 2 (up). "+
		"Share of the grid in which each is best: Hub in 50%, only where lever.a is at least 0.75; Merge in 50%, only where lever.a is at most 0.5. "+
		"The margin over the next best runs from £1.0m to £4.0m.")
}

// What the figure cannot compare it does not draw.
func TestBestMapNeedsAGrid(t *testing.T) {
	for name, change := range map[string]func(*Data){
		"each draw":     func(d *Data) { d.Sweep.EachDraw = true },
		"one structure": func(d *Data) { *d = only(*d, "hub") },
		"one assumption": func(d *Data) {
			d.Sweep = sweepOf(threeStructures, [][]float64{{1, 2}}, true, func(s int, _ []float64) float64 { return float64(s) })
		},
		"no outcome with a direction": func(d *Data) {
			d.Sweep.Outcomes[1] = result.BaselineCostPerHead
		},
		"points here and there": func(d *Data) {
			d.Sweep.Rows = nil
			for p := range 5 {
				for i, code := range threeStructures {
					d.Sweep.Rows = append(d.Sweep.Rows, result.SweepRow{Point: p + 1, Map: "pairs", Settings: []float64{float64(p), float64(p * p)}, Structure: code, Statistic: result.Mean, Values: []float64{1, float64(i)}})
				}
			}
		},
	} {
		d := drawn()
		change(&d)
		if _, err := named("best-map").Render(d, "svg"); !hasNothingToDraw(err) || !strings.Contains(err.Error(), "figure best-map needs two varied assumptions and at least two structures") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The figure owns up to what it leaves out.
func TestBestMapNotes(t *testing.T) {
	d := drawn()
	d.Sweep = sweepOf(threeStructures, [][]float64{{0, 1}, {0, 1}, {5, 6, 7}}, true, func(s int, _ []float64) float64 { return float64(s) })
	for i := range d.Sweep.Rows[:len(d.Sweep.Rows)/2] {
		other := d.Sweep.Rows[i]
		other.Map, other.Point = "five", other.Point+100
		d.Sweep.Rows = append(d.Sweep.Rows, other)
	}
	note := named("best-map").Page(d.complete()).Footer[1]
	for _, want := range []string{"lever.c at 6", "map pairs, the first of two", "best in fewer than 90% of draws, in 4 of 4 cells", "lever.a: share of something"} {
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
		w := swept{codes: threeStructures, statistic: result.Mean, values: map[place]float64{}, measure: measure{Outcome: result.StructureNPV}}
		for i, code := range threeStructures {
			w.values[place{1, code, result.Mean}] = c.values[i]
		}
		if got := w.cell(1); got.Best != c.best || got.Margin != c.margin {
			t.Errorf("%v: %+v, want %q by %v", c.values, got, c.best, c.margin)
		}
	}
}

// A map of so many cells that letters do not fit has none, and the values at the ends of its axes are written.
func TestFineMap(t *testing.T) {
	d := drawn()
	fine := spaced(0.05, 2, 40, false)
	d.Sweep = sweepOf(threeStructures, [][]float64{fine, fine}, true, func(s int, at []float64) float64 { return []float64{1.01, at[0], at[1] + 0.001}[s] })
	checkSays(t, named("best-map"), d, ">0.05<", ">2<", "Note: Best in fewer than")
	svg, err := named("best-map").Render(d, "svg")
	if err != nil {
		t.Fatal(err)
	}
	texts, _, _ := textsOf(t, svg)
	ends := map[string]int{}
	for _, text := range texts {
		ends[text.text]++
		if strings.Trim(text.text, "ABC?") == "" {
			t.Errorf("%q on a map of small cells", text.text)
		}
	}
	if ends["0.05"] != 2 || ends["2"] != 2 {
		t.Errorf("the ends of the axes are written %d and %d times", ends["0.05"], ends["2"])
	}
	checkSays(t, named("best-map"), drawn(), ">A<", ">B<")
}

// Where colours do not tell the kinds apart on a fine map, each region has a letter.
func TestRegionLetters(t *testing.T) {
	d := drawn()
	fine := spaced(0.05, 2, 40, false)
	d.Sweep = sweepOf(threeStructures, [][]float64{fine, fine}, true, func(s int, at []float64) float64 { return []float64{1.01, at[0], at[1] + 0.001}[s] })
	d.Focus = []string{"stay"}
	svg, err := named("best-map").Render(d, "svg")
	if err != nil {
		t.Fatal(err)
	}
	texts, _, _ := textsOf(t, svg)
	seen := map[string]int{}
	for _, text := range texts {
		seen[text.text]++
	}
	for _, letter := range []string{"A", "B", "C"} {
		if seen[letter] != 2 { // in the key and on the map
			t.Errorf("%s is written %d times", letter, seen[letter])
		}
	}
}
