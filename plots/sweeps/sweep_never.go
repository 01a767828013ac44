package sweeps

import (
	"math"
	"slices"

	"gonum.org/v1/plot"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

// An outcome that may never come, as the time to payback, has no value to draw where it does not. Lines go on there at a level
// above all values.

// neverText names the level.
const neverText = "Never"

// isNever says whether a value is of what never comes.
func (all sweepCourses) isNever(v float64) bool {
	return all.Outcome.MayBeInfinite() && math.IsInf(v, 1)
}

// hasNever says whether some line has such a value.
func (all sweepCourses) hasNever() bool {
	return slices.ContainsFunc(all.lines, func(c course) bool {
		return slices.ContainsFunc(c.Steps, func(s along) bool { return all.isNever(s.Y) })
	})
}

// withNever puts such values at the level above a scale, and the level on the scale.
func (all sweepCourses) withNever(y chart.Scale) (sweepCourses, chart.Scale, plot.Ticker) {
	if !all.hasNever() {
		return all, y, y
	}
	level := y.Step * (math.Ceil(y.Max/y.Step-1e-9) + 1)
	y.Max = level
	all.lines = slices.Clone(all.lines)
	for i, c := range all.lines {
		all.lines[i].Steps = slices.Clone(c.Steps)
		for j, s := range c.Steps {
			if all.isNever(s.Y) {
				all.lines[i].Steps[j].Y = level
			}
		}
	}
	return all, y, neverTicks{y}
}

// aboutNever says what the level means.
func (all sweepCourses) aboutNever() string {
	switch {
	case !all.hasNever():
		return ""
	case all.statistic == result.P50:
		return neverText + ": it does not come in half of the draws or more"
	}
	return neverText + ": it does not come"
}

// neverTicks are those of a scale whose top is the level.
type neverTicks struct{ chart.Scale }

// Ticks implements plot.Ticker.
func (n neverTicks) Ticks(lo, hi float64) []plot.Tick {
	ticks := n.Scale.Ticks(lo, hi)
	ticks[len(ticks)-1].Label = neverText
	return ticks
}
