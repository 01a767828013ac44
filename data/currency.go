package data

import (
	"fmt"
	"regexp"
	"strings"

	"reconfig/model"
)

// unitCurrency finds the currency in a unit of an assumption: a sign, perhaps with letters before it, or a code before
// thousands.
var unitCurrency = regexp.MustCompile(`[A-Z]{0,3}\p{Sc}|\b[A-Z]{3}k\b`)

// warnOfCurrencies warns of assumptions in another currency than the case's: nothing converts them.
func (r *reader) warnOfCurrencies(c *model.Case) {
	for _, a := range c.Assumptions {
		other := false
		inOurs := unitCurrency.ReplaceAllStringFunc(a.Unit, func(found string) string {
			code, thousands := strings.CutSuffix(found, "k")
			other = other || code != c.Currency
			if thousands {
				return c.Currency + "k"
			}
			return c.Currency
		})
		if other {
			r.warnings = append(r.warnings, fmt.Sprintf("%s: %s is in %s and the case in %s: convert it, and write %s", r.source.named("assumptions"), a.Name, a.Unit, c.Currency, inOurs))
		}
	}
}
