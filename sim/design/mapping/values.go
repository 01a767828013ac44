package mapping

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/draws"
	"reconfig/sim/parallel"
	"reconfig/sim/vector"
)

// drawn is the draws that everything is valued on.
type drawn struct {
	draws  []model.Draw
	errors [][]float64 // of bodies, by draw
}

// makeDraws makes the draws, once.
func (s *Search) makeDraws(ctx context.Context) error {
	e, err := sim.Compile(s.setup.Case, sim.Options{Map: s.setup.Map, HorizonYears: s.setup.Horizon, Outcomes: []result.Outcome{s.o.Outcome}})
	if err != nil {
		return err
	}
	d := &drawn{make([]model.Draw, s.o.Draws), make([][]float64, s.o.Draws)}
	err = s.setup.Runner(e).Blocks(ctx, s.o.Draws, func(w *draws.Workspace, from, end int) {
		for j := from; j < end; j++ {
			w.SetDraw(j)
			w.SetErrors(j)
			d.draws[j], d.errors[j] = slices.Clone(w.Draw), slices.Clone(w.Errors)
		}
	})
	s.drawn = d
	return err
}

func (s *Search) workers() int {
	if s.setup.Workers > 0 {
		return s.setup.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// blockSize is how many groups a goroutine values at a time: enough that readying a draw for them hardly counts.
const blockSize = 128

// valueGroups values the groups that keep the rules: the mean over draws of each, with the sign with which higher is better. If
// the context ends it keeps those that were valued, and returns the error.
func (s *Search) valueGroups(ctx context.Context) error {
	s.setup.Doing(analysis.Phase{Name: "valuing groups", Unit: "runs", Of: s.Runs()})
	all, valued := len(s.groups), make([]bool, len(s.groups))
	err := parallel.Do(ctx, s.workers(), len(s.groups), blockSize, func(_, from, end int) {
		block := make([][]int, end-from)
		for i := range block {
			block[i] = s.groups[from+i].Members.Members()
		}
		sums := make([]float64, len(block))
		s.eachDraw(ctx, block, func(_ int, values []float64) {
			for i, v := range values {
				sums[i] += v
			}
			s.tell(len(values))
		})
		for i, sum := range sums {
			s.groups[from+i].Value = s.direction * sum / float64(s.o.Draws)
			valued[from+i] = ctx.Err() == nil
		}
	})
	if err != nil {
		s.keepValued(ctx, valued)
		s.stopped = fmt.Sprintf("not proved: the search was stopped when %d %% of the groups were valued", 100*len(s.groups)/all)
	}
	return err
}

// eachDraw values groups draw by draw, in the order of draws, until the context ends.
func (s *Search) eachDraw(ctx context.Context, groups [][]int, take func(draw int, values []float64)) {
	g := s.valuer.With(groups)
	w, values := g.NewWorkspace(), make([]float64, len(groups))
	for j, d := range s.drawn.draws {
		if ctx.Err() != nil {
			return
		}
		g.Run(d, s.drawn.errors[j], w, 0, values)
		take(j, values)
	}
}

func (s *Search) tell(runs int) {
	if s.setup.Progress != nil {
		s.setup.Progress(runs)
	}
}

// Runs is how often a group is run through the engine, for progress; what comes after is not in it.
func (s *Search) Runs() int { return max(1, len(s.groups)*s.o.Draws) }

// valuedMap is a map with what it comes to in each draw, with the sign with which higher is better.
type valuedMap struct {
	model.SectorMap
	kind     string
	groups   [][]int   // indices of members, by sector
	values   []float64 // at mean events
	events   []float64 // with events
	mean     float64
	breaks   string
	searched *searched // of the same number of groups; nil if it was not searched for
}

// valueMap values a map draw by draw.
func (s *Search) valueMap(ctx context.Context, m model.SectorMap, kind string) (*valuedMap, error) {
	v := &valuedMap{SectorMap: m, kind: kind, values: make([]float64, s.o.Draws), events: make([]float64, s.o.Draws), breaks: s.broken(m)}
	for _, sector := range m.Sectors {
		v.groups = append(v.groups, s.members(sector))
	}
	s.eachDraw(ctx, v.groups, func(j int, values []float64) {
		sum := 0.0
		for _, x := range values {
			sum += x
		}
		v.values[j] = s.direction * sum
	})
	v.mean = vector.Mean(v.values)
	return v, s.runEvents(ctx, v)
}

// runEvents runs a map through the engine with failures and refusals as events.
func (s *Search) runEvents(ctx context.Context, v *valuedMap) error {
	c := s.setup.Case
	if v.kind != result.PublishedMap {
		c = withMaps(c, "", v.SectorMap)
	}
	e, err := sim.Compile(c, sim.Options{Map: v.Name, HorizonYears: s.setup.Horizon, Structures: []string{s.o.Structure}, Outcomes: []result.Outcome{s.o.Outcome}})
	if err != nil {
		return err
	}
	return s.setup.Runner(e).Run(ctx, 0, s.o.Draws, func(w *draws.Workspace, j int) {
		v.events[j] = s.direction * w.Results.Outcomes(0)[s.o.Outcome]
	})
}

// valuePublished values the maps of the case, the reference first.
func (s *Search) valuePublished(ctx context.Context) error {
	var once sync.Once
	names := []string{s.reference.Name}
	for _, name := range s.setup.Case.MapNames() {
		if name != s.reference.Name {
			names = append(names, name)
		}
	}
	s.maps = make([]*valuedMap, len(names))
	var failed error
	err := parallel.Do(ctx, s.workers(), len(names), 1, func(_, i, _ int) {
		m, _ := s.setup.Case.Map(names[i])
		v, err := s.valueMap(ctx, m, result.PublishedMap)
		if err != nil {
			once.Do(func() { failed = err })
		}
		s.maps[i] = v
	})
	if err != nil {
		return err
	}
	return failed
}
