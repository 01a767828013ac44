package linear

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"reconfig/sim/vector"
)

// Cholesky is the lower triangle whose product with its transpose is the matrix; false if that is not positive definite.
func Cholesky(of mat.Symmetric) (*mat.TriDense, bool) {
	n := of.SymmetricDim()
	lower := mat.NewTriDense(n, mat.Lower, nil)
	for i := range n {
		row := rowOf(lower, i)
		for k := range row {
			rest := of.At(i, k) - vector.Dot(row[:k], rowOf(lower, k)[:k])
			if k < i {
				row[k] = rest / lower.At(k, k)
				continue
			}
			if !(rest > 0) {
				return nil, false
			}
			row[i] = math.Sqrt(rest)
		}
	}
	return lower, true
}

// rowOf is a row of a lower triangle, up to the diagonal.
func rowOf(lower *mat.TriDense, i int) []float64 {
	raw := lower.RawTriangular()
	return raw.Data[i*raw.Stride:][:i+1]
}

// SolveLower turns b into the x with lower·x = b.
func SolveLower(lower *mat.TriDense, b *mat.Dense) {
	rows, _ := b.Dims()
	for i := range rows {
		row, to := rowOf(lower, i), b.RawRowView(i)
		for k, x := range row[:i] {
			if x != 0 {
				vector.AddScaled(to, -x, b.RawRowView(k))
			}
		}
		divide(to, row[i])
	}
}

// SolveUpper turns b into the x with lowerᵀ·x = b.
func SolveUpper(lower *mat.TriDense, b *mat.Dense) {
	rows, _ := b.Dims()
	for i := rows - 1; i >= 0; i-- {
		row, from := rowOf(lower, i), b.RawRowView(i)
		divide(from, row[i])
		for k, x := range row[:i] {
			if x != 0 {
				vector.AddScaled(b.RawRowView(k), -x, from)
			}
		}
	}
}

func divide(row []float64, by float64) {
	for i := range row {
		row[i] /= by
	}
}

// Solve turns b into the x with a·x = b, where lower is a's Cholesky factor.
func Solve(lower *mat.TriDense, b *mat.Dense) {
	SolveLower(lower, b)
	SolveUpper(lower, b)
}

// InverseLower is the inverse of a lower triangle.
func InverseLower(lower *mat.TriDense) *mat.Dense {
	n, _ := lower.Dims()
	inverse := identity(n)
	SolveLower(lower, inverse)
	return inverse
}

// Inverse is the inverse of the matrix whose Cholesky factor lower is.
func Inverse(lower *mat.TriDense) *mat.SymDense {
	inverse := InverseLower(lower)
	n, _ := inverse.Dims()
	square := mat.NewSymDense(n, nil)
	AddSquare(square, inverse)
	return square
}

func identity(n int) *mat.Dense {
	whole := mat.NewDense(n, n, nil)
	for i := range n {
		whole.Set(i, i, 1)
	}
	return whole
}

// Condition is the condition number of a symmetric matrix in the norm of the greatest sum of a column, where lower is its
// Cholesky factor.
func Condition(of mat.Symmetric, lower *mat.TriDense) float64 { return norm(of) * norm(Inverse(lower)) }

func norm(of mat.Symmetric) float64 {
	greatest := 0.0
	for i := range of.SymmetricDim() {
		sum := 0.0
		for k := range of.SymmetricDim() {
			sum += math.Abs(of.At(i, k))
		}
		greatest = max(greatest, sum)
	}
	return greatest
}
