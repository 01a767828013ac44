package report

import (
	"math"
	"strings"

	"reconfig/model/result"
	"reconfig/model/unit"
	"reconfig/plots/chart"
)

// amount is how values of an outcome are printed.
type amount struct {
	unit     chart.Unit
	heading  string // the unit in a column's heading
	money    bool   // in millions
	rest     string // of a unit of money, as " a year"
	decimals int
	currency string
}

// amount says how values in a unit are printed, so that they are told apart: money in millions, shares in per cent.
func (a Analysis) amount(text string, values ...result.Number) amount {
	m := amount{heading: wording(a.Setting).Unit(text), decimals: 1, currency: a.Setting.Currency}
	switch u := unit.Parse(text); {
	case u.Thousands():
		m.unit = chart.Unit{Divisor: 1000}
		m.money, m.rest = true, u.Rest()
		m.heading = m.currency + "m" + m.rest
	case u.IsShareOfStart():
		m.unit = chart.Unit{Divisor: 0.01}
		m.heading = "% of start"
	}
	var finite []float64
	for _, v := range values {
		if f := float64(v); !math.IsNaN(f) && !math.IsInf(f, 0) {
			finite = append(finite, f)
		}
	}
	if len(finite) > 0 {
		m.decimals = max(1, m.unit.DecimalsAmong(finite))
	}
	return m
}

// loss says how losses and other sizes are printed: with as many decimals as the least that is not nothing needs.
func (a Analysis) loss(text string, values ...result.Number) amount {
	m := a.amount(text, values...)
	for _, v := range values {
		if !m.nothing(v) {
			m.decimals = max(m.decimals, m.unit.Decimals(float64(v)))
		}
	}
	return m
}

// nothing says whether a value is 0, but for what rounding leaves.
func (m amount) nothing(v result.Number) bool {
	const least = 1e-9 // of the unit that is written
	return math.Abs(m.unit.Scaled(float64(v))) < least
}

// write writes a value without its unit.
func (m amount) write(v result.Number) string {
	switch f := float64(v); {
	case math.IsNaN(f):
		return ""
	case math.IsInf(f, 0):
		return Decimal(f, 0)
	default:
		return m.unit.Format(f, m.decimals)
	}
}

// size writes what is never below 0, so that only nothing reads as nothing: <0.1.
func (m amount) size(v result.Number) string {
	text := m.write(v)
	if m.nothing(v) || !readsZero(text) {
		return text
	}
	return "<" + Decimal(math.Pow10(-m.decimals), m.decimals)
}

// margin writes half the width of a 95 % interval; empty where there is none.
func (m amount) margin(standardError result.Number) string {
	if !(standardError > 0) || m.nothing(standardError) {
		return ""
	}
	return "± " + m.size(1.96*standardError)
}

// words writes a value with its unit, for sentences.
func (m amount) words(v result.Number) string {
	switch {
	case math.IsNaN(float64(v)):
		return ""
	case m.money:
		return m.millions(v) + m.rest
	case readsZero(m.write(v)) && !m.nothing(v):
		m.decimals = int(math.Ceil(-math.Log10(math.Abs(m.unit.Scaled(float64(v))))))
	}
	return m.write(v) + " " + m.heading
}

// millions writes thousands in millions or, where that would read as nothing, in thousands or ones.
func (m amount) millions(v result.Number) string {
	millions := chart.Unit{Prefix: m.currency, Suffix: "m", Divisor: 1000}
	thousands := chart.Unit{Prefix: m.currency, Suffix: "k"}
	inFull := millions.Format(float64(v), m.decimals)
	if m.nothing(v) || !readsZero(inFull) {
		return inFull
	}
	if text := thousands.Short(float64(v)); !readsZero(text) {
		return text
	}
	return chart.Unit{Prefix: m.currency, Divisor: 0.001}.Short(float64(v))
}

// readsZero says whether a written number has no digit but 0.
func readsZero(text string) bool {
	return strings.Contains(text, "0") && !strings.ContainsAny(text, "123456789")
}
