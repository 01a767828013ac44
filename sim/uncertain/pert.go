package uncertain

import "reconfig/sim/special"

// PERT is a beta distribution on [low, high] whose mode is the central value and whose mean counts the mode four times
// as much as each end: smoother than a triangle, with less in the tails.
//
// Source: Malcolm, Roseboom, Clark & Fazar (1959), Operations Research 7(5); Vose (2008), Risk Analysis, for the beta.
type PERT struct {
	low, high float64
	shape     curve // the quantile on [0, 1]
}

// NewPERT makes the PERT distribution with λ = 4, low being below high and central between them.
func NewPERT(low, central, high float64) PERT {
	const lambda = 4
	mode := (central - low) / (high - low)
	return PERT{low, high, newBetaCurve(shapes{1 + float64(lambda*mode), 1 + float64(lambda*(1-mode))})}
}

// Quantile is read from a table over normal scores, where it is smooth.
func (d PERT) Quantile(u float64) float64 { return d.OfScore(special.NormalQuantile(u)) }

// OfScore is the quantile at Φ(score), to 1e-8 of the width from low to high.
func (d PERT) OfScore(score float64) float64 {
	return clamp(d.low+float64((d.high-d.low)*d.shape.at(score)), d.low, d.high)
}
