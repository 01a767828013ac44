package model

import (
	"math"
	"slices"
	"sort"
	"strings"

	"gonum.org/v1/gonum/mat"

	"reconfig/model/elementary"
	"reconfig/model/spelling"
)

// Correlation is the rank correlation of two assumptions in random draws.
type Correlation struct {
	A               string  `csv:"a" about:"Name of one assumption"`
	B               string  `csv:"b" about:"Name of the other"`
	RankCorrelation float64 `csv:"rank_correlation" least:"-1" most:"1" about:"Spearman’s rank correlation"` // Spearman's, between -1 and 1
	Basis           string  `csv:"basis" optional:"yes" about:"How it is known"`
}

// OfScores is the correlation that normal scores must have for the ranks to have theirs: 2 sin(π ρ / 6).
//
// Source: Pearson (1907), On further methods of determining correlation, Drapers' Company Research Memoirs.
func (x Correlation) OfScores() float64 { return 2 * elementary.Sin(math.Pi*x.RankCorrelation/6) }

func (c *Case) checkCorrelations(r *report) {
	known := c.AssumptionNames()
	uniquePairs(r, c.Correlations, func(x Correlation) (a, b string) { return x.A, x.B })
	for i, x := range c.Correlations {
		r.refer(i, "a", x.A, toAssumption, known)
		r.refer(i, "b", x.B, toAssumption, known)
		switch rho := x.RankCorrelation; {
		case rho == 1 || rho == -1:
			r.add(i, "rank_correlation", spelling.Number(rho), "a number above -1 and below 1: assumptions that always move together are one; make one of them, or say 0.99")
		case !(rho > -1 && rho < 1):
			r.add(i, "rank_correlation", spelling.Number(rho), "a number above -1 and below 1")
		}
	}
	if len(r.problems) == 0 {
		c.checkContradictions(r)
	}
}

// checkContradictions reports rank correlations that cannot hold together, as when a goes with b and b with c, but a
// against c. Pairs that the table does not give are uncorrelated, which may be a contradiction too.
func (c *Case) checkContradictions(r *report) {
	m := newCorrelationMatrix(c.Correlations)
	names := m.contradiction()
	if len(names) == 0 {
		return
	}
	row := -1
	for i, x := range c.Correlations {
		if slices.Contains(names, x.A) && slices.Contains(names, x.B) {
			row = i
		}
	}
	r.add(row, "rank_correlation", spelling.Number(c.Correlations[row].RankCorrelation),
		"rank correlations that can hold together, unlike %s: bring them nearer to 0, or to one another", m.describe(names))
}

// correlationMatrix holds the rank correlations of all assumptions that the table names.
type correlationMatrix struct {
	names []string
	ranks map[[2]string]Correlation // by the names in order
}

func newCorrelationMatrix(table []Correlation) correlationMatrix {
	m := correlationMatrix{ranks: map[[2]string]Correlation{}}
	for _, x := range table {
		if x.RankCorrelation != 0 {
			m.names = append(m.names, x.A, x.B)
			m.ranks[[2]string{min(x.A, x.B), max(x.A, x.B)}] = x
		}
	}
	slices.Sort(m.names)
	m.names = slices.Compact(m.names)
	return m
}

func (m correlationMatrix) of(a, b string) Correlation {
	return m.ranks[[2]string{min(a, b), max(a, b)}]
}

// contradiction gives the fewest names that cannot be correlated as they are, in the sense that without any one of them
// the rest could; none if all can. It grows a block of the matrix until it fails: what came last is needed for that.
// Then it does so again from what is needed so far, with only what came before, until what is needed fails by itself.
func (m correlationMatrix) contradiction() []string {
	var needed []string
	rest := m.names
	for {
		grown := slices.Concat(needed, rest)
		size := sort.Search(len(grown)+1, func(n int) bool { return n > len(grown) || !m.canHold(grown[:n]) })
		if size > len(grown) {
			return nil
		}
		if size <= len(needed) {
			slices.Sort(needed)
			return needed
		}
		rest = grown[len(needed) : size-1]
		needed = append(slices.Clone(needed), grown[size-1])
	}
}

// clearOfSingular is taken from the diagonal, so that what passes can be factorised in whatever order.
const clearOfSingular = 1e-9

// canHold says whether the correlations among the names are those of some normal scores: their matrix is positive
// definite.
func (m correlationMatrix) canHold(names []string) bool {
	if len(names) == 0 {
		return true
	}
	s := mat.NewSymDense(len(names), nil)
	for i, a := range names {
		s.SetSym(i, i, 1-clearOfSingular)
		for k, b := range names[:i] {
			s.SetSym(i, k, m.of(a, b).OfScores())
		}
	}
	var cholesky mat.Cholesky
	return cholesky.Factorize(s)
}

// describe names the pairs among the names with their rank correlations, those that the table gives first.
func (m correlationMatrix) describe(names []string) string {
	var given, silent []string
	for i, b := range names {
		for _, a := range names[:i] {
			if x := m.of(a, b); x.RankCorrelation != 0 {
				given = append(given, a+" and "+b+" "+spelling.Number(x.RankCorrelation))
			} else {
				silent = append(silent, a+" and "+b+" 0")
			}
		}
	}
	if len(silent) > 3 {
		silent = []string{"all other pairs of these 0"}
	}
	return strings.Join(append(given, silent...), ", ")
}
