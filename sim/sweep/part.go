package sweep

import (
	"context"
	"encoding/binary"
	"math"

	"reconfig/model/plan"
	"reconfig/sim/draws"
	"reconfig/sim/ensemble"
	"reconfig/sim/parallel"
)

// Parts is how many parts the sweep is cut into.
func (s *Sweep) Parts() int { return s.parts.count() }

// PartRuns is how many runs a part has.
func (s *Sweep) PartRuns(part int) int { return s.parts.span(part).runs() }

// Shard is the range of parts that shard i of n has, counted from 1: all shards together have every part once.
func (s *Sweep) Shard(i, n int) (first, end int) { return plan.Shard(s.Parts(), i, n) }

// RunPart runs a part and returns what it comes to, as bytes for Rows to read: the same bytes on any number of
// processors. progress, if any, is told of runs as they are done. It returns an error only if the context ends.
func (s *Sweep) RunPart(ctx context.Context, part int, progress func(runs int)) ([]byte, error) {
	return s.runSpan(ctx, s.parts.span(part), progress)
}

// runSpan runs what a part would hold.
func (s *Sweep) runSpan(ctx context.Context, p span, progress func(runs int)) ([]byte, error) {
	r := &partRun{Sweep: s, span: p, runner: s.newRunner(progress)}
	r.workspaces = make([]pairWorkspace, r.runner.Workers())
	for range r.runner.Workers() {
		r.blocks = append(r.blocks, make([]float64, s.cells()*draws.Block))
	}
	switch {
	case s.eachDraw(), s.plan.Draws == 0:
		return r.eachDraw(ctx)
	case s.Exact():
		return r.exact(ctx)
	}
	return r.sketched(ctx)
}

// partRun is a part being run.
type partRun struct {
	*Sweep
	span
	runner     *draws.Runner
	blocks     [][]float64     // by worker; by cell and run, of the runs at hand
	workspaces []pairWorkspace // by worker
}

// runAll runs runs from up to end, counted through the part's points and draws, and puts their values into rows by
// cell: values[cell][run − from]. Each worker gathers the values of a block of runs and copies them over at once:
// neighbours of one row lie in the same line of the cache, and two workers that write there at every run would wait for
// each other.
func (r *partRun) runAll(ctx context.Context, from, end int, values [][]float64) error {
	n := r.endDraw - r.firstDraw
	return r.runner.Blocks(ctx, end-from, func(w *draws.Workspace, a, b int) {
		block := r.blocks[w.Worker]
		for k := range b - a {
			i := from + a + k
			r.run(w, r.firstPoint+i/n, r.firstDraw+i%n, func(cell int, v float64) { block[cell*draws.Block+k] = v })
		}
		for cell := range values {
			copy(values[cell][a:b], block[cell*draws.Block:])
		}
	})
}

// rows makes rows by cell.
func (r *partRun) rows(runs int) [][]float64 {
	values := make([][]float64, r.cells())
	for i := range values {
		values[i] = make([]float64, runs)
	}
	return values
}

// eachDraw keeps every value: run by run, cell by cell.
func (r *partRun) eachDraw(ctx context.Context) ([]byte, error) {
	values := r.rows(r.runs())
	if err := r.runAll(ctx, 0, r.runs(), values); err != nil {
		return nil, err
	}
	content := make([]byte, 0, 8*r.cells()*r.runs())
	for k := range r.runs() {
		for cell := range values {
			content = appendNumber(content, values[cell][k])
		}
	}
	return content, nil
}

// exact keeps the statistics of each point, from all of its values: point by point, structure by structure, statistic
// by statistic, outcome by outcome and then the share of draws in which one of them never comes; after the structures the pairs,
// in the same order.
func (r *partRun) exact(ctx context.Context) ([]byte, error) {
	n, points := r.endDraw-r.firstDraw, r.endPoint-r.firstPoint           // draws at each point
	together := max(1, min(points, ensemble.ExactValues/8/(r.cells()*n))) // points held at once
	values := r.rows(together * n)
	numbers := r.blank(points)
	for first := 0; first < points; first += together {
		end := min(points, first+together)
		if err := r.runAll(ctx, first*n, end*n, values); err != nil {
			return nil, err
		}
		err := parallel.Do(ctx, r.runner.Workers(), (end-first)*len(r.outcomes), 1, func(worker, i, _ int) {
			point, outcome := i/len(r.outcomes), i%len(r.outcomes)
			rows := r.ofOutcome(values, outcome, point*n, (point+1)*n)
			better, workspace := r.outcomes[outcome].Better(), &r.workspaces[worker]
			at := numbers[(first+point)*r.pointNumbers():][:r.pointNumbers()]
			r.describe(at, outcome, func(structure int) ensemble.Statistics {
				return ensemble.Describe(rows[structure], &workspace.scratch)
			}, ensemble.BestShares(better, rows))
			r.describePairs(at, outcome, func(pair int) difference {
				return differenceOf(better, rows[r.pairs[pair][0]], rows[r.pairs[pair][1]], workspace)
			})
		})
		if err != nil {
			return nil, err
		}
	}
	content := make([]byte, 0, 8*len(numbers))
	for _, v := range numbers {
		content = appendNumber(content, v)
	}
	return content, nil
}

// ofOutcome cuts out an outcome's values of some runs, by structure.
func (r *partRun) ofOutcome(values [][]float64, outcome, from, end int) [][]float64 {
	rows := make([][]float64, len(r.structures))
	for i := range rows {
		rows[i] = values[i*len(r.outcomes)+outcome][from:end]
	}
	return rows
}

// batchRuns is how many draws of a sketched point are held at once.
const batchRuns = 1024

// sketched keeps, of each point's draws in the part, a sketch of every cell and in how many draws each structure is
// best: point by point, outcome by outcome, structure by structure and then pair by pair.
func (r *partRun) sketched(ctx context.Context) ([]byte, error) {
	draws := r.endDraw - r.firstDraw // at each point
	values := r.rows(batchRuns)
	var content []byte
	for point := range r.endPoint - r.firstPoint {
		tally := newTally(r.Sweep)
		for from := 0; from < draws; from += batchRuns {
			n := min(draws-from, batchRuns)
			if err := r.runAll(ctx, point*draws+from, point*draws+from+n, values); err != nil {
				return nil, err
			}
			err := parallel.Do(ctx, r.runner.Workers(), len(r.outcomes), 1, func(worker, outcome, _ int) {
				tally.add(outcome, r.ofOutcome(values, outcome, 0, n), &r.workspaces[worker])
			})
			if err != nil {
				return nil, err
			}
		}
		content = tally.append(content)
	}
	return content, nil
}

func appendNumber(b []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
}

func number(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }
