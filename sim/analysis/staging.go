package analysis

import (
	"fmt"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
)

// staging is a structure that is decided in more than one year, and the plans that it is held against.
type staging struct {
	structure   model.Structure
	first, last float64 // years of its first and last step
	years       []float64
	plans       []plan
}

// plan is one way to get somewhere: a structure made of the placements of the staged one.
type plan struct {
	code       string
	variant    string  // one of result.Staged, FirstOnly, Straight, Late, and nothing for staying as one is
	year       float64 // of the second step; NaN where there is none
	placements []model.Placement
}

// stagings lists the structures that are decided in more than one year.
func stagings(c *model.Case, structures []string) []staging {
	var all []staging
	for _, code := range structures {
		placed := placementsOf(c, code)
		if len(placed) == 0 {
			continue
		}
		first, last := math.Inf(1), math.Inf(-1)
		for _, p := range placed {
			first, last = min(first, p.FromYear), max(last, p.FromYear)
		}
		if first < last {
			s, _ := c.Structure(code)
			all = append(all, staging{structure: s, first: first, last: last})
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

// plan fills in the plans: the last step in each of the years, after the first step or without it, at once, or never.
func (s *staging) plan(c *model.Case, years []float64) {
	placed, final := placementsOf(c, s.structure.Code), lastPlacements(c, s.structure.Code)
	s.years = years
	s.add(c, result.FirstOnly, math.NaN(), slices.DeleteFunc(slices.Clone(placed), func(p model.Placement) bool { return p.FromYear != s.first }))
	s.add(c, result.Straight, math.NaN(), decidedIn(final, s.first))
	s.add(c, "", math.NaN(), nil)
	for _, year := range years {
		steps := slices.Clone(placed)
		for i := range steps {
			if steps[i].FromYear == s.last {
				steps[i].FromYear = year
			}
		}
		s.add(c, result.Staged, year, steps)
		s.add(c, result.Late, year, decidedIn(final, year))
	}
}

// add names a plan so that no structure of the case has its name.
func (s *staging) add(c *model.Case, variant string, year float64, placements []model.Placement) {
	code := fmt.Sprintf("%s/%d", s.structure.Code, len(s.plans))
	for i := range placements {
		placements[i].Structure = code
	}
	s.plans = append(s.plans, plan{code, variant, year, placements})
}

// decidedIn gives placements another year.
func decidedIn(placements []model.Placement, year float64) []model.Placement {
	moved := slices.Clone(placements)
	for i := range moved {
		moved[i].FromYear = year
	}
	return moved
}

// lastPlacements lists where each function of a structure ends up.
func lastPlacements(c *model.Case, structure string) []model.Placement {
	var last []model.Placement
	for _, f := range c.Functions {
		if chain := c.PlacementsOf(structure, f.Code); len(chain) > 0 {
			last = append(last, chain[len(chain)-1])
		}
	}
	return last
}

// planned is the case with the plans as its structures.
func (s *staging) planned(c *model.Case) *model.Case {
	only := *c
	only.Structures, only.Placements = nil, nil
	for _, p := range s.plans {
		only.Structures = append(only.Structures, model.Structure{Code: p.code, Name: p.code, Focus: "no"})
		only.Placements = append(only.Placements, p.placements...)
	}
	return &only
}
