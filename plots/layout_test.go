package plots

import (
	"maps"
	"slices"
	"sync"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// legible are the cases that every figure must be legible in: plain ones and the worst, with and without draws.
var legible = sync.OnceValue(func() map[string]figure.Data {
	negative := figuretest.Small()
	figuretest.Reduced(-4, 52, 2)(&negative)
	negativeDrawn := figuretest.Drawn()
	figuretest.Reduced(-4, 52, 2)(&negativeDrawn)
	cases := map[string]figure.Data{
		"small": figuretest.Small(), "large": figuretest.Large(), "one": figuretest.Only(figuretest.Small(), "hub"), "negative": negative,
		"drawn": figuretest.Drawn(), "large drawn": figuretest.LargeDrawn(), "one drawn": figuretest.Only(figuretest.Drawn(), "hub"), "two drawn": figuretest.Only(figuretest.Drawn(), "hub", "merge"), "negative drawn": negativeDrawn,
	}
	for _, o := range []result.Outcome{result.StructurePayback, result.StructureCapacityEnd, result.SteadySavingPct, result.BaselineCost} {
		d := figuretest.Drawn()
		d.SweepOutcome = o.String()
		if o == result.StructurePayback {
			figuretest.NeverPaid(&d)
		}
		cases[o.String()] = d
	}
	cases["many switching values"] = figuretest.ManySwitchers()
	grid := figuretest.Drawn()
	grid.Sweep = figuretest.SmallSweep(false)
	cases["sweep of central draws"] = grid
	line := figuretest.Drawn()
	line.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{{0.25, 0.5, 1}}, true, func(structure int, at []float64) float64 { return at[0] * float64(structure) })
	cases["sweep of one"] = line
	for name, values := range map[string][]float64{
		"uneven": {0.25, 1.43, 3}, "crowded": {1, 1.001, 1.002, 1.5, 99.5, 100}, "by ratio": figuretest.Spaced(0.01, 10, 10, true), "fine": figuretest.Spaced(0.05, 2, 40, false),
	} {
		d := figuretest.Drawn()
		d.Sweep = figuretest.SweepOf(figuretest.ThreeStructures, [][]float64{values, values}, true, func(structure int, at []float64) float64 {
			return []float64{1, at[0], at[1]}[structure]
		})
		cases["sweep of "+name+" values"] = d
		cases["sweep of one structure over "+name+" values"] = figuretest.Only(d, "hub")
	}
	for name, d := range figuretest.Sensitivities() {
		cases[name] = d
	}
	return cases
})

// No text is cut off or lies on another.
func TestTextsAreLegible(t *testing.T) {
	cases := legible()
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(cases)), 4) {
		figuretest.CheckLegible(t, name, cases[name], figure.All())
	}
}

// On a page of 8 cm either, in the figures that have space there; at least these do.
func TestNarrowTextsAreLegible(t *testing.T) {
	narrow := slices.DeleteFunc(figure.All(), func(f figure.Figure) bool { return !f.Narrow })
	var names []string
	for _, f := range narrow {
		names = append(names, f.Name)
	}
	for _, name := range []string{"required-cost", "capacity", "reduction", "distribution", "difference", "one-off-cost", "sweep-lines", "tornado", "sobol", "second-step"} {
		if !slices.Contains(names, name) {
			t.Errorf("%s is not drawn on a page of 8 cm", name)
		}
	}
	cases := legible()
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(cases)), 4) {
		d := cases[name]
		d.Width = 8
		figuretest.CheckLegible(t, "narrow "+name, d, narrow)
	}
}
