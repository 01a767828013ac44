package plots

import (
	"math"
	"slices"
	"unicode/utf8"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"reconfig/plots/chart"
)

// axis is what a sweep varies: an assumption, or several that always have the same value.
type axis struct {
	Names  []string
	Units  []string // one for each name
	About  string
	Values []float64 // that it takes, rising
	column int       // of the settings
}

// span says which part of the axis goes from one of its values to another; nothing for all of it.
func (a axis) span(from, to int) string {
	from0, last, verb := from == 0, to == len(a.Values)-1, a.verb(" is ", " are ")
	switch {
	case from0 && last:
		return ""
	case from0:
		return a.name() + verb + "at most " + a.write(a.Values[to])
	case last:
		return a.name() + verb + "at least " + a.write(a.Values[from])
	case from == to:
		return a.name() + verb + a.write(a.Values[from])
	}
	return a.name() + verb + "from " + a.write(a.Values[from]) + " to " + a.write(a.Values[to])
}

// label is the axis's name, with its unit.
func (a axis) label() string {
	if !a.unitsDiffer() {
		return withUnit(a.name(), a.Units[0])
	}
	parts := make([]string, len(a.Names))
	for i, name := range a.Names {
		parts[i] = withUnit(name, a.Units[i])
	}
	return listed(parts)
}

// unitsDiffer says whether assumptions that move together have different units.
func (a axis) unitsDiffer() bool { return len(unique(a.Units)) > 1 }

func (a axis) name() string {
	return listed(a.Names)
}

// verb agrees with the name.
func (a axis) verb(one, several string) string {
	if len(a.Names) > 1 {
		return several
	}
	return one
}

// write writes a value in full, as it stands in the table: rounded, it would name a point that was not run.
func (a axis) write(v float64) string { return chart.Full(v) }

// middle is the value to hold the axis at where a figure shows others.
func (a axis) middle() float64 { return a.Values[(len(a.Values)-1)/2] }

// logarithmic says whether the values are evenly spaced by ratio over more than one power of ten, so that on a plain
// axis most of them would lie in a corner.
func (a axis) logarithmic() bool {
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

// position is where a value lies along the axis.
func (a axis) position(v float64) float64 {
	if a.logarithmic() {
		return math.Log10(v)
	}
	return v
}

// scale is the axis from the first to the last value, with its ticks.
func (a axis) scale() (chart.Scale, []plot.Tick) {
	first, last := a.Values[0], a.Values[len(a.Values)-1]
	var ticks []plot.Tick
	for _, v := range a.tickValues() {
		ticks = append(ticks, plot.Tick{Value: a.position(v), Label: a.write(v)})
	}
	return chart.Scale{Min: a.position(first), Max: a.position(last)}, ticks
}

// tickValues are the values that have ticks.
func (a axis) tickValues() []float64 {
	long := func(v float64) bool { return utf8.RuneCountInString(a.write(v)) > longestTick }
	round := a.roundValues()
	if len(round) < 2 || len(a.Values) <= mostValuesAsTicks && !slices.ContainsFunc(a.Values, long) {
		return a.Values
	}
	return round
}

// roundValues are round numbers in the axis's range, so far apart that they can be written in full.
func (a axis) roundValues() []float64 {
	first, last := a.Values[0], a.Values[len(a.Values)-1]
	if a.logarithmic() {
		return roundByRatio(first, last)
	}
	var values []float64
	step := chart.NewScale(first, last, 0, 4, chart.Unit{}).Step
	for k := math.Ceil(first/step - 1e-9); k*step <= last+1e-9*step; k++ {
		values = append(values, cleaned(k*step))
	}
	return values
}

// onLogarithm owns up to an axis that is not even.
func (a axis) onLogarithm() string {
	if a.logarithmic() {
		return "The horizontal axes are logarithmic: equal distances are equal ratios"
	}
	return ""
}

// written are all values as they are written.
func (a axis) written() []string {
	texts := make([]string, len(a.Values))
	for i, v := range a.Values {
		texts[i] = a.write(v)
	}
	return texts
}

// labelled are the places of the values that may be written along a map: all, or where there are many the first, the last
// and those that are short.
func (a axis) labelled() []int {
	var kept []int
	last := len(a.Values) - 1
	for i, text := range a.written() {
		if i == 0 || i == last || len(a.Values) <= mostLongLabels || utf8.RuneCountInString(text) <= longestTick {
			kept = append(kept, i)
		}
	}
	return kept
}

// share is how far along the axis a value is.
func (a axis) share(v float64) vg.Length {
	first, last := a.position(a.Values[0]), a.position(a.Values[len(a.Values)-1])
	return vg.Length((a.position(v) - first) / (last - first))
}
