package sweeps

import (
	"math"
	"strings"
	"testing"
	"time"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// hereAndThere are points of a sweep over so many assumptions, each in its own strata, of which the second moves the
// difference most and the third a little.
func hereAndThere(points, assumptions int) figure.Data {
	d := figuretest.Drawn()
	d.Sweep = &result.Sweep{Outcomes: []result.Outcome{result.NetBenefit}}
	for a := range assumptions {
		d.Sweep.Varied = append(d.Sweep.Varied, result.Column{Name: "lever." + string(rune('a'+a%26)) + strings.Repeat("x", a/26)})
	}
	for p := range points {
		settings := make([]float64, assumptions)
		for a := range settings {
			settings[a] = math.Mod(float64(p)*math.Sqrt(float64(a)+2.3), 1)
		}
		for i, code := range []string{"hub", "merge"} {
			v := 5000 + 1000*settings[0] + float64(i)*(10000*settings[1]+2000*settings[2])
			d.Sweep.Rows = append(d.Sweep.Rows, result.SweepRow{Point: p + 1, Map: "pairs", Settings: settings, Structure: code, Statistic: result.CentralDraw, Values: []float64{v}, NeverShare: math.NaN()})
		}
	}
	return d
}

// Points here and there are binned along each assumption, the strongest first; what both structures have in common drops out.
func TestSweepBins(t *testing.T) {
	all, found := sweepBinsOf(hereAndThere(400, 5).Complete().Context, hereAndThere(400, 5).Sweep)
	if !found || len(all.panels) != 5 || all.panels[0].along.Name() != "lever.b" || all.panels[1].along.Name() != "lever.c" {
		t.Fatalf("%+v", all.panels)
	}
	if share := all.panels[0].share; math.Abs(share-100.0/104) > 0.03 {
		t.Errorf("the strongest has %v of the variance", share)
	}
	bins := all.panels[0].lines[0]
	if len(bins) != 10 || math.Abs(bins[0].Y+500+1000) > 300 || math.Abs(bins[9].Y+9500+1000) > 300 || !(bins[4].Lo < bins[4].Y && bins[4].Y < bins[4].Hi) {
		t.Errorf("bins %+v", bins)
	}
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), hereAndThere(400, 8), "Net benefit, Hub less Merge, moves most with lever.b: from −£1.4m (−£2.5m to −£0.3m) where it is low to −£10.5m (−£11.4m to −£9.5m) where high", "Two more assumptions move it less", "mean of one tenth", "400 points")
	figuretest.CheckLegible(t, "points here and there", hereAndThere(400, 8), []figure.Figure{figuretest.Named("sweep-lines")})
	if _, err := figuretest.Named("sweep-lines").Render(hereAndThere(30, 5), "svg"); !figuretest.HasNothingToDraw(err) {
		t.Errorf("few points: %v", err)
	}
}

// Figures of many points take time that grows with the points, not with their square: three thousand of 40 assumptions would take
// minutes.
func TestManyPointsHereAndThere(t *testing.T) {
	d := hereAndThere(3000, 40)
	began := time.Now()
	for _, name := range []string{"best-map", "sweep-lines"} {
		if _, err := figuretest.Named(name).Render(d, "svg"); err != nil && !figuretest.HasNothingToDraw(err) {
			t.Error(err)
		}
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}
