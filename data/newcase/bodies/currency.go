package bodies

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/data/newcase/reading"
)

// defaultCurrency is that of a table that says none, and whose bounds of a plausible cost apply.
const defaultCurrency = "£"

// readCurrency takes the currency from the flag, the header of the cost and its cells, which must agree.
func (r *reader) readCurrency() {
	i := r.columns[CostRole]
	header := reading.Currencies(r.Header[i])
	if len(header) > 1 && !reading.SameCurrency(header[0], header[1]) {
		r.fail(r.first, r.Header[i], "costs in one currency; here are "+strings.Join(header, " and "))
		return
	}
	said, where := "", ""
	if len(header) > 0 {
		said, where = header[0], "the header"
		if len(header) > 1 && slices.Contains(reading.KnownBySign, said) { // $m AUD
			said = header[1]
		}
	}
	for row, n := range r.numbers[CostRole] {
		switch {
		case n.Currency == "":
		case said == "":
			said, where = n.Currency, fmt.Sprintf("%q", n.Text)
		case !reading.SameCurrency(n.Currency, said):
			r.fault(row, CostRole, fmt.Sprintf("all costs in one currency: %s has %s, this cell %s", where, said, n.Currency), "")
		}
	}
	flag := r.options.currency()
	if said != "" && flag != "" && !reading.SameCurrency(said, flag) {
		r.fail(r.first, r.Header[i], "costs in "+flag+", as --currency says; the table has them in "+said)
	}
	r.bodies.Currency = said
	if flag != "" {
		r.bodies.Currency = flag
	}
}

// currency is the one that the user names, as it is written here.
func (o Options) currency() string {
	if c := reading.Currency(o.Currency); c != "" {
		return c
	}
	return o.Currency
}
