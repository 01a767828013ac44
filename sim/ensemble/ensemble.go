// Package ensemble runs many draws through an engine, on all processors, and says what they come to: statistics of each
// outcome, its course over time, differences between structures draw by draw, and probabilities. All structures see the
// same draws. The same draws give the same bits, whatever the number of processors: values are put where their draw
// belongs, and each series is summed by one goroutine in the order of draws.
package ensemble

import (
	"context"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/columns"
	"reconfig/sim/draws"
	"reconfig/sim/parallel"
	"reconfig/sim/quantile"
	"reconfig/sim/uncertain"
)

// Options says what to run.
type Options struct {
	Base     model.Draw           // the central draw, or what the user made of it
	Draws    int                  // 0 for Base alone
	WeakSet  *uncertain.Generator // draws with the assumptions of strength D set to their central values; nil if there are none
	Workers  int                  // goroutines at once; 0 for one a processor
	Progress func(draws int)      // told of draws as they are done, by many goroutines at once; nil for nobody
}

// ExactValues is how many values (structures × outcomes × draws) are held in memory, so that their percentiles are
// exact; those of more are taken from sketches.
const ExactValues = 1 << 23

// Exact says whether percentiles of that many draws are exact.
func Exact(structures, outcomes, draws int) bool { return structures*outcomes*draws <= ExactValues }

// batch is how many draws are simulated before they are added up. It is part of the result's last bits.
const batch = 512

// groupSize is how many draws' outcomes are held before they are added to sketches, a batch at a time, where not all are
// held: there are many sketches, and each must be fetched from memory before it can be added to.
const groupSize = 4 * batch

// Generators makes the generator of a case's draws, and for Options.WeakSet one of the same draws in which the assumptions
// that rest on judgement alone keep their value in the base. It returns an error as uncertain.New does; with no draws there
// are no generators.
func Generators(c *model.Case, o uncertain.Options) (all, weakSet *uncertain.Generator, err error) {
	if o.Draws == 0 {
		return nil, nil, nil
	}
	if all, err = uncertain.New(c, o); err != nil {
		return nil, nil, err
	}
	o.Set = slices.Clone(o.Set)
	for _, a := range c.Assumptions {
		if a.RestsOnJudgement() && !slices.Contains(o.Set, a.Name) {
			o.Set = append(o.Set, a.Name)
		}
	}
	weakSet, err = uncertain.New(c, o)
	return all, weakSet, err
}

// Run runs the central draw and the generator's draws through an engine that was compiled to keep trajectories, and gives
// the tables of a run but for the debt plan's. With no draws there are only the rows of the central draw. It returns an
// error only if the context ends.
func Run(ctx context.Context, e *sim.Engine, g *uncertain.Generator, o Options) (*result.Run, error) {
	central := e.Trace(o.Base)
	if o.Draws == 0 {
		return &result.Run{
			Outcomes: central.Outcomes, Differences: centralDifferences(e.Case(), central.Outcomes), Trajectories: central.Trajectories,
			Commissioners: central.Commissioners, Sizes: sim.Sizes(central.Commissioners),
		}, nil
	}
	r := newGathering(e, g, o, pairsOf(e.Case(), central.Outcomes))
	if err := r.gather(ctx); err != nil {
		return nil, err
	}
	if err := r.finish(ctx); err != nil {
		return nil, err
	}
	if err := r.setWeak(ctx); err != nil {
		return nil, err
	}
	return r.tables(central), nil
}

// gathering is an ensemble in the making.
type gathering struct {
	engine *sim.Engine
	runner *draws.Runner
	Options
	exact      bool
	structures int
	quarters   int
	outcomes   []*outcomeSeries // in the order of result.Outcomes
	chances    []*chance
	courses    []courseSeries // by structure and quarter
	drawn      drawnCourses
	blocks     []blockDraws // by worker
	unchanged  int          // index of the structure that changes nothing; −1 for none
	endings    []*endings   // by structure; none where there are too many
	held       group        // draws whose outcomes are held
	summers    []*summer    // by worker
}

// summer is the workspace of a goroutine that adds up.
type summer struct {
	scratch quantile.Scratch
	values  []float64
	contest contest
	rows    [batch * columns.Width]float64 // a line of quarters, draw by draw
}

func newGathering(e *sim.Engine, g *uncertain.Generator, o Options, pairs [][2]int) *gathering {
	r := &gathering{
		engine: e, runner: draws.New(g, draws.Options{Workers: o.Workers, Progress: o.Progress}, e), Options: o,
		structures: len(e.Structures()), quarters: int(4 * e.HorizonYears()), unchanged: e.Unchanged(),
	}
	r.exact = Exact(r.structures, result.OutcomeCount, o.Draws)
	space := groupSize
	if r.exact {
		space = o.Draws
	}
	values := rowsApart(result.OutcomeCount*r.structures, space)
	for i, outcome := range result.Outcomes() {
		r.outcomes = append(r.outcomes, newOutcomeSeries(outcome, values[i*r.structures:(i+1)*r.structures], r.exact, pairs))
	}
	r.chances = r.newChances()
	r.newCourses()
	r.newBlocks()
	r.endings = r.newEndings()
	for range r.runner.Workers() {
		r.summers = append(r.summers, &summer{})
	}
	return r
}

// rowsApart are rows of memory for so many draws each. One draw is written to all of them. Rows a power of two apart would
// all fall on the same few lines of the processor's cache, so an odd number of lines lies between their starts.
func rowsApart(count, draws int) [][]float64 {
	stride := ((draws+columns.Width-1)/columns.Width | 1) * columns.Width
	memory, all := make([]float64, count*stride), make([][]float64, count)
	for i := range all {
		all[i] = memory[i*stride:][:draws:draws]
	}
	return all
}

// gather runs the draws, batch by batch.
func (r *gathering) gather(ctx context.Context) error {
	for from := 0; from < r.Draws; {
		end := r.batchEnd(from)
		if err := r.runner.Blocks(ctx, end-from, func(w *draws.Workspace, a, b int) { r.runBlock(w, from, a, b) }); err != nil {
			return err
		}
		if err := r.addUp(ctx, end-from); err != nil {
			return err
		}
		r.held.ends = append(r.held.ends, end)
		if !r.exact && (end == r.Draws || end-r.held.from == groupSize) {
			if err := r.addOutcomes(ctx); err != nil {
				return err
			}
			r.held = group{from: end}
		}
		from = end
	}
	return nil
}

// group is draws from one on, in batches with these ends.
type group struct {
	from int
	ends []int
}

// draws is how many there are.
func (g group) draws() int { return g.ends[len(g.ends)-1] - g.from }

// batches calls with every batch of the group: from and to count from the group's first draw, end from the first of all.
func (g group) batches(call func(from, to, end int)) {
	from := 0
	for _, end := range g.ends {
		call(from, end-g.from, end)
		from = end - g.from
	}
}

// batchEnd is where the batch that begins at a draw ends: batches stop where convergence is looked at, and where no more can
// be held.
func (r *gathering) batchEnd(from int) int {
	end := min(r.Draws, from+batch)
	if !r.exact {
		end = min(end, r.held.from+groupSize)
	}
	for _, n := range checkpoints(r.Draws) {
		if n > from {
			return min(end, n)
		}
	}
	return end
}

// addUp adds a batch of n draws to the series of what is not an outcome.
func (r *gathering) addUp(ctx context.Context, n int) error {
	lines := r.drawn.width / columns.Width // those of a figure lie side by side
	err := parallel.Do(ctx, r.runner.Workers(), r.drawn.lines(), lines, func(worker, from, to int) {
		for i := from; i < to; i++ {
			r.addCourses(i, n, r.summers[worker])
		}
	})
	if err != nil {
		return err
	}
	return parallel.Do(ctx, r.runner.Workers(), len(r.endings), 1, func(worker, s, _ int) {
		r.endings[s].add(n, r.summers[worker])
	})
}

// addOutcomes adds the group of draws to the series of outcomes.
func (r *gathering) addOutcomes(ctx context.Context) error {
	return parallel.Do(ctx, r.runner.Workers(), len(r.outcomes)+1, 1, func(worker, i, _ int) {
		if i == len(r.outcomes) {
			r.addChances(r.held.draws())
			return
		}
		r.outcomes[i].addGroup(r.held, checkpoints(r.Draws), r.summers[worker])
		r.outcomes[i].addFirst(r.held.from, r.held.draws(), r.weakDraws())
	})
}

// finish works out the statistics of what is held exactly.
func (r *gathering) finish(ctx context.Context) error {
	return parallel.Do(ctx, r.runner.Workers(), len(r.outcomes)+1, 1, func(worker, i, _ int) {
		if i == len(r.outcomes) {
			if r.exact {
				r.addChances(r.Draws)
			}
			return
		}
		o := r.outcomes[i]
		if r.exact {
			o.addAll(r.Draws, r.summers[worker])
			o.addFirst(0, r.Draws, r.weakDraws())
			for _, n := range checkpoints(r.Draws) {
				for s := range o.values {
					o.converge(s, n, r.summers[worker])
				}
			}
		}
		o.finish()
	})
}

// tables puts the tables together.
func (r *gathering) tables(central sim.Trace) *result.Run {
	n := &result.Run{Commissioners: r.commissionerRows(central.Commissioners), Sizes: sim.Sizes(central.Commissioners)}
	for s, row := range central.Outcomes {
		n.Outcomes = append(n.Outcomes, row)
		n.Outcomes = append(n.Outcomes, r.outcomeRows(row, s)...)
		n.Trajectories = append(n.Trajectories, central.Trajectories[s*r.quarters:(s+1)*r.quarters]...)
		n.Trajectories = append(n.Trajectories, r.trajectoryRows(s)...)
		n.Probabilities = append(n.Probabilities, r.probabilityRows(s)...)
		n.Convergence = append(n.Convergence, r.convergenceRows(s)...)
	}
	n.Differences = r.differenceRows(central.Outcomes)
	return n
}

// outcomeRows are a structure's statistics.
func (r *gathering) outcomeRows(like result.OutcomeRow, structure int) []result.OutcomeRow {
	var rows []result.OutcomeRow
	for _, statistic := range append(slices.Clone(result.Statistics), result.DShare) {
		row := like
		row.Statistic, row.NeverShare = statistic, math.NaN()
		for _, o := range r.outcomes {
			d := &o.statistics[structure]
			row.Values[o.outcome] = d.Of(statistic)
			if statistic == result.DShare {
				row.Values[o.outcome] = o.weakShare[structure]
			}
			if o.outcome.MayBeInfinite() && statistic == result.Mean {
				row.NeverShare = d.InfiniteShare
			}
		}
		rows = append(rows, row)
	}
	return rows
}
