package decision_test

import (
	"math/rand/v2"
	"testing"

	"reconfig/sim/decision"
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

func BenchmarkRegrets(b *testing.B) {
	values, _ := model(6, 4, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decision.Regrets(values); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAcceptability(b *testing.B) {
	money, _ := model(6, 4, 100_000)
	harm, _ := model(6, 3, 100_000)
	worths := make([]float64, 41)
	for i := range worths {
		worths[i] = float64(i) / 20
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decision.Acceptability(money, harm, worths); err != nil {
			b.Fatal(err)
		}
	}
}
