package figure

import (
	"strings"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Money writes thousands as titles do: £136m, £4.7m, £850k.
func (ctx Context) Money(k float64) string {
	if k == 0 {
		return ctx.Currency + "0"
	}
	return chart.Thousands(ctx.Currency, k).Short(k)
}

// MoneyUnit says in words what an axis of money counts.
func (ctx Context) MoneyUnit(unit chart.Unit) string {
	word := map[string]string{"k": "thousand", "m": "million"}[unit.Suffix]
	return words.Unbroken(strings.TrimSpace(ctx.Currency + " " + word))
}

// Prices says at which prices money is given, if that is known.
func (ctx Context) Prices() string {
	if strings.TrimSpace(ctx.PriceYear) == "" {
		return ""
	}
	return " at " + ctx.PriceYear + " prices"
}
