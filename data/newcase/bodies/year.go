package bodies

import (
	"regexp"

	"reconfig/data/newcase/reading"
)

// aboutMoney matches titles that say which year costs are of.
var aboutMoney = regexp.MustCompile(`(?i)cost|spend|expenditure|budget|price|outturn|£|€|kost|ausgaben|uitgaven|udgift`)

// readYear remembers which year the costs are of, as their header says, or a line above it that is about money.
func (r *reader) readYear() {
	b := r.bodies
	b.CostYear = reading.Year(b.Header(CostRole))
	for i := len(b.Above) - 1; i >= 0 && b.CostYear == ""; i-- {
		if aboutMoney.MatchString(b.Above[i]) {
			b.CostYear = reading.Year(b.Above[i])
		}
	}
}
