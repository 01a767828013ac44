package bodies

import (
	"image/color"
	"math"

	"reconfig/plots/chart"
)

// outcomeSteps are the steps of shade. Step 1 goes from zero up to the width, step −1 from zero down; step 0 is zero
// itself.
type outcomeSteps struct {
	Width       float64
	First, Last int
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
	s := outcomeSteps{Width: width}
	s.First, s.Last = s.of(low), s.of(high)
	return s
}

// of is the step that a value is in.
func (s outcomeSteps) of(v float64) int {
	if !notZero(v) {
		return 0
	}
	n := max(1, int(math.Ceil(math.Abs(v)/s.Width-1e-9)))
	if v < 0 {
		return -n
	}
	return n
}

// bounds are the ends of a step.
func (s outcomeSteps) bounds(step int) (from, to float64) {
	switch {
	case step > 0:
		return s.Width * float64(step-1), s.Width * float64(step)
	case step < 0:
		return s.Width * float64(step), s.Width * float64(step+1)
	}
	return 0, 0
}

// fill is the fuller the further from zero: blue above, orange below.
func (s outcomeSteps) fill(step int) color.NRGBA {
	if step == 0 {
		return chart.White
	}
	col, size := chart.DarkBlue, step
	least, most := max(1, s.First), max(s.Last, -s.First)
	if step < 0 {
		col, size = chart.Orange, -step
	}
	if s.Last < 0 {
		least = -s.Last
	}
	if least == most {
		return chart.Tint(col, 0.5)
	}
	return chart.Tint(col, 0.18+0.82*float64(size-least)/float64(most-least))
}
