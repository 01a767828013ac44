package bodies

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestSectorMapTitle(t *testing.T) {
	sector := func(of func(code string) string) func(*figure.Data) {
		return figuretest.EachBody(func(r *result.CommissionerRow) { r.Sector = of(r.Code); r.SectorName = "Part " + r.Sector })
	}
	figuretest.CheckTitlesOf(t, figuretest.Named("sector-map"), figuretest.Twelve, []figuretest.TitleCase{
		{Name: "as many in each", Want: "Three sectors of four bodies"},
		{Name: "one is largest", Change: sector(func(code string) string { return map[bool]string{true: "A", false: "B"}[code < "B05"] }), Want: "Two sectors of 5 to 7 bodies; the largest is Part B"},
		{Name: "one alone", Change: sector(func(code string) string { return map[bool]string{true: "A", false: "B"}[code == "B00"] }), Want: "One sector of 11 bodies; one is alone, with nothing to pool"},
		{Name: "two sizes", Change: sector(func(code string) string { return code[:2] + fmt.Sprint(int(code[2]-'0')/3) }),
			Want: "Four sectors of two or three bodies; one is alone, with nothing to pool"},
		{Name: "all alone", Change: sector(func(code string) string { return code }), Want: "Each of 12 bodies is alone in its sector, with nothing to pool"},
	})
}

func TestOutcomeMapTitle(t *testing.T) {
	values := func(of func(structure, code string) float64) func(*figure.Data) {
		return figuretest.EachBody(func(r *result.CommissionerRow) {
			v := of(r.Structure, r.Code)
			r.CapacityAgainstStatusQuo, r.CapacityAtTarget, r.ReductionAskedPct = result.Number(v), 0.6+v, 50+1000*v
		})
	}
	ramp := values(func(structure, code string) float64 {
		if structure == "stay" {
			return 0
		}
		return float64(len(structure))*0.01 - 0.001*float64(code[2]-'0')
	})
	figuretest.CheckTitlesOf(t, figuretest.Named("outcome-map"), figuretest.Twelve, []figuretest.TitleCase{
		{Name: "against the status quo", Change: ramp, Want: "Capacity against the status quo runs from +2.1 points (9 under Hub) to +5.0 (two bodies under Merge)"},
		{Name: "no status quo", Change: figuretest.All(ramp, figuretest.EachBody(func(r *result.CommissionerRow) { r.CapacityAgainstStatusQuo = result.Number(math.NaN()) })),
			Want: "Capacity when the target is due runs from 60.0% (12 bodies under Stay) to 65.0% (two bodies under Merge)"},
		{Name: "asked for", Change: figuretest.All(ramp, func(d *figure.Data) { *d = figuretest.Only(*d, "hub"); d.SweepOutcome = "reduction_asked_pct" }),
			Want: "The reduction asked for runs from 71% (9) to 80% (two bodies) under Hub"},
		{Name: "asked of all", Change: func(d *figure.Data) { d.SweepOutcome = "reduction_asked_pct" }, Want: "The reduction asked for is 50% in every body, whatever the structure"},
		{Name: "asked of those in focus", Change: func(d *figure.Data) { d.SweepOutcome, d.Focus = "reduction_asked_pct", []string{"stay", "merge"} }, Want: "The reduction asked for is 50% in every body under every structure shown"},
		{Name: "some in focus", Change: figuretest.All(ramp, func(d *figure.Data) { d.Focus = []string{"hub", "merge"} }), Want: "Capacity against the status quo runs from +2.1 points (9 under Hub) to +5.0 (two bodies under Merge), of the structures shown"},
		{Name: "another outcome", Change: figuretest.All(ramp, func(d *figure.Data) { d.SweepOutcome = "net_benefit_k" }), Want: "Capacity against the status quo runs from +2.1 points (9 under Hub) to +5.0 (two bodies under Merge)"},
		{Name: "draws", Change: figuretest.All(ramp, func(d *figure.Data) { d.Draws = 100 }), Want: "At central values capacity against the status quo runs from +2.1 points (9 under Hub) to +5.0 (two bodies under Merge)"},
	})
}

func TestMapAltTexts(t *testing.T) {
	d := figuretest.Located(5, 2)
	figuretest.CheckAltTextOf(t, figuretest.Named("sector-map"), d, "Map of tiles, one for each body near where it is, grouped by sector. Number of bodies in each sector: "+
		"Sector of the towns from 0 on 2; Sector of the towns from 2 on 2. Alone: Sector of the towns from 4 on.")
	figuretest.EachBody(func(r *result.CommissionerRow) {
		r.CapacityAgainstStatusQuo = result.Number(float64(len(r.Structure)-4) * 0.01 * float64(r.Code[2]-'0'))
	})(&d)
	figuretest.CheckAltTextOf(t, figuretest.Named("outcome-map"), d, "Maps of tiles, one for each body near where it is, shaded by capacity against the status quo: "+
		"Hub from −4.0 points in 4 to 0.0 points in 0, median −2.0 points; "+
		"Merge from 0.0 points in 0 to +4.0 points in 4, median +2.0 points.")
}

// Without a location for any there is no map; without one for some the footer lists them.
func TestMapsNeedPlaces(t *testing.T) {
	none, some := figuretest.Twelve(), figuretest.Twelve()
	figuretest.EachBody(func(r *result.CommissionerRow) { r.Latitude = result.Number(math.NaN()) })(&none)
	figuretest.EachBody(func(r *result.CommissionerRow) {
		switch r.Code {
		case "B03":
			r.Longitude = result.Number(math.NaN())
		case "B07":
			r.Latitude = 91
		}
	})(&some)
	for _, f := range []figure.Figure{figuretest.Named("sector-map"), figuretest.Named("outcome-map")} {
		var nothing *figure.NothingToDrawError
		if _, err := f.Render(none, "svg"); !errors.As(err, &nothing) || nothing.Needs != "latitude and longitude of a body in commissioners.csv" {
			t.Errorf("%s of no places: %v", f.Name, err)
		}
		svg, err := f.Render(some, "svg")
		if err != nil {
			t.Fatal(err)
		}
		texts, _, _ := figuretest.TextsOf(t, svg)
		var lines []string
		for _, w := range texts {
			lines = append(lines, w.Text)
		}
		if !strings.Contains(strings.Join(lines, " "), "Not placed, as there are no coordinates: B03 and B07.") {
			t.Errorf("%s does not say who is not placed", f.Name)
		}
	}
}

// The order of rows in the table changes nothing.
func TestMapsDoNotDependOnTheOrderOfRows(t *testing.T) {
	d := figuretest.Located(42, 3)
	d.Focus = []string{"stay", "hub", "merge"}
	turned := d
	turned.Commissioners = slices.Clone(d.Commissioners)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(turned.Commissioners), func(i, j int) {
		turned.Commissioners[i], turned.Commissioners[j] = turned.Commissioners[j], turned.Commissioners[i]
	})
	for _, f := range []figure.Figure{figuretest.Named("sector-map"), figuretest.Named("outcome-map")} {
		want, err := f.Render(d, "svg")
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := f.Render(turned, "svg"); !bytes.Equal(got, want) {
			t.Errorf("%s depends on the order of rows", f.Name)
		}
	}
}

// Each value, as it is written, is within the bounds of its step; steps are few, and have no value in common.
func TestOutcomeSteps(t *testing.T) {
	for _, values := range [][]float64{{-0.09, 0, 0.037}, {0.004, 0.064}, {0.512, 1.014}, {-0.1, -0.02}, {0, 0.3}, {-0.3, 0}, {0.5, 0.5}, {0, 0}, {-1e-7, 5}, {-6.1, 64.9}} {
		all := outcomesOnMap{bodyMap: bodyMap{Bodies: make([]locatedBody, len(values))}, Panels: []outcomePanel{{"a", values}}}
		all.Unit, all.Decimals = chart.Unit{Suffix: "%", Divisor: 0.01}, 1
		s := all.steps()
		if n := s.Last - s.First + 1; n > 2*mostShades+1 || s.First >= 0 && n > mostShades+1 {
			t.Errorf("%v: %d steps", values, n)
		}
		for _, v := range values {
			step := s.of(v)
			written := all.Unit.Rounded(v, all.Decimals)
			if from, to, any := s.bounds(step); !any || step < s.First || step > s.Last || written < from-1e-9 || written > to+1e-9 {
				t.Errorf("%v: %v is in step %d of %d to %d, from %v to %v", values, v, step, s.First, s.Last, from, to)
			}
		}
		for step := s.First; step < s.Last; step++ {
			_, to, any := s.bounds(step)
			if from, _, next := s.bounds(step + 1); any && next && all.Unit.Format(from, all.Decimals) == all.Unit.Format(to, all.Decimals) {
				t.Errorf("%v: steps %d and %d share %v", values, step, step+1, to)
			}
		}
	}
}

// What reads alike is shaded alike: 9.96 and 10.04 are both +10.0.
func TestAlikeValuesHaveOneShade(t *testing.T) {
	d := figuretest.Located(6, 2)
	figuretest.EachBody(func(r *result.CommissionerRow) {
		r.CapacityAgainstStatusQuo = result.Number([]float64{0.02, 0.0996, 0.1004, 0.13, 0.16, 0.18}[r.Code[2]-'0'])
	})(&d)
	d = d.Complete()
	m, _ := bodyMapOf(d.Commissioners)
	all, _ := outcomesOn(d.Context, d.Commissioners, m)
	l := all.layout(d.Context)
	if v := all.Panels[0].Values; all.Short(v[1]) != all.Short(v[2]) || l.step(v[1]) != l.step(v[2]) {
		t.Errorf("%s is in step %d, %s in step %d", all.Short(v[1]), l.step(v[1]), all.Short(v[2]), l.step(v[2]))
	}
	var texts []string
	for _, item := range l.key() {
		texts = append(texts, item.Text)
	}
	if want := []string{"+0.1 to +5.0", "+5.1 to +10.0", "+10.1 to +15.0", "+15.1 to +20.0"}; !slices.Equal(texts, want) {
		t.Errorf("key %q, want %q", texts, want)
	}
}

// One sector is no map of sectors.
func TestSectorMapOfOneSector(t *testing.T) {
	for name, change := range map[string]func(*figure.Data){
		"one sector": figuretest.EachBody(func(r *result.CommissionerRow) { r.Sector = "A" }),
		"one body":   func(d *figure.Data) { d.Commissioners = d.Commissioners[:1] },
	} {
		d := figuretest.Twelve()
		change(&d)
		var pointless *figure.PointlessError
		if _, err := figuretest.Named("sector-map").Render(d, "svg"); !errors.As(err, &pointless) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// mapSizes are the numbers of bodies that maps must be legible for, and the size of their sectors.
var mapSizes = map[int]int{1: 1, 2: 2, 12: 4, 31: 5, 42: 2, 303: 9, 3030: 60}

func TestMapsAreLegible(t *testing.T) {
	sizes := []int{1, 12, 42, 303}
	if modeltest.Long() {
		sizes = slices.Sorted(maps.Keys(mapSizes))
	}
	for _, bodies := range sizes {
		size := mapSizes[bodies]
		figuretest.CheckLegible(t, fmt.Sprint(bodies, " bodies"), figuretest.Located(bodies, size), []figure.Figure{figuretest.Named("sector-map"), figuretest.Named("outcome-map")})
	}
	long := figuretest.Located(31, 5)
	figuretest.EachBody(func(r *result.CommissionerRow) {
		r.Sector = "sector-with-a-long-code-" + r.Sector
		r.SectorName = strings.Repeat("A long name ", 6)
		r.Name = strings.Repeat("unbroken", 8)
	})(&long)
	figuretest.CheckLegible(t, "long names", long, []figure.Figure{figuretest.Named("sector-map"), figuretest.Named("outcome-map")})
}

// Names go into the tiles short, abbreviated or broken; where they do not fit at all, codes lead to them.
func TestNamesInTiles(t *testing.T) {
	for _, c := range []struct {
		name  string
		names func(i int) string
		want  map[string]int // how often each text is written
	}{
		{"short", func(i int) string { return fmt.Sprintf("Town%d Teaching PCT", i) }, map[string]int{"Town3": 1, "PCT": 0, "Teaching": 0}},
		{"broken", func(i int) string { return fmt.Sprintf("Northamptonshire%d", i) }, map[string]int{"Northampton-": 12, "shire3": 1}},
		{"too long", func(i int) string { return fmt.Sprint(strings.Repeat("unbroken", 3), i) }, map[string]int{"B03": 2}},
	} {
		d := figuretest.Twelve()
		for i := range d.Commissioners {
			d.Commissioners[i].Name = c.names(i % 12)
		}
		svg, err := figuretest.Named("sector-map").Render(d, "svg")
		if err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		texts, _, _ := figuretest.TextsOf(t, svg)
		for _, w := range texts {
			count[w.Text]++
		}
		for text, want := range c.want {
			if count[text] != want {
				t.Errorf("%s: %s is written %d times, not %d", c.name, text, count[text], want)
			}
		}
	}
}

func TestShortNames(t *testing.T) {
	for _, c := range []struct{ names, want []string }{
		{[]string{"Barnet PCT", "Brent Teaching PCT", "Camden PCT", "Bexley Care Trust"}, []string{"Barnet", "Brent", "Camden", "Bexley"}},
		{[]string{"NHS Devon ICB", "NHS Dorset ICB", "NHS Kent and Medway ICB"}, []string{"Devon", "Dorset", "Kent and Medway"}},
		{[]string{"North East London", "South East London", "Devon", "Kent", "Surrey"}, []string{"North East London", "South East London", "Devon", "Kent", "Surrey"}},
		{[]string{"Leeds PCT", "Leeds Teaching PCT", "York PCT"}, []string{"Leeds PCT", "Leeds Teaching PCT", "York"}},
		{[]string{"PCT", "PCT", "PCT"}, []string{"PCT", "PCT", "PCT"}},
	} {
		if got := shortNames(c.names); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.names, got)
		}
	}
}

// Names of sectors lie wholly in the tiles of their sector, or beside all tiles, and on no other text.
func TestSectorNamesLieWithTheirSectors(t *testing.T) {
	for _, bodies := range []int{12, 120} {
		m, _ := bodyMapOf(figuretest.Located(bodies, bodies/12).Complete().Commissioners)
		l := sectorLayoutOf(figuretest.Located(bodies, bodies/12).Complete().Context, m)
		centres := l.mosaic.Centres(draw.Canvas{})
		for i, label := range l.labels {
			for j, other := range l.labels[:i] {
				if chart.Overlap(label.box, other.box) {
					t.Errorf("label %d lies on %d", i, j)
				}
			}
			sectors := map[string]bool{}
			for _, at := range []vg.Point{label.box.Min, label.box.Max, chart.Middle(label.box)} {
				k, there := m.on[l.mosaic.At(centres, at)]
				if there != label.inside {
					t.Errorf("%q: a corner is in a tile: %v", label.lines, there)
				}
				if there {
					sectors[m.Bodies[k].Sector] = true
				}
			}
			if len(sectors) > 1 {
				t.Errorf("%q lies on the tiles of several sectors", label.lines)
			}
		}
		if m.shared() > 0 && 2*len(l.labels) < m.shared() {
			t.Errorf("%d bodies: only %d of %d sectors are named", bodies, len(l.labels), m.shared())
		}
	}
}
