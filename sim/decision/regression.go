package decision

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/mathext"
)

// solve fits each response by least squares on the terms that are significant for it, and returns coefficients by term and
// response, 0 for the others. Which are significant is found from the regression on all of them.
//
// Sources: Benjamini & Hochberg (1995), Controlling the false discovery rate, JRSS B 57(1); Abramovich, Benjamini, Donoho &
// Johnstone (2006), Adapting to unknown sparsity by controlling the false discovery rate, Annals of Statistics 34(2).
func (e *equations) solve() *mat.Dense {
	terms, responses := e.moments.Dims()
	e.strengthen()
	var cholesky mat.Cholesky
	cholesky.Factorize(e.normal)
	var full mat.Dense
	var inverse mat.SymDense
	// Both only warn of a bad condition, which terms that are not kept may be the cause of.
	_ = cholesky.SolveTo(&full, e.moments)
	_ = cholesky.InverseTo(&inverse)
	coefficients := mat.NewDense(terms, responses, nil)
	for r := range responses {
		residual := e.squares[r] - mat.Dot(full.ColView(r), e.moments.ColView(r))
		variance := max(0, residual) / float64(e.draws-terms)
		statistics := make([]float64, terms)
		for i := range statistics {
			statistics[i] = math.Abs(full.At(i, r)) / math.Sqrt(variance*inverse.At(i, i))
		}
		kept := significant(statistics)
		e.refit(r, kept, coefficients)
	}
	return coefficients
}

// falseDiscoveries is which share of the terms that are kept may be so by chance alone.
const falseDiscoveries = 0.2

// significant lists the terms to keep, by their t statistics: the constant, which comes first, and as many of the others as
// there are beyond the quantile of the normal distribution that, by chance alone, only falseDiscoveries times as many
// would be. So it asks for much where next to nothing matters, and for less where much does.
func significant(statistics []float64) []int {
	order := make([]int, len(statistics)-1)
	for i := range order {
		order[i] = i + 1
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(statistics[b], statistics[a]) })
	kept := 0
	for k, i := range order {
		share := falseDiscoveries * float64(k+1) / float64(len(order))
		if statistics[i] > mathext.NormalQuantile(1-share/2) {
			kept = k + 1
		}
	}
	terms := append([]int{0}, order[:kept]...)
	slices.Sort(terms)
	return terms
}

// strengthen makes the normal equations positive definite where terms are 0, or explained by others, but for rounding.
func (e *equations) strengthen() {
	const little = 1e-9
	for i := range e.normal.SymmetricDim() {
		e.normal.SetSym(i, i, e.normal.At(i, i)*(1+little)+little*float64(e.draws))
	}
}

// refit fits one response on some of the terms.
func (e *equations) refit(response int, kept []int, coefficients *mat.Dense) {
	normal, moments := mat.NewSymDense(len(kept), nil), mat.NewVecDense(len(kept), nil)
	for a, i := range kept {
		moments.SetVec(a, e.moments.At(i, response))
		for b := a; b < len(kept); b++ {
			normal.SetSym(a, b, e.normal.At(i, kept[b]))
		}
	}
	var cholesky mat.Cholesky
	cholesky.Factorize(normal)
	var c mat.VecDense
	_ = cholesky.SolveVecTo(&c, moments)
	for a, i := range kept {
		coefficients.Set(i, response, c.AtVec(a))
	}
}
