package plots

import (
	"strings"

	"reconfig/plots/chart"
)

// money writes thousands as titles do: £136m, £4.7m, £850k.
func (ctx Context) money(k float64) string {
	if k == 0 {
		return ctx.Currency + "0"
	}
	return chart.Thousands(ctx.Currency, k).Short(k)
}

// moneyUnit says in words what an axis of money counts.
func (ctx Context) moneyUnit(unit chart.Unit) string {
	word := map[string]string{"k": "thousand", "m": "million"}[unit.Suffix]
	return unbroken(strings.TrimSpace(ctx.Currency + " " + word))
}

// prices says at which prices money is given, if that is known.
func (ctx Context) prices() string {
	if strings.TrimSpace(ctx.PriceYear) == "" {
		return ""
	}
	return " at " + ctx.PriceYear + " prices"
}
