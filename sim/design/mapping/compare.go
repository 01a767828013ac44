package mapping

import (
	"reconfig/model/result"
	"reconfig/sim/numbers"
	"reconfig/sim/quantile"
	"reconfig/sim/vector"
)

// compared is what one map has more than another: the mean, its spread over draws, and how often it is above 0.
type compared struct{ mean, p05, p95, better result.Number }

// unknown is a comparison with nothing.
var unknown = compared{result.Unknown(), result.Unknown(), result.Unknown(), result.Unknown()}

// compare holds the values of one map against those of another, draw by draw.
func compare(a, b []float64) compared {
	more, better := make([]float64, len(a)), 0
	for j := range a {
		if !numbers.Same(a[j], b[j]) {
			more[j] = a[j] - b[j]
		}
		if more[j] > 0 {
			better++
		}
	}
	var q [2]float64
	new(quantile.Scratch).Quantiles(more, []float64{0.05, 0.95}, q[:])
	return compared{result.Number(vector.Mean(more)), result.Number(q[0]), result.Number(q[1]), result.Number(float64(better) / float64(len(a)))}
}
