package decision_test

import (
	"testing"

	"reconfig/sim/decision"
)

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
