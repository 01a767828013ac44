package uncertain

import "gonum.org/v1/gonum/stat/distuv"

// Uniform is equally dense from low to high; it has no use for the central value.
type Uniform struct{ of distuv.Uniform }

// NewUniform makes the uniform distribution on [low, high], low being below high.
func NewUniform(low, high float64) Uniform { return Uniform{distuv.Uniform{Min: low, Max: high}} }

// Quantile is a straight line from low to high.
func (d Uniform) Quantile(u float64) float64 { return min(d.of.Quantile(u), d.of.Max) }

// OfScore is the quantile at Φ(score).
func (d Uniform) OfScore(score float64) float64 { return d.Quantile(normalDistribution(score)) }
