package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// Scale is the range of an axis and the step of its ticks.
type Scale struct {
	Min, Max, Step float64
	Unit           Unit
}

// NewScale rounds a range outwards to whole steps of 1, 2, 2.5 or 5 times a power of ten, about so many. Where the
// range goes only a little beyond a step, the axis ends with the range, not a whole step further. The range is widened
// to the least span, upwards, when it is narrower.
func NewScale(lo, hi, leastSpan float64, steps int, unit Unit) Scale {
	if math.IsNaN(lo) || math.IsNaN(hi) || lo > hi {
		lo, hi = 0, 1
	}
	hi = max(hi, lo+leastSpan)
	if hi-lo < 1e-9*max(1, math.Abs(hi)) {
		hi = lo + max(1, math.Abs(lo))
	}
	step := niceStep((hi-lo)/float64(max(1, steps)), unit.Scaled(1))
	return Scale{
		Min: min(lo, step*math.Floor(lo/step+little)), Max: max(hi, step*math.Ceil(hi/step-little)), Step: step, Unit: unit,
	}
}

// little is the share of a step by which a range may go beyond a tick.
const little = 0.15

// FromZero widens a range to include zero.
func FromZero(lo, hi float64) (float64, float64) { return min(lo, 0), max(hi, 0) }

// NearZero widens a range to include zero when zero is so near that leaving it out would mislead and gain little space.
func NearZero(lo, hi float64) (float64, float64) {
	if lo > 0 && lo < 0.4*hi {
		return 0, hi
	}
	return lo, hi
}

// niceStep is the next nice number up. It leaves out 2.5 where that, as written, would need a decimal more.
func niceStep(x, written float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(x)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m == 2.5 && power*written < 9.99 {
			continue
		}
		if x <= m*power*(1+1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// Ticks implements plot.Ticker: every whole step in the range.
func (s Scale) Ticks(lo, hi float64) []plot.Tick {
	decimals := s.decimals()
	var ticks []plot.Tick
	for k := math.Ceil(lo/s.Step - 1e-9); k*s.Step <= hi+s.Step*1e-9; k++ {
		ticks = append(ticks, plot.Tick{Value: k * s.Step, Label: s.label(k*s.Step, decimals)})
	}
	return ticks
}

// label leaves the suffix off a zero of money: £0.
func (s Scale) label(v float64, decimals int) string {
	if v == 0 && s.Unit.Prefix != "" {
		return s.Unit.Prefix + "0"
	}
	return s.Unit.Format(v, decimals)
}

// decimals are as many as tell one step from the next: 2.5 needs one.
func (s Scale) decimals() int {
	step := s.Unit.Scaled(s.Step)
	for d := range 6 {
		power := math.Pow(10, float64(d))
		if math.Abs(step*power-math.Round(step*power)) < 1e-6*step*power {
			return d
		}
	}
	return 6
}

// Thin keeps the labels of every n-th tick, that of zero among them, with the smallest round n for which no two come nearer than the gap on an
// axis of the given length and range; the other ticks stay without label.
func Thin(ticks []plot.Tick, f Font, length vg.Length, span float64, gap vg.Length) plot.ConstantTicks {
	return ThinAbout(0, ticks, f, length, span, gap)
}

// ThinAbout does so with the label of another value among those kept.
func ThinAbout(kept float64, ticks []plot.Tick, f Font, length vg.Length, span float64, gap vg.Length) plot.ConstantTicks {
	for n := 1; n < len(ticks); n = rounder(n) {
		if thinned := everyNth(ticks, n, kept); roomy(thinned, f, length, span, gap) {
			return thinned
		}
	}
	return everyNth(ticks, max(1, len(ticks)), kept)
}

// rounder goes 1, 2, 3, 4, 5, 10, 20, 40 …
func rounder(n int) int {
	if n < 5 {
		return n + 1
	}
	return 2 * n
}

// everyNth keeps the label of every n-th tick, that of the value among them where it has a tick.
func everyNth(ticks []plot.Tick, n int, value float64) []plot.Tick {
	kept := make([]plot.Tick, len(ticks))
	first := max(0, slices.IndexFunc(ticks, func(t plot.Tick) bool { return math.Abs(t.Value-value) <= 1e-9*math.Abs(value) }))
	for i, t := range ticks {
		if (i-first)%n != 0 {
			t.Label = ""
		}
		kept[i] = t
	}
	return kept
}

// roomy says whether labels centred on their ticks keep the gap.
func roomy(ticks []plot.Tick, f Font, length vg.Length, span float64, gap vg.Length) bool {
	end := vg.Length(math.Inf(-1))
	for _, t := range ticks {
		if t.Label == "" {
			continue
		}
		at, half := length*vg.Length(t.Value/span), f.Width(t.Label)/2
		if at-half < end+gap {
			return false
		}
		end = at + half
	}
	return true
}
