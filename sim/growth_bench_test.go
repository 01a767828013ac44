package sim_test

import (
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/sim"
)

// BenchmarkGrowth fits the power of bodies, functions, structures and quarters that the time of a run grows with, all outcomes wanted,
// over draws as a Monte Carlo run makes them. docs/architecture.md states what it gives.
func BenchmarkGrowth(b *testing.B) {
	bodies := []int{31, 152, 303, 1010, 3030}
	country := func(n int) (*model.Case, sim.Options) { return modeltest.England(london(b), n, 1), sim.Options{} }
	b.Run("bodies, target in per cent", func(b *testing.B) { growth(b, bodies, false, country) })
	b.Run("bodies, target a head", func(b *testing.B) { growth(b, bodies, true, country) })
	b.Run("functions", func(b *testing.B) {
		growth(b, []int{13, 26, 52}, false, func(n int) (*model.Case, sim.Options) {
			return modeltest.Large(modeltest.Size{Commissioners: 152, Functions: n, Structures: 9}), sim.Options{}
		})
	})
	b.Run("structures", func(b *testing.B) {
		growth(b, []int{9, 18, 36}, false, func(n int) (*model.Case, sim.Options) {
			return modeltest.Large(modeltest.Size{Commissioners: 152, Functions: 13, Structures: n}), sim.Options{}
		})
	})
	b.Run("quarters", func(b *testing.B) {
		growth(b, []int{20, 40, 80, 160}, false, func(n int) (*model.Case, sim.Options) {
			return modeltest.England(london(b), modeltest.EnglandPCTs, 1), sim.Options{HorizonYears: float64(n) / 4}
		})
	})
}

const growthDraws = 8 // so few that some of their times are undisturbed

// growth runs the first draws of a sample at each size.
func growth(b *testing.B, sizes []int, perHead bool, of func(size int) (*model.Case, sim.Options)) {
	runs := make([]func(), len(sizes))
	for i, size := range sizes {
		c, o := of(size)
		e, err := sim.Compile(c, o)
		if err != nil {
			b.Fatal(err)
		}
		s, w := plausibleSample(c), e.NewWorkspace()
		if perHead {
			s = s.with(b, c, "target.per_head", 19)
		}
		runs[i] = func() {
			for j, d := range s.draws[:growthDraws] {
				e.Run(d, s.errors[j], w)
			}
		}
	}
	modeltest.Growth(b, sizes, func(i int) { runs[i]() })
}
