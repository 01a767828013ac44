package linear

import (
	"slices"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"

	"reconfig/sim/vector"
)

// together is how many rows are added at once, so that what they are added to is read and written once for all. Sums are
// added up in the same order as one by one.
const together = 8

// Product puts a·b into dst, whose size it has. It saves what the zeros before the first other number of a row of b would take: half, if
// b is a triangle. Numbers must be finite, so that what is 0 adds nothing.
func Product(dst, a, b *mat.Dense) {
	dst.Zero()
	rows, inner := a.Dims()
	first, raw := firstColumns(b), b.RawMatrix()
	for begin := 0; begin < rows; begin += together { // whose sums stay in the processor's cache
		for k := 0; k < inner; k += together {
			column := first[k/together]
			for i := begin; i < min(begin+together, rows); i++ {
				addRows(dst.RawRowView(i), a.RawRowView(i)[k:min(k+together, inner)], raw, k, column)
			}
		}
	}
}

// firstColumns is how many columns come before the first with another number than 0, of so many rows together.
func firstColumns(m *mat.Dense) []int {
	rows, columns := m.Dims()
	var first []int
	for k := 0; k < rows; k += together {
		before := columns
		for i := k; i < min(k+together, rows); i++ {
			before = min(before, zerosBefore(m.RawRowView(i)))
		}
		first = append(first, before)
	}
	return first
}

// zerosBefore is how many numbers of a row come before the first that is not 0.
func zerosBefore(row []float64) int {
	for i, x := range row {
		if x != 0 {
			return i
		}
	}
	return len(row)
}

// AddTransposedProduct adds aᵀ·b to dst. Numbers must be finite, so that what is 0 adds nothing.
func AddTransposedProduct(dst, a, b *mat.Dense) {
	rows, columns := a.Dims()
	from, raw := a.RawMatrix(), b.RawMatrix()
	var space [together]float64
	for k := 0; k < rows; k += together {
		for i := range columns {
			if factors := columnOf(from, i, k, &space); slices.ContainsFunc(factors, isOther) {
				addRows(dst.RawRowView(i), factors, raw, k, 0)
			}
		}
	}
}

// isOther says whether a number is not 0.
func isOther(x float64) bool { return x != 0 }

// AddSquare adds aᵀ·a to dst. Numbers must be finite.
func AddSquare(dst *mat.SymDense, a *mat.Dense) {
	rows, columns := a.Dims()
	to, raw := dst.RawSymmetric(), a.RawMatrix() // of to the upper half counts
	var space [together]float64
	for k := 0; k < rows; k += together {
		for i := range columns {
			addRows(to.Data[i*to.Stride:][:columns], columnOf(raw, i, k, &space), raw, k, i)
		}
	}
}

// columnOf is a column of the rows from one on that are taken together, in the space given.
func columnOf(m blas64.General, column, from int, space *[together]float64) []float64 {
	factors := space[:min(together, m.Rows-from)]
	for i := range factors {
		factors[i] = m.Data[(from+i)*m.Stride+column]
	}
	return factors
}

// addRows adds the rows of m from one on, each times its factor, to a row, all from a column on.
func addRows(to, factors []float64, m blas64.General, from, column int) {
	if column < m.Cols {
		vector.AddRows(to[column:], factors, m.Data[from*m.Stride+column:], m.Stride)
	}
}

// ProductWith is a·v.
func ProductWith(a *mat.Dense, v []float64) []float64 {
	rows, _ := a.Dims()
	products := make([]float64, rows)
	for i := range products {
		products[i] = vector.Dot(a.RawRowView(i), v)
	}
	return products
}

// TransposedProductWith is aᵀ·v.
func TransposedProductWith(a *mat.Dense, v []float64) []float64 {
	_, columns := a.Dims()
	products := make([]float64, columns)
	for k, x := range v {
		vector.AddScaled(products, x, a.RawRowView(k))
	}
	return products
}
