package sweep

import (
	"context"
	"slices"

	"reconfig/model"
	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/sim/draws"
)

// sampleDraws is how many draws of a point are enough to see how its statistics are written.
const sampleDraws = 100

// mostSampleDraws is how many draws of a point are taken where each is a row of every structure, if the structures are few.
const mostSampleDraws = 1000

// sampleBlocks is in how many places of a sweep a sample is taken. Each goes on from point to point: what repeats from one to
// the next tells how well a table can be compressed.
const sampleBlocks = 8

// sampleChunk is how many runs are made at once.
const sampleChunk = 128

// Sample is a part of a sweep's rows, to see how long a run takes and how many bytes come of it.
type Sample struct {
	*Sweep
	chunk  int // points, or draws, that are run at once
	draws  int // of each point, where points are run; 0 where draws are
	first  int // of these draws
	grown  int // how often
	blocks []block
	runs   int
}

// denseDraws is how many draws of a point are enough to see what repeats from point to point.
const denseDraws = 8

// NewSample starts a sample of a plan that is valid for the case. Rows of statistics are made of few draws. A dense sample of
// them is of one place, of more points with fewer draws still: it shows how far a table can be compressed.
func NewSample(c *model.Case, p *plan.Plan, dense bool) (*Sample, error) {
	small, blocks := *p, sampleBlocks
	switch isStatistics := p.Rows != plan.DrawRows; {
	case isStatistics && dense:
		small.Draws, blocks = min(p.Draws, denseDraws), 1
	case isStatistics && p.Draws > sampleDraws:
		small.Draws = fewDraws(p.Draws)
	}
	s, err := New(c, &small)
	if err != nil {
		return nil, err
	}
	sample := &Sample{Sweep: s, draws: s.runsAtPoint()}
	switch {
	case s.eachDraw() && s.RowsAtPoint() >= result.FarApart:
		sample.draws, sample.chunk = 0, sampleChunk
		sample.cut(s.Runs(), blocks)
		return sample, nil
	case s.eachDraw(): // the same draws of each point, as they may hold the same values
		sample.draws = min(s.runsAtPoint(), max(sampleDraws, min(mostSampleDraws, 20_000/len(s.structures))))
		sample.first = (s.runsAtPoint() - sample.draws) / 2
	}
	sample.chunk = max(1, sampleChunk/sample.draws)
	sample.cut(s.points, blocks)
	return sample, nil
}

// fewDraws is about sampleDraws. Shares of draws are short where their number has no other factors than 2 and 5, and it
// stays so.
func fewDraws(n int) int {
	for _, factor := range []int{2, 5} {
		for n%factor == 0 {
			n /= factor
		}
	}
	if n == 1 {
		return sampleDraws
	}
	return sampleDraws - 1
}

// blockOrder is the order in which blocks grow, so that few are from all over the sweep too.
var blockOrder = [sampleBlocks]int{0, 4, 2, 6, 1, 5, 3, 7}

// block is a piece of the sweep. What is run of it starts somewhere in it, and goes on from its beginning: if all started
// alike, two at the same draws of two points could hold the same values, which in the sweep are far apart.
type block struct {
	first, end int // of the points, or draws, of the sweep
	next, left int

	rows, differences []result.SweepRow
}

// cut cuts the sweep into blocks.
func (s *Sample) cut(whole, blocks int) {
	for i := range blocks {
		b := block{first: i * whole / blocks, end: (i + 1) * whole / blocks}
		b.left = b.end - b.first
		b.next = b.first + i*b.left/(sampleBlocks+3)
		s.blocks = append(s.blocks, b)
	}
}

// Grow adds some rows from somewhere in the sweep. It says whether there are any left.
func (s *Sample) Grow(ctx context.Context) (bool, error) {
	b := &s.blocks[blockOrder[s.grown%len(s.blocks)]]
	s.grown++
	for todo := min(s.chunk, b.left); todo > 0; {
		p := s.spanFrom(b.next, min(b.next+todo, b.end))
		content, err := s.runSpan(ctx, p, nil)
		if err != nil {
			return false, err
		}
		r := &reader{Sweep: s.Sweep, workspace: draws.NewWorkspace(s.generator, s.base)}
		if err := r.part(0, p, content, func(rows, differences []result.SweepRow) error {
			b.rows, b.differences = append(b.rows, rows...), append(b.differences, differences...)
			return nil
		}); err != nil {
			return false, err
		}
		n := p.runs() / max(1, s.draws)
		s.runs += p.runs()
		todo, b.left, b.next = todo-n, b.left-n, b.next+n
		if b.next == b.end {
			b.next = b.first
		}
	}
	return slices.ContainsFunc(s.blocks, func(b block) bool { return b.left > 0 }), nil
}

// spanFrom is what is run at once: points, or draws of one point.
func (s *Sample) spanFrom(first, end int) span {
	if s.draws > 0 {
		return span{first, end, s.first, s.first + s.draws}
	}
	n := s.runsAtPoint()
	point := first / n
	return span{point, point + 1, first % n, min(n, end-point*n)}
}

// Rows are those of the sample.
func (s *Sample) Rows() (all []result.SweepRow) {
	for _, b := range s.blocks {
		all = append(all, b.rows...)
	}
	return all
}

// Differences are the rows of differences that belong to them.
func (s *Sample) Differences() (all []result.SweepRow) {
	for _, b := range s.blocks {
		all = append(all, b.differences...)
	}
	return all
}

// Runs is how many runs were made.
func (s *Sample) Runs() int { return s.runs }

// PartBytes is how many bytes a part has, unless it is of sketches, of which only a run tells.
func (s *Sweep) PartBytes(part int) int {
	p := s.parts.span(part)
	if s.eachDraw() || s.plan.Draws == 0 {
		return 8 * s.cells() * p.runs()
	}
	return 8 * s.pointNumbers() * (p.endPoint - p.firstPoint)
}

// RowsAtPoint is the number of rows that the table has of each point.
func (s *Sweep) RowsAtPoint() int { return s.RowCount() / s.points }

// HasSketches says whether parts are sketches, of which one is about as long as another.
func (s *Sweep) HasSketches() bool { return !s.eachDraw() && s.plan.Draws > 0 && !s.Exact() }
