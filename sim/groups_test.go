package sim_test

import (
	"math"
	"slices"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/uncertain"
)

// What a map's sectors are worth one by one adds up to what the engine says of the map, in draws with errors of bodies.
func TestGroupsAddUpToTheMap(t *testing.T) {
	for _, test := range []struct{ name, structure string }{
		{"london-2010", "merger"}, {"london-2010", "joint-management"}, {"london-2010", "de-facto-then-merger"}, {"england-icb-2025", "cluster"}, {"england-icb-2025", "merger"},
	} {
		opened, err := data.OpenCase(test.name)
		if err != nil {
			t.Fatal(err)
		}
		c := opened.Case
		generator, err := uncertain.New(c, uncertain.Options{Base: c.CentralDraw(), Seed: 5, Draws: 64})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range modeltest.Some(c.MapNames(), 2) {
			groups := groupsOf(t, c, m)
			for _, o := range modeltest.Some(sim.GroupOutcomes(), 6) {
				e, err := sim.Compile(c, sim.Options{Map: m, Structures: []string{test.structure}, Outcomes: []result.Outcome{o}, MeanEvents: true})
				if err != nil {
					t.Fatal(err)
				}
				g, err := sim.CompileGroups(c, test.structure, 0, o, groups)
				if err != nil {
					t.Fatal(err)
				}
				whole, parts := e.NewWorkspace(), g.NewWorkspace()
				draw, scratch, errors := slices.Clone(c.CentralDraw()), generator.NewScratch(), make([]float64, len(c.Commissioners))
				values := make([]float64, len(groups))
				for j := range 5 {
					generator.Draw(j, draw, scratch)
					generator.BodyErrors(j, errors)
					e.Run(draw, errors, whole)
					g.Run(draw, errors, parts, 0, values[:2])
					g.Run(draw, errors, parts, 2, values[2:])
					sum := 0.0
					for _, v := range values {
						sum += v
					}
					if want := whole.Outcomes(0)[o]; math.Abs(sum-want) > 1e-9*max(1, math.Abs(want)) {
						t.Errorf("%s, %s, %s, %s, draw %d: the sectors add up to %v, the map has %v", test.name, m, test.structure, o, j, sum, want)
					}
				}
			}
		}
	}
}

// groupsOf lists the sectors of a map by the indices of their commissioners.
func groupsOf(t testing.TB, c *model.Case, name string) [][]int {
	t.Helper()
	m, ok := c.Map(name)
	if !ok {
		t.Fatal(name)
	}
	indices := map[string]int{}
	for i, x := range c.Commissioners {
		indices[x.Code] = i
	}
	groups := make([][]int, len(m.Sectors))
	for i, s := range m.Sectors {
		for _, code := range s.Members {
			groups[i] = append(groups[i], indices[code])
		}
		slices.Sort(groups[i])
	}
	return groups
}

func TestGroupsRefuseWhatIsNoSum(t *testing.T) {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	groups := [][]int{{0, 1}}
	for _, test := range []struct {
		structure string
		outcome   result.Outcome
	}{{"merger", result.CapacityLowest}, {"merger", result.StructurePayback}, {"hub-and-sectors", result.NetBenefit}, {"none", result.NetBenefit}} {
		if _, err := sim.CompileGroups(c.Case, test.structure, 0, test.outcome, groups); err == nil {
			t.Errorf("%s, %s: no error", test.structure, test.outcome)
		}
	}
}

func BenchmarkGroups(b *testing.B) {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		b.Fatal(err)
	}
	groups := groupsOf(b, c.Case, "six-2009")
	for len(groups) < 600 {
		groups = append(groups, groups[:6]...)
	}
	g, err := sim.CompileGroups(c.Case, "merger", 0, result.NetBenefit, groups)
	if err != nil {
		b.Fatal(err)
	}
	w, draw, values := g.NewWorkspace(), c.CentralDraw(), make([]float64, len(groups))
	for b.Loop() {
		g.Run(draw, nil, w, 0, values)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(groups)), "ns/group")
}
