package linear_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"reconfig/sim/linear"
)

func random(r *rand.Rand, rows, columns int) *mat.Dense {
	m := mat.NewDense(rows, columns, nil)
	for i := range rows {
		for k := range columns {
			m.Set(i, k, r.NormFloat64())
		}
	}
	return m
}

func near(t *testing.T, what string, got, want mat.Matrix) {
	t.Helper()
	if !mat.EqualApprox(got, want, 1e-9) {
		t.Errorf("%s is\n%v\nnot\n%v", what, mat.Formatted(got), mat.Formatted(want))
	}
}

// Each is held against what gonum makes of it.
func TestLinearAlgebra(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 5, 23, 40} {
		a, b := random(r, n+3, n), random(r, n, 3)
		normal := mat.NewSymDense(n, nil)
		linear.AddSquare(normal, a)
		var square, product, moments mat.Dense
		square.Mul(a.T(), a)
		near(t, "the square", normal, &square)

		got := mat.NewDense(n+3, 3, nil)
		linear.Product(got, a, b)
		product.Mul(a, b)
		near(t, "the product", got, &product)
		sums := mat.NewDense(n, 3, nil)
		linear.AddTransposedProduct(sums, a, got)
		moments.Mul(a.T(), &product)
		near(t, "the transposed product", sums, &moments)
		near(t, "the product with a vector", mat.NewDense(n+3, 1, linear.ProductWith(a, mat.Col(nil, 0, b))), product.Slice(0, n+3, 0, 1))
		near(t, "the transposed product with a vector", mat.NewDense(n, 1, linear.TransposedProductWith(a, mat.Col(nil, 0, got))), moments.Slice(0, n, 0, 1))

		solves(t, normal, sums)
		eigen(t, normal)
	}
}

// However many rows are taken at once, each sum has the bits of one that is added up term by term.
func TestSumsAreAddedUpInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{1, 3, 7, 8, 9, 16, 37} {
		a, b := random(r, n, 21), random(r, n, 19)
		for i := range n {
			clear(a.RawRowView(i)[:min(i, 21)])
		}
		product, transposed, square := mat.NewDense(21, 19, nil), mat.NewDense(21, 19, nil), mat.NewSymDense(21, nil)
		linear.Product(product, mat.DenseCopyOf(a.T()), b)
		linear.AddTransposedProduct(transposed, a, b)
		linear.AddSquare(square, a)
		if want := inOrder(a, b); !mat.Equal(product, want) || !mat.Equal(transposed, want) {
			t.Errorf("%d rows: the products differ from\n%v", n, mat.Formatted(want))
		}
		if want := inOrder(a, a); !mat.Equal(square, want) {
			t.Errorf("%d rows: the square differs from\n%v", n, mat.Formatted(want))
		}
	}
}

// inOrder is aᵀ·b, term by term.
func inOrder(a, b *mat.Dense) *mat.Dense {
	rows, columns := a.Dims()
	_, width := b.Dims()
	all := mat.NewDense(columns, width, nil)
	for i := range columns {
		for j := range width {
			sum := 0.0
			for k := range rows {
				sum += float64(a.At(k, i) * b.At(k, j))
			}
			all.Set(i, j, sum)
		}
	}
	return all
}

// Rows of the second matrix begin with none, some or only zeros, and a zero may stand between others.
func TestProductWithZerosBefore(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	a, b := random(r, 7, 20), random(r, 20, 19)
	for i := range 20 {
		for k := range min(i, 19) {
			b.Set(i, k, 0)
		}
	}
	b.Set(3, 10, 0)
	var want mat.Dense
	want.Mul(a, b)
	got := random(r, 7, 19)
	linear.Product(got, a, b)
	near(t, "the product", got, &want)
}

func solves(t *testing.T, normal *mat.SymDense, right *mat.Dense) {
	t.Helper()
	var cholesky mat.Cholesky
	cholesky.Factorize(normal)
	var l mat.TriDense
	cholesky.LTo(&l)
	lower, ok := linear.Cholesky(normal)
	if !ok {
		t.Fatal("no Cholesky factor")
	}
	near(t, "the Cholesky factor", lower, &l)

	var inverse mat.SymDense
	_ = cholesky.InverseTo(&inverse)
	scale := mat.Norm(&inverse, 1)
	for what, m := range map[string][2]mat.Matrix{"the inverse": {linear.Inverse(lower), &inverse}} {
		var difference mat.Dense
		if difference.Sub(m[0], m[1]); mat.Norm(&difference, 1) > 1e-9*scale {
			t.Errorf("%s differs by %v", what, mat.Norm(&difference, 1))
		}
	}
	if got, want := linear.Condition(normal, lower), mat.Norm(normal, 1)*scale; math.Abs(got/want-1) > 1e-6 {
		t.Errorf("the condition number is %v, not %v", got, want)
	}
	var back mat.Dense
	solved := mat.DenseCopyOf(right)
	linear.Solve(lower, solved)
	back.Mul(normal, solved)
	near(t, "the matrix times the solution", &back, right)
}

func eigen(t *testing.T, of *mat.SymDense) {
	t.Helper()
	values, vectors := linear.Eigen(of)
	var turned, back, identity mat.Dense
	turned.Mul(vectors, mat.NewDiagDense(len(values), values))
	back.Mul(&turned, vectors.T())
	near(t, "what eigenvectors and eigenvalues make", &back, of)
	identity.Mul(vectors, vectors.T())
	near(t, "the product of eigenvectors", &identity, mat.NewDiagDense(len(values), ones(len(values))))
}

func ones(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = 1
	}
	return v
}

func TestWhatIsNotPositiveDefinite(t *testing.T) {
	for _, m := range []*mat.SymDense{
		mat.NewSymDense(2, []float64{1, 1, 1, 1}), mat.NewSymDense(2, []float64{1, 2, 2, 1}), mat.NewSymDense(1, []float64{0}),
		mat.NewSymDense(1, []float64{math.NaN()}),
	} {
		if _, ok := linear.Cholesky(m); ok {
			t.Errorf("%v has a Cholesky factor", mat.Formatted(m))
		}
	}
}
