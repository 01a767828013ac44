package discovery_test

import (
	"fmt"
	"testing"

	"reconfig/sim/discovery"
)

// BenchmarkFind looks for scenarios among examples of which a box of three inputs decides.
func BenchmarkFind(b *testing.B) {
	planted := func(x []float64) float64 {
		if x[0] > 0.6 && x[1] < 0.5 && x[2] > 0.2 && x[2] < 0.8 {
			return 0.95
		}
		return 0.05
	}
	for _, size := range []struct{ examples, inputs int }{{100_000, 20}, {1_000_000, 20}, {1_000_000, 74}} {
		b.Run(fmt.Sprintf("%d cases, %d inputs", size.examples, size.inputs), func(b *testing.B) {
			if testing.Short() && size.examples > 100_000 {
				b.Skip("needs up to a gigabyte")
			}
			x, interest := examples(size.examples, size.inputs, 1, planted)
			b.ReportAllocs()
			for b.Loop() {
				find(b, x, interest, discovery.Options{})
			}
		})
	}
}
