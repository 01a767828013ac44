package uncertain

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"reconfig/sim/sampling"
	"reconfig/sim/special"
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
	all := make([]Marginal, len(g.drawn))
	for _, list := range [][]marginal{g.free, g.tied} {
		for _, m := range list {
			all[m.order] = Marginal{g.drawn[m.order], m.index, func(u float64) float64 {
				return clamp(m.distribution.Quantile(u), m.min, m.max)
			}}
		}
	}
	return all
}

// Scores are the correlations of the normal scores of what varies, in the order of Drawn, with ones on the diagonal; nil
// where all are independent.
func (g *Generator) Scores() *mat.SymDense {
	if len(g.drawn) == 0 {
		return nil
	}
	scores, correlated := mat.NewSymDense(len(g.drawn), nil), false
	for i := range g.drawn {
		scores.SetSym(i, i, 1)
	}
	for i, a := range g.tied {
		for _, b := range g.tied[:i] {
			if r := g.copula.correlation(a.source, b.source); r != 0 {
				scores.SetSym(a.order, b.order, r)
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
	for i, key := range g.bodies {
		dst[i] = special.NormalQuantile(sampling.Unit(sampling.Split(key, math.Float64bits(u))))
	}
}
