package ensemble

import (
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/columns"
)

// outcomeSeries is one outcome under every structure, and what pairs of structures differ in.
type outcomeSeries struct {
	outcome result.Outcome
	values  [][]float64 // by structure and draw: all draws if they are held, else those of a group
	exact   bool

	sketches   []*Sketch    // by structure
	first      []moments    // by structure: of the draws that are run again
	weakShare  []float64    // by structure
	statistics []Statistics // of the draws up to the last checkpoint
	pairs      []*pairSeries
	best       []bestShare               // by structure
	course     [][]result.ConvergenceRow // by structure; the structure's code is not filled in
}

// bestShare counts the draws in which a structure is best: its parts of draws, their squares, and draws that it shares.
type bestShare struct{ share, squares, tied float64 }

func newOutcomeSeries(o result.Outcome, values [][]float64, exact bool, pairs [][2]int) *outcomeSeries {
	structures := len(values)
	s := &outcomeSeries{
		outcome: o, exact: exact, values: values, statistics: make([]Statistics, structures),
		best: make([]bestShare, structures), course: make([][]result.ConvergenceRow, structures),
		first: make([]moments, structures), weakShare: make([]float64, structures),
	}
	for i := range structures {
		s.weakShare[i] = math.NaN()
		s.sketches = append(s.sketches, &Sketch{})
	}
	for _, p := range pairs {
		s.pairs = append(s.pairs, &pairSeries{first: p[0], second: p[1]})
	}
	return s
}

// addGroup takes in a group of draws that lie ready, and notes what the draws come to up to each checkpoint.
func (s *outcomeSeries) addGroup(g group, checkpoints []int, w *summer) {
	for i, sketch := range s.sketches {
		g.batches(func(from, to, end int) {
			sketch.Add(s.values[i][from:to])
			if slices.Contains(checkpoints, end) {
				s.converge(i, end, w)
			}
		})
	}
	for pairs := range slices.Chunk(s.pairs, 2) {
		g.batches(func(from, to, _ int) { s.addPairs(pairs, from, to, w) })
	}
	s.countBest(g.draws(), w)
}

// addAll takes in all n draws.
func (s *outcomeSeries) addAll(n int, w *summer) {
	for _, p := range s.pairs {
		p.addAll(s, n, w)
	}
	s.countBest(n, w)
}

// countBest counts in which of the first n draws that lie ready each structure is best.
func (s *outcomeSeries) countBest(n int, w *summer) {
	w.contest.count(s.outcome.Better(), s.values, n, s.best)
}

// finish works out the statistics of pairs; those of structures are of the last checkpoint.
func (s *outcomeSeries) finish() {
	for _, p := range s.pairs {
		p.finish(s.exact)
	}
}

// contest is the workspace of a goroutine that counts who is best.
type contest struct {
	top, parts [blockSize]float64 // by draw: the best value; the part of the draw that each has that is best
	best       []float64          // by structure, and then by draw: 1 where it is best, else 0
}

// count adds up in which of the first n draws each structure is best; of several that are equal each has its part of the draw.
// That holds of what never comes under any of them too. An empty value is never best. Where no direction is better, none is.
func (c *contest) count(better result.Better, values [][]float64, n int, shares []bestShare) {
	if better == result.Neither {
		return
	}
	c.best = grow(c.best, len(values)*blockSize)
	for from := 0; from < n; from += blockSize {
		end := min(n, from+blockSize)
		c.find(better, values, from, end)
		for i := range values {
			shares[i].add(c.best[i*blockSize:][:end-from], c.parts[:])
		}
	}
}

// find fills in who is best in the draws from one on. The best value is NaN where all are.
func (c *contest) find(better result.Better, values [][]float64, from, end int) {
	top, parts, improve := c.top[:end-from], c.parts[:end-from], columns.Raise
	if better == result.Lower {
		improve = columns.Lower
	}
	copy(top, values[0][from:])
	for _, v := range values[1:] {
		improve(top, v[from:end])
	}
	clear(parts)
	for i, v := range values {
		best := c.best[i*blockSize:][:len(top)]
		columns.MarkSame(best, v[from:end], top)
		for k, is := range best {
			parts[k] += is
		}
	}
	for k, equal := range parts {
		parts[k] = 1 / max(1, equal)
	}
}

// add takes in some draws: whether the structure is best, and its part of the draw if it is.
func (s *bestShare) add(best, parts []float64) {
	tied := 0
	for k, is := range best {
		if is == 0 {
			continue
		}
		share := parts[k]
		s.share += share
		s.squares += float64(share * share)
		tied += count(share < 1)
	}
	s.tied += float64(tied)
}

// BestShares is, for every structure, the share of draws in which it is best; values are by structure and draw. Of
// several that are equal each has its part of the draw. All are NaN where neither direction is better.
func BestShares(better result.Better, values [][]float64) []float64 {
	shares := make([]float64, len(values))
	if better == result.Neither {
		for i := range shares {
			shares[i] = math.NaN()
		}
		return shares
	}
	n, best := len(values[0]), make([]bestShare, len(values))
	new(contest).count(better, values, n, best)
	for i := range shares {
		shares[i] = best[i].share / float64(n)
	}
	return shares
}
