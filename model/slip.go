package model

// Slip is what is likely to be a slip in a case that is valid all the same. It names rows by their place in the Case, as
// a Problem does.
type Slip struct {
	Table string // as in placements
	Rows  []int  // those it is found in
	Text  string // what is odd about the first
}

// Slips returns what is likely to be a slip in a valid case, each kind of slip once.
func (c *Case) Slips() []Slip {
	var all []Slip
	for _, s := range []Slip{c.slipsOfSize(), c.slipsOfPlace(), c.lateDecisions(), c.lateStarts()} {
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
