package sensitivity_test

import (
	"testing"

	"reconfig/sim/sensitivity"
)

// What 75 inputs and 8,192 points cost beside the runs: the function does next to nothing.
const (
	benchInputs = 75
	benchPoints = 8192
)

func trivial() *sensitivity.Problem {
	return problem(uniforms(benchInputs), func(x []float64) float64 { return x[0] + x[1]*x[2] + x[3] })
}

func BenchmarkSobolAnalysis(b *testing.B) {
	benchmarkIntervals(b, trivial(), sensitivity.SobolOptions{Points: benchPoints})
}

func BenchmarkSobolPairs(b *testing.B) {
	benchmarkSobol(b, trivial(), sensitivity.SobolOptions{Points: benchPoints, Pairs: true})
}

// testdata/openturns.sh compares this benchmark and the next with OpenTURNS.
func BenchmarkIshigami(b *testing.B) {
	benchmarkIntervals(b, ishigami(), sensitivity.SobolOptions{Points: 1 << 14, Resamples: 100})
}

func BenchmarkSobolG(b *testing.B) {
	benchmarkIntervals(b, sobolG(append(sobolA, 99, 99, 99, 99)...), sensitivity.SobolOptions{Points: 1 << 13, Resamples: 100})
}

// benchmarkIntervals takes both ways to make intervals.
func benchmarkIntervals(b *testing.B, p *sensitivity.Problem, o sensitivity.SobolOptions) {
	for _, o.Intervals = range sensitivity.IntervalWays {
		b.Run(o.Intervals, func(b *testing.B) { benchmarkSobol(b, p, o) })
	}
}

func BenchmarkShapley(b *testing.B) {
	p := trivial()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sensitivity.Shapley(b.Context(), p, sensitivity.ShapleyOptions{Points: benchPoints}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkSobol(b *testing.B, p *sensitivity.Problem, o sensitivity.SobolOptions) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sensitivity.Sobol(b.Context(), p, o); err != nil {
			b.Fatal(err)
		}
	}
}
