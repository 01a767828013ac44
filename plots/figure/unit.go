package figure

import (
	"math"

	"reconfig/model/result"
	"reconfig/model/unit"
	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// MeasureIn says how to write values in a unit.
func (ctx Context) MeasureIn(u unit.Unit, values ...float64) Measure {
	m := Measure{endless: "∞"}
	var finite []float64
	largest := 0.0
	for _, v := range values {
		if words.Finite(v) {
			finite, largest = append(finite, v), max(largest, math.Abs(v))
		}
	}
	switch {
	case u.Thousands():
		m.Unit = chart.Thousands(ctx.Currency, largest)
		m.Words = ctx.MoneyUnit(m.Unit) + ctx.wording().Unit(u.Rest()) + ctx.Prices()
	case u.Kind() == unit.Money:
		m.Unit = chart.Unit{Prefix: ctx.Currency}
		m.Words = ctx.Currency + ctx.wording().Unit(u.Rest()) + ctx.Prices()
	case u.Kind() == unit.Percent:
		m.Unit, m.Words = chart.Percent, u.String()
	case u.IsShareOfStart():
		m.Unit, m.Words = chart.Unit{Suffix: "%", Divisor: 0.01}, "% of that at the start"
	default:
		m.Words = ctx.wording().Unit(u.String())
	}
	m.Decimals = m.Unit.DecimalsAmong(finite)
	return m
}

// wording is what the case calls its money and its bodies.
func (ctx Context) wording() result.Wording {
	return result.Wording{Currency: ctx.Currency, BodySingular: ctx.BodySingular, BodyPlural: ctx.BodyPlural}
}
