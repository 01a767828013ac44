package uncertain_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"

	"reconfig/sim/uncertain"
)

// At any probability a marginal has the value that as large a share of draws stays below.
func TestMarginalsAreThoseOfTheDraws(t *testing.T) {
	c := london(t)
	g := generator(t, c, uncertain.Options{})
	const n = 1 << 12
	drawn := columns(g, c, n)
	marginals := g.Marginals()
	if names := g.Drawn(); len(names) != len(marginals) {
		t.Fatalf("%d marginals of %d that vary", len(marginals), len(names))
	}
	for i, m := range marginals {
		if m.Name != g.Drawn()[i] || c.Assumptions[m.Index].Name != m.Name {
			t.Fatalf("marginal %d is %s at place %d", i, m.Name, m.Index)
		}
		for _, u := range []float64{0.05, 0.5, 0.95} {
			below := 0
			for _, v := range drawn[m.Index] {
				if v < m.Quantile(u) {
					below++
				}
			}
			if share := float64(below) / n; math.Abs(share-u) > 3*math.Sqrt(u*(1-u)/n) {
				t.Errorf("%s: %v of the draws are below its quantile at %v", m.Name, share, u)
			}
		}
	}
}

func TestScoresAreThoseOfTheCase(t *testing.T) {
	c := london(t)
	g := generator(t, c, uncertain.Options{})
	scores, at := g.Scores(), map[string]int{}
	for i, name := range g.Drawn() {
		at[name] = i
	}
	sum := 0.0
	for i := range scores.SymmetricDim() {
		for j := range i {
			sum += scores.At(i, j)
		}
	}
	for _, x := range c.Correlations {
		want := x.OfScores()
		if got := scores.At(at[x.A], at[x.B]); math.Abs(got-want) > 1e-12 {
			t.Errorf("%s and %s: %v, want %v", x.A, x.B, got, want)
		}
		sum -= want
	}
	if math.Abs(sum) > 1e-9 {
		t.Errorf("correlations that the case does not have add up to %v", sum)
	}
	if generator(t, c, uncertain.Options{Independent: true}).Scores() != nil {
		t.Error("independent draws have correlations")
	}
}

// A set member of the copula leaves the correlations of the others as they were.
func TestScoresWithoutWhatIsSet(t *testing.T) {
	c := london(t)
	g := generator(t, c, uncertain.Options{Set: []string{"disruption.hub"}})
	scores := g.Scores()
	if got := scores.SymmetricDim(); got != len(g.Drawn()) {
		t.Fatalf("%d scores of %d that vary", got, len(g.Drawn()))
	}
	for i, a := range g.Drawn() {
		for j, b := range g.Drawn() {
			for _, x := range c.Correlations {
				if x.A == a && x.B == b && math.Abs(scores.At(i, j)-x.OfScores()) > 1e-12 {
					t.Errorf("%s and %s: %v", a, b, scores.At(i, j))
				}
			}
		}
	}
}

func TestBodyErrorsOfANumber(t *testing.T) {
	c := london(t)
	g := generator(t, c, uncertain.Options{Seed: 3})
	const n = 5000
	first, second, again := make([]float64, n), make([]float64, n), make([]float64, len(c.Commissioners))
	errors := make([]float64, len(c.Commissioners))
	for j := range n {
		u := (float64(j) + 0.5) / n
		g.BodyErrorsAt(u, errors)
		g.BodyErrorsAt(u, again)
		if errors[0] != again[0] {
			t.Fatal("the same number gives other errors")
		}
		first[j], second[j] = errors[0], errors[1]
	}
	for _, v := range [][]float64{first, second} {
		if mean, sd := stat.MeanStdDev(v, nil); math.Abs(mean) > 4/math.Sqrt(n) || math.Abs(sd-1) > 4/math.Sqrt(2*n) {
			t.Errorf("mean %v, sd %v", mean, sd)
		}
	}
	if r := stat.Correlation(first, second, nil); math.Abs(r) > 4/math.Sqrt(n) {
		t.Errorf("two bodies' errors are correlated: %v", r)
	}
	if r := stat.Correlation(first[1:], first[:n-1], nil); math.Abs(r) > 4/math.Sqrt(n) {
		t.Errorf("errors of neighbouring numbers are correlated: %v", r)
	}
}
