package modeltest

import (
	"fmt"
	"math"
	"testing"
	"time"

	"gonum.org/v1/gonum/stat"
)

// Growth is a benchmark of how time grows with size. It does the work of each size in turn, and reports the shortest time of
// the first and the last size, in seconds, and the power of the size that times grow with: the slope of a line through the logarithms
// of all. The shortest time is what other work on the machine disturbs least.
func Growth(b *testing.B, sizes []int, work func(index int)) {
	least := make([]float64, len(sizes))
	for index := range sizes {
		least[index] = math.Inf(1)
		work(index) // so that no size is timed cold
	}
	for b.Loop() {
		for index := range sizes {
			start := time.Now()
			work(index)
			least[index] = min(least[index], time.Since(start).Seconds())
		}
	}
	b.ReportMetric(Exponent(sizes, least), "exponent")
	for _, index := range []int{0, len(sizes) - 1} {
		b.ReportMetric(least[index], fmt.Sprintf("s@%d", sizes[index]))
	}
}

// Exponent is the power of the sizes that times grow with, by least squares on logarithms.
func Exponent(sizes []int, times []float64) float64 {
	x, y := make([]float64, len(sizes)), make([]float64, len(sizes))
	for i, size := range sizes {
		x[i], y[i] = math.Log(float64(size)), math.Log(times[i])
	}
	_, slope := stat.LinearRegression(x, y, nil, false)
	return slope
}
