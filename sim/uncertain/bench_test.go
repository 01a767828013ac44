package uncertain_test

import (
	"testing"

	"reconfig/sim/uncertain"
)

func BenchmarkDraw(b *testing.B) {
	c := london(b)
	for _, sampler := range uncertain.Samplers {
		b.Run(sampler, func(b *testing.B) {
			const draws = 10000
			g := generator(b, c, uncertain.Options{Sampler: sampler, Draws: draws})
			dst, s := c.CentralDraw(), g.NewScratch()
			b.ReportAllocs()
			j := 0
			for b.Loop() {
				g.Draw(j%draws, dst, s)
				j++
			}
			b.ReportMetric(float64(len(g.Drawn())), "drawn")
		})
	}
}

func BenchmarkBodyErrors(b *testing.B) {
	c := london(b)
	g := generator(b, c, uncertain.Options{})
	dst := make([]float64, len(c.Commissioners))
	b.ReportAllocs()
	j := 0
	for b.Loop() {
		g.BodyErrors(j, dst)
		j++
	}
}

func BenchmarkNew(b *testing.B) {
	c := london(b)
	for b.Loop() {
		generator(b, c, uncertain.Options{})
	}
}
