package information

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// penalised is a change of basis that makes both the normal equations and the penalty diagonal, after Demmler and Reinsch,
// so that many weights of the penalty can be tried at little cost. The equations with the least weight become the
// identity.
//
// Source: Demmler & Reinsch (1975), Oscillation matrices with spline smoothing, Numerische Mathematik 24.
type penalised struct {
	to    mat.Dense // columns are the functions of the new basis
	costs []float64 // penalty of each
	unit  float64   // weight at which penalty and normal equations are of the same size
}

// The weight of the penalty goes from as good as none, which there must be as there may be segments without draws, to as
// good as infinite, by powers of ten in units of penalised.unit.
const (
	leastWeight, greatestWeight = -6, 8
	weightsADecade              = 5
)

func newPenalised(normal *mat.SymDense) *penalised {
	penalty := secondDifferences()
	p := &penalised{unit: mat.Trace(normal) / mat.Trace(penalty)}
	var equations mat.SymDense
	equations.ScaleSym(p.weight(0), penalty)
	equations.AddSym(&equations, normal)
	var cholesky mat.Cholesky
	cholesky.Factorize(&equations) // positive definite, as scores are not all the same
	var lower mat.TriDense
	cholesky.LTo(&lower)

	within := mat.DenseCopyOf(penalty) // L⁻¹ P L⁻ᵀ
	blas64.Trsm(blas.Left, blas.NoTrans, 1, lower.RawTriangular(), within.RawMatrix())
	blas64.Trsm(blas.Right, blas.Trans, 1, lower.RawTriangular(), within.RawMatrix())
	var eigen mat.EigenSym
	eigen.Factorize(symmetric(within), true)
	p.costs = eigen.Values(nil)
	eigen.VectorsTo(&p.to)
	blas64.Trsm(blas.Left, blas.Trans, 1, lower.RawTriangular(), p.to.RawMatrix())
	return p
}

// weight is the i-th weight of the penalty.
func (p *penalised) weight(i int) float64 {
	return p.unit * math.Pow(10, leastWeight+float64(i)/weightsADecade)
}

// moments turns sums of products with the basis functions into those with the functions of the new basis.
func (p *penalised) moments(of mat.Vector) []float64 {
	var m mat.VecDense
	m.MulVec(p.to.T(), of)
	return m.RawVector().Data
}

// weigh is the weight of the penalty, more than the least, that has the least generalised cross-validation score of one
// response, whose moments are on the new basis: residual sum of squares ÷ (1 − degrees of freedom ÷ draws)².
func (p *penalised) weigh(moments []float64, squares, draws float64) float64 {
	least, chosen := math.Inf(1), 0.0
	for i := range (greatestWeight-leastWeight)*weightsADecade + 1 {
		extra := p.weight(i) - p.weight(0)
		residual, freedom := squares, 0.0
		for j, m := range moments {
			kept := 1 / (1 + extra*p.costs[j])
			fit := 1 - p.weight(0)*p.costs[j] // of the normal equations in the identity
			residual -= m * m * kept * (2 - fit*kept)
			freedom += fit * kept
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
	shrunk := mat.NewVecDense(len(moments), nil)
	for j, m := range moments {
		shrunk.SetVec(j, m/(1+weight*p.costs[j]))
	}
	var coefficients mat.VecDense
	coefficients.MulVec(&p.to, shrunk)
	return coefficients.RawVector().Data
}

// secondDifferences is the matrix of the sum of squared second differences of the coefficients.
func secondDifferences() *mat.SymDense {
	penalty := mat.NewSymDense(splines, nil)
	difference := [3]float64{1, -2, 1}
	for i := range splines - 2 {
		for a, x := range difference {
			for b := a; b < len(difference); b++ {
				penalty.SetSym(i+a, i+b, penalty.At(i+a, i+b)+x*difference[b])
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
