package decision

import (
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
