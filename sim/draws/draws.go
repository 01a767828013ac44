// Package draws runs draws through engines on all processors: draw j of a generator, with the errors of single bodies, and
// then the engine. Every goroutine has a workspace of its own; the caller takes from it what it wants to keep of a draw.
//
// Which goroutine runs which draw is left to chance. What the caller keeps must depend on the draw alone, and sums over
// draws belong after the run, so that the same draws give the same bits on any number of processors.
package draws

import (
	"context"
	"runtime"

	"reconfig/model"
	"reconfig/sim"
	"reconfig/sim/parallel"
	"reconfig/sim/uncertain"
)

// Block is how many runs a goroutine takes at a time.
const Block = 16

// Options says how to run.
type Options struct {
	Workers  int            // goroutines at once; 0 for one a processor
	Progress func(runs int) // told of runs as they are done, by many goroutines at once; nil for nobody
}

// Runner runs draws of one case.
type Runner struct {
	workspaces []*Workspace
	progress   func(runs int)
}

// New makes a runner. All engines are of the generator's case; the generator is nil where no run is random. It panics
// without an engine.
func New(g *uncertain.Generator, o Options, engines ...*sim.Engine) *Runner {
	if o.Workers < 1 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	r := &Runner{progress: o.Progress}
	if r.progress == nil {
		r.progress = func(int) {}
	}
	for i := range o.Workers {
		w := NewWorkspace(g, make(model.Draw, engines[0].Case().DrawSize()), engines...)
		w.Worker = i
		r.workspaces = append(r.workspaces, w)
	}
	return r
}

// With is a runner of another generator's draws, of the same case, in the same workspaces: only one of the
// two may run at a time. It tells nobody of its progress.
func (r *Runner) With(g *uncertain.Generator) *Runner {
	other := &Runner{progress: func(int) {}}
	for _, w := range r.workspaces {
		same := *w
		same.generator, same.scratch = g, g.NewScratch()
		other.workspaces = append(other.workspaces, &same)
	}
	return other
}

// Workers is how many goroutines work at once, each with a workspace of its own.
func (r *Runner) Workers() int { return len(r.workspaces) }

// Run runs the draws from the first up to but without the end through the first engine, and calls take after each: take
// finds in the workspace what draw j gave. It returns an error only if the context ends.
func (r *Runner) Run(ctx context.Context, first, end int, take func(w *Workspace, j int)) error {
	return r.Blocks(ctx, end-first, func(w *Workspace, a, b int) {
		for j := first + a; j < first+b; j++ {
			w.Run(j)
			take(w, j)
		}
	})
}

// Blocks shares n runs out in ranges of at most Block, which the caller simulates in the workspace it is given. It returns
// an error only if the context ends.
func (r *Runner) Blocks(ctx context.Context, n int, work func(w *Workspace, from, end int)) error {
	return parallel.Do(ctx, len(r.workspaces), n, Block, func(worker, from, end int) {
		work(r.workspaces[worker], from, end)
		r.progress(end - from)
	})
}
