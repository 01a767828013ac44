package mapping

import (
	"context"
	"testing"
	"time"

	"reconfig/data"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/uncertain"
)

// Each step of the search on London's bodies, in seconds of processor time where nothing else runs.
func BenchmarkLondon(b *testing.B) {
	opened, err := data.OpenCase("london-2010")
	if err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	for b.Loop() {
		setup, err := analysis.New(opened.Case, uncertain.Options{Sampler: "orthogonal", Seed: 1, Draws: 500})
		if err != nil {
			b.Fatal(err)
		}
		setup.Workers = 1
		start := time.Now()
		lap := func(name string) {
			b.ReportMetric(time.Since(start).Seconds(), name+"-s")
			start = time.Now()
		}
		s, err := New(ctx, setup, Options{Outcome: result.NetBenefit, Draws: 500, Seed: 1})
		if err != nil {
			b.Fatal(err)
		}
		lap("list")
		if err := s.value(ctx); err != nil {
			b.Fatal(err)
		}
		lap("value")
		if err := s.solve(ctx); err != nil {
			b.Fatal(err)
		}
		lap("solve")
		if err := s.plateaus(ctx); err != nil {
			b.Fatal(err)
		}
		lap("plateau")
		if err := s.random(ctx); err != nil {
			b.Fatal(err)
		}
		lap("random")
	}
}
