package sweep

import (
	"math"

	"reconfig/model/result"
	"reconfig/sim/ensemble"
)

// pointNumbers is how many numbers the statistics of a point are: those of structures, then those of pairs.
func (s *Sweep) pointNumbers() int { return s.structureNumbers() + s.pairNumbers() }

func (s *Sweep) structureNumbers() int {
	return len(s.structures) * len(s.statistics()) * s.rowNumbers()
}

func (s *Sweep) pairNumbers() int {
	return len(s.pairs) * len(result.PairStatistics) * len(s.outcomes)
}

// rowNumbers is how many numbers a structure's row of statistics is. A pair's row has no share of what never comes.
func (s *Sweep) rowNumbers() int { return len(s.outcomes) + 1 }

// blank makes rows for the statistics of points, with the share of what never comes not stated.
func (s *Sweep) blank(points int) []float64 {
	numbers := make([]float64, points*s.pointNumbers())
	for rest := numbers; len(rest) > 0; rest = rest[s.pointNumbers():] {
		for i := s.rowNumbers() - 1; i < s.structureNumbers(); i += s.rowNumbers() {
			rest[i] = math.NaN()
		}
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

// describePairs fills in the statistics of one outcome, for every pair, among the numbers of a point.
func (s *Sweep) describePairs(numbers []float64, outcome int, of func(pair int) difference) {
	numbers = numbers[s.structureNumbers():]
	for i := range s.pairs {
		d := of(i)
		for _, name := range result.PairStatistics {
			numbers[outcome] = d.of(name, s.outcomes[outcome].Better())
			numbers = numbers[len(s.outcomes):]
		}
	}
}
