package plots

import (
	"strings"

	"reconfig/plots/chart"
)

// money writes thousands as titles do: £136m, £4.7m, £850k.
func (d Data) money(k float64) string {
	if k == 0 {
		return d.Currency + "0"
	}
	return chart.Thousands(d.Currency, k).Short(k)
}

// moneyUnit says in words what an axis of money counts.
func (d Data) moneyUnit(unit chart.Unit) string {
	word := map[string]string{"k": "thousand", "m": "million"}[unit.Suffix]
	return unbroken(strings.TrimSpace(d.Currency + " " + word))
}

// prices says at which prices money is given, if that is known.
func (d Data) prices() string {
	if strings.TrimSpace(d.PriceYear) == "" {
		return ""
	}
	return " at " + d.PriceYear + " prices"
}
