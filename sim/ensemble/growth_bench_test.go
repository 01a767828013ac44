package ensemble_test

import (
	"testing"

	"reconfig/model/modeltest"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/uncertain"
)

// BenchmarkGrowth fits the power of the number of draws that the time of London's tables grows with.
func BenchmarkGrowth(b *testing.B) {
	c, draws := london(b), []int{1 << 10, 1 << 12, 1 << 14, 1 << 15}
	modeltest.Growth(b, draws, func(i int) {
		run(b, c, uncertain.Options{}, ensemble.Options{Draws: draws[i]}, sim.Options{})
	})
}
