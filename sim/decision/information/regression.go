package information

import (
	"cmp"
	"math"
	"slices"

	"reconfig/sim/linear"
	"reconfig/sim/special"

	"gonum.org/v1/gonum/mat"
)

// fitted are coefficients on the functions that are kept for some response. All are by kept function and response.
type fitted struct {
	kept         []int
	coefficients *mat.Dense   // 0 where a function is not kept for the response
	variances    *mat.Dense   // of coefficients
	inverses     []*mat.Dense // by response: of the products of functions kept for it, 0 for the others
}

// fit fits each response by least squares on the functions that are significant for it, which is found from the regression
// on all of them. Moments are by function and response.
//
// Sources: Benjamini & Hochberg (1995), Controlling the false discovery rate, JRSS B 57(1); Abramovich, Benjamini, Donoho &
// Johnstone (2006), Adapting to unknown sparsity by controlling the false discovery rate, Annals of Statistics 34(2).
func (e *equations) fit(moments *mat.Dense) *fitted {
	functions, responses := moments.Dims()
	all := e.solve(moments)
	keptFor, inverses, kept := make([][]int, responses), make([]*mat.SymDense, responses), make([]bool, functions)
	statistics := make([]float64, functions)
	for r := range keptFor {
		for i := range statistics {
			statistics[i] = e.statistic(i, r, all.At(i, r))
		}
		keptFor[r], inverses[r] = e.inverse(significant(statistics))
		for _, i := range keptFor[r] {
			kept[i] = true
		}
	}
	return e.refit(moments, keptFor, inverses, kept)
}

// statistic is by how many standard errors a coefficient differs from 0. The error is the greater one of that of equal noise
// everywhere, and that of noise as great as the residual in each draw, so that a few draws far out make nothing
// significant. It is 0 for a function that next to vanishes in the draws at hand, of which nothing can be learnt.
//
// Source: White (1980), A heteroskedasticity-consistent covariance matrix estimator, Econometrica 48(4).
func (e *equations) statistic(function, response int, coefficient float64) float64 {
	products := e.normal.At(function, function)
	noise := max(e.noise.At(function, response), products*e.squares[response]/float64(e.draws))
	if products < float64(e.draws)/4 || noise == 0 {
		return 0
	}
	return math.Abs(coefficient) * products / math.Sqrt(noise)
}

// solve fits each response on all functions.
func (e *equations) solve(moments *mat.Dense) *mat.Dense {
	lower, _ := linear.Cholesky(e.strengthened())
	all := mat.DenseCopyOf(moments)
	linear.Solve(lower, all)
	return all
}

// falseDiscoveries is which share of the functions that are kept may be so by chance alone.
const falseDiscoveries = 0.2

// significant lists the functions to keep, by their t statistics: the constant, which comes first, and as many of the
// others as there are beyond the quantile of the normal distribution that, by chance alone, only falseDiscoveries times as
// many would be. So it asks for much where next to nothing matters, and for less where much does.
func significant(statistics []float64) []int {
	order := make([]int, len(statistics)-1)
	for i := range order {
		order[i] = i + 1
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(statistics[b], statistics[a]) })
	kept := 0
	for k, i := range order {
		share := falseDiscoveries * float64(k+1) / float64(len(order))
		if statistics[i] > special.NormalQuantile(1-float64(share/2)) {
			kept = k + 1
		}
	}
	terms := append([]int{0}, order[:kept]...)
	slices.Sort(terms)
	return terms
}

// strengthened are the normal equations, positive definite where functions vanish in the draws at hand.
func (e *equations) strengthened() *mat.SymDense {
	const little = 1e-9
	normal := mat.NewSymDense(e.normal.SymmetricDim(), nil)
	normal.CopySym(e.normal)
	for i := range normal.SymmetricDim() {
		normal.SetSym(i, i, normal.At(i, i)+float64(little*float64(e.draws)))
	}
	return normal
}

// refit fits each response on the functions kept for it, of whose products the inverses are.
func (e *equations) refit(moments *mat.Dense, keptFor [][]int, inverses []*mat.SymDense, kept []bool) *fitted {
	f, index := &fitted{}, make([]int, len(kept))
	for i, k := range kept {
		if k {
			index[i] = len(f.kept)
			f.kept = append(f.kept, i)
		}
	}
	f.coefficients, f.variances = mat.NewDense(len(f.kept), len(keptFor), nil), mat.NewDense(len(f.kept), len(keptFor), nil)
	for r, functions := range keptFor {
		inverse := inverses[r]
		whole := mat.NewDense(len(f.kept), len(f.kept), nil)
		for a, i := range functions {
			coefficient := 0.0
			for b, j := range functions {
				coefficient += float64(inverse.At(a, b) * moments.At(j, r))
				whole.Set(index[i], index[j], inverse.At(a, b))
			}
			f.coefficients.Set(index[i], r, coefficient)
			f.variances.Set(index[i], r, e.noise.At(i, r)/(e.normal.At(i, i)*e.normal.At(i, i)))
		}
		f.inverses = append(f.inverses, whole)
	}
	return f
}

// inverse inverts the products of some functions. Functions that are independent over all draws may follow from one another
// in the draws at hand: those that follow from earlier ones are left out. It gives the functions that are left.
func (e *equations) inverse(functions []int) (left []int, inverse *mat.SymDense) {
	const vanishing = 1e-9 // of a function's mean square
	products := e.products(functions)
	lower, ok := linear.Cholesky(products)
	if !ok {
		kept, _ := independent(products, vanishing)
		for _, k := range kept {
			left = append(left, functions[k])
		}
		functions = left
		lower, _ = linear.Cholesky(e.products(functions))
	}
	return functions, linear.Inverse(lower)
}

// products are those of some functions, summed over the draws at hand.
func (e *equations) products(functions []int) *mat.SymDense {
	products := mat.NewSymDense(len(functions), nil)
	for a, i := range functions {
		for b := a; b < len(functions); b++ {
			products.SetSym(a, b, e.normal.At(i, functions[b]))
		}
	}
	return products
}
