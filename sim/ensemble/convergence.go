package ensemble

import (
	"math"

	"reconfig/model/elementary"
	"reconfig/model/result"
)

// checkpoints are the numbers of draws at which convergence is looked at: 100, twice that, and so on, and all.
func checkpoints(draws int) []int {
	var at []int
	for n := 100; n < draws; n *= 2 {
		at = append(at, n)
	}
	return append(at, draws)
}

// settledWidth is how great the Monte Carlo error of an interval's width may be, as a share of it, for the interval to
// count as settled.
const settledWidth = 0.025

// fewestSettled is how many draws an interval needs to count as settled, however narrow it is.
const fewestSettled = 100

// converge notes what the first n draws come to under a structure.
func (s *outcomeSeries) converge(structure, n int, w *summer) {
	var d Statistics
	quantiles, shares := [percentileCount + 4]float64{}, sharesAround(n)
	if s.exact {
		d = describe(s.values[structure][:n], shares[:], quantiles[:], &w.scratch)
	} else {
		d = s.sketches[structure].describe(shares[:], quantiles[:])
	}
	copy(d.Percentiles[:], quantiles[:])
	s.statistics[structure] = d
	around := [4]float64(quantiles[percentileCount:])
	s.course[structure] = append(s.course[structure], convergenceRow(s.outcome, n, &d, around))
}

// sharesAround are those of the percentiles, and then those a standard error of rank, √(p (1 − p) ÷ n), below and above the
// ends of the interval.
func sharesAround(n int) (shares [percentileCount + 4]float64) {
	copy(shares[:], percentileShares[:])
	slip := math.Sqrt(0.05 * 0.95 / float64(n))
	copy(shares[percentileCount:], []float64{max(0, 0.05-slip), 0.05 + slip, 0.95 - slip, min(1, 0.95+slip)})
	return shares
}

// negligible is the width of what is constant but for rounding: a millionth of £1k, of one per cent, of one post.
const negligible = 1e-6

// convergenceRow states mean and interval with their Monte Carlo errors. That of a percentile is half the distance
// between the values around it.
func convergenceRow(o result.Outcome, n int, d *Statistics, around [4]float64) result.ConvergenceRow {
	row := result.ConvergenceRow{Outcome: o.String(), Draws: n, Mean: result.Number(d.Mean), MCError: result.Number(d.MCError())}
	low, high := d.Of(result.P05), d.Of(result.P95)
	lowError, highError := spreadOf(around[0], around[1]), spreadOf(around[2], around[3])
	if math.IsNaN(low) {
		lowError, highError = math.NaN(), math.NaN()
	}
	row.P05, row.P95 = result.Number(low), result.Number(high)
	row.P05Error, row.P95Error = result.Number(lowError), result.Number(highError)
	widthError := elementary.Hypot(lowError, highError)
	settled := math.IsNaN(low) || n >= fewestSettled && (spreadOf(low, high) <= negligible || !math.IsInf(widthError, 0) && widthError <= settledWidth*(high-low))
	row.Settled = result.YesNo(settled)
	return row
}

// spreadOf is half the distance; nothing between equal infinities.
func spreadOf(low, high float64) float64 {
	if low == high {
		return 0
	}
	return (high - low) / 2
}

func (r *gathering) convergenceRows(structure int) []result.ConvergenceRow {
	var rows []result.ConvergenceRow
	for _, o := range r.outcomes {
		for _, row := range o.course[structure] {
			row.Structure = r.engine.Structures()[structure]
			rows = append(rows, row)
		}
	}
	return rows
}
