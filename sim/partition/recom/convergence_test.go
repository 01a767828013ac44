package recom_test

import (
	"math"
	"testing"

	"reconfig/sim/partition/recom"
)

// noise is of a kind that every program makes alike, from −1 to 1.
func noise(i, c int) float64 { return math.Sin(1.7*float64(i*i) + float64(c)) }

func chains(n, number int, value func(i, c int) float64) [][]float64 {
	all := make([][]float64, number)
	for c := range all {
		for i := range n {
			all[c] = append(all[c], value(i, c))
		}
	}
	return all
}

// TestConvergeGivesWhatPosteriorGives has the values of rhat, ess_bulk and ess_tail of the R package posterior 1.4.0.
func TestConvergeGivesWhatPosteriorGives(t *testing.T) {
	for name, c := range map[string]struct {
		chains           [][]float64
		rHat, bulk, tail float64
	}{
		"waves":   {chains(200, 4, func(i, c int) float64 { return math.Sin(0.3*float64(i)+float64(c*c)) + noise(i, c) }), 1.000785077, 217.8608629, 577.9486535},
		"apart":   {chains(200, 4, func(i, c int) float64 { return noise(i, c) + 0.5*float64(c) }), 1.305160395, 10.65770594, 34.86888572},
		"ties":    {chains(101, 2, func(i, c int) float64 { return math.RoundToEven(5 * noise(i, c)) }), 1.003361188, 204.7237297, math.NaN()},
		"slow":    {chains(300, 3, func(i, c int) float64 { return math.Sin(0.02*float64(i)+float64(c)) + 0.2*noise(i, c) }), 1.300257213, 7.887062394, 75.5183296},
		"turning": {chains(100, 4, func(i, c int) float64 { return float64(i%2*2-1) + 0.5*noise(i, c) }), 1.007468524, 1040.823997, 463.8752623},
		"spread":  {chains(101, 3, func(i, c int) float64 { return float64(1+c) * noise(i, c) }), 1.225643045, 295.845759, 48.62036156},
	} {
		got := recom.Converge(c.chains)
		if !near(got.RHat, c.rHat) || !near(got.Bulk, c.bulk) || !near(got.Tail, c.tail) {
			t.Errorf("%s: %+v, want %v, %v and %v", name, got, c.rHat, c.bulk, c.tail)
		}
	}
}

func near(a, b float64) bool {
	return math.Abs(a-b) <= 1e-8*math.Abs(b) || math.IsNaN(a) && math.IsNaN(b)
}

func TestConvergeSaysNothingOfTooLittle(t *testing.T) {
	for name, c := range map[string][][]float64{
		"short":    {{1, 2, 3}, {2, 1, 3}},
		"constant": {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1}},
	} {
		if got := recom.Converge(c); !math.IsNaN(got.RHat) || !math.IsNaN(got.Bulk) || !math.IsNaN(got.Tail) {
			t.Errorf("%s: %+v, want no numbers", name, got)
		}
	}
}
