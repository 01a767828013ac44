package sensitivity

import "reconfig/sim/vector"

// responses are the values of one output for a design: at A, at B, and at A_B and B_A of every exchange, by point.
type responses struct {
	a, b   []float64
	ab, ba [][]float64
}

// indices are the estimators of first-order and total indices by Azzini, Mara & Rosati: with
//
//	above, first order: 2 (f(A) − f(A_B)) (f(B_A) − f(B))
//	above, total:       (f(A) − f(A_B))² + (f(B_A) − f(B))²
//	below, both:        (f(A) − f(B))² + (f(B_A) − f(A_B))²
//
// summed over points. For a function that is a sum of functions of one input each both are equal, and for any function
// whose groups are independent the first-order estimate is never above the total. First-order indices come first, then
// the total ones, each by group.
//
// Sources: Azzini, Mara & Rosati (2021), Environmental Modelling & Software 144; Puy, Becker, Lo Piano & Saltelli (2022),
// International Journal for Uncertainty Quantification 12(2), where that of total indices does best on average.
func (y *responses) indices(first, total []int) *ratios {
	r := &ratios{of: make([]ratio, 2*len(first))}
	for g, e := range first {
		product, squares, below := y.azzini(e)
		bottom := r.add(below)
		r.of[g] = ratio{r.add(product), bottom}
		if total[g] != e {
			_, squares, below = y.azzini(total[g])
			bottom = r.add(below)
		}
		r.of[len(first)+g] = ratio{r.add(squares), bottom}
	}
	return r
}

// azzini returns the terms of an exchange, by point.
func (y *responses) azzini(exchange int) (product, squares, below []float64) {
	n := len(y.a)
	product, squares, below = make([]float64, n), make([]float64, n), make([]float64, n)
	ab, ba := y.ab[exchange], y.ba[exchange]
	for j := range n {
		u, w := y.a[j]-ab[j], ba[j]-y.b[j]
		product[j] = 2 * u * w
		squares[j] = float64(u*u) + float64(w*w)
		below[j] = float64((y.a[j]-y.b[j])*(y.a[j]-y.b[j])) + float64((ba[j]-ab[j])*(ba[j]-ab[j]))
	}
	return product, squares, below
}

// constant tells whether the output is the same at A and B of every point, so that there is no variance to share out.
func (y *responses) constant() bool {
	for j, a := range y.a {
		if a != y.b[j] {
			return false
		}
	}
	return true
}

// meanVariance takes A and B together.
func (y *responses) meanVariance() (mean, variance float64) {
	meanA, squaresA := vector.MeanAndSquares(y.a)
	meanB, squaresB := vector.MeanAndSquares(y.b)
	n := float64(len(y.a))
	apart := (meanA - meanB) / 2
	return (meanA + meanB) / 2, float64((squaresA/n+squaresB/n)/2) + float64(apart*apart)
}
