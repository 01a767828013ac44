package draws

import (
	"slices"

	"reconfig/model"
	"reconfig/sim"
	"reconfig/sim/uncertain"
)

// Workspace is what one goroutine needs to run draws through engines of one case, and what is left of the last run.
type Workspace struct {
	Worker  int            // its index among those of its Runner
	Draw    model.Draw     // what the next run simulates
	Errors  []float64      // of the next run: a standard normal for every commissioner (see sim.Engine.Run); nil for no errors
	Results *sim.Workspace // of the last run; nil before the first

	engines   []*sim.Engine
	results   []*sim.Workspace // by engine
	generator *uncertain.Generator
	scratch   *uncertain.Scratch
}

// NewWorkspace makes a workspace that begins with a copy of the draw. Without a generator, which is then nil, only
// Simulate is of use; without engines, only SetDraw.
func NewWorkspace(g *uncertain.Generator, d model.Draw, engines ...*sim.Engine) *Workspace {
	w := &Workspace{Draw: slices.Clone(d), engines: engines, generator: g}
	if g != nil {
		w.scratch = g.NewScratch()
	}
	for _, e := range engines {
		w.results = append(w.results, e.NewWorkspace())
	}
	return w
}

// PutCourses makes the runs to come of the first engine put their courses over time where the caller wants them (see
// sim.Workspace.PutCourses).
func (w *Workspace) PutCourses(memory []float64) { w.results[0].PutCourses(memory) }

// SetDraw puts draw j of the generator into Draw.
func (w *Workspace) SetDraw(j int) { w.generator.Draw(j, w.Draw, w.scratch) }

// SetErrors puts the errors of draw j into Errors.
func (w *Workspace) SetErrors(j int) {
	if w.Errors == nil {
		w.Errors = make([]float64, len(w.engines[0].Case().Commissioners))
	}
	w.generator.BodyErrors(j, w.Errors)
}

// Simulate runs Draw and Errors as they are through an engine, by its index, and leaves in Results what comes out.
func (w *Workspace) Simulate(engine int) {
	w.Results = w.results[engine]
	w.engines[engine].Run(w.Draw, w.Errors, w.Results)
}

// Run runs draw j through the first engine.
func (w *Workspace) Run(j int) {
	w.SetDraw(j)
	w.SetErrors(j)
	w.Simulate(0)
}
