package plane

import (
	"math"
	"slices"
	"unicode/utf8"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Ticks stand at the swept values themselves, unless these are so many or so long that few of them could be labelled.
const (
	mostValuesAsTicks = 25
	longestTick       = 6
)

// roundByRatio are the powers of ten in a range, and where these are few twice and five times them.
func roundByRatio(first, last float64) []float64 {
	factors := []float64{1}
	if last/first < 2000 {
		factors = []float64{1, 2, 5}
	}
	var values []float64
	for power := math.Floor(math.Log10(first)); power <= math.Log10(last); power++ {
		for _, f := range factors {
			if v := words.Cleaned(f * math.Pow(10, power)); v >= first*(1-1e-9) && v <= last*(1+1e-9) {
				values = append(values, v)
			}
		}
	}
	return values
}

// The values along a map of more cells than this are not all written, so that long ones may be left out.
const mostLongLabels = 12

// logarithmic says whether the values are evenly spaced by ratio over more than one power of ten, so that on a plain
// axis most of them would lie in a corner.
func (a Axis) logarithmic() bool {
	n := len(a.Values)
	if n < 3 || a.Values[0] <= 0 || a.Values[n-1] <= 10*a.Values[0]*(1+1e-9) {
		return false
	}
	step := math.Log(a.Values[n-1]/a.Values[0]) / float64(n-1)
	for i := 1; i < n; i++ {
		if math.Abs(math.Log(a.Values[i]/a.Values[i-1])-step) > 1e-3*step {
			return false
		}
	}
	return true
}

// At is where a value lies along the axis.
func (a Axis) At(v float64) float64 {
	if a.logarithmic() {
		return math.Log10(v)
	}
	return v
}

// Share is how far along the axis a value is.
func (a Axis) Share(v float64) vg.Length {
	first, last := a.At(a.Values[0]), a.At(a.Values[len(a.Values)-1])
	return vg.Length((a.At(v) - first) / (last - first))
}

// Scale is the axis from the first to the last value, with its ticks.
func (a Axis) Scale() (chart.Scale, []plot.Tick) {
	first, last := a.Values[0], a.Values[len(a.Values)-1]
	var ticks []plot.Tick
	for _, v := range a.TickValues() {
		ticks = append(ticks, plot.Tick{Value: a.At(v), Label: a.Write(v)})
	}
	return chart.Scale{Min: a.At(first), Max: a.At(last)}, ticks
}

// TickValues are the values that have ticks.
func (a Axis) TickValues() []float64 {
	round := a.roundValues()
	if len(round) < 2 || len(a.Values) <= mostValuesAsTicks && !slices.ContainsFunc(a.Values, long) {
		return a.Values
	}
	return round
}

// long says whether a value has many digits.
func long(v float64) bool { return utf8.RuneCountInString(words.Full(v)) > longestTick }

// roundValues are round numbers in the axis's range, so far apart that they can be written in full.
func (a Axis) roundValues() []float64 {
	first, last := a.Values[0], a.Values[len(a.Values)-1]
	if a.logarithmic() {
		return roundByRatio(first, last)
	}
	var values []float64
	step := chart.NewScale(first, last, 0, 4, chart.Unit{}).Step
	for k := math.Ceil(first/step - 1e-9); k*step <= last+1e-9*step; k++ {
		values = append(values, words.Cleaned(k*step))
	}
	return values
}

// OnLogarithm owns up to an axis that is not even.
func (a Axis) OnLogarithm() string {
	if a.logarithmic() {
		return "The horizontal axes are logarithmic: equal distances are equal ratios"
	}
	return ""
}

// Written are all values as they are written.
func (a Axis) Written() []string {
	texts := make([]string, len(a.Values))
	for i, v := range a.Values {
		texts[i] = a.Write(v)
	}
	return texts
}

// Labelled are the indices of the values that may be written along a map: all, or where there are many the first, the last
// and those that are short.
func (a Axis) Labelled() []int {
	var kept []int
	last := len(a.Values) - 1
	for i, v := range a.Values {
		if i == 0 || i == last || len(a.Values) <= mostLongLabels || !long(v) {
			kept = append(kept, i)
		}
	}
	return kept
}
