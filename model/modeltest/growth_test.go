package modeltest_test

import (
	"math"
	"testing"

	"reconfig/model/modeltest"
)

func TestExponent(t *testing.T) {
	sizes, times := []int{9, 18, 36}, make([]float64, 3)
	for i, n := range sizes {
		times[i] = 5 * math.Pow(float64(n), 0.75)
	}
	if got := modeltest.Exponent(sizes, times); math.Abs(got-0.75) > 1e-12 {
		t.Error(got)
	}
}
