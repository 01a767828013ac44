// Package sweep runs plans: many points, each with its own values of the varied assumptions, at each point many draws of
// the others. The work is cut into parts that depend on the plan alone; each part gives the same bytes wherever and
// whenever it is run, so parts can be run in shards, kept on disk, and taken up again. It knows nothing of files.
package sweep

import (
	"fmt"
	"runtime"
	"slices"

	"reconfig/model"
	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/model/unit"
	"reconfig/sim"
	"reconfig/sim/draws"
	"reconfig/sim/ensemble"
	"reconfig/sim/uncertain"
)

// Sweep is a plan made ready for a case.
type Sweep struct {
	plan       *plan.Plan
	points     int
	engines    []*sim.Engine        // by map
	generator  *uncertain.Generator // nil where every point is one run of set values
	base       model.Draw
	chances    int // where chances begin in a draw
	axes       []axis
	drawn      []int // of a hypercube: the indices of the assumptions that it moves
	varied     []result.Column
	structures []string
	pairs      [][2]int // of structures that are held against one another, by index
	outcomes   []result.Outcome
	endless    int // index of the outcome that may be infinite; −1 if it is not wanted
	parts      partition
	Workers    int // goroutines at once: as many as there are processors, unless it is changed before the first part
}

// New makes a sweep of a plan that is valid for the case (see plan.Plan.Check).
func New(c *model.Case, p *plan.Plan) (*Sweep, error) {
	p = p.In(c)
	s := &Sweep{plan: p, points: p.Points(), endless: -1, Workers: runtime.GOMAXPROCS(0)}
	for i, name := range p.Outcomes {
		o, ok := result.OutcomeByName(name)
		if !ok {
			return nil, spelling.Unknown("outcome", name, result.OutcomeNames())
		}
		if o.MayBeInfinite() {
			s.endless = i
		}
		s.outcomes = append(s.outcomes, o)
	}
	for _, m := range p.Maps {
		e, err := sim.Compile(c, sim.Options{Map: m, HorizonYears: p.Horizon, Structures: p.Structures, Outcomes: s.outcomes})
		if err != nil {
			return nil, err
		}
		s.engines = append(s.engines, e)
	}
	s.structures = s.engines[0].Structures()
	err := s.setAssumptions(c)
	if err != nil {
		return nil, err
	}
	if s.pairs, err = s.choosePairs(c); err != nil {
		return nil, err
	}
	s.parts = newPartition(s)
	return s, nil
}

// setAssumptions fills in what stays, what is varied and what is drawn.
func (s *Sweep) setAssumptions(c *model.Case) error {
	s.base, s.chances = c.CentralDraw(), len(c.Assumptions)
	var set []string
	for _, x := range s.plan.Set {
		if _, err := c.Set(s.base, x.Name, x.Value); err != nil {
			return err
		}
		set = append(set, x.Name)
	}
	for _, a := range s.plan.Vary {
		moved := axis{values: a.Values()}
		for _, name := range a.Names {
			i, ok := c.AssumptionIndex(name)
			if !ok {
				return spelling.Unknown("assumption", name, c.AssumptionNames())
			}
			moved.indices = append(moved.indices, i)
			s.vary(c.Assumptions[i], c.Currency)
			set = append(set, name)
		}
		s.axes = append(s.axes, moved)
	}
	o := uncertain.Options{
		Sampler: s.plan.Sampler, Seed: s.plan.Seed, Draws: s.plan.Draws, Independent: !s.plan.Correlated, Base: s.base, Set: set,
	}
	switch {
	case s.plan.Hypercube > 0:
		o.Sampler, o.Draws = "lhs", s.plan.Hypercube
	case s.plan.Draws == 0:
		return nil
	}
	var err error
	if s.generator, err = uncertain.New(c, o); err != nil {
		return err
	}
	if s.plan.Hypercube > 0 {
		for _, name := range s.generator.Drawn() {
			i, _ := c.AssumptionIndex(name)
			s.drawn = append(s.drawn, i)
			s.vary(c.Assumptions[i], c.Currency)
		}
	}
	return nil
}

func (s *Sweep) vary(a model.Assumption, currency string) {
	s.varied = append(s.varied, result.Column{Name: a.Name, Type: "number", Unit: unit.Parse(a.Unit, currency), Description: a.Description})
}

// Points is the number of points: one for every map and every combination of the axes' values.
func (s *Sweep) Points() int { return s.points }

// Structures lists the codes of the structures, in the order of the rows.
func (s *Sweep) Structures() []string { return s.structures }

// Runs is how many draws the sweep simulates, each under every structure.
func (s *Sweep) Runs() int { return s.points * s.runsAtPoint() }

func (s *Sweep) runsAtPoint() int { return max(1, s.plan.Draws) }

// RowCount is the number of the table's rows.
func (s *Sweep) RowCount() int {
	if s.eachDraw() {
		return s.Runs() * len(s.structures)
	}
	return s.points * len(s.structures) * len(s.statistics())
}

func (s *Sweep) eachDraw() bool { return s.plan.Rows == plan.DrawRows }

// Exact says whether the percentiles at each point are exact; else they come from sketches.
func (s *Sweep) Exact() bool {
	return s.plan.Draws <= partRuns && ensemble.Exact(len(s.structures), len(s.outcomes), s.plan.Draws)
}

// Heading is the sweep's table without rows, and that of its differences.
func (s *Sweep) Heading() *result.Sweep {
	heading := &result.Sweep{Varied: s.varied, Outcomes: s.outcomes, EachDraw: s.eachDraw()}
	if len(s.pairs) > 0 {
		heading.Differences = &result.Sweep{Varied: s.varied, Outcomes: s.outcomes, Paired: true}
	}
	return heading
}

// statistics are those that each point is stated by.
func (s *Sweep) statistics() []string {
	switch {
	case s.plan.Draws == 0:
		return []string{result.CentralDraw}
	case len(s.structures) == 1:
		return result.Statistics
	}
	return append(append([]string{}, result.Statistics...), result.ProbabilityBest)
}

// cells is how many values a run gives.
func (s *Sweep) cells() int { return len(s.structures) * len(s.outcomes) }

// describePoint names a point for an error.
func (s *Sweep) describePoint(point int) string {
	return fmt.Sprintf("point %d of %d", point+1, s.points)
}

// axis is one direction of the plan: the indices of the assumptions that take its values together.
type axis struct {
	indices []int
	values  []float64
}

// newRunner makes a runner of the sweep's draws, with an engine for each map.
func (s *Sweep) newRunner(progress func(runs int)) *draws.Runner {
	return draws.New(s.generator, draws.Options{Workers: max(1, s.Workers), Progress: progress}, s.engines...)
}

// run simulates one draw of a point, and gives each cell its value: structure by structure, outcome by outcome.
func (s *Sweep) run(w *draws.Workspace, point, draw int, put func(cell int, v float64)) {
	onMap := s.setDraw(w, point, draw)
	if s.plan.Draws > 0 && s.plan.Hypercube == 0 {
		w.SetErrors(draw)
	}
	w.Simulate(onMap)
	cell := 0
	for i := range s.structures {
		values := w.Results.Outcomes(i)
		for _, o := range s.outcomes {
			v := values[o]
			if !s.eachDraw() {
				v = ensemble.Comparable(o, v)
			}
			put(cell, v)
			cell++
		}
	}
}

// setDraw fills in the workspace's draw, and returns which map the point is on: maps vary slowest, the last axis fastest.
func (s *Sweep) setDraw(w *draws.Workspace, point, draw int) (onMap int) {
	if s.plan.Hypercube > 0 {
		w.SetDraw(point % s.plan.Hypercube)
		copy(w.Draw[s.chances:], s.base[s.chances:]) // which are no part of the hypercube
		return point / s.plan.Hypercube
	}
	if s.plan.Draws > 0 {
		w.SetDraw(draw)
	} else {
		copy(w.Draw, s.base)
	}
	for _, a := range slices.Backward(s.axes) {
		for _, index := range a.indices {
			w.Draw[index] = a.values[point%len(a.values)]
		}
		point /= len(a.values)
	}
	return point
}

// settings are a point's values of the varied assumptions.
func (s *Sweep) settings(w *draws.Workspace, point int) (onMap int, settings []float64) {
	onMap = s.setDraw(w, point, 0)
	for _, a := range s.axes {
		for _, index := range a.indices {
			settings = append(settings, w.Draw[index])
		}
	}
	for _, index := range s.drawn {
		settings = append(settings, w.Draw[index])
	}
	return onMap, settings
}
