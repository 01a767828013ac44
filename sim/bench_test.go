package sim_test

import (
	"math/rand/v2"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// sample is what a benchmark runs: draws in turn, each with the errors of the bodies' baselines.
type sample struct {
	draws  []model.Draw
	errors [][]float64
}

// centralSample is the central draw, over and over.
func centralSample(c *model.Case) sample {
	return sample{[]model.Draw{c.CentralDraw()}, [][]float64{nil}}
}

// plausibleSample is what a Monte Carlo run does: draws that differ in every uncertain assumption, anywhere in its
// plausible range, in every chance, and in the error of every body's baseline.
func plausibleSample(c *model.Case) sample {
	const size = 64
	var s sample
	r := rand.New(rand.NewPCG(2010, 31))
	for range size {
		d := c.CentralDraw()
		for i, a := range c.Assumptions {
			if a.Kind == "uncertainty" {
				d[i] = a.Low + (a.High-a.Low)*r.Float64()
			}
		}
		for i := len(c.Assumptions); i < len(d); i++ {
			d[i] = r.Float64() // chances
		}
		z := make([]float64, len(c.Commissioners))
		for i := range z {
			z[i] = r.NormFloat64()
		}
		s.draws, s.errors = append(s.draws, d), append(s.errors, z)
	}
	return s
}

// with sets an assumption in every draw.
func (s sample) with(b *testing.B, c *model.Case, name string, v float64) sample {
	for _, d := range s.draws {
		set(b, c, d, name, v)
	}
	return s
}

// benchmark states the time for each commissioner, function, structure and quarter.
func benchmark(b *testing.B, c *model.Case, s sample, o sim.Options) {
	e, err := sim.Compile(c, o)
	if err != nil {
		b.Fatal(err)
	}
	w := e.NewWorkspace()
	cells := float64(len(c.Commissioners)*len(c.Functions)*len(e.Structures())) * 4 * e.HorizonYears()
	b.ReportAllocs()
	next := 0
	for b.Loop() {
		e.Run(s.draws[next], s.errors[next], w)
		if next++; next == len(s.draws) {
			next = 0
		}
	}
	perRun := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
	b.ReportMetric(1e9/perRun, "runs/s")
	b.ReportMetric(perRun/cells, "ns/cell")
}

func BenchmarkLondon(b *testing.B) {
	c := london(b)
	money := sim.Options{Outcomes: []result.Outcome{result.StructureNPV}}
	course := sim.Options{Trajectories: true}
	for _, draws := range []struct {
		name string
		of   func(*model.Case) sample
	}{{"central", centralSample}, {"plausible", plausibleSample}} {
		b.Run(draws.name+"/all outcomes", func(b *testing.B) { benchmark(b, c, draws.of(c), sim.Options{}) })
		b.Run(draws.name+"/trajectories too", func(b *testing.B) { benchmark(b, c, draws.of(c), course) })
		b.Run(draws.name+"/the structure's money only", func(b *testing.B) { benchmark(b, c, draws.of(c), money) })
		b.Run(draws.name+"/target per head", func(b *testing.B) {
			benchmark(b, c, draws.of(c).with(b, c, "target.per_head", 19), sim.Options{})
		})
		b.Run(draws.name+"/target per head, trajectories too", func(b *testing.B) {
			benchmark(b, c, draws.of(c).with(b, c, "target.per_head", 19), course)
		})
		b.Run(draws.name+"/target per head, the structure's money only", func(b *testing.B) {
			benchmark(b, c, draws.of(c).with(b, c, "target.per_head", 19), money)
		})
	}
}

// national is every size of country: London, England's ICBs, and a generated England of 303 and of 3,030 bodies with
// London's functions, structures and assumptions.
func national(b *testing.B) []*model.Case {
	icbs, err := data.OpenCase("england-icb-2025")
	if err != nil {
		b.Fatal(err)
	}
	return []*model.Case{london(b), icbs.Case, modeltest.England(london(b), modeltest.EnglandPCTs, 1), modeltest.England(london(b), 10*modeltest.EnglandPCTs, 1)}
}

// BenchmarkNational shows that a country costs no more a cell than a city, for draws as a Monte Carlo run makes them.
func BenchmarkNational(b *testing.B) {
	for _, c := range national(b) {
		s := plausibleSample(c)
		b.Run(c.Name+"/as the case is", func(b *testing.B) { benchmark(b, c, s, sim.Options{}) })
		b.Run(c.Name+"/target per head", func(b *testing.B) {
			benchmark(b, c, s.with(b, c, "target.per_head", 19), sim.Options{})
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	for _, c := range national(b) {
		b.Run(c.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := sim.Compile(c, sim.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
