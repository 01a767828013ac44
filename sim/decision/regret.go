package decision

import (
	"reconfig/sim/numbers"
	"reconfig/sim/quantile"
)

// Regret is how one option does over all draws, and what is lost by choosing it. All but ProbabilityBest are in the unit of
// the values. Percentiles are by Hyndman and Fan's type 7.
//
// Source: Savage (1951), The theory of statistical decision, JASA 46(253).
type Regret struct {
	Mean, P05, P95  float64 // of its values
	ProbabilityBest float64 // share of draws in which no other is better; those that are the same share the draw
	Expected        float64 // mean over draws of regret: the greatest value in the draw, less its own
	RegretP95       float64 // 95th percentile of regret
	Worst           float64 // greatest regret of any draw; it rises with the number of draws
}

// Regrets states each option's regret. Values are by option and draw and must be finite, as means are taken; otherwise, and
// if there are no draws or not the same for all, it returns an error.
func Regrets(values [][]float64) ([]Regret, error) {
	if err := numbers.CheckFinite(values); err != nil {
		return nil, err
	}
	top, shares := tops(values)
	var s quantile.Scratch
	loss := make([]float64, len(top))
	regrets := make([]Regret, len(values))
	for o, v := range values {
		for k := range v {
			loss[k] = numbers.Short(v[k], top[k])
		}
		regrets[o] = describe(v, loss, &s)
		regrets[o].ProbabilityBest = shares[o] / float64(len(top))
	}
	return regrets, nil
}

// describe states all of an option's regret but how often it is best.
func describe(values, loss []float64, s *quantile.Scratch) Regret {
	var own, lost [2]float64
	s.Quantiles(values, []float64{0.05, 0.95}, own[:])
	s.Quantiles(loss, []float64{0.95, 1}, lost[:])
	return Regret{Mean: numbers.Mean(values), P05: own[0], P95: own[1], Expected: numbers.Mean(loss), RegretP95: lost[0], Worst: lost[1]}
}

// tops gives the greatest value in each draw, and in how many draws each option has it, ties shared.
func tops(values [][]float64) (top, shares []float64) {
	top, shares = make([]float64, len(values[0])), make([]float64, len(values))
	one := make([]float64, len(values))
	for k := range top {
		for o, v := range values {
			one[o] = v[k]
		}
		top[k] = shareBest(one, shares)
	}
	return top, shares
}

// PerfectInformation is the expected value of perfect information (EVPI), in the unit of the values: the mean of the
// greatest value in each draw less the greatest mean, which is the least expected regret. Its standard error is that of
// independent draws; Sobol' points and Latin hypercubes do better. Values are by option and draw and must be finite.
//
// Source: Raiffa & Schlaifer (1961), Applied statistical decision theory.
func PerfectInformation(values [][]float64) (value, standardError float64, err error) {
	if err := numbers.CheckFinite(values); err != nil {
		return 0, 0, err
	}
	value, standardError = perfect(values)
	return value, standardError, nil
}

func perfect(values [][]float64) (value, spread float64) {
	top, _ := tops(values)
	for k, v := range values[numbers.Best(numbers.Means(values))] {
		top[k] = numbers.Short(v, top[k])
	}
	return numbers.Mean(top), numbers.StandardError(top)
}
