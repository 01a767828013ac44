package analysis_test

import (
	"testing"

	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// What the issue of speed is about: every uncertain assumption of London, a difference of two structures, 8,192 base
// points, intervals from 1,000 resamples. BenchmarkSobolAnalysis of package sensitivity is the same with a function that
// does nothing, so the rest of this is runs.
func BenchmarkSobolOfADifference(b *testing.B) {
	s := setup(b, london(b), nil)
	questions := analysis.Questions("merger", "de-facto-merger", []result.Outcome{result.NetBenefit})
	o := analysis.SobolOptions{Points: 8192, Replicates: 1, GroupBy: "none", Seed: 1}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Sobol(b.Context(), questions, o); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(o.Runs(s)), "runs/op")
}

func BenchmarkDecide(b *testing.B) {
	s := setup(b, london(b), nil)
	o := analysis.DecideOptions{Outcome: result.NetBenefit, Structures: s.StructureCodes(nil), Draws: 10000, GroupBy: "quantity"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Decide(b.Context(), o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDiscover(b *testing.B) {
	s, o := setup(b, london(b), nil), mergerBeatsHub(b)
	o.Draws = 10000
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Discover(b.Context(), o); err != nil {
			b.Fatal(err)
		}
	}
}
