package linear

import (
	"gonum.org/v1/gonum/mat"

	"reconfig/sim/vector"
)

// Product puts a·b into dst, whose size it has. It saves what the zeros before the first other number of a row of b would take: half, if
// b is a triangle.
func Product(dst, a, b *mat.Dense) {
	dst.Zero()
	rows, inner := a.Dims()
	first := make([]int, inner)
	for k := range first {
		first[k] = zerosBefore(b.RawRowView(k))
	}
	for i := range rows {
		to := dst.RawRowView(i)
		for k, x := range a.RawRowView(i) {
			if from := first[k]; x != 0 && from < len(to) {
				vector.AddScaled(to[from:], x, b.RawRowView(k)[from:])
			}
		}
	}
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

// AddTransposedProduct adds aᵀ·b to dst.
func AddTransposedProduct(dst, a, b *mat.Dense) {
	rows, _ := a.Dims()
	for k := range rows {
		from := b.RawRowView(k)
		for i, x := range a.RawRowView(k) {
			if x != 0 {
				vector.AddScaled(dst.RawRowView(i), x, from)
			}
		}
	}
}

// AddSquare adds aᵀ·a to dst.
func AddSquare(dst *mat.SymDense, a *mat.Dense) {
	rows, _ := a.Dims()
	raw := dst.RawSymmetric() // of which the upper half counts
	for k := range rows {
		row := a.RawRowView(k)
		for i, x := range row {
			if x != 0 {
				vector.AddScaled(raw.Data[i*raw.Stride+i:i*raw.Stride+len(row)], x, row[i:])
			}
		}
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
