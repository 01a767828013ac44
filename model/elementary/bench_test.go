package elementary_test

import (
	"math"
	"testing"

	"reconfig/model/elementary"
)

// BenchmarkFunctions sets functions against those of Go's math.
func BenchmarkFunctions(b *testing.B) {
	for _, f := range []struct {
		name string
		of   func(float64) float64
	}{{"Exp", elementary.Exp}, {"math.Exp", math.Exp}, {"Log", elementary.Log}, {"math.Log", math.Log}} {
		b.Run(f.name, func(b *testing.B) {
			sum := 0.0
			for i := range b.N {
				sum += f.of(0.5 + float64(i&1023)/512)
			}
			sink = sum
		})
	}
}

var sink float64
