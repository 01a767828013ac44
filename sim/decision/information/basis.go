package information

import (
	"math"

	"reconfig/sim/linear"

	"gonum.org/v1/gonum/mat"
)

// basis are functions, combinations of terms, that over all draws have mean square 1 and mean product 0. The first is the
// constant.
type basis struct {
	*polynomial
	of *mat.Dense // by term and function: weights
}

// follows is how small a part of a term's mean square may be left, when what earlier terms explain is taken off, for the
// term to count as following from them.
const follows = 1e-4

// newBasis takes from each term what those before it explain, and leaves out those that follow from them. Products are those
// of terms, summed over draws.
func newBasis(p *polynomial, products *mat.SymDense, draws int) *basis {
	kept, triangle := independent(products, follows)
	inverse := linear.InverseLower(triangle)
	of := mat.NewDense(len(p.terms), len(kept), nil)
	for a, i := range kept {
		for b := a; b < len(kept); b++ {
			of.Set(i, b, inverse.At(b, a)*math.Sqrt(float64(draws)))
		}
	}
	return &basis{p, of}
}

// independent lists what is left when all are left out of which earlier ones explain all but a small part, and gives the
// lower Cholesky factor of their products.
func independent(products *mat.SymDense, small float64) (kept []int, factor *mat.TriDense) {
	n := products.SymmetricDim()
	rows := make([][]float64, 0, n) // of those kept
	for i := range n {
		row, rest := make([]float64, len(kept)+1), products.At(i, i)
		for k, j := range kept {
			row[k] = (products.At(i, j) - dot(row[:k], rows[k][:k])) / rows[k][k]
			rest -= float64(row[k] * row[k])
		}
		if rest > 0 && rest > small*products.At(i, i) {
			row[len(kept)] = math.Sqrt(rest)
			kept, rows = append(kept, i), append(rows, row)
		}
	}
	factor = mat.NewTriDense(len(kept), mat.Lower, nil)
	for a, row := range rows {
		for b, x := range row {
			factor.SetTri(a, b, x)
		}
	}
	return kept, factor
}

// project turns sums of products of terms into those of functions.
func (b *basis) project(normal *mat.SymDense) *mat.SymDense {
	terms, functions := b.of.Dims()
	half, whole := mat.NewDense(terms, functions, nil), mat.NewDense(functions, functions, nil)
	linear.Product(half, mat.DenseCopyOf(normal), b.of)
	linear.AddTransposedProduct(whole, b.of, half)
	return symmetric(whole)
}

// weights of terms in some of the functions, by term and function.
func (b *basis) weights(functions []int) *mat.Dense {
	terms, _ := b.of.Dims()
	w := mat.NewDense(terms, len(functions), nil)
	for k, f := range functions {
		for i := range terms {
			w.Set(i, k, b.of.At(i, f))
		}
	}
	return w
}

// product is that of the rows of some draws with a matrix, in the space given.
func product(rows, m *mat.Dense, space []float64) *mat.Dense {
	draws, _ := rows.Dims()
	_, columns := m.Dims()
	p := mat.NewDense(draws, columns, space[:draws*columns])
	linear.Product(p, rows, m)
	return p
}
