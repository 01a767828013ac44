package recom

import (
	"math"
	"slices"

	"reconfig/model/elementary"
	"reconfig/sim/special"
	"reconfig/sim/vector"
)

// Convergence says how far several chains agree on a value.
type Convergence struct {
	// RHat is the rank-normalised split R-hat of the value, or of its distance from the median if that is more: about 1 where the
	// chains agree, from 1.01 on they do not. NaN where chains have fewer than four values or all values are the same.
	RHat float64

	// Bulk and Tail are how many independent values say as much about the middle and about the 5 % and 95 % quantiles of the
	// value. Below 100 a chain they, and R-hat, mean little. NaN where RHat is; Tail too where so many values are equal to the
	// greatest that it is the 95 % quantile.
	Bulk, Tail float64
}

// Converge compares chains of values that are as long as one another.
//
// Source: Vehtari et al. (2021), with the truncation of autocorrelations of Geyer (1992) as in the R package posterior.
func Converge(chains [][]float64) Convergence {
	halves := split(chains)
	if halves == nil || constant(halves) {
		nan := math.NaN()
		return Convergence{nan, nan, nan}
	}
	pooled := slices.Concat(chains...)
	slices.Sort(pooled)
	median := quantile(pooled, 0.5)
	ranks := normalised(halves)
	folded := normalised(apply(halves, func(x float64) float64 { return math.Abs(x - median) }))
	tail := math.Inf(1)
	for _, p := range []float64{0.05, 0.95} {
		q := quantile(pooled, p)
		tail = min(tail, effective(apply(halves, func(x float64) float64 {
			if x <= q {
				return 1
			}
			return 0
		})))
	}
	return Convergence{RHat: max(ratio(ranks), ratio(folded)), Bulk: effective(ranks), Tail: tail}
}

// split cuts each chain in two of the same length, without the middle value if it has one; nil if that is too short.
func split(chains [][]float64) [][]float64 {
	var halves [][]float64
	for _, c := range chains {
		half := len(c) / 2
		if half < 2 {
			return nil
		}
		halves = append(halves, c[:half], c[len(c)-half:])
	}
	return halves
}

func constant(chains [][]float64) bool {
	for _, c := range chains {
		for _, x := range c {
			if x != chains[0][0] {
				return false
			}
		}
	}
	return true
}

func apply(chains [][]float64, f func(float64) float64) [][]float64 {
	all := make([][]float64, len(chains))
	for i, c := range chains {
		for _, x := range c {
			all[i] = append(all[i], f(x))
		}
	}
	return all
}

// quantile is that of sorted values, between the two next to it in proportion (type 7 of Hyndman & Fan).
func quantile(sorted []float64, p float64) float64 {
	at := float64(p * float64(len(sorted)-1))
	low := int(at)
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + float64((at-float64(low))*(sorted[low+1]-sorted[low]))
}

// normalised puts for each value the normal quantile of its rank among all, where equal values share their mean rank.
func normalised(chains [][]float64) [][]float64 {
	sorted := slices.Concat(chains...)
	slices.Sort(sorted)
	n := float64(len(sorted))
	score := map[float64]float64{}
	for from := 0; from < len(sorted); {
		to := from
		for to < len(sorted) && sorted[to] == sorted[from] {
			to++
		}
		rank := float64(float64(from+to+1) / 2)
		score[sorted[from]] = special.NormalQuantile((rank - 0.375) / (n + 0.25))
		from = to
	}
	return apply(chains, func(x float64) float64 { return score[x] })
}

// ratio is R-hat: the square root of the total variance over that within chains.
func ratio(chains [][]float64) float64 {
	n, within, between := variances(chains)
	return math.Sqrt((float64(within*(n-1)/n) + between) / within)
}

// variances are the length of chains, the mean variance within them and the variance of their means.
func variances(chains [][]float64) (n, within, between float64) {
	n = float64(len(chains[0]))
	var means []float64
	for _, c := range chains {
		m, v := meanAndVariance(c)
		means = append(means, m)
		within += v / float64(len(chains))
	}
	_, between = meanAndVariance(means)
	return n, within, between
}

// meanAndVariance are the mean and the variance, with one degree of freedom less.
func meanAndVariance(v []float64) (mean, variance float64) {
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		variance += float64((x - mean) * (x - mean))
	}
	return mean, variance / float64(len(v)-1)
}

// effective is the effective size of samples. Autocorrelations are added in pairs as long as these are above 0, and none
// counts for more than the one before it. It is NaN of values that are all the same.
func effective(chains [][]float64) float64 {
	if constant(chains) {
		return math.NaN()
	}
	n, within, between := variances(chains)
	total := float64(within*(n-1)/n) + between
	centred := centre(chains)
	correlation := func(lag int) float64 { return 1 - (within-covariance(centred, lag))/total }
	even, odd := 1.0, correlation(1)
	sum, before := 0.0, even+odd
	for lag := 2; even+odd > 0 && lag < int(n)-3; lag += 2 {
		sum += before
		even, odd = correlation(lag), correlation(lag+1)
		before = min(before, even+odd)
	}
	if even+odd < 0 {
		even = max(0, even)
	}
	size := float64(len(chains)) * n
	return size / max(float64(2*sum)+even-1, math.Ln10/elementary.Log(size))
}

// centre takes the mean of each chain from its values.
func centre(chains [][]float64) [][]float64 {
	centred := make([][]float64, len(chains))
	for i, c := range chains {
		mean, _ := meanAndVariance(c)
		for _, x := range c {
			centred[i] = append(centred[i], x-mean)
		}
	}
	return centred
}

// covariance is the mean autocovariance of centred chains at a lag.
func covariance(centred [][]float64, lag int) float64 {
	sum := 0.0
	for _, c := range centred {
		sum += vector.Dot(c[lag:], c[:len(c)-lag]) / float64(len(c))
	}
	return sum / float64(len(centred))
}
