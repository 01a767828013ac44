package mapping

import (
	"context"
	"errors"
	"fmt"

	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/partition"
	"reconfig/sim/partition/recom"
)

// searched is what a search for maps of one number of groups came to.
type searched struct {
	k        int
	best     *valuedMap          // nil if none was found
	solution *partition.Solution // nil where nothing can be proved
	counted  *partition.Count    // the plateau; nil if it was not counted
	near     []partition.Partition
	paired   partition.Count // the plateau that pairs are of; not complete where it is too large
	how      string

	pairedWithin float64
}

// Found is what a search found.
type Found struct {
	Tables *result.Analysis

	structure string
	outcome   result.Outcome
	best      []*valuedMap // of the numbers of groups asked for
}

// Run values groups, finds the best map of each number of groups, counts those that are nearly as good, and values random
// maps and those of the case. If the context ends after a first map was found, it returns what there is by then,
// with the context's error. It returns an error that wraps partition.ErrNoPartition if no map keeps the rules.
func (s *Search) Run(ctx context.Context) (*Found, error) {
	err := s.value(ctx)
	switch {
	case err == nil:
		err = s.solve(ctx)
	case s.stopped != "":
		err = errors.Join(err, s.solveSoon(ctx))
	}
	if s.main() == nil {
		return nil, err
	}
	for _, step := range []func(context.Context) error{s.plateaus, s.random} {
		if err == nil {
			err = step(ctx)
		}
	}
	if err != nil && ctx.Err() == nil {
		return nil, err
	}
	return s.found(), err
}

// value values the groups and the published maps.
func (s *Search) value(ctx context.Context) (err error) {
	if err := s.makeDraws(ctx); err != nil {
		return err
	}
	if err := s.chooseStructure(ctx); err != nil {
		return err
	}
	if s.valuer, err = sim.CompileGroups(s.setup.Case, s.o.Structure, s.setup.HorizonYears(), s.o.Outcome, nil); err != nil {
		return err
	}
	if err := s.valuePublished(ctx); err != nil {
		return err
	}
	if s.o.Within == nil {
		s.within = s.usualWithin()
	}
	return s.valueGroups(ctx)
}

// solve finds the best map of each number of groups.
func (s *Search) solve(ctx context.Context) error {
	none, err := s.solveEach(ctx)
	switch {
	case err != nil:
		return err
	case s.main() == nil:
		return s.none(none)
	case len(none) > 0 && s.setup.Warn != nil:
		s.setup.Warn(s.none(none).Error())
	}
	return nil
}

// take takes what a search found, and holds all maps of as many groups against it.
func (s *Search) take(x *searched) {
	s.searched, s.maps = append(s.searched, x), append(s.maps, x.best)
	for _, m := range s.maps {
		if len(m.Sectors) == x.k {
			m.searched = x
		}
	}
}

// solveEach searches for one number of groups after the other, and lists those asked for of which there is no map.
func (s *Search) solveEach(ctx context.Context) (none []int, err error) {
	for _, k := range s.numbers() {
		x, err := s.bestOf(ctx, k)
		if x != nil && x.best != nil {
			s.take(x)
		}
		if errors.Is(err, partition.ErrNoPartition) || errors.Is(err, recom.ErrNoStart) {
			if s.isAsked(k) {
				none = append(none, k)
			}
			continue
		}
		if err != nil {
			return none, err
		}
	}
	return none, nil
}

// bestOf finds the best map of k groups. If the context ends first, it may come with both a map and an error.
func (s *Search) bestOf(ctx context.Context, k int) (*searched, error) {
	if s.large {
		return s.annealed(ctx, k)
	}
	p, err := partition.NewProblem(len(s.index), s.groups)
	if err != nil {
		return nil, err
	}
	o := s.working(fmt.Sprintf("best map of %s", sectors([]int{k})))
	o.Starts = s.starts(ctx, k)
	solution, err := p.Solve(ctx, k, o)
	if solution == nil || len(solution.Best.Groups) == 0 {
		return nil, err
	}
	x := &searched{k: k, solution: solution, how: "not proved: the search was stopped"}
	if solution.Proved {
		x.how = "proved best by exhaustive search"
	}
	groups := s.groupsOf(solution.Best)
	return x, errors.Join(err, s.setBest(ctx, x, groups))
}

// published lists the published maps of k groups, as the group of each body: a search that is stopped early has these at least.
func (s *Search) published(k int) (starts [][]int) {
	for _, m := range s.maps {
		if m.kind == result.PublishedMap && len(m.Sectors) == k {
			starts = append(starts, s.sectorOf(m))
		}
	}
	return starts
}

// setBest values the best map, even if the search was stopped: that takes a moment.
func (s *Search) setBest(ctx context.Context, x *searched, groups [][]int) (err error) {
	m := s.sectorMap(s.nameOf(x.k), groups)
	x.best, err = s.valueMap(context.WithoutCancel(ctx), m, result.BestMap)
	return err
}

// groupsOf lists the members of the groups of a partition.
func (s *Search) groupsOf(p partition.Partition) (groups [][]int) {
	for _, i := range p.Groups {
		groups = append(groups, s.groups[i].Members.Members())
	}
	return groups
}

// main is the search that sentences and figures are about: of as many groups as the reference map has if that was asked
// for, else of those asked for the one with the best map; nil if none was found.
func (s *Search) main() *searched {
	var main *searched
	for _, x := range s.searched {
		switch {
		case !s.isAsked(x.k):
		case x.k == len(s.reference.Sectors):
			return x
		case main == nil || x.best.mean > main.best.mean:
			main = x
		}
	}
	return main
}

// working is how a search works, with what progress calls it.
func (s *Search) working(name string) partition.Options {
	return partition.Options{Workers: s.setup.Workers, Progress: func(done, of int) {
		s.setup.Doing(analysis.Phase{Name: name, Unit: "branches", Done: done, Of: of})
	}}
}
