package sweeps

import (
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

// pairKey tells the differences of a sweep apart.
type pairKey struct {
	point                    int
	first, second, statistic string
}

// paired is what two structures differ in at a point, draw by draw: the first less the second.
type paired struct {
	mean   float64
	band   figure.Interval // 5th to 95th percentile
	better float64         // share of draws in which the first is better, ties shared
}

// pairsOf reads the differences of an outcome; none of a sweep without them, as of one draw a point.
func pairsOf(s *result.Sweep, o result.Outcome) map[pairKey]float64 {
	all := map[pairKey]float64{}
	if s == nil {
		return all
	}
	k := slices.Index(s.Outcomes, o)
	for _, row := range s.Rows {
		if k >= 0 && k < len(row.Values) {
			all[pairKey{row.Point, row.Structure, row.Second, row.Statistic}] = row.Values[k]
		}
	}
	return all
}

// pair is what two structures differ in at a point, whichever comes first in the table; false if they were not compared.
func (w swept) pair(point int, first, second string) (paired, bool) {
	if mean, found := w.pairs[pairKey{point, first, second, result.Mean}]; found {
		at := func(statistic string) float64 {
			if v, there := w.pairs[pairKey{point, first, second, statistic}]; there {
				return v
			}
			return math.NaN()
		}
		better := at(result.ProbabilityFirstBetter) + at(result.ProbabilityEqual)/2
		return paired{mean, figure.Interval{Lo: at(result.P05), Hi: at(result.P95)}, better}, true
	}
	if _, found := w.pairs[pairKey{point, second, first, result.Mean}]; !found {
		return paired{}, false
	}
	p, _ := w.pair(point, second, first)
	return paired{-p.mean, figure.Interval{Lo: -p.band.Hi, Hi: -p.band.Lo}, 1 - p.better}, true
}

// compared says whether the differences of two structures are known anywhere.
func (w swept) compared(first, second string) bool {
	for p := range w.points {
		if _, found := w.pair(p, first, second); found {
			return true
		}
	}
	return false
}

// lacksPairs says whether the sweep is of draws whose differences are not at hand, as in results of an older version.
func (w swept) lacksPairs(ctx figure.Context) bool {
	return len(w.pairs) == 0 && w.statistic == result.Mean && !ctx.FewDraws()
}

// noPairs says so in a note.
const noPairs = "the differences draw by draw are not in the results, as in those of an older version"
