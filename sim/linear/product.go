package linear

import (
	"gonum.org/v1/gonum/mat"

	"reconfig/sim/vector"
)

// Product puts a·b into dst, whose size it has.
func Product(dst, a, b *mat.Dense) {
	dst.Zero()
	rows, _ := a.Dims()
	for i := range rows {
		to := dst.RawRowView(i)
		for k, x := range a.RawRowView(i) {
			if x != 0 {
				vector.AddScaled(to, x, b.RawRowView(k))
			}
		}
	}
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
