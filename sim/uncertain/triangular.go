package uncertain

import "math"

// Triangular rises in a straight line from low to its mode, the central value, and falls to high.
type Triangular struct {
	low, high float64
	mode      float64 // on [0, 1], as a share of the way from low to high, so that no square overflows
}

// NewTriangular makes the triangular distribution on [low, high], low being below high and central between them.
func NewTriangular(low, central, high float64) Triangular {
	return Triangular{low, high, (central - low) / (high - low)}
}

// Quantile has a square root on each side of the mode.
func (d Triangular) Quantile(u float64) float64 {
	part := math.Sqrt(u * d.mode)
	if u >= d.mode {
		part = 1 - math.Sqrt((1-u)*(1-d.mode))
	}
	return clamp(d.low+float64((d.high-d.low)*part), d.low, d.high)
}

// OfScore is the quantile at Φ(score).
func (d Triangular) OfScore(score float64) float64 { return d.Quantile(normalDistribution(score)) }
