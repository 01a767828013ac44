package information

import (
	"math"
	"slices"

	"reconfig/model/elementary"
	"reconfig/sim/linear"

	"gonum.org/v1/gonum/mat"
)

// penalised is a change of basis that makes both the normal equations and the penalty diagonal, after Demmler and Reinsch,
// so that many weights of the penalty can be tried at little cost. The equations with the least weight become the
// identity.
//
// Source: Demmler & Reinsch (1975), Oscillation matrices with spline smoothing, Numerische Mathematik 24.
type penalised struct {
	to    *mat.Dense // columns are the functions of the new basis
	costs []float64  // penalty of each
	unit  float64    // weight at which penalty and normal equations are of the same size
}

// The weight of the penalty goes from as good as none, which there must be as there may be segments without draws, to as
// good as infinite, by powers of ten in units of penalised.unit.
const (
	leastWeight, greatestWeight = -6, 8
	weightsADecade              = 5
)

// penalisedOf is the change of basis for the normal equations of scores without a fold. Inputs whose values are all
// different have the same scores, and with no fold left out the same equations, so that one change does for them all.
func (s *stakes) penalisedOf(normal *mat.SymDense, scores []float64, fold int) *penalised {
	if fold != folds || !slices.Equal(scores, s.scale) {
		return newPenalised(normal)
	}
	s.once.Do(func() { s.whole = newPenalised(normal) })
	return s.whole
}

func newPenalised(normal *mat.SymDense) *penalised {
	penalty := secondDifferences()
	p := &penalised{unit: mat.Trace(normal) / mat.Trace(penalty)}
	var equations mat.SymDense
	equations.ScaleSym(p.weight(0), penalty)
	equations.AddSym(&equations, normal)
	lower, _ := linear.Cholesky(&equations) // positive definite, as scores are not all the same

	half := mat.DenseCopyOf(penalty) // L⁻¹ P, of which the transpose is P L⁻ᵀ
	linear.SolveLower(lower, half)
	within := mat.DenseCopyOf(half.T())
	linear.SolveLower(lower, within)
	p.costs, p.to = linear.Eigen(symmetric(within))
	p.freeLines()
	linear.SolveUpper(lower, p.to)
	return p
}

// freeLines makes the penalty of the two functions nothing that has none: of constants and straight lines. Rounding leaves
// some of either sign, which the greatest weights would make a hundredth of the whole.
func (p *penalised) freeLines() {
	sorted := slices.Sorted(slices.Values(p.costs))
	for j, cost := range p.costs {
		if cost <= sorted[1] {
			p.costs[j] = 0
		}
	}
}

// weight is the i-th weight of the penalty.
func (p *penalised) weight(i int) float64 { return float64(p.unit * unitWeights[i]) }

// unitWeights are those of the penalty in units of penalised.unit.
var unitWeights = func() (all [(greatestWeight-leastWeight)*weightsADecade + 1]float64) {
	for i := range all {
		all[i] = elementary.Pow(10, leastWeight+float64(i)/weightsADecade)
	}
	return all
}()

// moments turns sums of products with the basis functions into those with the functions of the new basis.
func (p *penalised) moments(of []float64) []float64 {
	return linear.TransposedProductWith(p.to, of)
}

// weigh is the weight of the penalty, more than the least, that has the least generalised cross-validation score of one
// response, whose moments are on the new basis: residual sum of squares ÷ (1 − degrees of freedom ÷ draws)².
func (p *penalised) weigh(moments []float64, squares, draws float64) float64 {
	least, chosen := math.Inf(1), 0.0
	for i := range unitWeights {
		extra := p.weight(i) - p.weight(0)
		residual, freedom := squares, 0.0
		for j, m := range moments {
			kept := 1 / (1 + float64(extra*p.costs[j]))
			fit := 1 - float64(p.weight(0)*p.costs[j]) // of the normal equations in the identity
			residual -= float64(m * m * kept * (2 - float64(fit*kept)))
			freedom += float64(fit * kept)
		}
		left := 1 - freedom/draws
		if score := residual / (left * left); score < least {
			least, chosen = score, extra
		}
	}
	return chosen
}

// shrink turns moments on the new basis into coefficients on the old one, with a weight of the penalty.
func (p *penalised) shrink(moments []float64, weight float64) []float64 {
	shrunk := make([]float64, len(moments))
	for j, m := range moments {
		shrunk[j] = m / (1 + float64(weight*p.costs[j]))
	}
	return linear.ProductWith(p.to, shrunk)
}

// secondDifferences is the matrix of the sum of squared second differences of the coefficients.
func secondDifferences() *mat.SymDense {
	penalty := mat.NewSymDense(splines, nil)
	difference := [3]float64{1, -2, 1}
	for i := range splines - 2 {
		for a, x := range difference {
			for b := a; b < len(difference); b++ {
				penalty.SetSym(i+a, i+b, penalty.At(i+a, i+b)+float64(x*difference[b]))
			}
		}
	}
	return penalty
}

// symmetric is the upper half of a matrix that is symmetric but for rounding.
func symmetric(m *mat.Dense) *mat.SymDense {
	n, _ := m.Dims()
	return mat.NewSymDense(n, m.RawMatrix().Data)
}
