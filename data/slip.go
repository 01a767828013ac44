package data

import (
	"fmt"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/slips"
)

// slip is what is likely to be a slip in a case that is valid all the same.
type slip struct {
	places Problems // where it is: of each, its file or sheet and its line alone
	text   string   // what is odd about the first
}

// slips says in which files and lines the model's slips are.
func (r *reader) slips(c *model.Case) []slip {
	var all []slip
	for _, found := range slips.Of(c) {
		s := slip{text: found.Text}
		for _, row := range found.Rows {
			s.places = append(s.places, r.tables[found.Table].Place(row, ""))
		}
		all = append(all, s)
	}
	return all
}

// warn adds the slips to the case's warnings, once it is known where they are.
func (c *Case) warn() {
	for _, s := range c.slips {
		c.Warnings = append(c.Warnings, s.String())
	}
}

// String is file:line or sheet and row, what is odd there, and the first few further lines that have it too.
func (s slip) String() string {
	const most = 4
	first, further := s.places[0], s.places[1:]
	place := fmt.Sprintf("%s:%d", first.File, first.Line)
	if first.Sheet != "" {
		place = fmt.Sprintf("sheet %s, row %d", first.Sheet, first.Line)
	}
	if len(further) == 0 {
		return place + ": " + s.text
	}
	var lines []string
	for _, p := range further[:min(most, len(further))] {
		lines = append(lines, strconv.Itoa(p.Line))
	}
	also := first.LineKind() + " " + strings.Join(lines, ", ")
	if len(lines) > 1 {
		also = first.LineKind() + "s " + strings.Join(lines, ", ")
	}
	if more := len(further) - most; more > 0 {
		also += fmt.Sprintf(" and %d more", more)
	}
	return place + ": " + s.text + " (so also in " + also + ")"
}
