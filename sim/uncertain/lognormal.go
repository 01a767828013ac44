package uncertain

import (
	"fmt"
	"math"

	"reconfig/model/elementary"
	"reconfig/sim/special"
)

// Lognormal has a normal logarithm: factors up are as likely as factors down.
type Lognormal struct{ mu, sigma float64 } // of the logarithm

// NewLognormal makes the lognormal distribution of a median, the central value, and a 95th percentile, the high one;
// the low value has no say. The median must be above 0 and below the percentile.
func NewLognormal(median, percentile95 float64) (Lognormal, error) {
	if !(median > 0 && percentile95 > median) {
		return Lognormal{}, fmt.Errorf("a lognormal distribution of median %v and 95th percentile %v: the median must be above 0 and below the percentile", median, percentile95)
	}
	mu := elementary.Log(median)
	return Lognormal{mu, (elementary.Log(percentile95) - mu) / score95}, nil
}

// Quantile is the exponential of a normal quantile.
func (d Lognormal) Quantile(u float64) float64 { return d.OfScore(special.NormalQuantile(u)) }

// OfScore is the quantile at Φ(score).
func (d Lognormal) OfScore(score float64) float64 {
	return min(elementary.Exp(d.mu+float64(d.sigma*score)), math.MaxFloat64)
}
