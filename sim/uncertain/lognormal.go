package uncertain

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// Lognormal has a normal logarithm: factors up are as likely as factors down.
type Lognormal struct{ of distuv.LogNormal }

// NewLognormal makes the lognormal distribution of a median, the central value, and a 95th percentile, the high one;
// the low value has no say. The median must be above 0 and below the percentile.
func NewLognormal(median, percentile95 float64) (Lognormal, error) {
	if !(median > 0 && percentile95 > median) {
		return Lognormal{}, fmt.Errorf("a lognormal distribution of median %v and 95th percentile %v: the median must be above 0 and below the percentile", median, percentile95)
	}
	mu := math.Log(median)
	return Lognormal{distuv.LogNormal{Mu: mu, Sigma: (math.Log(percentile95) - mu) / score95}}, nil
}

// Quantile is the exponential of a normal quantile.
func (d Lognormal) Quantile(u float64) float64 { return d.OfScore(mathext.NormalQuantile(u)) }

// OfScore is the quantile at Φ(score).
func (d Lognormal) OfScore(score float64) float64 {
	return min(math.Exp(d.of.Mu+d.of.Sigma*score), math.MaxFloat64)
}
