package newcase

import (
	"math"
	"regexp"
)

// totalName matches what rows of totals and averages are called.
var totalName = regexp.MustCompile(`(?i)(^|[^\pL])(sub-?\s?)?totals?($|[^\pL])|^(all|sum|overall|average|mean|median)$|^(grand|overall) `)

// totalTolerance is how far a total may be from the sum of what it totals: both may be rounded.
const totalTolerance = 0.002

// checkTotals reports rows that are no bodies but sum up others: they would count everybody twice.
func (r *bodyReader) checkTotals() {
	if r.options.KeepTotal {
		return
	}
	const mend = "; delete the row, or, if it is a body of its own, add --keep-total"
	var people, cost float64
	for _, b := range r.bodies.Rows {
		people += b.Population
		cost += b.ManagementCostK
	}
	for row, b := range r.bodies.Rows {
		switch {
		case totalName.MatchString(b.Name):
			r.fault(row, NameRole, "bodies only: by its name this is a total or an average"+mend)
		case len(r.bodies.Rows) > 2 && isHalf(b.Population, people) && isHalf(b.ManagementCostK, cost):
			r.fault(row, NameRole, "bodies only: this has the population and the cost of all others together, as a total has"+mend)
		}
	}
}

// isHalf says whether a value is what all others add up to.
func isHalf(v, sum float64) bool {
	rest := sum - v
	return math.Abs(v-rest) <= totalTolerance*rest
}
