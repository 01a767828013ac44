package bodies

import (
	"fmt"
	"strings"

	"reconfig/data/newcase/reading"
)

// takeMarksOff takes the marks of notes off names, codes, sectors and regions, unless the user wants them to stay. Names
// that only their marks tell apart keep them.
func (r *reader) takeMarksOff(role Role) {
	i, ok := r.columns[role]
	if !ok || r.options.KeepNotes {
		return
	}
	count := map[string]int{}
	for row := range r.Records {
		count[strings.ToLower(reading.WithoutMarks(r.cell(row, role)))]++
	}
	mustDiffer := role == NameRole || role == CodeRole
	for row := range r.Records {
		text := r.cell(row, role)
		bare := reading.WithoutMarks(text)
		if bare == text || mustDiffer && count[strings.ToLower(bare)] > 1 {
			continue
		}
		r.Records[row][i] = bare
		r.bodies.Marked = append(r.bodies.Marked, text)
	}
}

// Change is how a cell was read that is not a plain reading.Number, and in how many further cells of its kind.
type Change struct {
	Cell, ReadAs string
	Further      int
}

// String says it: “1,234 [note 2]” is read as 1234, and 2 more cells.
func (c Change) String() string {
	text := fmt.Sprintf("“%s” is read as %s", c.Cell, c.ReadAs)
	switch c.Further {
	case 0:
		return text
	case 1:
		return text + ", and 1 more cell"
	}
	return fmt.Sprintf("%s, and %d more cells", text, c.Further)
}

// note counts a cell that was read in this way.
func (c *Change) note(cell, readAs string) {
	if c.Cell == "" {
		c.Cell, c.ReadAs = cell, readAs
		return
	}
	c.Further++
}
