package sweep_test

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/sim/sweep"
)

// BenchmarkSweep runs many draws of London under all structures, part by part as a command would, on one processor and
// on all. Memory must not grow with the draws: peak-MB is the most that the heap held at any time.
func BenchmarkSweep(b *testing.B) {
	c := london(b)
	for _, draws := range []int{10_000, 100_000, 1_000_000} {
		for _, workers := range []int{1, runtime.GOMAXPROCS(0)} {
			if draws == 1_000_000 && workers == 1 {
				continue
			}
			b.Run(fmt.Sprintf("%d draws, %d workers", draws, workers), func(b *testing.B) {
				s := newSweep(b, c, &plan.Plan{Draws: draws, Correlated: true, Rows: plan.StatisticRows})
				s.Workers = workers
				peak := 0.0
				b.ReportAllocs()
				for b.Loop() {
					peak = max(peak, peakOf(func() { runThrough(b, s) }))
				}
				b.ReportMetric(float64(draws*b.N)/b.Elapsed().Seconds(), "draws/s")
				b.ReportMetric(peak/1e6, "peak-MB")
			})
		}
	}
}

// runThrough runs every part and drops it, but for the rows in the end.
func runThrough(b *testing.B, s *sweep.Sweep) {
	read := func(part int) ([]byte, error) { return s.RunPart(context.Background(), part, nil) }
	if err := s.Rows(read, func(_, _ []result.SweepRow) error { return nil }); err != nil {
		b.Fatal(err)
	}
}

// peakOf is the most bytes of live and not yet collected objects that there were while work was done.
func peakOf(work func()) float64 {
	debug.FreeOSMemory()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	done, peak := make(chan struct{}), make(chan float64)
	go func() {
		most := 0.0
		for {
			metrics.Read(sample)
			most = max(most, float64(sample[0].Value.Uint64()))
			select {
			case <-done:
				peak <- most
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	work()
	close(done)
	return <-peak
}
