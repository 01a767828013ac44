package data

import (
	"fmt"

	"reconfig/model"
	"reconfig/model/unit"
)

// warnOfCurrencies warns of assumptions in another currency than the case's: nothing converts them.
func (r *reader) warnOfCurrencies(c *model.Case) {
	for _, a := range c.Assumptions {
		if inOurs, other := unit.ReplaceCurrencies(a.Unit, c.Currency); other {
			r.warnings = append(r.warnings, fmt.Sprintf("assumptions.csv: %s is in %s and the case in %s: convert it, and write %s", a.Name, a.Unit, c.Currency, inOurs))
		}
	}
}
