package bodies

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// groups changes every group of a structure, of which only the first bodies are kept where more than none are given.
func groups(code string, change func(*result.SizeRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Sizes {
			if d.Sizes[i].Structure == code {
				change(&d.Sizes[i])
			}
		}
	}
}

// gaining sets what every third of a structure gains, in points: the smallest, the middle and the largest.
func gaining(code string, smallest, middle, largest float64) func(*figure.Data) {
	points := map[string]float64{result.Smallest: smallest, result.Middle: middle, result.Largest: largest}
	return groups(code, func(g *result.SizeRow) { g.CapacityAgainstStatusQuo = result.Number(points[g.Size] / 100) })
}

// sharing leaves the two larger bodies of merge alone in their sectors, with nothing gained, and the two others together, with
// what they gain in points.
func sharing(first, second float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Commissioners {
			row := &d.Commissioners[i]
			if row.Structure != "merge" {
				continue
			}
			row.CapacityAgainstStatusQuo = result.Number([]float64{first, second, 0, 0}[i%4] / 100)
			if i%4 > 1 {
				row.Sector += row.Code
			}
		}
		d.Sizes = figuretest.SizesOf(d.Commissioners)
	}
}

// firstBodies keeps the first bodies of every structure.
func firstBodies(n int) func(*figure.Data) {
	return func(d *figure.Data) {
		var kept []result.CommissionerRow
		for i, row := range d.Commissioners {
			if i%4 < n {
				kept = append(kept, row)
			}
		}
		d.Commissioners, d.Sizes = kept, figuretest.SizesOf(kept)
	}
}

func TestBySizeTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("by-size"), []figuretest.TitleCase{
		{Name: "one way", Change: gaining("merge", -7.8, -6.5, -1.6), Want: "Under Merge, against the status quo, the smallest third of PCTs loses on average 7.8 points of capacity, the largest third 1.6"},
		{Name: "both ways", Change: gaining("merge", -3, 0.2, 5), Want: "Under Merge, against the status quo, the largest third of PCTs gains on average 5.0 points of capacity, the smallest third loses 3.0"},
		{Name: "none for some", Change: gaining("merge", 6, 0, 5), Want: "Under Merge, against the status quo, the smallest third of PCTs gains on average 6.0 points of capacity, the middle third none"},
		{Name: "all alike", Change: gaining("merge", -6, -6.01, -5.99), Want: "Under Merge, against the status quo, PCTs of every size lose on average 6.0 points of capacity"},
		{Name: "of single bodies alone", Change: figuretest.All(gaining("merge", 0, 0.01, 0), gaining("hub", 0, 0, -0.02)), Want: "Some PCTs gain capacity or lose it, but no group of like size does on the whole"},
		{Name: "not the one with most", Change: func(d *figure.Data) { d.Focus = []string{"stay", "hub"} }, Want: "Under Hub, against the status quo, the largest third of PCTs gains on average 1.6 points of capacity, the smallest third loses 1.0"},
		{Name: "no effect of size", Change: sharing(-6, -7), Want: "Under Merge, against the status quo, PCTs that share a sector lose 6.0 to 7.0 points of capacity, whatever their size; the two alone lose none"},
		{Name: "of size among those that share too", Change: sharing(-3, -7), Want: "Under Merge, against the status quo, the middle third of PCTs loses on average 7.0 points of capacity, the largest third none"},
		{Name: "two bodies", Change: figuretest.All(firstBodies(2), groups("merge", func(g *result.SizeRow) {
			g.Size = map[bool]string{true: result.Smallest, false: result.Largest}[g.PopulationFrom < 150000]
			g.CapacityAgainstStatusQuo = result.Number(g.PopulationFrom / 1e7)
		})), Want: "Under Merge, against the status quo, the largest PCT gains 2.0 points of capacity, the smallest 1.0"},
	})
	figuretest.CheckTitlesOf(t, figuretest.Named("by-size"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "of draws", Change: gaining("merge", -7.8, -6.5, -1.6), Want: "At central values under Merge, against the status quo, the smallest third of PCTs loses on average 7.8 points of capacity, the largest third 1.6"},
	})
}

func TestBySizeAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("by-size"), "Dot charts of each PCT’s capacity against the status quo when the target is due, by population, in percentage points: "+
		"Hub: the smallest third −1.0, the middle third 0.0, the largest third +1.6; single PCTs from −1.0 (b0) to +2.0 (b3). "+
		"Merge: the smallest third −3.0, the middle third 0.0, the largest third +4.7; single PCTs from −3.0 (b0) to +6.0 (b3). "+
		"The target asks the same of every PCT: 50% of its cost.")
}

// Who loses a capacity that reads as nothing does not count as losing, here as in the map of the same outcome.
func TestBySizeCountsLosersAsTheMapDoes(t *testing.T) {
	d := figuretest.Located(6, 3)
	for i := range d.Commissioners {
		r := &d.Commissioners[i]
		if r.CapacityAgainstStatusQuo = 0; r.Structure == "merge" {
			r.CapacityAgainstStatusQuo = []result.Number{-0.0004, -0.0006, 0.0004, 0.0006, -0.3, 0.3}[i%6]
		}
	}
	d.Sizes = figuretest.SizesOf(d.Commissioners)
	figuretest.CheckSays(t, figuretest.Named("by-size"), d, "2 gain, 2 lose, 2 do neither")
	d = d.Complete()
	m, _ := bodyMapOf(d.Commissioners)
	all, _ := outcomesOn(d.Context, d.Commissioners, m)
	losing, steps := 0, all.steps()
	for _, v := range all.Panels[0].Values {
		if steps.of(v) < 0 {
			losing++
		}
	}
	if len(all.Panels) != 1 || losing != 2 {
		t.Errorf("on %d maps %d lose, want 2 on one", len(all.Panels), losing)
	}
}

// What the target asks is drawn where it differs, and said where it does not.
func TestBySizeSaysWhatTheTargetAsks(t *testing.T) {
	const drawn = "What the target asks of each PCT, % of its cost at the start"
	const said = "The target asks the same of every PCT: 50% of its cost."
	even, differing, nothing := figuretest.Small(), figuretest.Uneven(), figuretest.Small()
	for i := range nothing.Commissioners {
		nothing.Commissioners[i].ReductionAskedPct = -5
	}
	figuretest.CheckSays(t, figuretest.Named("by-size"), even, said)
	figuretest.CheckSaysNot(t, figuretest.Named("by-size"), even, drawn)
	figuretest.CheckSays(t, figuretest.Named("by-size"), differing, drawn)
	figuretest.CheckSaysNot(t, figuretest.Named("by-size"), differing, said)
	figuretest.CheckSays(t, figuretest.Named("by-size"), nothing, "The target asks no PCT for a cut.")
}

// Those who have nobody to pool with are told apart, by the key too.
func TestBySizeShowsWhoIsAlone(t *testing.T) {
	const key = "Alone in its sector"
	d := figuretest.Small()
	figuretest.CheckSaysNot(t, figuretest.Named("by-size"), d, key)
	for i := range d.Commissioners {
		d.Commissioners[i].Sector = []string{"A", "B", "B", "B"}[i%4]
	}
	figuretest.CheckSays(t, figuretest.Named("by-size"), d, key)
}

func TestBySizeNeedsSomethingToCompare(t *testing.T) {
	for name, change := range map[string]func(*figure.Data){
		"a single body":    firstBodies(1),
		"no status quo":    func(d *figure.Data) { setAgainst(d, math.NaN()) },
		"nothing changes":  func(d *figure.Data) { setAgainst(d, 0) },
		"status quo alone": func(d *figure.Data) { *d = figuretest.Only(*d, "stay") },
	} {
		d := figuretest.Small()
		change(&d)
		if _, err := figuretest.Named("by-size").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func setAgainst(d *figure.Data, v float64) {
	for i := range d.Commissioners {
		d.Commissioners[i].CapacityAgainstStatusQuo = result.Number(v)
	}
}

func TestPopulationAxis(t *testing.T) {
	for _, c := range []struct {
		populations []float64
		want        string
	}{
		{[]float64{157307, 386303}, "Population: 200k 300k"},
		{[]float64{516049, 3005519}, "Population, on a logarithmic scale: 500k 1m 2m"},
		{[]float64{20000, 450000}, "Population, on a logarithmic scale: 20k 50k 100k 200k 500k"},
		{[]float64{110000, 460000}, "Population, on a logarithmic scale: 150k 200k 300k 400k"},
		{[]float64{900, 4100000}, "Population, on a logarithmic scale: 1,000 2,000 5,000 10k 20k 50k 100k 200k 500k 1m 2m 5m"},
	} {
		var s sizedStructure
		for _, p := range c.populations {
			s.Bodies = append(s.Bodies, sizedBody{Population: p})
		}
		a := newPopulationAxis(s)
		got := a.title() + ":"
		for _, tick := range a.ticks {
			got += " " + tick.Label
		}
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.populations, got, c.want)
		}
	}
	same := newPopulationAxis(sizedStructure{Bodies: []sizedBody{{Population: 5}, {Population: 5}}})
	if !(same.scale.Max > same.scale.Min) || len(same.ticks) == 0 {
		t.Errorf("bodies of one size lie on %+v", same)
	}
}
