package partition_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
)

// mixedValues are like those of an engine: economies of scale that fade with size and with people, a charge that grows with
// size, and noise of the groups.
func mixedValues(groups []partition.Group, people []float64, noise float64) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range groups {
		total := 0.0
		for v := range groups[i].Members.All() {
			total += people[v]
		}
		n := float64(groups[i].Members.Len())
		groups[i].Value = 30*math.Sqrt(n) + 10*math.Pow(total/1e6, 0.7) - 2*n*n/10 + noise*r.NormFloat64()
	}
}

// randomValues are independent, so that nothing makes one group like another.
func randomValues(groups []partition.Group, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 3))
	for i := range groups {
		groups[i].Value = r.NormFloat64()
	}
}

func londonGroups(b *testing.B, most int) ([]partition.Group, []float64) {
	london := partitiontest.Land(b, "london-2010")
	return groupsOf(b, london.Graph, partition.Rules{Most: most}), london.People
}

func BenchmarkEachGroup(b *testing.B) {
	london := partitiontest.Land(b, "london-2010").Graph
	for b.Loop() {
		groupsOf(b, london, partition.Rules{Most: 8})
	}
}

// BenchmarkSolve is the best map of London into six groups of up to eight, with its proof.
func BenchmarkSolve(b *testing.B) {
	groups, people := londonGroups(b, 8)
	for name, set := range map[string]func(){
		"fading":  func() { mixedValues(groups, people, 0) },
		"mixed":   func() { mixedValues(groups, people, 1) },
		"noisier": func() { mixedValues(groups, people, 5) },
		"random":  func() { randomValues(groups, 1) },
	} {
		b.Run(name, func(b *testing.B) {
			set()
			p, err := partition.NewProblem(31, groups)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				s, err := p.Solve(context.Background(), 6, partition.Options{})
				if err != nil || !s.Proved {
					b.Fatal(err)
				}
				b.ReportMetric(float64(s.Left), "left")
			}
		})
	}
}

// BenchmarkCount is how fast partitions of a plateau are counted; it reports how many a second.
func BenchmarkCount(b *testing.B) {
	groups, people := londonGroups(b, 8)
	mixedValues(groups, people, 1)
	p, err := partition.NewProblem(31, groups)
	if err != nil {
		b.Fatal(err)
	}
	s, err := p.Solve(context.Background(), 6, partition.Options{})
	if err != nil {
		b.Fatal(err)
	}
	counted := 0
	for b.Loop() {
		c, err := s.Count(context.Background(), s.Best.Value-4, 1e6, partition.Options{})
		if err != nil {
			b.Fatal(err)
		}
		counted += c.Partitions
	}
	b.ReportMetric(float64(counted)/b.Elapsed().Seconds(), "partitions/s")
	b.ReportMetric(float64(counted)/float64(b.N), "partitions")
}
