package design

import (
	"slices"

	"reconfig/model"
)

// option is a choice: where a function is done, and how it is pooled there.
type option struct {
	Tier        model.Tier
	Arrangement string // empty where it stays local
}

// stay is the index of the choice that leaves a function with the bodies: the first of all.
const stay = 0

// design is a structure: the index of a choice for each function.
type design string

// choiceOf is the choice of a function.
func (p design) choiceOf(function int) int { return int(p[function]) }

// with is the design with one function done otherwise.
func (p design) with(function, choice int) design {
	return p[:function] + design([]byte{byte(choice)}) + p[function+1:]
}

// moved lists the functions that leave the bodies.
func (p design) moved() (functions []int) {
	for f := range len(p) {
		if p.choiceOf(f) != stay {
			functions = append(functions, f)
		}
	}
	return functions
}

// space is what can be chosen in a case: the same choices for every function.
type space struct {
	functions []model.Function
	choices   []option // the first is to stay local
	fromYear  float64  // when all that moves is decided
}

// mostChoices is how many choices a design can tell apart.
const mostChoices = 256

// newSpace lists the choices of a case under a map: its arrangements, on each tier that pools anything.
func newSpace(c *model.Case, m model.SectorMap, fromYear float64) space {
	s := space{functions: c.Functions, choices: []option{{Tier: model.LocalTier}}, fromYear: fromYear}
	for _, tier := range tiersOf(m) {
		for _, a := range c.Arrangements {
			s.choices = append(s.choices, option{tier, a.Code})
		}
	}
	return s
}

// tiersOf lists the tiers of a map that pool anything: sectors of several bodies, and regions of several sectors.
func tiersOf(m model.SectorMap) (tiers []model.Tier) {
	if slices.ContainsFunc(m.Sectors, func(s model.Sector) bool { return len(s.Members) > 1 }) {
		tiers = append(tiers, model.SectorTier)
	}
	if len(m.Regions()) < len(m.Sectors) {
		tiers = append(tiers, model.RegionTier)
	}
	return tiers
}

// local is the design in which nothing moves.
func (s *space) local() design { return design(make([]byte, len(s.functions))) }

// placements are those of a design, as a case has them.
func (s *space) placements(p design, structure string) (all []model.Placement) {
	for _, f := range p.moved() {
		c := s.choices[p.choiceOf(f)]
		all = append(all, model.Placement{Structure: structure, Function: s.functions[f].Code, Tier: c.Tier, Arrangement: c.Arrangement, FromYear: s.fromYear})
	}
	return all
}

// designOf is the design that a structure of the case ends as; false if it has a choice that this space has not.
func (s *space) designOf(c *model.Case, structure string) (design, bool) {
	p := s.local()
	for i, f := range s.functions {
		chain := c.PlacementsOf(structure, f.Code)
		if len(chain) == 0 {
			continue
		}
		last := chain[len(chain)-1]
		choice := slices.Index(s.choices, option{last.Tier, last.Arrangement})
		if choice < 0 {
			return p, false
		}
		p = p.with(i, choice)
	}
	return p, true
}

// index finds a function by its code; −1 if there is none.
func (s *space) index(code string) int {
	return slices.IndexFunc(s.functions, func(f model.Function) bool { return f.Code == code })
}
