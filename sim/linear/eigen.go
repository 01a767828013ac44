package linear

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Eigen gives the eigenvalues of a symmetric matrix, in no order, and its eigenvectors as the columns of a matrix. It turns
// pairs of rows and columns until nothing is left beside the diagonal.
//
// Source: Jacobi (1846); Golub & Van Loan (2013), Matrix computations, section 8.5, for the angle.
func Eigen(of mat.Symmetric) (values []float64, vectors *mat.Dense) {
	n := of.SymmetricDim()
	rows, turned := mat.DenseCopyOf(of), identity(n) // the rows of turned are the eigenvectors
	const most = 60                                  // seldom above 8
	for range most {
		if !sweep(rows, turned) {
			break
		}
	}
	values = make([]float64, n)
	for i := range values {
		values[i] = rows.At(i, i)
	}
	return values, mat.DenseCopyOf(turned.T())
}

// sweep makes each entry beside the diagonal 0 in turn; false if all are next to nothing.
func sweep(rows, turned *mat.Dense) bool {
	const nothing = 1e-17 // of the diagonal
	any := false
	n, _ := rows.Dims()
	size := 0.0
	for i := range n {
		size = max(size, math.Abs(rows.At(i, i)))
	}
	for p := range n {
		for q := p + 1; q < n; q++ {
			entry := rows.At(p, q)
			if math.Abs(entry) <= nothing*size {
				continue
			}
			any = true
			c, s := angle(rows.At(p, p), entry, rows.At(q, q))
			turnColumns(rows, p, q, c, s)
			turnRows(rows, p, q, c, s)
			turnRows(turned, p, q, c, s)
			rows.Set(p, q, 0)
			rows.Set(q, p, 0)
		}
	}
	return any
}

// angle gives cosine and sine of the turn that makes b of the matrix (a b; b d) 0.
func angle(a, b, d float64) (c, s float64) {
	t := (d - a) / float64(2*b)
	tangent := 1 / (math.Abs(t) + math.Sqrt(1+float64(t*t)))
	if t < 0 {
		tangent = -tangent
	}
	c = 1 / math.Sqrt(1+float64(tangent*tangent))
	return c, tangent * c
}

func turnRows(m *mat.Dense, p, q int, c, s float64) {
	a, b := m.RawRowView(p), m.RawRowView(q)
	for k, x := range a {
		y := b[k]
		a[k] = float64(c*x) - float64(s*y)
		b[k] = float64(s*x) + float64(c*y)
	}
}

func turnColumns(m *mat.Dense, p, q int, c, s float64) {
	n, _ := m.Dims()
	for k := range n {
		row := m.RawRowView(k)
		x, y := row[p], row[q]
		row[p] = float64(c*x) - float64(s*y)
		row[q] = float64(s*x) + float64(c*y)
	}
}
