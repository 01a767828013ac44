package sim_test

import (
	"fmt"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// benchmark runs the central draw and states the time for each commissioner, function, structure and quarter.
func benchmark(b *testing.B, c *model.Case, d model.Draw, o sim.Options) {
	e, err := sim.Compile(c, o)
	if err != nil {
		b.Fatal(err)
	}
	w := e.NewWorkspace()
	cells := float64(len(c.Commissioners)*len(c.Functions)*len(e.Structures())) * 4 * e.HorizonYears()
	b.ReportAllocs()
	for b.Loop() {
		e.Run(d, nil, w)
	}
	perRun := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
	b.ReportMetric(1e9/perRun, "runs/s")
	b.ReportMetric(perRun/cells, "ns/cell")
}

func BenchmarkLondon(b *testing.B) {
	c := london(b)
	b.Run("all outcomes", func(b *testing.B) { benchmark(b, c, c.CentralDraw(), sim.Options{}) })
	b.Run("all outcomes, target per head", func(b *testing.B) {
		d := c.CentralDraw()
		set(b, c, d, "target.per_head", 19)
		benchmark(b, c, d, sim.Options{})
	})
	b.Run("the structure's money only", func(b *testing.B) {
		benchmark(b, c, c.CentralDraw(), sim.Options{Outcomes: []result.Outcome{result.StructureNPV}})
	})
}

// BenchmarkGrowth shows how cost grows: in proportion to commissioners, functions and structures, or more slowly.
func BenchmarkGrowth(b *testing.B) {
	for _, size := range []modeltest.Size{
		modeltest.National(31), modeltest.National(152), modeltest.National(303), modeltest.National(3030),
		{Commissioners: 152, Functions: 26, Structures: 9}, {Commissioners: 152, Functions: 13, Structures: 18},
	} {
		c := modeltest.Large(size)
		b.Run(fmt.Sprintf("%d commissioners %d functions %d structures", size.Commissioners, size.Functions, size.Structures), func(b *testing.B) {
			benchmark(b, c, c.CentralDraw(), sim.Options{})
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	c := london(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sim.Compile(c, sim.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
