package uncertain

// Uniform is equally dense from low to high; it has no use for the central value.
type Uniform struct{ low, high float64 }

// NewUniform makes the uniform distribution on [low, high], low being below high.
func NewUniform(low, high float64) Uniform { return Uniform{low, high} }

// Quantile is a straight line from low to high.
func (d Uniform) Quantile(u float64) float64 { return min(float64(u*(d.high-d.low))+d.low, d.high) }

// OfScore is the quantile at Φ(score).
func (d Uniform) OfScore(score float64) float64 { return d.Quantile(normalDistribution(score)) }
