package draws_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/draws"
	"reconfig/sim/uncertain"
)

// uncertainCase is a small case with an assumption that varies, and one body whose cost is an estimate.
func uncertainCase(t *testing.T) (*model.Case, *sim.Engine, *uncertain.Generator) {
	t.Helper()
	c := modeltest.Small()
	i, _ := c.AssumptionIndex("staff.exit_cost")
	a := &c.Assumptions[i]
	a.Kind, a.Distribution, a.Low, a.High = "uncertainty", "uniform", a.Central/2, a.Central*2
	i, _ = c.AssumptionIndex("baseline.spread")
	c.Assumptions[i].Central = 0.2
	c.Commissioners[0].ManagementCostBasis = "estimated"
	e, err := sim.Compile(c, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g, err := uncertain.New(c, uncertain.Options{Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	return c, e, g
}

// Whoever runs a draw, and it is told of.
func TestEveryDrawGivesWhatItGivesByItself(t *testing.T) {
	c, e, g := uncertainCase(t)
	const first, end = 5, 70
	w, d, scratch, z := e.NewWorkspace(), c.CentralDraw(), g.NewScratch(), make([]float64, len(c.Commissioners))
	var want []result.Values
	for j := first; j < end; j++ {
		g.Draw(j, d, scratch)
		g.BodyErrors(j, z)
		e.Run(d, z, w)
		want = append(want, *w.Outcomes(1))
	}
	if want[0][result.NetBenefit] == want[1][result.NetBenefit] {
		t.Fatal("nothing varies")
	}
	for _, workers := range []int{1, 3} {
		told := make(chan int, end)
		r := draws.New(g, draws.Options{Workers: workers, Progress: func(n int) { told <- n }}, e)
		got := make([]result.Values, end-first)
		if err := r.Run(t.Context(), first, end, func(w *draws.Workspace, j int) { got[j-first] = *w.Results.Outcomes(1) }); err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(got, want, func(a, b result.Values) bool { return a[result.NetBenefit] == b[result.NetBenefit] }) {
			t.Errorf("%d workers: other values than draw by draw", workers)
		}
		close(told)
		all := 0
		for n := range told {
			all += n
		}
		if all != end-first {
			t.Errorf("%d workers: told of %d runs, want %d", workers, all, end-first)
		}
	}
}

func TestWithRunsTheDrawsOfAnotherGenerator(t *testing.T) {
	c, e, g := uncertainCase(t)
	set, err := uncertain.New(c, uncertain.Options{Seed: 3, Set: []string{"staff.exit_cost"}})
	if err != nil {
		t.Fatal(err)
	}
	i, _ := c.AssumptionIndex("staff.exit_cost")
	r := draws.New(g, draws.Options{Workers: 2}, e)
	for _, x := range []struct {
		runner *draws.Runner
		varies bool
	}{{r, true}, {r.With(set), false}, {r, true}} {
		values := make([]float64, 40)
		if err := x.runner.Run(t.Context(), 0, len(values), func(w *draws.Workspace, j int) { values[j] = w.Draw[i] }); err != nil {
			t.Fatal(err)
		}
		slices.Sort(values)
		if varies := len(slices.Compact(values)) > 1; varies != x.varies {
			t.Errorf("the assumption varies: %v, want %v", varies, x.varies)
		}
	}
}

func TestRunStopsWithTheContext(t *testing.T) {
	_, e, g := uncertainCase(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := draws.New(g, draws.Options{Workers: 1}, e).Run(ctx, 0, 1000, func(_ *draws.Workspace, j int) {
		if j == 20 {
			cancel()
		}
		if j >= 20+draws.Block {
			t.Errorf("it runs draw %d", j)
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
