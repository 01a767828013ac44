package figure

import (
	"math"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Measure is an outcome as a figure writes it.
type Measure struct {
	Outcome  result.Outcome
	Unit     chart.Unit
	Words    string // of the unit, for subtitles
	meaning  string // of the outcome, in the words of the case
	points   bool   // values are percentage points
	Decimals int
	endless  string // what an infinite value is
}

// Measure says how to write the outcome so that the values are told apart.
func (ctx Context) Measure(o result.Outcome, values ...float64) Measure {
	m := ctx.MeasureIn(o.Unit(), values...)
	m.Outcome, m.meaning = o, ctx.wording().Text(o.About())
	if o.MayBeInfinite() {
		m.endless = "never"
	}
	return m
}

// Write writes a value with its unit, as titles do.
func (m Measure) Write(v float64) string { return m.writeIn(m.Words, v) }

// InSentence writes a value with its unit, and percentage points as points.
func (m Measure) InSentence(v float64) string {
	if m.points {
		return m.writeIn("points", v)
	}
	return m.Write(v)
}

// writeIn writes a value with its unit in words, unless its sign shows that.
func (m Measure) writeIn(unit string, v float64) string {
	text := m.Short(v)
	if words.Finite(v) && m.Unit.Prefix == "" && m.Unit.Suffix == "" && unit != "" {
		text += " " + unit
	}
	return text
}

// Short writes a value with as many decimals as all values need; where the axis gives the unit it needs no word.
func (m Measure) Short(v float64) string {
	switch {
	case v == 0 && m.Unit.Prefix != "":
		return m.Unit.Prefix + "0"
	case math.IsInf(v, 1):
		return m.endless
	case math.IsInf(v, -1):
		return chart.Minus + m.endless
	}
	return m.Unit.Format(v, m.Decimals)
}

// InThreeFigures writes a value that stands alone, as titles do, with as many decimals as make three figures.
func (m Measure) InThreeFigures(v float64) string {
	m.Decimals = 0
	for size := math.Abs(m.Unit.Scaled(v)); m.Decimals < 2 && size < 99.5 && math.Abs(size-math.Round(size)) > 1e-6; size *= 10 {
		m.Decimals++
	}
	return m.Write(v)
}

// Axis is what stands at an axis whose ticks do not show the unit.
func (m Measure) Axis() string {
	if m.Unit.Prefix != "" || m.Unit.Suffix != "" {
		return ""
	}
	return words.Sentence(m.Words)
}

// Between writes an interval.
func (m Measure) Between(lo, hi float64) string {
	if from, to := m.Short(lo), m.Short(hi); from != to {
		return from + " to " + to
	}
	return m.Short(lo)
}

// ToldFrom is the measure with a decimal where an end of the interval would otherwise read like the value in it.
func (m Measure) ToldFrom(value float64, i Interval) Measure {
	same := func(end float64) bool { return end != value && m.Short(end) == m.Short(value) }
	if m.Decimals == 0 && i.Wide() && (same(i.Lo) || same(i.Hi)) {
		m.Decimals = 1
	}
	return m
}

// Difference is the measure of a difference of the outcome: points where the outcome is in per cent.
func (m Measure) Difference() Measure {
	m.Unit.Signed, m.endless = true, "∞"
	if m.Unit.Suffix == "%" {
		m.Unit.Suffix = ""
		m.Words, m.points = "percentage points", true
	}
	return m
}

// Named is what titles call the outcome.
func (m Measure) Named() string { return m.Outcome.Words() }

// About is what subtitles call it, with its unit.
func (m Measure) About() string { return words.Joined(m.meaning, m.Words) }

// Extreme is what the best value is called; neither direction is better than the other for some.
func (m Measure) Extreme() string {
	if m.Outcome.Better() == result.Lower {
		return "lowest"
	}
	return "highest"
}

// Before is −1 if a comes before b, 1 if after it, and 0 if they are equal or one is not known. Better comes before worse,
// or where neither direction is better, higher before lower.
func (m Measure) Before(a, b float64) int {
	switch {
	case math.IsNaN(a) || math.IsNaN(b) || a == b:
		return 0
	case (a > b) == (m.Outcome.Better() != result.Lower):
		return -1
	}
	return 1
}

// Exact writes a value that somebody chose with all of its decimals.
func (m Measure) Exact(v float64) string {
	scaled := m.Unit.Scaled(v)
	m.Decimals = 0
	for power := 1.0; m.Decimals < 6 && math.Abs(scaled*power-math.Round(scaled*power)) > 1e-6; power *= 10 {
		m.Decimals++
	}
	return m.Write(v)
}
