package decision_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/decision"
)

// Savage's rule on the textbook table: the middle option is never best and never far from it.
func TestRegretByHand(t *testing.T) {
	got, err := decision.Regrets([][]float64{{4, 0}, {3, 2}, {1, 3}})
	if err != nil {
		t.Fatal(err)
	}
	want := []decision.Regret{
		{Mean: 2, P05: 0.2, P95: 3.8, ProbabilityBest: 0.5, Expected: 1.5, RegretP95: 2.85, Worst: 3},
		{Mean: 2.5, P05: 2.05, P95: 2.95, ProbabilityBest: 0, Expected: 1, RegretP95: 1, Worst: 1},
		{Mean: 2, P05: 1.1, P95: 2.9, ProbabilityBest: 0.5, Expected: 1.5, RegretP95: 2.85, Worst: 3},
	}
	for o, g := range got {
		w := want[o]
		for _, pair := range [][2]float64{{g.Mean, w.Mean}, {g.P05, w.P05}, {g.P95, w.P95}, {g.ProbabilityBest, w.ProbabilityBest}, {g.Expected, w.Expected}, {g.RegretP95, w.RegretP95}, {g.Worst, w.Worst}} {
			if !same(pair[0], pair[1]) {
				t.Errorf("option %d: %+v, not %+v", o, g, w)
			}
		}
	}
}

func TestEqualOptionsShareADraw(t *testing.T) {
	got, err := decision.Regrets([][]float64{{1, 5e8, 2}, {1 + 1e-12, 5e8 + 0.1, 3}, {0, 5e8 + 2, 3}})
	if err != nil {
		t.Fatal(err)
	}
	for o, want := range []float64{1. / 6, 1./6 + 1./6, 1./3 + 1./6} {
		if !same(got[o].ProbabilityBest, want) {
			t.Errorf("option %d is best in %v of draws, not %v", o, got[o].ProbabilityBest, want)
		}
	}
}

func TestRegretsHangTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := tables().Draw(t, "values")
		regrets, err := decision.Regrets(values)
		if err != nil {
			t.Fatal(err)
		}
		evpi, spread, err := decision.PerfectInformation(values)
		if err != nil {
			t.Fatal(err)
		}
		sum, least, greatest := 0.0, math.Inf(1), math.Inf(-1)
		for _, r := range regrets {
			sum += r.ProbabilityBest
			least, greatest = min(least, r.Expected), max(greatest, r.Mean)
			if r.Expected < 0 || r.Worst < r.RegretP95 || r.Worst < r.Expected-1e-9*r.Worst {
				t.Errorf("%+v", r)
			}
		}
		meanTop := 0.0
		for k := range values[0] {
			top := math.Inf(-1)
			for _, v := range values {
				top = max(top, v[k])
			}
			meanTop += top / float64(len(values[0]))
		}
		if !same(sum, 1) || !near(evpi, least, 1e-9*1e6) || !near(evpi, meanTop-greatest, 1e-9*1e6) || evpi < 0 || spread < 0 {
			t.Errorf("probabilities add up to %v; information %v ± %v, least regret %v, mean of the best less best mean %v", sum, evpi, spread, least, meanTop-greatest)
		}
	})
}

// Two options whose difference is N(m, s): the first is best with probability Φ(m/s), and EVPI is s φ(m/s) − |m| Φ(−|m|/s).
func TestPerfectInformationOfTwoNormalOptions(t *testing.T) {
	const draws, s = 40_000, 2.0
	for _, m := range []float64{0.5, -0.5, 3} {
		inside := 0
		for _, seed := range seeds {
			values := [][]float64{normals(seed, 1, draws)[0], make([]float64, draws)}
			for k := range draws {
				values[0][k] = m + s*values[0][k]
			}
			regrets, _ := decision.Regrets(values)
			p := distribution(m / s)
			if got := regrets[0].ProbabilityBest; !near(got, p, 4*math.Sqrt(p*(1-p)/draws)) {
				t.Errorf("mean %v, seed %d: best in %v of draws, not %v", m, seed, got, p)
			}
			value, spread, _ := decision.PerfectInformation(values)
			if want := information(m, s); !near(value, want, 4*spread) {
				t.Errorf("mean %v, seed %d: information %v ± %v, not %v", m, seed, value, spread, want)
			}
			if near(value, information(m, s), 2*spread) {
				inside++
			}
			if spread > 0.02 {
				t.Errorf("mean %v: a standard error of %v is too great to show anything", m, spread)
			}
		}
		if inside == 0 {
			t.Errorf("mean %v: no seed within two standard errors", m)
		}
	}
}

// The expected maximum of n independent standard normal numbers: 1/√π of two, 3/(2√π) of three (David & Nagaraja 2003, Order statistics).
func TestPerfectInformationOfIndependentOptions(t *testing.T) {
	const draws = 40_000
	for n, want := range map[int]float64{2: 0.5641895835, 3: 0.8462843753, 4: 1.029375373} {
		for _, seed := range seeds {
			value, spread, err := decision.PerfectInformation(normals(seed, n, draws))
			if err != nil {
				t.Fatal(err)
			}
			// The greatest of n means, all 0, is above 0 by chance: by the same maximum ÷ √draws.
			want := want * (1 - 1/math.Sqrt(draws))
			if !near(value, want, 4*spread) || spread > 1.2/math.Sqrt(draws) {
				t.Errorf("%d options, seed %d: %v ± %v, not %v", n, seed, value, spread, want)
			}
		}
	}
}
