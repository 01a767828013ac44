package information_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"reconfig/sim/decision/information"
)

// model makes inputs that are standard normal, and options that each depend on all of them and on a product.
func model(options, inputs, draws int) (values, x [][]float64) {
	random := rand.New(rand.NewPCG(1, 2))
	values, x = make([][]float64, options), make([][]float64, inputs)
	for i := range x {
		x[i] = make([]float64, draws)
		for k := range draws {
			x[i][k] = random.NormFloat64()
		}
	}
	for o := range values {
		values[o] = make([]float64, draws)
		weights := make([]float64, inputs)
		for i := range weights {
			weights[i] = random.NormFloat64()
		}
		for k := range draws {
			values[o][k] = x[o%inputs][k] * x[(o+1)%inputs][k]
			for i, w := range weights {
				values[o][k] += w * x[i][k]
			}
		}
	}
	return values, x
}

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
		if _, err := information.OfEach(context.Background(), values, inputs, runtime.GOMAXPROCS(0)); err != nil {
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
