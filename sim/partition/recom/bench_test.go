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
				c, err := recom.NewChain(context.Background(), london.Graph, r, 5, recom.ChainOptions{Target: target, Seed: 1})
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

// BenchmarkSearch is a search of large graphs by one chain on one core; it reports steps a second.
func BenchmarkSearch(b *testing.B) {
	for name, c := range map[string]struct {
		g *partition.Graph
		r partition.Rules
		k int
	}{
		"300":  {partitiontest.Grid(15, 20), partition.Rules{Least: 4, Most: 12}, 42},
		"3030": {partitiontest.Grid(30, 101), partition.Rules{Least: 40, Most: 110}, 42},
	} {
		b.Run(name, func(b *testing.B) {
			const steps = 20_000
			for b.Loop() {
				o := recom.SearchOptions{Chains: 1, Steps: steps, Workers: 1}
				if _, err := recom.Search(context.Background(), c.g, c.r, c.k, newRugged, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(steps*b.N)/b.Elapsed().Seconds(), "steps/s")
		})
	}
}
