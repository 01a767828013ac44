package uncertain

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Marginal is an assumption that varies, taken by itself.
type Marginal struct {
	Name     string
	Index    int                     // in a draw
	Quantile func(u float64) float64 // its value at probability u, in the open interval (0, 1)
}

// Marginals lists what varies, in the order of Drawn, for analyses that make points of their own. What is correlated is
// in Scores.
func (g *Generator) Marginals() []Marginal {
	all := make([]Marginal, len(g.varying))
	for i, m := range g.varying {
		all[i] = Marginal{m.name, m.index, func(u float64) float64 {
			return clamp(m.distribution.Quantile(u), m.min, m.max)
		}}
	}
	return all
}

// Scores are the correlations of the normal scores of what varies, in the order of Drawn, with ones on the diagonal; nil
// where all are independent.
func (g *Generator) Scores() *mat.SymDense {
	if len(g.varying) == 0 {
		return nil
	}
	scores, correlated := mat.NewSymDense(len(g.varying), nil), false
	for i, a := range g.varying {
		scores.SetSym(i, i, 1)
		for k, b := range g.varying[:i] {
			if a.member < 0 || b.member < 0 {
				continue
			}
			if r := g.copula.correlation(a.member, b.member); r != 0 {
				scores.SetSym(i, k, r)
				correlated = true
			}
		}
	}
	if !correlated {
		return nil
	}
	return scores
}

// BodyErrorsAt puts into dst errors of all commissioners, as BodyErrors does, that follow from a number u in the open
// interval (0, 1): for analyses that take all errors together as one input, u. Any two numbers give errors that are
// independent of one another.
func (g *Generator) BodyErrorsAt(u float64, dst []float64) {
	g.bodyErrors(math.Float64bits(u), dst)
}
