package information_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"

	"reconfig/sim/decision/information"
)

func BenchmarkOfInput(b *testing.B) {
	values, x := model(6, 4, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := information.OfInput(values, x[0]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOfEach(b *testing.B) {
	values, x := model(9, 75, 10_000)
	inputs := make([][][]float64, len(x))
	for i := range x {
		inputs[i] = x[i : i+1]
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := information.OfEach(context.Background(), values, inputs, runtime.GOMAXPROCS(0), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOfGroup(b *testing.B) {
	for _, size := range []struct{ members, draws int }{{2, 10_000}, {10, 10_000}, {40, 10_000}, {10, 100_000}} {
		b.Run(fmt.Sprintf("members=%d/draws=%d", size.members, size.draws), func(b *testing.B) {
			values, x := model(6, 75, size.draws)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := information.OfGroup(values, x[:size.members]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
