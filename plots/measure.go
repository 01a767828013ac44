package plots

import (
	"math"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

// measure is an outcome as a figure writes it.
type measure struct {
	Outcome  result.Outcome
	Unit     chart.Unit
	Words    string // of the unit, for subtitles
	meaning  string // of the outcome, in the words of the case
	points   bool   // values are percentage points
	decimals int
	endless  string // what an infinite value is
}

// measure says how to write the outcome so that the values are told apart.
func (ctx Context) measure(o result.Outcome, values ...float64) measure {
	m := ctx.measureIn(o.Column().Unit, values...)
	m.Outcome, m.meaning = o, ctx.wording().Unit(o.About())
	if o.MayBeInfinite() {
		m.endless = "never"
	}
	return m
}

// write writes a value with its unit, as titles do.
func (m measure) write(v float64) string { return m.writeIn(m.Words, v) }

// inSentence writes a value with its unit, and percentage points as points.
func (m measure) inSentence(v float64) string {
	if m.points {
		return m.writeIn("points", v)
	}
	return m.write(v)
}

// writeIn writes a value with its unit in words, unless its sign shows that.
func (m measure) writeIn(unit string, v float64) string {
	text := m.short(v)
	if finite(v) && m.Unit.Prefix == "" && m.Unit.Suffix == "" && unit != "" {
		text += " " + unit
	}
	return text
}

// short writes a value with as many decimals as all values need; where the axis gives the unit it needs no word.
func (m measure) short(v float64) string {
	switch {
	case v == 0 && m.Unit.Prefix != "":
		return m.Unit.Prefix + "0"
	case math.IsInf(v, 1):
		return m.endless
	case math.IsInf(v, -1):
		return chart.Minus + m.endless
	}
	return m.Unit.Format(v, m.decimals)
}

// inThreeFigures writes a value that stands alone, as titles do, with as many decimals as make three figures.
func (m measure) inThreeFigures(v float64) string {
	m.decimals = 0
	for size := math.Abs(m.Unit.Scaled(v)); m.decimals < 2 && size < 99.5 && math.Abs(size-math.Round(size)) > 1e-6; size *= 10 {
		m.decimals++
	}
	return m.write(v)
}

// axis is what stands at an axis whose ticks do not show the unit.
func (m measure) axis() string {
	if m.Unit.Prefix != "" || m.Unit.Suffix != "" {
		return ""
	}
	return sentence(m.Words)
}

// between writes an interval.
func (m measure) between(lo, hi float64) string {
	if from, to := m.short(lo), m.short(hi); from != to {
		return from + " to " + to
	}
	return m.short(lo)
}

// toldFrom is the measure with a decimal where an end of the interval would otherwise read like the value in it.
func (m measure) toldFrom(value float64, i interval) measure {
	same := func(end float64) bool { return end != value && m.short(end) == m.short(value) }
	if m.decimals == 0 && i.wide() && (same(i.Lo) || same(i.Hi)) {
		m.decimals = 1
	}
	return m
}

// difference is the measure of a difference of the outcome: points where the outcome is in per cent.
func (m measure) difference() measure {
	m.Unit.Signed, m.endless = true, "∞"
	if m.Unit.Suffix == "%" {
		m.Unit.Suffix = ""
		m.Words, m.points = "percentage points", true
	}
	return m
}

// named is what titles call the outcome.
func (m measure) named() string { return m.Outcome.Words() }

// about is what subtitles call it, with its unit.
func (m measure) about() string { return joined(m.meaning, m.Words) }

// extreme is what the best value is called; neither direction is better than the other for some.
func (m measure) extreme() string {
	if m.Outcome.Better() == result.Lower {
		return "lowest"
	}
	return "highest"
}

// before says whether a is better than b, or where neither direction is better, higher.
func (m measure) before(a, b float64) int {
	switch {
	case math.IsNaN(a) || math.IsNaN(b) || a == b:
		return 0
	case (a > b) == (m.Outcome.Better() != result.Lower):
		return -1
	}
	return 1
}

// exact writes a value that somebody chose with all of its decimals.
func (m measure) exact(v float64) string {
	scaled := m.Unit.Scaled(v)
	m.decimals = 0
	for power := 1.0; m.decimals < 6 && math.Abs(scaled*power-math.Round(scaled*power)) > 1e-6; power *= 10 {
		m.decimals++
	}
	return m.write(v)
}
