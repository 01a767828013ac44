package ensemble

import (
	"cmp"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/columns"
)

// MostPaired is how many structures are all held against one another. Of more, pairs would outgrow everything else: each is
// held against the first then, and the leading ones against one another.
const MostPaired = 40

// leadingBest is how many of the best on net benefit are among the leading ones, besides those in focus.
const leadingBest = 10

// pairsOf lists the pairs that a run compares.
func pairsOf(c *model.Case, central []result.OutcomeRow) [][2]int {
	if len(central) <= MostPaired {
		return AllPairs(len(central))
	}
	return LeadingPairs(c, central)
}

// AllPairs lists every pair of so many structures, by index.
func AllPairs(structures int) (pairs [][2]int) {
	for i := range structures {
		for j := i + 1; j < structures; j++ {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return pairs
}

// LeadingPairs lists the first structure with each other, and the leading ones with one another, by index. The leading ones
// are told by the central draw, before any other is run, so that the pairs do not depend on the number of draws.
func LeadingPairs(c *model.Case, central []result.OutcomeRow) (pairs [][2]int) {
	leading := leadingOf(c.FocusCodes(), central)
	for _, p := range AllPairs(len(central)) {
		if p[0] == 0 || leading[p[0]] && leading[p[1]] {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// leadingOf says of each structure whether it is in focus or among the best.
func leadingOf(focus []string, central []result.OutcomeRow) []bool {
	order, leading := make([]int, len(central)), make([]bool, len(central))
	for i, row := range central {
		order[i], leading[i] = i, slices.Contains(focus, row.Structure)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(central[b].Values[result.NetBenefit], central[a].Values[result.NetBenefit])
	})
	for _, i := range order[:min(leadingBest, len(order))] {
		leading[i] = true
	}
	return leading
}

// pairSeries is what two structures differ in, on one outcome: first less second, draw by draw.
type pairSeries struct {
	first, second int // by index
	n             int
	better, same  int // draws in which the first is better, in which both are equal
	sketch        Sketch
	statistics    Statistics
}

// addAll takes in all n draws, which are held.
func (p *pairSeries) addAll(s *outcomeSeries, n int, w *summer) {
	w.values = grow(w.values, n)
	p.compare(s, 0, n, w.values)
	p.statistics = Describe(w.values, &w.scratch)
}

// compare fills in the differences in some draws, and counts them.
func (p *pairSeries) compare(s *outcomeSeries, from, to int, differences []float64) {
	better, same := Differences(s.outcome.Better(), s.values[p.first][from:to], s.values[p.second][from:to], differences)
	p.better, p.same, p.n = p.better+better, p.same+same, p.n+to-from
}

// addPairs takes in a batch of draws of two pairs, as two columns are summed up at once; the last may be one alone.
func (s *outcomeSeries) addPairs(pairs []*pairSeries, from, to int, w *summer) {
	for _, p := range pairs {
		p.sketch.fetch()
	}
	n := to - from
	w.values = grow(w.values, 2*n)
	both := [2][]float64{w.values[:n], w.values[n:]}
	for i, p := range pairs {
		p.compare(s, from, to, both[i])
	}
	sums := columns.SumBoth(both[0], both[1])
	for i, p := range pairs {
		p.sketch.addSummed(both[i], 1, blockOf(&sums[i]))
	}
}

func (p *pairSeries) finish(exact bool) {
	if !exact {
		p.statistics = p.sketch.Statistics()
	}
}

// Differences fills in the first less the second, draw by draw, and counts the draws in which the first is better and those in
// which both are equal. All three have as many values.
func Differences(better result.Better, first, second, difference []float64) (firstBetter, same int) {
	above, below, same := columns.Differences(first, second, difference)
	switch better {
	case result.Higher:
		return above, same
	case result.Lower:
		return below, same
	}
	return 0, same
}

// count is 1 of what holds.
func count(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// Difference is a − b; 0 where both are infinite, as two paybacks that never come.
func Difference(a, b float64) float64 {
	if math.IsInf(a, 1) && math.IsInf(b, 1) {
		return 0
	}
	return a - b
}

// grow is a row of n numbers, in the memory of the given one if that is large enough.
func grow(v []float64, n int) []float64 {
	if cap(v) < n {
		return make([]float64, n)
	}
	return v[:n]
}

// row states what the pair comes to.
func (p *pairSeries) row(o result.Outcome, structures []string, central float64) result.DifferenceRow {
	d := &p.statistics
	row := differenceRow(o, structures[p.first], structures[p.second], central)
	row.Mean, row.SD, row.MCError = result.Number(d.Mean), result.Number(d.SD), result.Number(d.MCError())
	row.P05, row.P25, row.P50 = result.Number(d.Percentiles[0]), result.Number(d.Percentiles[1]), result.Number(d.Percentiles[2])
	row.P75, row.P95 = result.Number(d.Percentiles[3]), result.Number(d.Percentiles[4])
	if math.IsNaN(d.Percentiles[0]) {
		return row
	}
	row.ProbabilityEqual = result.Number(float64(p.same) / float64(p.n))
	if o.Better() != result.Neither {
		row.ProbabilityFirstBetter = result.Number(float64(p.better) / float64(p.n))
	}
	return row
}

// differenceRow is a row of which only the central draw is known.
func differenceRow(o result.Outcome, first, second string, central float64) result.DifferenceRow {
	none := result.Number(math.NaN())
	return result.DifferenceRow{
		First: first, Second: second, Outcome: o.String(), Unit: o.Unit().String(), Better: o.Better(), CentralDraw: result.Number(central),
		Mean: none, SD: none, P05: none, P25: none, P50: none, P75: none, P95: none, MCError: none, ProbabilityFirstBetter: none, ProbabilityEqual: none,
	}
}

// centralDifference is what two structures differ in under the central draw.
func centralDifference(rows []result.OutcomeRow, first, second int, o result.Outcome) float64 {
	return Difference(Comparable(o, rows[first].Values[o]), Comparable(o, rows[second].Values[o]))
}

// Comparable is an outcome's value as it counts in percentiles and comparisons: what never comes, as a payback may not, is
// later than all else.
func Comparable(o result.Outcome, v float64) float64 {
	if o.MayBeInfinite() && math.IsNaN(v) {
		return math.Inf(1)
	}
	return v
}

// centralDifferences are the differences of a run without draws.
func centralDifferences(c *model.Case, rows []result.OutcomeRow) []result.DifferenceRow {
	var all []result.DifferenceRow
	for _, p := range pairsOf(c, rows) {
		for _, o := range result.Outcomes() {
			all = append(all, differenceRow(o, rows[p[0]].Structure, rows[p[1]].Structure, centralDifference(rows, p[0], p[1], o)))
		}
	}
	return all
}

// differenceRows are the rows of the pairs, outcome by outcome within each.
func (r *gathering) differenceRows(central []result.OutcomeRow) []result.DifferenceRow {
	var all []result.DifferenceRow
	for pair := range r.outcomes[0].pairs {
		for _, o := range r.outcomes {
			p := o.pairs[pair]
			all = append(all, p.row(o.outcome, r.engine.Structures(), centralDifference(central, p.first, p.second, o.outcome)))
		}
	}
	return all
}
