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

func BenchmarkSobolAnalysis(b *testing.B) { benchmarkSobol(b, trivial(), benchPoints, 1000, false) }

func BenchmarkSobolPairs(b *testing.B) { benchmarkSobol(b, trivial(), benchPoints, 1000, true) }

// SALib takes 0.35 s for this, a plain loop in Go 0.02 s.
func BenchmarkIshigami(b *testing.B) { benchmarkSobol(b, ishigami(), 1<<14, 100, false) }

func BenchmarkShapley(b *testing.B) {
	p := trivial()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sensitivity.Shapley(b.Context(), p, sensitivity.ShapleyOptions{Points: benchPoints}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkSobol(b *testing.B, p *sensitivity.Problem, points, resamples int, pairs bool) {
	b.ReportAllocs()
	for b.Loop() {
		o := sensitivity.SobolOptions{Points: points, Resamples: resamples, Pairs: pairs}
		if _, err := sensitivity.Sobol(b.Context(), p, o); err != nil {
			b.Fatal(err)
		}
	}
}
