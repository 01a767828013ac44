package uncertain_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/sim/uncertain"
)

func london(t testing.TB) *model.Case {
	t.Helper()
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	return c.Case
}

func generator(t testing.TB, c *model.Case, o uncertain.Options) *uncertain.Generator {
	t.Helper()
	g, err := uncertain.New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// assume makes an uncertain assumption of which everything from low to high is possible, and no more.
func assume(name, distribution string, low, central, high float64) model.Assumption {
	return model.Assumption{Name: name, Kind: "uncertainty", Min: low, Max: high, Low: low, Central: central, High: high, Distribution: distribution}
}

// units is a case of n assumptions that are uniform between 0 and 1, so that a draw is what the sampler gives.
func units(n int) *model.Case {
	c := &model.Case{}
	for i := range n {
		c.Assumptions = append(c.Assumptions, assume(fmt.Sprintf("u.%04d", i), "uniform", 0, 0.5, 1))
	}
	return c
}

// mixed is a case with every distribution and kind: a to f are drawn, z is a constant.
func mixed() *model.Case {
	c := &model.Case{Assumptions: []model.Assumption{
		assume("a", "uniform", -1, 0, 3), assume("b", "triangular", 0, 1, 4), assume("c", "pert", 0, 1, 4),
		assume("d", "lognormal", 0, 2, 5), assume("e", "beta", 0.1, 0.3, 0.5), assume("f", "pert", 10, 10, 12),
		assume("z", "pert", 7, 7, 7),
		{Name: "lever", Kind: "lever", Min: 0, Max: 9, Low: 1, Central: 2, High: 3, Distribution: "uniform"},
		{Name: "convention", Kind: "convention", Min: 0, Max: 9, Low: 1, Central: 4, High: 5, Distribution: "pert"},
	}}
	c.Assumptions[3].Max, c.Assumptions[4].Max = 100, 1
	c.Assumptions[4].Min = 0
	return c
}

// correlate adds rank correlations to a case.
func correlate(c *model.Case, a, b string, rank float64) {
	c.Correlations = append(c.Correlations, model.Correlation{A: a, B: b, RankCorrelation: rank})
}

// columns draws n times and returns the values of each assumption, and of each chance.
func columns(g *uncertain.Generator, c *model.Case, n int) [][]float64 {
	all := make([][]float64, c.DrawSize())
	dst, s := c.CentralDraw(), g.NewScratch()
	for j := range n {
		g.Draw(j, dst, s)
		for i, v := range dst {
			all[i] = append(all[i], v)
		}
	}
	return all
}

// draw returns one draw in memory of its own.
func draw(g *uncertain.Generator, c *model.Case, j int) model.Draw {
	dst := c.CentralDraw()
	g.Draw(j, dst, g.NewScratch())
	return dst
}

// spearman is the correlation of the ranks of two samples without ties.
func spearman(x, y []float64) float64 { return correlationOfRanks(ranks(x), ranks(y)) }

func correlationOfRanks(rx, ry []float64) float64 {
	n := float64(len(rx))
	sum := 0.0
	for i := range rx {
		sum += (rx[i] - ry[i]) * (rx[i] - ry[i])
	}
	return 1 - 6*sum/(n*(n*n-1))
}

func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case x[a] < x[b]:
			return -1
		case x[a] > x[b]:
			return 1
		}
		return 0
	})
	r := make([]float64, len(x))
	for rank, i := range order {
		r[i] = float64(rank)
	}
	return r
}

// near says whether two numbers differ by no more than a tolerance.
func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }
