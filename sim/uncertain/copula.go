package uncertain

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"reconfig/model"
	"reconfig/sim/linear"
)

// copula makes the normal scores of correlated dimensions move together: a Gaussian copula, which leaves every
// distribution as it is. Only dimensions that some correlation names are in it; all others keep their number.
//
// A correlation with an assumption that is not of kind uncertainty has no effect. One that is a constant, or set, keeps
// its index in the copula, so that the scores of the others are the same whether it is set or not; their distribution
// does not depend on it.
//
// Source: Nelsen (2006), An introduction to copulas, 2nd edition.
type copula struct {
	dimensions []int       // of the members, in the order of the case's assumptions
	rows       []factorRow // of the Cholesky factor of their normal correlations
}

// factorRow is a row of the factor from its first entry that is not 0 to the diagonal.
type factorRow struct {
	first   int
	entries []float64
}

// newCopula takes the rank correlations among the named dimensions. It returns an error if they contradict one another,
// which model.Case.Check reports in detail.
func newCopula(correlations []model.Correlation, dimensionOf map[string]int) (*copula, error) {
	c := &copula{dimensions: membersOf(correlations, dimensionOf)}
	if len(c.dimensions) == 0 {
		return c, nil
	}
	index := map[int]int{}
	for i, d := range c.dimensions {
		index[d] = i
	}
	m := mat.NewSymDense(len(index), nil)
	for i := range c.dimensions {
		m.SetSym(i, i, 1)
	}
	for _, x := range correlations {
		if a, b, ok := effective(x, dimensionOf); ok {
			if !(math.Abs(x.RankCorrelation) < 1) {
				return nil, fmt.Errorf("%s and %s: a rank correlation of %v is not above -1 and below 1", x.A, x.B, x.RankCorrelation)
			}
			m.SetSym(index[a], index[b], x.OfScores())
		}
	}
	lower, ok := linear.Cholesky(m)
	if !ok {
		return nil, errors.New("the rank correlations contradict one another: their matrix is not positive definite")
	}
	c.rows = factorRows(lower)
	return c, nil
}

// effective gives the dimensions of a pair; false if the pair has no effect.
func effective(x model.Correlation, dimensionOf map[string]int) (a, b int, ok bool) {
	a, okA := dimensionOf[x.A]
	b, okB := dimensionOf[x.B]
	return a, b, okA && okB && a != b && x.RankCorrelation != 0
}

// membersOf lists the dimensions that some pair names, in order.
func membersOf(correlations []model.Correlation, dimensionOf map[string]int) []int {
	named := make([]bool, len(dimensionOf))
	for _, x := range correlations {
		if a, b, ok := effective(x, dimensionOf); ok {
			named[a], named[b] = true, true
		}
	}
	var members []int
	for d, is := range named {
		if is {
			members = append(members, d)
		}
	}
	return members
}

func factorRows(l *mat.TriDense) []factorRow {
	n, _ := l.Dims()
	rows := make([]factorRow, n)
	for i := range rows {
		first := 0
		for l.At(i, first) == 0 {
			first++
		}
		rows[i].first = first
		for k := first; k <= i; k++ {
			rows[i].entries = append(rows[i].entries, l.At(i, k))
		}
	}
	return rows
}

// correlate turns the independent normal scores of all dimensions into those that move together. What the members had before
// is left in independent, which holds as many values.
func (c *copula) correlate(scores, independent []float64) {
	for i, d := range c.dimensions {
		independent[i] = scores[d]
	}
	for i, row := range c.rows {
		sum := 0.0
		for k, v := range independent[row.first:][:len(row.entries)] {
			sum += float64(row.entries[k] * v)
		}
		scores[c.dimensions[i]] = sum
	}
}

// correlation is that of the scores of two members: the product of their rows.
func (c *copula) correlation(a, b int) float64 {
	sum := 0.0
	for k, entry := range c.rows[a].entries {
		if j := c.rows[a].first + k - c.rows[b].first; j >= 0 && j < len(c.rows[b].entries) {
			sum += float64(entry * c.rows[b].entries[j])
		}
	}
	return sum
}
