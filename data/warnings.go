package data

import (
	"fmt"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/slips"
	"reconfig/model/unit"
)

// Foreign is an assumption in another currency than the case's.
type Foreign struct {
	Name, Unit string
	Ours       string // its unit in the case's currency
}

// Foreign lists the assumptions in another currency than the case's: nothing converts them.
func (c *Case) Foreign() []Foreign { return foreign(c.Case) }

func foreign(c *model.Case) (all []Foreign) {
	for _, a := range c.Assumptions {
		if ours, other := unit.ReplaceCurrencies(a.Unit, c.Currency); other {
			all = append(all, Foreign{a.Name, a.Unit, ours})
		}
	}
	return all
}

// warnOfCurrencies warns of assumptions in another currency than the case's: nothing converts them.
func (r *reader) warnOfCurrencies(c *model.Case) {
	for _, f := range foreign(c) {
		r.warnings = append(r.warnings, fmt.Sprintf("%s: %s is in %s and the case in %s: convert it, and write %s", r.source.named("assumptions"), f.Name, f.Unit, c.Currency, f.Ours))
	}
}

// warnOfSlips warns of what is likely to be a slip in a case that is valid all the same.
func (r *reader) warnOfSlips(c *model.Case) {
	for _, s := range slips.Of(c) {
		r.warnings = append(r.warnings, r.slip(s))
	}
}

// slip is file:line or sheet and row, what is odd there, and the first few further lines that have it too.
func (r *reader) slip(s slips.Slip) string {
	const most = 4
	var lines []string
	for _, row := range s.Rows {
		lines = append(lines, strconv.Itoa(r.tables[s.Table].Line(row, "")))
	}
	first := r.tables[s.Table].Position(s.Rows[0], "")
	position := r.source.named(s.Table) + ":" + lines[0]
	if first.Sheet != "" {
		position = fmt.Sprintf("sheet %s, row %s", first.Sheet, lines[0])
	}
	if len(lines) == 1 {
		return position + ": " + s.Text
	}
	further := lines[1:min(len(lines), 1+most)]
	also := first.LineKind() + " " + further[0]
	if len(further) > 1 {
		also = first.LineKind() + "s " + strings.Join(further, ", ")
	}
	if more := len(lines) - 1 - len(further); more > 0 {
		also += fmt.Sprintf(" and %d more", more)
	}
	return position + ": " + s.Text + " (so also in " + also + ")"
}
