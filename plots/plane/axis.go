package plane

import (
	"math"
	"slices"
	"strconv"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// Axis is what a sweep varies: an assumption, or several that always have the same value.
type Axis struct {
	Names  []string // labels, for readers
	Codes  []string // for --set; none where Names are codes
	Units  []string // one for each name
	About  string
	Values []float64 // that it takes, rising
	Column int       // of the settings

	Central   *float64        // value in the central draw; nil if that is not known
	Plausible figure.Interval // range of plausible values, from −∞ to +∞ where it is not known; the zero value is taken as not known
}

// Limit narrows the plausible range to what is plausible of a further assumption too.
func (a *Axis) Limit(to figure.Interval) {
	a.Plausible = figure.Interval{Lo: max(a.Plausible.Lo, to.Lo), Hi: min(a.Plausible.Hi, to.Hi)}
}

// IsPlausible says whether a value is in the plausible range, or no range is known.
func (a Axis) IsPlausible(v float64) bool {
	return a.Plausible == figure.Interval{} || v >= a.Plausible.Lo && v <= a.Plausible.Hi
}

// PlausibleValues are the values of the axis that are plausible; all if none is.
func (a Axis) PlausibleValues() []float64 {
	if values := slices.DeleteFunc(slices.Clone(a.Values), func(v float64) bool { return !a.IsPlausible(v) }); len(values) > 0 {
		return values
	}
	return a.Values
}

// Span says which part of the axis goes from one of its values to another; nothing for all of it. Of one value it says which that is
// among those tried: what is so there need not be so at all values beyond it.
func (a Axis) Span(from, to int) string {
	from0, last, verb := from == 0, to == len(a.Values)-1, a.Verb(" is ", " are ")
	switch {
	case from0 && last:
		return ""
	case from0 && from == to:
		return a.Name() + verb + a.Write(a.Values[from]) + " (the lowest of " + words.Number(len(a.Values)) + " values)"
	case last && from == to:
		return a.Name() + verb + a.Write(a.Values[from]) + " (the highest of " + words.Number(len(a.Values)) + " values)"
	case from0:
		return a.Name() + verb + "at most " + a.Write(a.Values[to])
	case last:
		return a.Name() + verb + "at least " + a.Write(a.Values[from])
	case from == to:
		return a.Name() + verb + a.Write(a.Values[from])
	}
	return a.Name() + verb + "from " + a.Write(a.Values[from]) + " to " + a.Write(a.Values[to])
}

// Label is the axis's name, with its unit.
func (a Axis) Label() string {
	if !a.UnitsDiffer() {
		return words.WithUnit(words.Listed(a.Names), a.Units[0])
	}
	texts := make([]string, len(a.Names))
	for i, name := range a.Names {
		texts[i] = words.WithUnit(name, a.Units[i])
	}
	return words.Listed(texts)
}

// UnitsDiffer says whether assumptions that move together have different units.
func (a Axis) UnitsDiffer() bool { return len(words.Unique(a.Units)) > 1 }

// Name names the assumptions, those of several words in quotation marks.
func (a Axis) Name() string {
	names := make([]string, len(a.Names))
	for i, name := range a.Names {
		names[i] = words.Quoted(name)
	}
	return words.Listed(names)
}

// Verb agrees with the name.
func (a Axis) Verb(one, several string) string {
	if len(a.Names) > 1 {
		return several
	}
	return one
}

// Write writes a value: one of few digits in full, as it stands in the table, a long one with as few as tell it from its
// neighbours on the axis.
func (a Axis) Write(v float64) string {
	const few, least, most = 5, 3, 12
	if words.Cleaned(v) == rounded(v, few) {
		return chart.Full(words.Cleaned(v))
	}
	gap := a.gapAround(v)
	for figures := least; figures < most; figures++ {
		if short := rounded(v, figures); math.Abs(short-v) <= gap/20 {
			return chart.Full(short)
		}
	}
	return chart.Full(v)
}

// gapAround is the least distance between the values of the axis around a value; 0 where there is but one.
func (a Axis) gapAround(v float64) float64 {
	gap, last := 0.0, len(a.Values)-1
	nearest, _ := slices.BinarySearch(a.Values, v)
	for i := max(1, nearest-1); i <= min(last, nearest+1); i++ {
		if step := a.Values[i] - a.Values[i-1]; gap == 0 || step < gap {
			gap = step
		}
	}
	return gap
}

// rounded has so many significant figures.
func rounded(v float64, figures int) float64 {
	short, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', figures, 64), 64)
	return short
}

// Middle is the value of the axis in a figure that shows others: of the plausible ones the one nearest to the central value, or
// where that is not known the one in the middle.
func (a Axis) Middle() float64 {
	values := a.PlausibleValues()
	if a.Central == nil {
		return values[(len(values)-1)/2]
	}
	nearest := values[0]
	for _, v := range values {
		if math.Abs(v-*a.Central) < math.Abs(nearest-*a.Central) {
			nearest = v
		}
	}
	return nearest
}
