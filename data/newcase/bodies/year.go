package bodies

import (
	"slices"

	"reconfig/data/newcase/reading"
	"reconfig/data/pattern"
)

// aboutMoney matches titles that say which year costs are of.
var aboutMoney = pattern.New(`(?i)cost|spend|expenditure|budget|price|outturn|£|€|kost|ausgaben|uitgaven|udgift`)

// readYear remembers which year the costs are of, as their header says, or else a line above or below the table that is
// about money: the last one above, or the first below.
func (r *reader) readYear() {
	b := r.bodies
	b.CostYear = reading.Year(b.Header(CostRole))
	all := r.remarks()
	slices.Reverse(all[:len(b.Above)])
	for _, m := range all {
		if b.CostYear == "" && aboutMoney().MatchString(m.text) {
			b.CostYear = reading.Year(m.text)
		}
	}
}
