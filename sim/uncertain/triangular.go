package uncertain

import "gonum.org/v1/gonum/stat/distuv"

// Triangular rises in a straight line from low to its mode, the central value, and falls to high.
type Triangular struct {
	unit      distuv.Triangle // on [0, 1], so that no square overflows
	low, high float64
}

// NewTriangular makes the triangular distribution on [low, high], low being below high and central between them.
func NewTriangular(low, central, high float64) Triangular {
	return Triangular{distuv.NewTriangle(0, 1, (central-low)/(high-low), nil), low, high}
}

// Quantile has a square root on each side of the mode.
func (d Triangular) Quantile(u float64) float64 {
	return clamp(d.low+(d.high-d.low)*d.unit.Quantile(u), d.low, d.high)
}

// OfScore is the quantile at Φ(score).
func (d Triangular) OfScore(score float64) float64 { return d.Quantile(normalDistribution(score)) }
