package uncertain_test

import (
	"flag"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/sim/uncertain"
)

var quality = flag.Int("quality", 0, "hold the draws of every case against random ones over so many seeds, not over a few")

// worstRatio is how many times the error of random draws the root mean square error of the default draws may be.
const worstRatio = 1.15

// tooGreat says whether the mean of squared errors, each divided by its expectation for random draws, is above the square
// of worstRatio beyond its sampling interval. Errors are near normal, so that the sum over the seeds, divided by the square
// of the true ratio, is chi-square with as many degrees of freedom; of a true ratio of worstRatio one in 1,000 is above.
func tooGreat(meanSquare float64, seeds int) bool {
	f := float64(seeds)
	return meanSquare > worstRatio*worstRatio*distuv.ChiSquared{K: f}.Quantile(0.999)/f
}

// drawErrors gathers mean squares of errors, in units of those of random draws.
type drawErrors map[string]float64

// The Sobol' points that were the default put the combinations that a copula makes up to 2.4 times as far off as random
// draws, at 10,000.
func TestDrawsAreNoWorseThanRandom(t *testing.T) {
	cases, sizes, seeds := []string{"london-2010"}, []int{1000, 10000}[:modeltest.ShortOrLong(1, 2)], modeltest.ShortOrLong(4, 12)
	if *quality > 0 {
		cases, sizes, seeds = data.CaseNames(), []int{1000, 4096, 10000, 20000}, *quality
	}
	for _, name := range cases {
		opened, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range sizes {
			errors := drawErrors{}
			for seed := range uint64(seeds) {
				errors.add(t, opened.Case, seed+1, n, float64(seeds))
			}
			worst := ""
			for what, square := range errors {
				if tooGreat(square, seeds) {
					t.Errorf("%s, %d draws: the error of %s is %.2f times that of random draws", name, n, what, math.Sqrt(square))
				}
				if worst == "" || square > errors[worst] {
					worst = what
				}
			}
			t.Logf("%s, %d draws, %d seeds: %d errors, the greatest %.2f times that of random draws: %s", name, n, seeds, len(errors), math.Sqrt(errors[worst]), worst)
		}
	}
}

// add adds the errors of one seed's draws: the share below each percentile, whose variance is p(1 − p)/n for random draws,
// and Spearman's correlation of each pair that is independent, 1/(n − 1); those of correlated pairs are less spread.
func (e drawErrors) add(t *testing.T, c *model.Case, seed uint64, n int, seeds float64) {
	g := generator(t, c, uncertain.Options{Seed: seed})
	drawn := columns(g, c, n)
	var ranked [][]float64
	for _, m := range g.Marginals() {
		values := slices.Clone(drawn[m.Index])
		slices.Sort(values)
		for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
			below, _ := slices.BinarySearch(values, m.Quantile(p))
			off := float64(below)/float64(n) - p
			e[m.Name+percentileName(p)] += off * off * float64(n) / (p * (1 - p)) / seeds
		}
		ranked = append(ranked, ranks(drawn[m.Index]))
	}
	scores := g.Scores()
	for i, a := range g.Drawn() {
		for k, b := range g.Drawn()[:i] {
			rank := 6 / math.Pi * math.Asin(scores.At(i, k)/2)
			off := correlationOfRanks(ranked[i], ranked[k]) - rank
			e[a+" with "+b] += off * off * float64(n-1) / seeds
		}
	}
}

func percentileName(p float64) string {
	return map[float64]string{0.05: " p05", 0.25: " p25", 0.5: " p50", 0.75: " p75", 0.95: " p95"}[p]
}

// Every column of a Latin hypercube is stratified, correlated or not, and correlated as asked for.
func TestCorrelatedLatinHypercube(t *testing.T) {
	c := london(t)
	for _, n := range []int{64, 1000, 4096}[:modeltest.ShortOrLong(2, 3)] {
		g := generator(t, c, uncertain.Options{Sampler: "lhs", Seed: 1, Draws: n})
		drawn, scores := columns(g, c, n), g.Scores()
		marginals := g.Marginals()
		var ranked [][]float64
		for i, m := range marginals {
			ranked = append(ranked, ranks(drawn[m.Index]))
			values := slices.Clone(drawn[m.Index])
			slices.Sort(values)
			for k, v := range values {
				low, high := float64(k)/float64(n), float64(k+1)/float64(n)
				if k > 0 && v < m.Quantile(low) || k < n-1 && v > m.Quantile(high) {
					t.Fatalf("%d draws: %s has no value in stratum %d", n, m.Name, k)
				}
			}
			for k, other := range marginals[:i] {
				rank := 6 / math.Pi * math.Asin(scores.At(i, k)/2)
				if got := correlationOfRanks(ranked[i], ranked[k]); !near(got, rank, 4.5/math.Sqrt(float64(n))) {
					t.Errorf("%d draws: %s and %s: %.3f, want %.3f", n, m.Name, other.Name, got, rank)
				}
			}
		}
	}
}
