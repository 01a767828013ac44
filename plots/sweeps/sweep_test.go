package sweeps

import (
	"strings"
	"testing"

	"reconfig/model/result"
	units "reconfig/model/unit"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/plane"
)

// Values that are not round stand in full in figures of a sweep: rounded, a title would speak of points that were not run.
func TestSweepValuesStandInFull(t *testing.T) {
	d := figuretest.Drawn()
	d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{0.25, 1.43, 3}, {40, 60.25, 65.5}}, true, func(s int, at []float64) float64 {
		return []float64{0, 1, map[bool]float64{true: 2}[at[0] < 1]}[s]
	})
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, "Merge is best on net benefit where lever.a is 0.25 (the lowest of three values); elsewhere Hub", ">1.43<", ">60.25<", ">65.5<")
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "this shows lever.b at 60.25", ">0.25<", ">1.43<", "from 0.25 to 3")
	one := figuretest.Only(d, "merge")
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), one, ">lever.b 60.25<", ">lever.b 65.5<")
}

// Of an even number of values the figure is of the lower of the two middle ones.
func TestOtherAxesAreInTheMiddle(t *testing.T) {
	d := figuretest.Drawn()
	d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{0, 1}, {0.125, 0.333333333333, 2.5, 7}}, true, func(s int, at []float64) float64 { return float64(s) * at[0] })
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "this shows lever.b at 0.333.")
}

// A logarithmic axis is said to be one, and equal ratios are equally far apart on it.
func TestLogarithmicAxis(t *testing.T) {
	d := figuretest.Drawn()
	d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{0.01, 0.1, 1, 10}}, true, func(s int, at []float64) float64 { return float64(s) * at[0] })
	figuretest.CheckSays(t, figuretest.Named("sweep-lines"), d, "axes are logarithmic", ">0.01<", ">0.1<", ">1<", ">10<")
	scale, _ := plane.Axis{Values: []float64{0.01, 0.1, 1, 10}}.Scale()
	if scale.Min != -2 || scale.Max != 1 {
		t.Errorf("axis from %v to %v", scale.Min, scale.Max)
	}
	line(func(s int, x float64) float64 { return x })(&d)
	if page := figuretest.Named("sweep-lines").Page(d.Complete()); strings.Contains(strings.Join(page.Footer, " "), "logarithmic") {
		t.Error("an even axis is said to be logarithmic")
	}
}

// One number on an axis of two assumptions may mean two things; the note says so.
func TestUnlikeUnits(t *testing.T) {
	d := figuretest.Drawn()
	together := func(unit string) {
		d.Sweep = figuretest.SmallSweep(true)
		d.Sweep.Varied = append(d.Sweep.Varied, result.Column{Name: "lever.z", Unit: units.Parse(unit)})
		for i := range d.Sweep.Rows {
			d.Sweep.Rows[i].Settings = append(d.Sweep.Rows[i].Settings[:2:2], d.Sweep.Rows[i].Settings[0])
		}
	}
	together("years")
	for _, f := range []figure.Figure{figuretest.Named("best-map"), figuretest.Named("sweep-lines")} {
		figuretest.CheckSays(t, f, d, "lever.a and lever.z have the same value in different units", ">lever.a (share) and lever.z (years)<")
	}
	together("share")
	figuretest.CheckSays(t, figuretest.Named("best-map"), d, ">lever.a and lever.z (share)<")
	if page := figuretest.Named("best-map").Page(d.Complete()); strings.Contains(strings.Join(page.Footer, " "), "different units") {
		t.Error("equal units are said to differ")
	}
}
