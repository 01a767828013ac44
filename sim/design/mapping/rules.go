package mapping

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reconfig/model"
	"reconfig/model/geography"
	"reconfig/model/spelling"
	"reconfig/sim/partition"
)

// setRules makes the graph of neighbours and what a sector must keep to.
func (s *Search) setRules() error {
	c := s.setup.Case
	neighbours := c.Neighbours
	if len(neighbours) == 0 {
		if neighbours = geography.GabrielNeighbours(c.Commissioners); len(neighbours) == 0 {
			return errors.New("neighbours.csv: the case says of no two bodies that they are neighbours, and not where they are: no map can be looked for")
		}
		if s.setup.Warn != nil {
			s.setup.Warn("the case says nothing of neighbours: the search takes those for neighbours that no other lies between")
		}
	}
	var edges [][2]int
	for _, x := range neighbours {
		if s.o.River || x.Kind == "land" {
			edges = append(edges, [2]int{s.index[x.A], s.index[x.B]})
		}
	}
	var err error
	if s.graph, err = partition.NewGraph(len(c.Commissioners), edges); err != nil {
		return err
	}
	s.rules = partition.Rules{Least: s.o.Bodies.Least, Most: s.o.Bodies.Most, LeastWeight: s.o.People[0], MostWeight: s.o.People[1]}
	for _, x := range c.Commissioners {
		s.rules.Weights = append(s.rules.Weights, x.Population)
	}
	if s.rules.Together, err = s.listed(s.o.Together); err != nil {
		return err
	}
	if s.rules.Apart, err = s.listed(s.o.Apart); err != nil {
		return err
	}
	return s.compileRules()
}

// compileRules checks the rules against the graph. Its errors name bodies by their codes.
func (s *Search) compileRules() (err error) {
	bodies := s.setup.Case.Commissioners
	if s.rules.Least > len(bodies) {
		return fmt.Errorf("no sector can have %d %s or more: the case has %d", s.rules.Least, s.setup.Case.Words().Text("{bodies}"), len(bodies))
	}
	var contradiction *partition.ContradictionError
	if s.limits, err = s.rules.Compile(s.graph); errors.As(err, &contradiction) {
		return fmt.Errorf("%s must be both together with %s and apart from it", bodies[contradiction.A].Code, bodies[contradiction.B].Code)
	}
	return err
}

// listed turns lists of codes into lists of indices.
func (s *Search) listed(lists [][]string) (all [][]int, err error) {
	for _, codes := range lists {
		var list []int
		for _, code := range codes {
			i, ok := s.index[code]
			if !ok {
				var known []string
				for _, x := range s.setup.Case.Commissioners {
					known = append(known, x.Code)
				}
				return nil, spelling.Unknown(s.setup.Case.Words().Text("{body}"), code, known)
			}
			list = append(list, i)
		}
		all = append(all, list)
	}
	return all, nil
}

// errTooMany ends the list of groups.
var errTooMany = errors.New("too many groups")

// listGroups lists the groups that keep the rules. Where there are too many it lists none.
func (s *Search) listGroups(ctx context.Context) error {
	most := min(mostGroups, mostRuns/max(1, s.o.Draws))
	err := partition.EachGroup(ctx, s.graph, s.rules, func(group partition.Set) error {
		if len(s.groups) == most {
			return errTooMany
		}
		s.groups = append(s.groups, partition.Group{Members: slices.Clone(group)})
		return nil
	})
	if errors.Is(err, errTooMany) {
		s.large, s.groups = true, nil
		if s.setup.Warn != nil {
			s.setup.Warn(fmt.Sprintf("more than %s connected groups keep the rules, too many to value each on %s draws: the search goes on without them, and proves nothing. "+
				"Tighter limits on the size of a sector, or fewer draws, allow a proof", thousands(float64(most)), thousands(float64(s.o.Draws))))
		}
		return nil
	}
	if runs := len(s.groups) * s.o.Draws; err == nil && runs > manyRuns && s.setup.Warn != nil {
		s.setup.Warn(fmt.Sprintf("%s groups are to be valued on %s draws each, which takes minutes. Fewer draws, or tighter limits on the size of a sector, take less", thousands(float64(len(s.groups))), thousands(float64(s.o.Draws))))
	}
	if err == nil && len(s.groups) == 0 {
		return fmt.Errorf("no connected group of %s keeps the rules%s", s.setup.Case.Words().Text("{bodies}"), s.landOnly())
	}
	return err
}

// broken says which rules a map does not keep, and where.
func (s *Search) broken(m model.SectorMap) string {
	var apart, sizes, related []string
	for _, sector := range m.Sectors {
		set := partition.NewSet(len(s.index), s.members(sector)...)
		if !s.graph.Connected(set) {
			apart = append(apart, sector.Code)
		}
		if !s.limits.Measures(set.Len(), s.limits.Weight(set)) {
			sizes = append(sizes, sector.Code)
		}
		if !s.limits.Relations(set) {
			related = append(related, sector.Code)
		}
	}
	var all []string
	for _, x := range []struct {
		what    string
		sectors []string
	}{{"not connected", apart}, {"size", sizes}, {"together or apart", related}} {
		if len(x.sectors) > 0 {
			all = append(all, x.what+": "+strings.Join(x.sectors, " "))
		}
	}
	return strings.Join(all, "; ")
}

// members are the indices of a sector's members, ascending.
func (s *Search) members(x model.Sector) (all []int) {
	for _, code := range x.Members {
		all = append(all, s.index[code])
	}
	slices.Sort(all)
	return all
}
