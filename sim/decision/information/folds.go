package information

import (
	"slices"

	"gonum.org/v1/gonum/mat"
)

// folds is how many parts of the draws are left out of a regression in turn. They are blocks of neighbouring draws, as
// every second or fourth point of a Sobol' sequence lies in a part of the cube of its own.
const folds = 5

// foldBounds is where a fold begins and ends. The fold after the last, which stands for none, has no draws.
func foldBounds(fold, draws int) (from, end int) {
	return fold * draws / folds, min(fold+1, folds) * draws / folds
}

// atOnce is how many draws are turned into terms at once. It is part of the result's last bits.
const atOnce = 256

// eachBlock goes through the draws of a fold, so many at once.
func eachBlock(fold, draws int, do func(from, to int)) {
	begin, end := foldBounds(fold, draws)
	for from := begin; from < end; from += atOnce {
		do(from, min(end, from+atOnce))
	}
}

// equations are the sums over draws that least squares on some functions need.
type equations struct {
	draws   int
	normal  *mat.SymDense // products of functions
	noise   *mat.Dense    // squares of products of functions with residuals, by function and response
	squares []float64     // of residuals, by response
}

// without adds up the equations of all folds but one.
func without(parts []*equations, but int) *equations {
	others := &equations{normal: mat.NewSymDense(parts[0].normal.SymmetricDim(), nil)}
	for fold, part := range parts {
		if fold != but {
			others.join(part)
		}
	}
	return others
}

// join adds the sums of other draws.
func (e *equations) join(o *equations) {
	e.draws += o.draws
	e.normal.AddSym(e.normal, o.normal)
	switch {
	case o.noise == nil: // not known yet
	case e.noise == nil:
		e.noise, e.squares = mat.DenseCopyOf(o.noise), slices.Clone(o.squares)
	default:
		e.noise.Add(e.noise, o.noise)
		for r, s := range o.squares {
			e.squares[r] += s
		}
	}
}
