package decisions

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/plane"
)

// mapped replaces the map by one over lever.a (0.25 to 1) and risk.b (0 to 10).
func mapped(value func(structure int, a, b float64) float64) func(*figure.Data) {
	return func(d *figure.Data) {
		d.SwitchingMap = figuretest.SwitchingMapOf(figuretest.ThreeStructures, value)
	}
}

func TestSwitchingMapTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("switching-map"), figuretest.Drawn, []figuretest.TitleCase{
		// Merge, 6 − 4a, beats Stay, 3, and Hub, 2 + b/5, at 95 of 176 points; Hub is best at 45.
		{Name: "three", Change: nil, Want: "Merge is preferred at central values and over 54% of the map, Hub over 26%"},
		{Name: "two", Change: mapped(func(s int, a, _ float64) float64 { return []float64{0, a, 0.51}[s] }), Want: "Merge is preferred at central values and over 38% of the map, Hub over the rest"},
		{Name: "set", Change: func(d *figure.Data) { d.Set = true }, Want: "Merge is preferred at central or set values and over 54% of the map, Hub over 26%"},
		{Name: "leads unknown", Change: func(d *figure.Data) {
			for i := range d.SwitchingMap {
				d.SwitchingMap[i].Lead = figuretest.None
			}
		}, Want: "Merge is preferred at central values and over 54% of the map, Hub over 26%"},
		{Name: "nothing preferred in places", Change: func(d *figure.Data) {
			for i := range d.SwitchingMap {
				if d.SwitchingMap[i].Preferred == "hub" {
					d.SwitchingMap[i].Preferred = ""
				}
			}
		}, Want: "Merge is preferred at central values and over 73% of the map, Stay over the rest"},
		{Name: "base unknown", Change: func(d *figure.Data) { d.Switching = nil }, Want: "Merge is preferred over 54% of the map, Hub over 26%"},
		{Name: "base between two kinds", Change: figuretest.All(mapped(func(s int, a, _ float64) float64 { return []float64{0, a, 0.51}[s] }), func(d *figure.Data) {
			for i := range d.Switching {
				if d.Switching[i].Assumption == "lever.a" {
					d.Switching[i].Base = 0.52
				}
			}
		}), Want: "Hub is preferred over 63% of the map, Merge over the rest"},
	})
}

func TestSwitchingMapAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("switching-map"), figuretest.Drawn(), "Map of the structure with the highest net benefit by lever.a (share) from 0.25 to 1 (across) and risk.b (years) from 0 to 10 (up), all other assumptions at central values. "+
		"Share of the map in which each is preferred: Merge over 54%; Hub over 26%; Stay over 20%. Central values are 0.5 and 5.")
}

func TestSwitchingMapSays(t *testing.T) {
	d := figuretest.Drawn()
	figuretest.CheckSays(t, figuretest.Named("switching-map"), d, ">Merge<", ">Hub<", ">Stay<", ">Central values<", ">lever.a (share)<", ">risk.b (years)<", "all others at central values", "interpolated between points")
	other := slices.Clone(d.SwitchingMap)
	for i := range other {
		other[i].X = "other.c"
	}
	d.SwitchingMap = append(d.SwitchingMap, other...)
	figuretest.CheckSays(t, figuretest.Named("switching-map"), d, "The first of two pairs of assumptions in the table")
}

// A region without space for its name has a letter, or where there is no space for that either, its colour; the key explains
// both.
func TestSwitchingMapSmallRegions(t *testing.T) {
	d := figuretest.Drawn()
	d.Names = map[string]string{"stay": "Hub and sector joint commissioning of everything at once", "hub": "Nevermore"}
	mapped(func(s int, a, b float64) float64 {
		return []float64{map[bool]float64{true: 9}[b > 8.5 && a > 0.78 && a < 0.92], 3 - 100*math.Abs(a-0.5), 1}[s]
	})(&d)
	figuretest.CheckSays(t, figuretest.Named("switching-map"), d, ">Merge<", ">Hub and sector joint commissioning of everything at once, 3.4% of the map<", ">Nevermore, 6.3% of the map<", ">B<", ">C<")
}

func TestSwitchingMapNeedsAGrid(t *testing.T) {
	for name, change := range map[string]func(*figure.Data){
		"one row": func(d *figure.Data) { d.SwitchingMap = d.SwitchingMap[:16] },
		"no grid": func(d *figure.Data) {
			for i := range d.SwitchingMap {
				d.SwitchingMap[i].XValue = result.Number(i)
			}
		},
		"nothing preferred": func(d *figure.Data) {
			for i := range d.SwitchingMap {
				d.SwitchingMap[i].Preferred = ""
			}
		},
		"one assumption twice": func(d *figure.Data) {
			for i := range d.SwitchingMap {
				d.SwitchingMap[i].Y = "lever.a"
			}
		},
	} {
		d := figuretest.Drawn()
		change(&d)
		if _, err := figuretest.Named("switching-map").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// Where what structures come to is linear, the curve is where they are equal: lever.a + risk.b / 20 = 0.8.
func TestCurvesAreExactForLinearValues(t *testing.T) {
	d := figuretest.Drawn()
	mapped(func(s int, a, b float64) float64 { return []float64{-9, 0.8, a + b/20}[s] })(&d)
	all, found := switchPlaneOf(d.Complete())
	if !found {
		t.Fatal("no map")
	}
	m := meshOf(all.Grid, chart.Rectangle(0, 0, 0.75, 10)) // a unit of the page is one of the assumption
	curves := m.curves(false)
	if len(curves) == 0 {
		t.Fatal("no curve")
	}
	for _, s := range curves {
		for _, p := range []vg.Point{s.From, s.To} {
			if got := 0.25 + float64(p.X) + float64(p.Y)/20; math.Abs(got-0.8) > 1e-9 {
				t.Errorf("the curve goes through %v, where the sum is %v", p, got)
			}
		}
	}
}

// area is that of a polygon, by the shoelace formula.
func area(outline []vg.Point) float64 {
	sum := 0.0
	for i, p := range outline {
		q := outline[(i+1)%len(outline)]
		sum += float64(p.X*q.Y - q.X*p.Y)
	}
	return sum / 2
}

// Whatever is best where, the patches cover the map once, and no patch is of another kind than the points in it.
func TestPatchesCoverTheMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nx, ny := rapid.IntRange(2, 6).Draw(t, "columns"), rapid.IntRange(2, 6).Draw(t, "rows")
		grid := plane.Grid{X: plane.Axis{Values: figuretest.Spaced(0, 1, nx, false)}, Y: plane.Axis{Values: figuretest.Spaced(0, 1, ny, false)}}
		for range ny {
			row := make([]plane.Cell, nx)
			for i := range row {
				row[i] = plane.Cell{Best: rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "best"), Margin: rapid.Float64Range(0, 5).Draw(t, "lead")}
			}
			grid.Cells = append(grid.Cells, row)
		}
		grid.SumUp()
		whole := 0.0
		for _, p := range meshOf(grid, chart.Rectangle(0, 0, 20, 30)).patches() {
			a := area(p.outline)
			if a < -1e-9 {
				t.Errorf("a patch runs clockwise: %v", p.outline)
			}
			whole += a
		}
		if math.Abs(whole-600) > 1e-6 {
			t.Errorf("patches of %v in all, want 600", whole)
		}
	})
}
