package uncertain_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/sim/uncertain"
)

// probabilities go from 1e-12 to 1 − 1e-12, evenly in normal scores.
func probabilities() []float64 {
	var all []float64
	for z := -7.03; z <= 7.03; z += 0.01 {
		all = append(all, 0.5*math.Erfc(-z/math.Sqrt2))
	}
	return all
}

// checkDistribution is what every distribution must pass: it never falls, stays within its bounds, and gives the same
// by probability and by score.
func checkDistribution(t *testing.T, name string, d uncertain.Distribution, low, high float64) {
	t.Helper()
	rounding := 1e-14 * (high - low)
	if math.IsInf(high, 1) {
		rounding = 0
	}
	previous := math.Inf(-1)
	for _, u := range probabilities() {
		x := d.Quantile(u)
		if !(x >= previous-rounding) {
			t.Fatalf("%s: falls from %v to %v at u = %v", name, previous, x, u)
		}
		if !(x >= low && x <= high) {
			t.Fatalf("%s: %v at u = %v is outside %v to %v", name, x, u, low, high)
		}
		// A score has fewer digits than a probability near 1.
		if y := d.OfScore(mathext.NormalQuantile(u)); !near(x, y, 1e-9*max(1, math.Abs(x))) {
			t.Fatalf("%s: %v by u = %v, %v by score", name, x, u, y)
		}
		previous = x
	}
	for _, score := range []float64{-40, -8.3, 8.3, 40} {
		if x := d.OfScore(score); !(x >= low && x <= high) {
			t.Errorf("%s: %v at a score of %v", name, x, score)
		}
	}
}

// moments integrates over the quantile function by the midpoint rule.
func moments(d uncertain.Distribution) (mean, sd float64) {
	const n = 1 << 18
	sum, squares := 0.0, 0.0
	for i := range n {
		x := d.Quantile((float64(i) + 0.5) / n)
		sum, squares = sum+x, squares+x*x
	}
	mean = sum / n
	return mean, math.Sqrt(squares/n - mean*mean)
}

func TestDistributionsHaveTheirMomentsAndQuantiles(t *testing.T) {
	lognormal, err := uncertain.NewLognormal(2, 5)
	if err != nil {
		t.Fatal(err)
	}
	sigma := math.Log(2.5) / 1.6448536269514722 // the 95th percentile of the standard normal
	lognormalMean := 2 * math.Exp(sigma*sigma/2)
	for _, test := range []struct {
		name               string
		d                  uncertain.Distribution
		mean, sd           float64
		q05, q50, q95, fit float64
	}{
		// Closed forms, as in any textbook.
		{"uniform(−1, 3)", uncertain.NewUniform(-1, 3), 1, 4 / math.Sqrt(12), -0.8, 1, 2.8, 1e-9},
		{"triangular(0, 1, 4)", uncertain.NewTriangular(0, 1, 4), 1.666666667, 0.8498365856, 0.4472135955, 1.550510257, 3.225403331, 5e-10},
		{"PERT(0, 1, 4)", uncertain.NewPERT(0, 1, 4), 1.333333333, 0.7126966451, 0.3057615656, 1.255240682, 2.629633272, 2e-9},
		{"lognormal(2, 5)", lognormal, lognormalMean, lognormalMean * math.Sqrt(math.Exp(sigma*sigma)-1), 0.8, 2, 5, 1e-9},
		// Beta(1, 3) has the quantile 1 − (1 − u)^(1/3), mean 1/4 and variance 3/80.
		{"beta(1/4, 4)", uncertain.NewBeta(0.25, 4), 0.25, math.Sqrt(3.0 / 80), 1 - math.Cbrt(0.95), 1 - math.Cbrt(0.5), 1 - math.Cbrt(0.05), 5e-9},
	} {
		mean, sd := moments(test.d)
		slack := 1.0
		if test.name == "lognormal(2, 5)" {
			slack = 1e5 // the midpoint rule loses some of a tail without end
		}
		if !near(mean, test.mean, 2e-6*slack/10) || !near(sd, test.sd, 2e-6*slack) {
			t.Errorf("%s: mean %.10g, sd %.10g, want %.10g, %.10g", test.name, mean, sd, test.mean, test.sd)
		}
		for u, want := range map[float64]float64{0.05: test.q05, 0.5: test.q50, 0.95: test.q95} {
			if got := test.d.Quantile(u); !near(got, want, test.fit) {
				t.Errorf("%s: quantile %v is %.12g, want %.12g", test.name, u, got, want)
			}
		}
	}
}

func TestDistributionsRiseWithinTheirBounds(t *testing.T) {
	lognormal, err := uncertain.NewLognormal(1e-3, 2e3)
	if err != nil {
		t.Fatal(err)
	}
	checkDistribution(t, "lognormal", lognormal, 0, math.Inf(1))
	checkDistribution(t, "constant", uncertain.Constant(3), 3, 3)
	for _, mode := range []float64{0, 1e-9, 0.01, 0.25, 0.5, 0.9, 1} {
		for _, bounds := range [][2]float64{{0, 1}, {-3, 7}, {1e6, 1e6 + 1e-3}, {-1e300, 1e300}, {5, 5 + 1e-15}} {
			low, high := bounds[0], bounds[1]
			central := clamp(low+mode*(high-low), low, high)
			name := fmt.Sprintf("%v, %v, %v", low, central, high)
			checkDistribution(t, "uniform "+name, uncertain.NewUniform(low, high), low, high)
			checkDistribution(t, "triangular "+name, uncertain.NewTriangular(low, central, high), low, high)
			checkDistribution(t, "PERT "+name, uncertain.NewPERT(low, central, high), low, high)
		}
	}
	for _, mean := range []float64{0.001, 0.1, 0.5, 0.97} {
		for _, concentration := range []float64{0.5, 2, 30, 1e4, 1e6} {
			checkDistribution(t, fmt.Sprintf("beta %v, %v", mean, concentration), uncertain.NewBeta(mean, concentration), 0, 1)
		}
	}
}

func clamp(v, low, high float64) float64 { return min(max(v, low), high) }

// The table of PERT is held against the inverse of the incomplete beta function.
func TestPERTIsABetaDistribution(t *testing.T) {
	worst := 0.0
	for i := range 41 {
		mode := float64(i) / 40
		exact := distuv.Beta{Alpha: 1 + 4*mode, Beta: 1 + 4*(1-mode)}
		d := uncertain.NewPERT(0, mode, 1)
		for z := -6.36; z <= 6.36; z += 0.0173 { // u from 1e-10 to 1 − 1e-10
			u := 0.5 * math.Erfc(-z/math.Sqrt2)
			worst = max(worst, math.Abs(d.Quantile(u)-exact.Quantile(u)))
		}
	}
	t.Logf("largest error: %.1e of the range", worst)
	if worst > 1e-8 {
		t.Errorf("off by %.1e of the range", worst)
	}
}

// Beta's table likewise, and the odd shapes that are computed afresh; by their distribution function, as the quantiles
// of distuv go wrong in some tails (v0.17.0: beta(1, 99) at 0.999999).
func TestBetaIsABetaDistribution(t *testing.T) {
	const off = 1e-8
	step := float64(modeltest.ShortOrLong(1211, 173)) / 1000
	for _, mean := range []float64{0.001, 0.01, 0.2, 0.5, 0.9, 0.99} {
		for _, concentration := range modeltest.Some([]float64{0.05, 0.3, 1, 4, 100, 1e4, 1e6}, 3) {
			exact := distuv.Beta{Alpha: mean * concentration, Beta: (1 - mean) * concentration}
			d := uncertain.NewBeta(mean, concentration)
			for z := -7.0; z <= 7; z += step {
				u := 0.5 * math.Erfc(-z/math.Sqrt2)
				x := d.Quantile(u)
				if slack := 1e-8*min(u, 1-u) + 1e-15; !(exact.CDF(x-off) <= u+slack && exact.CDF(x+off) >= u-slack) {
					t.Errorf("mean %v, concentration %v: quantile %v is %v, which has %v below", mean, concentration, u, x, exact.CDF(x))
				}
			}
		}
	}
}

func TestFitBeta(t *testing.T) {
	// Percentiles of a beta distribution give it back.
	exact := distuv.Beta{Alpha: 3, Beta: 7}
	d, err := uncertain.FitBeta(exact.Quantile(0.05), 0.3, exact.Quantile(0.95))
	if err != nil || !near(d.Mean(), 0.3, 1e-12) || !near(d.Concentration(), 10, 1e-5) {
		t.Errorf("mean %v, concentration %v, %v", d.Mean(), d.Concentration(), err)
	}
	// Rounded ones give nearly that.
	d, err = uncertain.FitBeta(0.1, 0.3, 0.55)
	if err != nil || !near(d.Concentration(), 10, 1) {
		t.Errorf("concentration %v, %v", d.Concentration(), err)
	}
	for _, test := range []struct {
		low, central, high float64
		want               string
	}{
		{0.2, 0.21, 0.9, "no beta distribution of mean 0.21 has 90 % between 0.2 and 0.9; the nearest has it between"},
		{-1, 0.5, 2, "the nearest has it between"},
		{0, 0, 0.5, "mean 0: it must be above 0 and below 1"},
		{0.5, 1, 1, "mean 1: it must be above 0 and below 1"},
		{0.5, 0.5, 0.5 + 1e-9, "the nearest has it between"},
	} {
		if _, err := uncertain.FitBeta(test.low, test.central, test.high); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, %v, %v: %v", test.low, test.central, test.high, err)
		}
	}
}

func TestDistributionOf(t *testing.T) {
	for _, test := range []struct {
		a    model.Assumption
		want any // the type
	}{
		{assume("x", "fixed", 0, 1, 4), uncertain.Constant(0)}, {assume("x", "uniform", 0, 1, 4), uncertain.Uniform{}},
		{assume("x", "triangular", 0, 1, 4), uncertain.Triangular{}}, {assume("x", "pert", 0, 1, 4), uncertain.PERT{}},
		{assume("x", "lognormal", 0, 1, 4), uncertain.Lognormal{}}, {assume("x", "beta", 0.1, 0.3, 0.5), uncertain.Beta{}},
		{assume("x", "lognormal", 0, 0, 0), uncertain.Constant(0)}, {assume("x", "beta", 5, 5, 5), uncertain.Constant(0)},
	} {
		d, err := uncertain.DistributionOf(test.a)
		if got, want := fmt.Sprintf("%T", d), fmt.Sprintf("%T", test.want); got != want || err != nil {
			t.Errorf("%s of %v, %v, %v: %s, %v", test.a.Distribution, test.a.Low, test.a.Central, test.a.High, got, err)
		}
	}
	for _, a := range []model.Assumption{
		assume("staff.cost", "lognormal", -1, 0, 4), assume("staff.cost", "lognormal", 0, 4, 4), assume("staff.cost", "beta", 0.2, 0.21, 0.9),
		assume("staff.cost", "pert", 3, 2, 4), assume("staff.cost", "uniform", math.NaN(), 2, 4), assume("staff.cost", "triangular", -1.7e308, 0, 1.7e308),
		assume("staff.cost", "normal", 0, 1, 4),
	} {
		if _, err := uncertain.DistributionOf(a); err == nil || !strings.Contains(err.Error(), "staff.cost") {
			t.Errorf("%s of %v, %v, %v: %v", a.Distribution, a.Low, a.Central, a.High, err)
		}
	}
}
