package sensitivity_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"reconfig/sim/sensitivity"
)

func BenchmarkPawn(b *testing.B) {
	const inputs, draws = 75, 10000
	random := rand.New(rand.NewPCG(1, 2))
	x, y := make([][]float64, inputs), make([]float64, draws)
	for i := range x {
		x[i] = make([]float64, draws)
		for j := range draws {
			x[i][j] = random.Float64()
			y[j] += x[i][j] / float64(i+1)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sensitivity.Pawn(context.Background(), x, y, sensitivity.PawnOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
