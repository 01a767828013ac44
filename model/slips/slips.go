// Package slips finds what is likely to be a slip in a case that is valid all the same: numbers of another order than the
// others, numbers of posts that cannot be, locations far from all others, placements that never happen, and codes that other
// programs read as something else.
package slips

import "reconfig/model"

// Slip is what is likely to be a slip in a case that is valid all the same. It names rows by their index in the case, as a
// model.Problem does.
type Slip struct {
	Table string // as in placements
	Rows  []int  // those it is found in
	Text  string // what is odd about the first
}

// Of returns what is likely to be a slip in a valid case, each kind of slip once.
func Of(c *model.Case) []Slip {
	var all []Slip
	for _, s := range append([]Slip{slipsOfSize(c), slipOfPosts(c), slipsOfLocation(c), lateDecisions(c), lateStarts(c)}, misread(c)...) {
		if len(s.Rows) > 0 {
			all = append(all, s)
		}
	}
	return all
}

func (s *Slip) add(row int, text string) {
	if len(s.Rows) == 0 {
		s.Text = text
	}
	s.Rows = append(s.Rows, row)
}
