package design

import (
	"fmt"
	"slices"
	"strconv"

	"reconfig/model"
)

// structureCode is what a designed structure is called, unless the case has it.
const structureCode = "designed"

// structure is the structure that was found, as a case has it. It is shown in colour if the case leaves a colour.
func (d *designing) structure() model.Structure {
	c := d.setup.Case
	code, name := structureCode, "Designed"
	taken := func(s model.Structure) bool { return s.Code == code || s.Name == name }
	for n := 2; slices.ContainsFunc(c.Structures, taken); n++ {
		code, name = fmt.Sprintf("%s-%d", structureCode, n), fmt.Sprintf("Designed %d", n)
	}
	focus := "no"
	if len(c.FocusCodes()) < model.MostInFocus {
		focus = "yes"
	}
	about := fmt.Sprintf("Found by a search for the best mean of %s; a function leaves the bodies only where that is better in at least %s of 100 draws",
		d.Outcome, strconv.FormatFloat(100*d.Compelling, 'f', -1, 64))
	if d.stopped {
		about += "; the search was stopped before its end"
	}
	return model.Structure{Code: code, Name: name, Description: about, Focus: focus}
}

// Case is a copy of the case with the structure beside its own.
func (f *Found) Case(c *model.Case) *model.Case {
	added := *c
	added.Structures = append(slices.Clone(c.Structures), f.Structure)
	added.Placements = append(slices.Clone(c.Placements), f.Placements...)
	return &added
}
