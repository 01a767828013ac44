package ensemble

import (
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/quantile"
)

// Statistics is what the values of one series come to. A value that is empty in some draw leaves all of them NaN; one
// that is infinite in some, as a payback that never comes, leaves mean and standard deviation NaN and counts in the
// percentiles as greater than any other.
type Statistics struct {
	Draws         int
	Mean, SD      float64                  // SD with n − 1
	Percentiles   [percentileCount]float64 // in the order of result.Percentiles
	InfiniteShare float64                  // of the draws: +∞
}

const percentileCount = 5

// MCError is the standard error of the mean if the draws were independent: sd ÷ √n. Sobol' points and Latin
// hypercubes do better, so for them it is on the safe side.
func (s *Statistics) MCError() float64 { return s.SD / math.Sqrt(float64(s.Draws)) }

// Of is the statistic of that name (see result.Statistics); NaN for another.
func (s *Statistics) Of(statistic string) float64 {
	switch statistic {
	case result.Mean:
		return s.Mean
	case result.SD:
		return s.SD
	case result.MCError:
		return s.MCError()
	}
	for i, p := range result.Percentiles {
		if p.Name == statistic {
			return s.Percentiles[i]
		}
	}
	return math.NaN()
}

// Describe returns the exact statistics of the values, of which some may be infinite; if any is NaN, so are they. It
// leaves the values as they are.
func Describe(values []float64, s *quantile.Scratch) Statistics {
	var quantiles [percentileCount]float64
	d := describe(values, percentileShares[:], quantiles[:], s)
	d.Percentiles = quantiles
	return d
}

// describe returns the statistics but for the percentiles, and fills in the quantiles at shares of the values.
func describe(values, shares, quantiles []float64, s *quantile.Scratch) Statistics {
	d := Statistics{Draws: len(values), Mean: math.NaN(), SD: math.NaN()}
	whole := blockOfAll(values)
	switch {
	case whole.finite():
		d.Mean, d.SD = whole.mean, whole.sd()
		s.QuantilesWithin(values, whole.least, whole.greatest, shares, quantiles)
	case len(values) > 0 && !slices.ContainsFunc(values, math.IsNaN):
		d.InfiniteShare = float64(countOf(values, math.Inf(1))) / float64(len(values))
		if d.InfiniteShare == 0 && countOf(values, math.Inf(-1)) == 0 { // only their sum is too great
			d.Mean, d.SD = whole.mean, whole.sd()
		}
		s.Quantiles(values, shares, quantiles)
	default:
		for i := range quantiles {
			quantiles[i] = math.NaN()
		}
	}
	return d
}

// countOf is how many of the values are a certain one.
func countOf(values []float64, v float64) int {
	n := 0
	for _, x := range values {
		n += count(x == v)
	}
	return n
}

var percentileShares = func() (shares [percentileCount]float64) {
	for i, p := range result.Percentiles {
		shares[i] = p.Share
	}
	return shares
}()

// moments are the number, the mean and the sum of squared deviations of values.
type moments struct {
	n        int
	mean, m2 float64
}

// add takes values in, block by block.
func (m *moments) add(values []float64) { m.join(blockOfAll(values).moments) }

// join takes others in, by the formula of Chan, Golub and LeVeque (1979). The result depends on the order and size of what is
// joined, which therefore must not depend on the machine.
func (m *moments) join(o moments) {
	if m.n == 0 || o.n == 0 {
		if o.n > 0 {
			*m = o
		}
		return
	}
	n := float64(m.n + o.n)
	delta := o.mean - m.mean
	m.mean += delta * float64(o.n) / n
	m.m2 += o.m2 + delta*delta*float64(m.n)*float64(o.n)/n
	m.n += o.n
}

// sd is the standard deviation with n − 1; NaN for fewer than two values.
func (m *moments) sd() float64 {
	if m.n < 2 {
		return math.NaN()
	}
	return math.Sqrt(m.m2 / float64(m.n-1))
}
