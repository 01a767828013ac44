package sweep

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"

	"reconfig/model/result"
	"reconfig/sim/ensemble"
)

// partRuns is how many runs a part has at most: a second or two of work, which is what an interruption can cost. It is
// part of the result's last bits.
const partRuns = 1 << 16

// partValues is how many numbers a part comes to at most, so that memory does not grow with the number of points.
const partValues = 1 << 22

// partition cuts a sweep into parts: some whole points each, or where a point has more runs than a part, some of its
// draws.
type partition struct {
	points       int // of the sweep
	runs         int // at a point
	pointsInPart int // where a part holds whole points
	partsOfPoint int // where a point is cut into several parts
	drawsInPart  int
}

func newPartition(s *Sweep) partition {
	p := partition{points: s.points, runs: s.runsAtPoint()}
	most := min(partRuns, max(1, partValues/s.cells()))
	if !s.eachDraw() {
		most = partRuns
	}
	p.drawsInPart = min(p.runs, most)
	p.partsOfPoint = (p.runs + p.drawsInPart - 1) / p.drawsInPart
	p.pointsInPart = max(1, min(partRuns/p.runs, partValues/s.numbersAtPoint()))
	return p
}

// numbersAtPoint is how many numbers a point comes to in a part; of a sketched one, about.
func (s *Sweep) numbersAtPoint() int {
	if s.eachDraw() || s.plan.Draws == 0 {
		return s.cells() * s.runsAtPoint()
	}
	return s.pointNumbers()
}

// count is the number of parts.
func (p partition) count() int {
	if p.partsOfPoint > 1 {
		return p.points * p.partsOfPoint
	}
	return (p.points + p.pointsInPart - 1) / p.pointsInPart
}

// span is what a part holds: points, and of each the draws from first up to but without end.
type span struct{ firstPoint, endPoint, firstDraw, endDraw int }

func (p partition) span(part int) span {
	if p.partsOfPoint > 1 {
		point, piece := part/p.partsOfPoint, part%p.partsOfPoint
		first := piece * p.drawsInPart
		return span{point, point + 1, first, min(p.runs, first+p.drawsInPart)}
	}
	first := part * p.pointsInPart
	return span{first, min(p.points, first+p.pointsInPart), 0, p.runs}
}

func (s span) runs() int { return (s.endPoint - s.firstPoint) * (s.endDraw - s.firstDraw) }

// Parts is how many parts the sweep is cut into.
func (s *Sweep) Parts() int { return s.parts.count() }

// PartRuns is how many runs a part has.
func (s *Sweep) PartRuns(part int) int { return s.parts.span(part).runs() }

// Shard is the range of parts that shard i of n has, counted from 1: all shards together have every part once.
func (s *Sweep) Shard(i, n int) (first, end int) {
	parts := s.Parts()
	return (i - 1) * parts / n, i * parts / n
}

// RunPart runs a part and returns what it comes to, as bytes for Rows to read: the same bytes on any number of
// processors. progress, if any, is told of runs as they are done. It returns an error only if the context ends.
func (s *Sweep) RunPart(ctx context.Context, part int, progress func(runs int)) ([]byte, error) {
	r := &partRun{Sweep: s, span: s.parts.span(part), workers: s.newWorkers(), progress: progress}
	if progress == nil {
		r.progress = func(int) {}
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
	workers  []*worker
	progress func(runs int)
}

// runBlock is how many runs a worker takes at a time.
const runBlock = 16

// runAll runs runs from up to end, counted through the part's points and draws, and puts their values into rows by
// cell: values[cell][run − from].
func (r *partRun) runAll(ctx context.Context, from, end int, values [][]float64) error {
	draws := r.endDraw - r.firstDraw
	return ensemble.Parallel(ctx, len(r.workers), end-from, runBlock, func(worker, a, b int) {
		for k := a; k < b; k++ {
			i := from + k
			r.run(r.workers[worker], r.firstPoint+i/draws, r.firstDraw+i%draws, func(cell int, v float64) { values[cell][k] = v })
		}
		r.progress(b - a)
	})
}

// room makes rows by cell.
func (r *partRun) room(runs int) [][]float64 {
	values := make([][]float64, r.cells())
	for i := range values {
		values[i] = make([]float64, runs)
	}
	return values
}

// eachDraw keeps every value: run by run, cell by cell.
func (r *partRun) eachDraw(ctx context.Context) ([]byte, error) {
	values := r.room(r.runs())
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
// by statistic, outcome by outcome and then the share of draws without payback.
func (r *partRun) exact(ctx context.Context) ([]byte, error) {
	draws, points := r.endDraw-r.firstDraw, r.endPoint-r.firstPoint
	together := max(1, min(points, ensemble.ExactValues/8/(r.cells()*draws))) // points held at once
	values := r.room(together * draws)
	numbers := r.blank(points)
	for first := 0; first < points; first += together {
		end := min(points, first+together)
		if err := r.runAll(ctx, first*draws, end*draws, values); err != nil {
			return nil, err
		}
		err := ensemble.Parallel(ctx, len(r.workers), (end-first)*len(r.outcomes), 1, func(worker, i, _ int) {
			point, outcome := i/len(r.outcomes), i%len(r.outcomes)
			rows := r.ofOutcome(values, outcome, point*draws, (point+1)*draws)
			at := numbers[(first+point)*r.pointNumbers():]
			r.describe(at, outcome, func(structure int) ensemble.Statistics {
				return ensemble.Describe(rows[structure], &r.workers[worker].scratch)
			}, ensemble.BestShares(r.outcomes[outcome].Better(), rows))
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

// pointNumbers is how many numbers the statistics of a point are.
func (s *Sweep) pointNumbers() int { return len(s.structures) * len(s.statistics()) * s.rowNumbers() }

// rowNumbers is how many numbers a row of statistics is.
func (s *Sweep) rowNumbers() int { return len(s.outcomes) + 1 }

// blank is room for the statistics of points, with the share without payback not stated.
func (s *Sweep) blank(points int) []float64 {
	numbers := make([]float64, points*s.pointNumbers())
	for i := s.rowNumbers() - 1; i < len(numbers); i += s.rowNumbers() {
		numbers[i] = math.NaN()
	}
	return numbers
}

// describe fills in the statistics of one outcome, under every structure, among the numbers of a point.
func (s *Sweep) describe(numbers []float64, outcome int, of func(structure int) ensemble.Statistics, best []float64) {
	statistics := s.statistics()
	for i := range s.structures {
		d := of(i)
		for k, name := range statistics {
			row := numbers[(i*len(statistics)+k)*s.rowNumbers():][:s.rowNumbers()]
			row[outcome] = d.Of(name)
			if name == result.ProbabilityBest {
				row[outcome] = best[i]
			}
			if name == result.Mean && outcome == s.payback {
				row[len(row)-1] = d.InfiniteShare
			}
		}
	}
}

// waveRuns is how many draws of a sketched point are held at once.
const waveRuns = 1024

// sketched keeps, of each point's draws in the part, a sketch of every cell and in how many draws each structure is
// best: point by point, outcome by outcome, structure by structure.
func (r *partRun) sketched(ctx context.Context) ([]byte, error) {
	draws := r.endDraw - r.firstDraw
	values := r.room(waveRuns)
	var content []byte
	for point := range r.endPoint - r.firstPoint {
		tally := newTally(r.Sweep)
		for from := 0; from < draws; from += waveRuns {
			n := min(draws-from, waveRuns)
			if err := r.runAll(ctx, point*draws+from, point*draws+from+n, values); err != nil {
				return nil, err
			}
			err := ensemble.Parallel(ctx, len(r.workers), len(r.outcomes), 1, func(_, outcome, _ int) {
				tally.add(outcome, r.ofOutcome(values, outcome, 0, n))
			})
			if err != nil {
				return nil, err
			}
		}
		content = tally.append(content)
	}
	return content, nil
}

// tally is what is known of a sketched point.
type tally struct {
	*Sweep
	draws    int
	sketches [][]*ensemble.Sketch // by outcome and structure
	best     [][]float64          // draws in which each is best, by outcome and structure
}

func newTally(s *Sweep) *tally {
	t := &tally{Sweep: s, sketches: make([][]*ensemble.Sketch, len(s.outcomes)), best: make([][]float64, len(s.outcomes))}
	for i := range s.outcomes {
		t.best[i] = make([]float64, len(s.structures))
		for range s.structures {
			t.sketches[i] = append(t.sketches[i], &ensemble.Sketch{})
		}
	}
	return t
}

// add takes in draws of one outcome, by structure.
func (t *tally) add(outcome int, rows [][]float64) {
	if outcome == 0 {
		t.draws += len(rows[0])
	}
	for i, share := range ensemble.BestShares(t.outcomes[outcome].Better(), rows) {
		t.sketches[outcome][i].Add(rows[i])
		t.best[outcome][i] += share * float64(len(rows[i]))
	}
}

func (t *tally) append(content []byte) []byte {
	content = binary.AppendUvarint(content, uint64(t.draws))
	for outcome := range t.outcomes {
		for i := range t.structures {
			content = appendNumber(content, t.best[outcome][i])
			content = t.sketches[outcome][i].AppendBinary(content)
		}
	}
	return content
}

// join takes in a tally of further draws from the start of content, and returns the rest.
func (t *tally) join(content []byte) ([]byte, error) {
	draws, n := binary.Uvarint(content)
	if n <= 0 {
		return nil, errPart
	}
	content = content[n:]
	t.draws += int(draws)
	for outcome := range t.outcomes {
		for i := range t.structures {
			if len(content) < 8 {
				return nil, errPart
			}
			t.best[outcome][i] += number(content)
			sketch, rest, err := ensemble.ReadSketch(content[8:])
			if err != nil {
				return nil, fmt.Errorf("%w: %w", errPart, err)
			}
			t.sketches[outcome][i].Join(sketch)
			content = rest
		}
	}
	return content, nil
}

// numbers are the point's statistics, as exact gives them.
func (t *tally) numbers() []float64 {
	numbers := t.blank(1)
	for outcome := range t.outcomes {
		best := make([]float64, len(t.structures))
		for i := range best {
			best[i] = t.best[outcome][i] / float64(t.draws)
		}
		t.describe(numbers, outcome, func(structure int) ensemble.Statistics { return t.sketches[outcome][structure].Statistics() }, best)
	}
	return numbers
}

func appendNumber(b []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
}

func number(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }
