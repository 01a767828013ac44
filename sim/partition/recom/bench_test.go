package recom_test

import (
	"context"
	"testing"

	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
	"reconfig/sim/partition/recom"
)

// BenchmarkReCom takes steps of one chain on the graph of London's 31 bodies in five groups, on one core. GerryChain takes
// 780 to 1,170 ReCom steps a second there. It reports how many proposals a second, and how many that were taken.
func BenchmarkReCom(b *testing.B) {
	london := partitiontest.Land(b, "london-2010")
	limits := map[string]partition.Rules{
		"bodies":  {Least: 4, Most: 8},
		"people":  {Weights: london.People, LeastWeight: 1.24e6, MostWeight: 1.86e6}, // within a fifth of the mean, 1.55 m
		"nothing": {},
	}
	for name, r := range limits {
		for kind, target := range map[string]recom.Target{"plain": recom.Plain, "trees": recom.Trees, "uniform": recom.Uniform} {
			b.Run(name+"/"+kind, func(b *testing.B) {
				c, err := recom.NewChain(context.Background(), london.Graph, r, 5, target, 1, 0, nil)
				if err != nil {
					b.Fatal(err)
				}
				taken := 0
				for b.Loop() {
					if c.Step() {
						taken++
					}
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "steps/s")
				b.ReportMetric(float64(taken)/b.Elapsed().Seconds(), "taken/s")
			})
		}
	}
}
