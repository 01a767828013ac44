package report

import (
	"math"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/unit"
	"reconfig/plots/chart"
)

// Amount is how values of an outcome are printed.
type Amount struct {
	Heading string // the unit in a column's heading

	unit     chart.Unit
	money    bool   // in millions
	rest     string // of a unit of money, as " a year"
	decimals int
	currency string
}

// AmountOf says how values in a declared unit are printed, so that they are told apart: money in millions, shares in per
// cent.
func AmountOf(s model.Properties, declared string, values ...result.Number) Amount {
	m := Amount{Heading: s.Words().Unit(declared), decimals: 1, currency: s.Currency}
	switch u := unit.Parse(declared); {
	case u.Thousands():
		m.unit = chart.Unit{Divisor: 1000}
		m.money, m.rest = true, u.Rest()
		m.Heading = m.currency + "m" + m.rest
	case u.IsShareOfStart():
		m.unit = chart.Unit{Divisor: 0.01}
		m.Heading = "% of start"
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

// LossOf says how losses and other sizes are printed: with as many decimals as the least that is not nothing needs.
func LossOf(s model.Properties, declared string, values ...result.Number) Amount {
	m := AmountOf(s, declared, values...)
	for _, v := range values {
		if !m.nothing(v) {
			m.decimals = max(m.decimals, m.unit.Decimals(float64(v)))
		}
	}
	return m
}

// nothing says whether a value is 0, but for what rounding leaves.
func (m Amount) nothing(v result.Number) bool {
	const least = 1e-9 // of the unit that is written
	return math.Abs(m.unit.Scaled(float64(v))) < least
}

// readsNothing says whether a value is written as 0 although it is not.
func (m Amount) readsNothing(v result.Number) bool {
	return readsZero(m.unit.Scaled(float64(v)), m.decimals) && !m.nothing(v)
}

// Write writes a value without its unit; nothing where there is none.
func (m Amount) Write(v result.Number) string {
	switch f := float64(v); {
	case math.IsNaN(f):
		return ""
	case math.IsInf(f, 0):
		return Decimal(f, 0)
	default:
		return m.unit.Format(f, m.decimals)
	}
}

// Size writes what is never below 0, so that only nothing reads as nothing: <0.1.
func (m Amount) Size(v result.Number) string {
	if m.readsNothing(v) {
		return "<" + Decimal(math.Pow10(-m.decimals), m.decimals)
	}
	return m.Write(v)
}

// HasMargin says whether a standard error makes an interval.
func (m Amount) HasMargin(standardError result.Number) bool {
	return standardError > 0 && !m.nothing(standardError)
}

// Margin writes half the width of a 95 % interval; empty where there is none.
func (m Amount) Margin(standardError result.Number) string {
	if !m.HasMargin(standardError) {
		return ""
	}
	return "± " + m.Size(1.96*standardError)
}

// Words writes a value with its unit, for sentences.
func (m Amount) Words(v result.Number) string {
	switch {
	case math.IsNaN(float64(v)):
		return ""
	case m.money:
		return m.millions(v) + m.rest
	case m.readsNothing(v):
		m.decimals = int(math.Ceil(-math.Log10(math.Abs(m.unit.Scaled(float64(v))))))
	}
	return m.Write(v) + " " + m.Heading
}

// Millions writes thousands in millions to one decimal or, where that would read as nothing, in thousands or ones.
func Millions(currency string, thousands float64) string {
	return Amount{currency: currency, decimals: 1}.millions(result.Number(thousands))
}

// millions writes thousands in millions or, where that would read as nothing, in thousands or ones.
func (m Amount) millions(v result.Number) string {
	millions := chart.Unit{Prefix: m.currency, Suffix: "m", Divisor: 1000}
	thousands := chart.Unit{Prefix: m.currency, Suffix: "k"}
	f := float64(v)
	if m.nothing(v) || !readsZero(millions.Scaled(f), m.decimals) {
		return millions.Format(f, m.decimals)
	}
	const least = 0.1 // thousands: below that one reads as ones
	if math.Abs(f) >= least {
		return thousands.Short(f)
	}
	return chart.Unit{Prefix: m.currency, Divisor: 0.001}.Short(f)
}
