package bodies

import (
	"image/color"
	"math"

	"reconfig/plots/chart"
)

// outcomeSteps are the steps of shade, of values as they are written, so that what reads alike is shaded alike. Step 1 goes
// from the least value above zero up to the width, step −1 likewise down; step 0 is zero itself.
type outcomeSteps struct {
	Width       float64
	First, Last int
	unit        chart.Unit
	decimals    int
}

// mostShades is how many of one colour a reader tells apart.
const mostShades = 5

// steps are as many as can be told apart.
func (all outcomesOnMap) steps() outcomeSteps {
	lo, hi := all.extremes()
	low, high := lo.Value, hi.Value
	if low < 0 && high > 0 {
		return all.stepsOf(chart.NewScale(0, max(-low, high), 0, mostShades, all.Unit).Step, low, high)
	}
	for n := mostShades; ; n-- {
		s := all.stepsOf(chart.NewScale(low, high, 0, n, all.Unit).Step, low, high)
		if s.Last-s.First < mostShades || n == 1 {
			return s
		}
	}
}

func (all outcomesOnMap) stepsOf(width, low, high float64) outcomeSteps {
	s := outcomeSteps{Width: width, unit: all.Unit, decimals: all.Decimals}
	s.First, s.Last = s.of(low), s.of(high)
	return s
}

// of is the step that a value is in.
func (s outcomeSteps) of(v float64) int {
	if v = s.unit.Rounded(v, s.decimals); !notZero(v) {
		return 0
	}
	n := max(1, int(math.Ceil(math.Abs(v)/s.Width-1e-9)))
	if v < 0 {
		return -n
	}
	return n
}

// bounds are the least and the greatest value in a step, as values are written; false if it has none.
func (s outcomeSteps) bounds(step int) (from, to float64, any bool) {
	switch {
	case step < 0:
		to, from, any = s.bounds(-step)
		return -from, -to, any
	case step == 0:
		return 0, 0, true
	}
	least := s.least()
	edge := func(n int) float64 { return math.Floor(s.Width*float64(n)/least + 1e-9) }
	return least * (edge(step-1) + 1), least * edge(step), edge(step) > edge(step-1)
}

// least is the least difference of two values as they are written.
func (s outcomeSteps) least() float64 {
	return math.Pow(10, -float64(s.decimals)) / s.unit.Scaled(1)
}

// fill is the fuller the further from zero: grey above, gold below. Neither is of a structure.
func (s outcomeSteps) fill(step int) color.NRGBA {
	if step == 0 {
		return chart.White
	}
	col, size := chart.Charcoal, step
	least, most := max(1, s.First), max(s.Last, -s.First)
	if step < 0 {
		col, size = chart.Gold, -step
	}
	if s.Last < 0 {
		least = -s.Last
	}
	if least == most {
		return chart.Tint(col, 0.5)
	}
	return chart.Tint(col, 0.18+0.82*float64(size-least)/float64(most-least))
}
