package model

import "slices"

// Structure is a full set of placements: one answer to "who does what, where". A function without a placement stays
// with each commissioner.
type Structure struct {
	Code        string `csv:"structure" unique:"yes" about:"Code of the structure"`
	Name        string `csv:"name" unique:"yes" about:"Name of the structure"`
	Description string `csv:"description" optional:"yes" about:"What it is"`
	Focus       string `csv:"focus" type:"boolean" about:"Whether figures show it in colour; at most four"` // yes: in colour in figures
}

// MostInFocus is how many structures may be in focus: as many as a figure can tell apart by colour.
const MostInFocus = 4

// InFocus says whether figures show the structure in colour.
func (s Structure) InFocus() bool { return s.Focus == "yes" }

// FocusCodes lists the codes of the structures in focus.
func (c *Case) FocusCodes() []string {
	codes := []string{}
	for _, s := range c.Structures {
		if s.InFocus() {
			codes = append(codes, s.Code)
		}
	}
	return codes
}

// ColourCodes lists all structures, those in focus first: the order in which they get colours.
func (c *Case) ColourCodes() []string {
	codes := c.FocusCodes()
	for _, s := range c.Structures {
		if !s.InFocus() {
			codes = append(codes, s.Code)
		}
	}
	return codes
}

// Structure finds a structure by its code.
func (c *Case) Structure(code string) (Structure, bool) {
	i := slices.IndexFunc(c.Structures, func(x Structure) bool { return x.Code == code })
	if i < 0 {
		return Structure{}, false
	}
	return c.Structures[i], true
}

// StructureCodes lists the structures in the order of the case.
func (c *Case) StructureCodes() []string {
	codes := make([]string, len(c.Structures))
	for i, s := range c.Structures {
		codes[i] = s.Code
	}
	return codes
}

func (c *Case) checkStructures(r *report) {
	if len(c.Structures) == 0 {
		r.add(WholeTable, "", "", "at least one structure")
	}
	unique(r, c.Structures, "structure", func(x Structure) string { return x.Code })
	unique(r, c.Structures, "name", func(x Structure) string { return x.Name })
	focus := 0
	for i, x := range c.Structures {
		r.yesNo(i, "focus", x.Focus)
		if x.InFocus() {
			if focus++; focus > MostInFocus {
				r.add(i, "focus", x.Focus, "no: at most %d structures can be in focus", MostInFocus)
			}
		}
	}
}
