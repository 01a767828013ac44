package uncertain

import (
	"fmt"
	"math"

	"reconfig/model"
	"reconfig/model/spelling"
	"reconfig/sim/special"
)

// Distribution is how an assumption is spread over what is plausible. Both methods are the quantile function, which
// never falls; they differ in how the probability is given.
type Distribution interface {
	// Quantile gives the value that a share u of all draws stays below, for u in the open interval (0, 1).
	Quantile(u float64) float64
	// OfScore gives the quantile at u = Φ(score), for any finite normal score.
	OfScore(score float64) float64
}

// DistributionOf makes the distribution of an assumption, without regard to its kind and to what is possible. It
// returns an error that names the assumption if it cannot have the distribution.
func DistributionOf(a model.Assumption) (Distribution, error) {
	if a.Low == a.High || a.Distribution == "fixed" {
		return Constant(a.Central), nil
	}
	if !(a.Low <= a.Central && a.Central <= a.High) || math.IsInf(a.High-a.Low, 0) {
		return nil, fmt.Errorf("%s: low %v, central %v, high %v are not in this order", a.Name, a.Low, a.Central, a.High)
	}
	d, err := spread(a)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.Name, err)
	}
	return d, nil
}

// spread makes a distribution that is more than one value.
func spread(a model.Assumption) (Distribution, error) {
	switch a.Distribution {
	case "uniform":
		return NewUniform(a.Low, a.High), nil
	case "triangular":
		return NewTriangular(a.Low, a.Central, a.High), nil
	case "pert":
		return NewPERT(a.Low, a.Central, a.High), nil
	case "lognormal":
		return NewLognormal(a.Central, a.High)
	case "beta":
		return FitBeta(a.Low, a.Central, a.High)
	}
	return nil, spelling.Unknown("distribution", a.Distribution, model.Distributions)
}

// Constant is a single value.
type Constant float64

// Quantile is the value.
func (c Constant) Quantile(float64) float64 { return float64(c) }

// OfScore is the value.
func (c Constant) OfScore(float64) float64 { return float64(c) }

// score95 is the normal score of a 95th percentile.
var score95 = special.NormalQuantile(0.95)

// normalDistribution is Φ, the distribution function of the standard normal, kept from 0 and 1.
func normalDistribution(score float64) float64 {
	const least, most = 0x1p-60, 1 - 0x1p-53
	return min(max(special.NormalDistribution(score), least), most)
}

// clamp moves what is outside [low, high] to the nearer bound.
func clamp(v, low, high float64) float64 {
	if v < low {
		return low
	}
	if v > high {
		return high
	}
	return v
}
