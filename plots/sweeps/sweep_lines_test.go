package sweeps

import (
	"math"
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
		{Name: "two assumptions", Change: nil, Want: "Net present value of Merge falls from £6.5m to −£1.0m as lever.a goes from 0.25 to 1"},
		{Name: "rises", Change: line(func(s int, x float64) float64 { return float64(s) * x }), Want: "Net present value of Merge rises from £0.0m to £6.0m as lever.a goes from 0 to 3"},
		{Name: "turns back", Change: line(func(s int, x float64) float64 { return float64(s) * (x*x - 2*x) }),
			Want: "Net present value of Merge goes from £0.0m to £6.0m, not straight, as lever.a goes from 0 to 3"},
		{Name: "flat", Change: line(func(s int, _ float64) float64 { return float64(s) }), Want: "Net present value hardly changes as lever.a goes from 0 to 3"},
		{Name: "one structure, two assumptions", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") },
			Want: "Net present value of Merge (lever.b 2) falls from £7.5m to £0.0m as lever.a goes from 0.25 to 1"},
		{Name: "central draws", Change: func(d *figure.Data) { d.Sweep = figuretest.SmallSweep(false) }, Want: "Net present value of Merge falls from £6.5m to −£1.0m as lever.a goes from 0.25 to 1"},
	})
}

func TestSweepLinesAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("sweep-lines"), figuretest.Only(figuretest.Drawn(), "stay", "merge"), "Line charts of net present value as lever.a goes from 0.25 to 1: "+
		"Stay from £0.0m (£0.0m to £0.0m) to £0.0m (£0.0m to £0.0m); Merge from £6.5m (£5.8m to £7.2m) to −£1.0m (−£1.1m to −£0.9m). "+
		"In brackets, the 5th and the 95th percentile of 10,000 draws.")
}

func TestSweepLinesNeedStatistics(t *testing.T) {
	d := figuretest.Drawn()
	d.Sweep.EachDraw = true
	if _, err := figuretest.Named("sweep-lines").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
		t.Errorf("error %v", err)
	}
}

// Where some draws never pay back, the mean is empty and the median stands for it; a band without end reaches the edge.
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
	if !strings.Contains(page.Subtitle, "median of 10,000 draws") || !strings.Contains(page.Footer[1], "it has no end there") {
		t.Errorf("subtitle %q, note %q", page.Subtitle, page.Footer[1])
	}
	if strings.Contains(page.Description, "Stay") {
		t.Errorf("a structure that never pays back has a panel: %s", page.Description)
	}
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
		{[]float64{0.35, 0.4583333, 0.5666667}, "0.35 0.4583333 0.5666667"},
		{[]float64{10000, 20000}, "10,000 20,000"},
		{[]float64{0.0001, 0.0002}, "0.0001 0.0002"},
		{[]float64{-1, 0}, "−1 0"},
		{[]float64{0.25, 1.43, 3}, "0.25 1.43 3"},
		{[]float64{40, 60.25, 65.5}, "40 60.25 65.5"},
		{[]float64{0.0215443469003, 1234.5}, "0.0215443469003 1,234.5"},
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
