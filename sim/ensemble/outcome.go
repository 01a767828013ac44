package ensemble

import (
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/numbers"
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
	for _, p := range s.pairs {
		g.batches(func(from, to, _ int) { p.add(s, from, to, w) })
	}
	s.countBest(g.draws())
}

// addAll takes in all n draws.
func (s *outcomeSeries) addAll(n int, w *summer) {
	for _, p := range s.pairs {
		p.add(s, 0, n, w)
	}
	s.countBest(n)
}

// countBest counts in which of the first n draws that lie ready each structure is best.
func (s *outcomeSeries) countBest(n int) {
	countBest(s.outcome.Better(), s.values, n, func(structure int, share float64) {
		s.best[structure].share += share
		s.best[structure].squares += float64(share * share)
		if share < 1 {
			s.best[structure].tied++
		}
	})
}

// finish works out the statistics of pairs; those of structures are of the last checkpoint.
func (s *outcomeSeries) finish() {
	for _, p := range s.pairs {
		p.finish(s.exact)
	}
}

// countBest tells, structure by structure and draw by draw, which are best; of several that are equal each has its part of the
// draw. That holds of what never comes under any of them too. An empty value is never best. Where no direction is better, none
// is.
func countBest(better result.Better, values [][]float64, n int, best func(structure int, share float64)) {
	if better == result.Neither {
		return
	}
	var top, equal [blockSize]float64
	for from := 0; from < n; from += blockSize {
		end := min(n, from+blockSize)
		findBest(better, values, from, top[:end-from], equal[:end-from])
		for i, v := range values {
			for k, x := range v[from:end] {
				if numbers.Same(x, top[k]) {
					best(i, 1/equal[k])
				}
			}
		}
	}
}

// findBest fills in the best value of each draw from one on, NaN where all are empty, and how many structures have it.
func findBest(better result.Better, values [][]float64, from int, top, equal []float64) {
	sign := 1.0
	if better == result.Lower {
		sign = -1
	}
	copy(top, values[0][from:])
	for _, v := range values[1:] {
		for k, x := range v[from:][:len(top)] {
			if sign*x > sign*top[k] || math.IsNaN(top[k]) {
				top[k] = x
			}
		}
	}
	clear(equal)
	for _, v := range values {
		for k, x := range v[from:][:len(top)] {
			if numbers.Same(x, top[k]) {
				equal[k]++
			}
		}
	}
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
	n := len(values[0])
	countBest(better, values, n, func(structure int, share float64) { shares[structure] += share })
	for i := range shares {
		shares[i] /= float64(n)
	}
	return shares
}
