package linear_test

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"reconfig/sim/linear"
)

// Sizes are those of the regressions of decide on a group of assumptions: rows of 256 draws with 500 terms, and a triangle.
func BenchmarkProducts(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	rows, triangle, narrow := random(r, 256, 500), random(r, 500, 500), random(r, 256, 8)
	for i := range 500 {
		clear(triangle.RawRowView(i)[:i])
	}
	square, product, sums := mat.NewSymDense(500, nil), mat.NewDense(256, 500, nil), mat.NewDense(500, 8, nil)
	for _, x := range []struct {
		name string
		do   func()
	}{
		{"square", func() { linear.AddSquare(square, rows) }},
		{"product with triangle", func() { linear.Product(product, rows, triangle) }},
		{"narrow transposed product", func() { linear.AddTransposedProduct(sums, rows, narrow) }},
	} {
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				x.do()
			}
		})
	}
}
