package analysis

import (
	"fmt"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
)

// stepping is a structure that is decided in more than one year, and the plans that it is held against.
type stepping struct {
	structure   model.Structure
	first, last float64 // years of its first and last step
	plans       []plan
}

// plan is one way to get somewhere: a structure made of the placements of the staged one.
type plan struct {
	code       string
	variant    string  // one of result.Staged, FirstOnly, Straight, Late, and nothing for staying as one is
	year       float64 // of the second step; NaN where there is none
	placements []model.Placement
}

// steppings lists the structures of which a first step is decided from the start on, and a last one later but within the
// horizon. What stands already, or never comes, is no choice.
func (s *Setup) steppings(structures []string) []stepping {
	var all []stepping
	for _, code := range structures {
		first, last := math.Inf(1), math.Inf(-1)
		for _, p := range placementsOf(s.Case, code) {
			if p.FromYear >= 0 {
				first, last = min(first, p.FromYear), max(last, p.FromYear)
			}
		}
		if first < last && last < s.HorizonYears() {
			x, _ := s.Case.Structure(code)
			all = append(all, stepping{structure: x, first: first, last: last})
		}
	}
	return all
}

func placementsOf(c *model.Case, structure string) []model.Placement {
	var placed []model.Placement
	for _, p := range c.Placements {
		if p.Structure == structure {
			placed = append(placed, p)
		}
	}
	return placed
}

// plan fills in the plans: the last step in each of the years, after the steps before it or without them, at once, or
// never. What stands already at the start is part of every plan.
func (s *stepping) plan(c *model.Case, years []float64) {
	placed := placementsOf(c, s.structure.Code)
	standing := slices.DeleteFunc(slices.Clone(placed), func(p model.Placement) bool { return p.FromYear >= 0 })
	s.add(result.FirstOnly, math.NaN(), slices.DeleteFunc(slices.Clone(placed), func(p model.Placement) bool { return p.FromYear > s.first }))
	s.add(result.Straight, math.NaN(), s.decidedIn(c, s.first))
	s.add("", math.NaN(), slices.Clone(standing))
	for _, year := range years {
		steps := slices.Clone(placed)
		for i := range steps {
			if steps[i].FromYear == s.last {
				steps[i].FromYear = year
			}
		}
		s.add(result.Staged, year, steps)
		s.add(result.Late, year, s.decidedIn(c, year))
	}
}

// add names a plan so that no structure of the case has its name.
func (s *stepping) add(variant string, year float64, placements []model.Placement) {
	code := fmt.Sprintf("%s/%d", s.structure.Code, len(s.plans))
	for i := range placements {
		placements[i].Structure = code
	}
	s.plans = append(s.plans, plan{code, variant, year, placements})
}

// decidedIn is where each function ends up, decided in one year, and what stands already.
func (s *stepping) decidedIn(c *model.Case, year float64) []model.Placement {
	var all []model.Placement
	for _, f := range c.Functions {
		chain := c.PlacementsOf(s.structure.Code, f.Code)
		for i, p := range chain {
			switch {
			case p.FromYear < 0:
				all = append(all, p)
			case i == len(chain)-1:
				p.FromYear = year
				all = append(all, p)
			}
		}
	}
	return all
}

// planned is the case with the plans as its structures.
func (s *stepping) planned(c *model.Case) *model.Case {
	only := *c
	only.Structures, only.Placements = nil, nil
	for _, p := range s.plans {
		only.Structures = append(only.Structures, model.Structure{Code: p.code, Name: p.code, Focus: "no"})
		only.Placements = append(only.Placements, p.placements...)
	}
	return &only
}
