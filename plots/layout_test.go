package plots

import (
	"testing"

	"reconfig/model/result"
)

// legible are the cases that every figure must be legible in: plain ones and the worst, with and without draws.
func legible() map[string]Data {
	negative := small()
	parts(-4, 52, 2)(&negative)
	negativeDrawn := drawn()
	parts(-4, 52, 2)(&negativeDrawn)
	cases := map[string]Data{
		"small": small(), "large": large(), "one": only(small(), "hub"), "negative": negative,
		"drawn": drawn(), "large drawn": largeDrawn(), "one drawn": only(drawn(), "hub"), "two drawn": only(drawn(), "hub", "merge"), "negative drawn": negativeDrawn,
	}
	for _, o := range []result.Outcome{result.StructurePayback, result.StructureCapacityEnd, result.SteadySavingPct, result.BaselineCost} {
		d := drawn()
		d.SweepOutcome = o.String()
		if o == result.StructurePayback {
			neverPaid(&d)
		}
		cases[o.String()] = d
	}
	cases["many switching values"] = manySwitchers()
	grid := drawn()
	grid.Sweep = smallSweep(false)
	cases["sweep of central draws"] = grid
	line := drawn()
	line.Sweep = sweepOf(threeStructures, [][]float64{{0.25, 0.5, 1}}, true, func(structure int, at []float64) float64 { return at[0] * float64(structure) })
	cases["sweep of one"] = line
	for name, values := range map[string][]float64{
		"uneven": {0.25, 1.43, 3}, "crowded": {1, 1.001, 1.002, 1.5, 99.5, 100}, "by ratio": spaced(0.01, 10, 10, true), "fine": spaced(0.05, 2, 40, false),
	} {
		d := drawn()
		d.Sweep = sweepOf(threeStructures, [][]float64{values, values}, true, func(structure int, at []float64) float64 {
			return []float64{1, at[0], at[1]}[structure]
		})
		cases["sweep of "+name+" values"] = d
		cases["sweep of one structure over "+name+" values"] = only(d, "hub")
	}
	for name, d := range sensitivities() {
		cases[name] = d
	}
	return cases
}

// No text is cut off or lies on another.
func TestTextsAreLegible(t *testing.T) {
	for name, d := range legible() {
		checkLegible(t, name, d, Figures())
	}
}
