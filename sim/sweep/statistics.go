package sweep

import (
	"math"

	"reconfig/model/result"
	"reconfig/sim/ensemble"
)

// pointNumbers is how many numbers the statistics of a point are.
func (s *Sweep) pointNumbers() int { return len(s.structures) * len(s.statistics()) * s.rowNumbers() }

// rowNumbers is how many numbers a row of statistics is.
func (s *Sweep) rowNumbers() int { return len(s.outcomes) + 1 }

// blank makes rows for the statistics of points, with the share of what never comes not stated.
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
			if name == result.Mean && outcome == s.endless {
				row[len(row)-1] = d.InfiniteShare
			}
		}
	}
}
