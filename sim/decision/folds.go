package decision

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// folds is how many parts of the draws are left out of a regression in turn. They are blocks of neighbouring draws, as
// every second or fourth point of a Sobol' sequence lies in a part of the cube of its own.
const folds = 5

// foldBounds is where a fold begins and ends.
func foldBounds(fold, draws int) (from, end int) {
	return fold * draws / folds, (fold + 1) * draws / folds
}

// equations are the sums over draws that least squares need.
type equations struct {
	draws   int
	normal  *mat.SymDense // products of terms
	moments *mat.Dense    // products of terms with responses, by term and response
	squares []float64     // of responses
}

func newEquations(terms, responses int) *equations {
	return &equations{0, mat.NewSymDense(terms, nil), mat.NewDense(terms, responses, nil), make([]float64, responses)}
}

// add takes in the rows of some draws, by draw and term, and their gains, by draw and response.
func (e *equations) add(rows, gains blas64.General) {
	e.draws += rows.Rows
	blas64.Syrk(blas.Trans, 1, rows, 1, e.normal.RawSymmetric())
	blas64.Gemm(blas.Trans, blas.NoTrans, 1, rows, gains, 1, e.moments.RawMatrix())
	for i, g := range gains.Data {
		e.squares[i%len(e.squares)] += g * g
	}
}

// without adds up the equations of all folds but one.
func without(parts []*equations, fold int) *equations {
	terms, responses := parts[fold].moments.Dims()
	others := newEquations(terms, responses)
	for f, part := range parts {
		if f != fold {
			others.join(part)
		}
	}
	return others
}

// join adds the sums of other draws.
func (e *equations) join(o *equations) {
	e.draws += o.draws
	e.normal.AddSym(e.normal, o.normal)
	e.moments.Add(e.moments, o.moments)
	for r, s := range o.squares {
		e.squares[r] += s
	}
}

// solve fits each response by least squares on the terms that are significant for it, and returns coefficients by term and
// response, 0 for the others. A term is kept if in the regression on all of them its t statistic is above √(2 ln terms), the
// greatest that so many terms have which say nothing; the constant always is.
//
// Sources: Donoho & Johnstone (1994), Ideal spatial adaptation by wavelet shrinkage, Biometrika 81(3); Foster & George
// (1994), The risk inflation criterion for multiple regression, Annals of Statistics 22(4).
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
	threshold := math.Sqrt(2 * math.Log(float64(terms)))
	coefficients := mat.NewDense(terms, responses, nil)
	for r := range responses {
		residual := e.squares[r] - mat.Dot(full.ColView(r), e.moments.ColView(r))
		variance := max(0, residual) / float64(e.draws-terms)
		kept := []int{0}
		for i := 1; i < terms; i++ {
			if math.Abs(full.At(i, r)) > threshold*math.Sqrt(variance*inverse.At(i, i)) {
				kept = append(kept, i)
			}
		}
		e.refit(r, kept, coefficients)
	}
	return coefficients
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
