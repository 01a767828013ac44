package figure

import (
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// MeasureIn says how to write values in a unit of outcomes.
func (ctx Context) MeasureIn(unit string, values ...float64) Measure {
	m := Measure{endless: "∞"}
	values = slices.DeleteFunc(slices.Clone(values), func(v float64) bool { return !words.Finite(v) })
	largest := 0.0
	for _, v := range values {
		largest = max(largest, math.Abs(v))
	}
	rest, thousands, isMoney := ctx.moneyIn(unit)
	switch {
	case thousands:
		m.Unit = chart.Thousands(ctx.Currency, largest)
		m.Words = ctx.MoneyUnit(m.Unit) + rest + ctx.Prices()
	case isMoney:
		m.Unit = chart.Unit{Prefix: ctx.Currency}
		m.Words = ctx.Currency + rest + ctx.Prices()
	case strings.HasPrefix(unit, "%"):
		m.Unit, m.Words = chart.Percent, unit
	case unit == "share of start":
		m.Unit, m.Words = chart.Unit{Suffix: "%", Divisor: 0.01}, "% of that at the start"
	default:
		m.Words = ctx.wording().Unit(unit)
	}
	m.Decimals = m.Unit.DecimalsAmong(values)
	return m
}

// moneyIn is the rest of a unit of money in thousands or ones, as " a year" of £k a year. Tables of a case have its currency,
// declared outcomes £.
func (ctx Context) moneyIn(unit string) (rest string, thousands, ok bool) {
	for _, currency := range []string{ctx.Currency, "£"} {
		if rest, ok = strings.CutPrefix(unit, currency); ok && currency != "" {
			rest, thousands = strings.CutPrefix(rest, "k")
			return strings.ReplaceAll(rest, "£", ctx.Currency), thousands, true
		}
	}
	return unit, false, false
}

// wording is what the case calls its money and its bodies.
func (ctx Context) wording() result.Wording {
	return result.Wording{Currency: ctx.Currency, BodySingular: ctx.BodySingular, BodyPlural: ctx.BodyPlural}
}
