package ensemble_test

import (
	"math"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/quantile"
	"reconfig/sim/uncertain"
)

// traced runs the draws one after the other and hands over the workspace of each.
func traced(t *testing.T, c *model.Case, draws int, visit func(*sim.Engine, *sim.Workspace)) {
	t.Helper()
	e, err := sim.Compile(c, sim.Options{Trajectories: true})
	if err != nil {
		t.Fatal(err)
	}
	g, err := uncertain.New(c, uncertain.Options{Seed: 3, Draws: draws})
	if err != nil {
		t.Fatal(err)
	}
	w, d, scratch, errors := e.NewWorkspace(), c.CentralDraw(), g.NewScratch(), make([]float64, len(c.Commissioners))
	for j := range draws {
		g.Draw(j, d, scratch)
		g.BodyErrors(j, errors)
		e.Run(d, errors, w)
		visit(e, w)
	}
}

// near says whether a percentile from a sketch is as near as it must be.
func near(got result.Number, want float64) bool {
	return math.Abs(float64(got)-want) <= 2*ensemble.SketchError*math.Abs(want)+1e-9
}

// What draws come to for each commissioner is what they give one by one, whether bodies of a sector end alike, as with a
// target in per cent, or each by itself, as with one a head.
func TestWhereCommissionersEnd(t *testing.T) {
	const draws = 600 // more than a batch
	for _, name := range []string{"london-2010", "england-icb-2025"} {
		c := opened(t, name)
		c.HorizonYears = min(c.HorizonYears, float64(modeltest.ShortOrLong(4, 100)))
		n := run(t, c, uncertain.Options{Seed: 3}, ensemble.Options{Draws: draws}, sim.Options{})
		values, met := make([][]float64, len(n.Commissioners)), make([]int, len(n.Commissioners))
		traced(t, c, draws, func(e *sim.Engine, w *sim.Workspace) {
			row := 0
			for s := range e.Structures() {
				onTarget := 0.0
				for _, ending := range w.Endings(s) {
					values[row] = append(values[row], ending.Above)
					if ending.OnTarget {
						met[row]++
						onTarget++
					}
					row++
				}
				if want := w.Outcomes(s)[result.CommissionersOnTarget]; onTarget != want {
					t.Fatalf("%s: %v on target, the outcome says %v", name, onTarget, want)
				}
			}
		})
		for i, row := range n.Commissioners {
			d := ensemble.Describe(values[i], &quantile.Scratch{})
			if !near(row.AboveTargetMean, d.Of(result.Mean)) || !near(row.AboveTargetP05, d.Of(result.P05)) || !near(row.AboveTargetP95, d.Of(result.P95)) {
				t.Fatalf("%s: %s under %s ends at %v (%v to %v), not at %v (%v to %v)", name, row.Code, row.Structure,
					row.AboveTargetMean, row.AboveTargetP05, row.AboveTargetP95, d.Of(result.Mean), d.Of(result.P05), d.Of(result.P95))
			}
			if want := float64(met[i]) / draws; float64(row.OnTargetShare) != want {
				t.Fatalf("%s: %s under %s is on target in %v of draws, not %v", name, row.Code, row.Structure, row.OnTargetShare, want)
			}
		}
	}
}

// The cost required is held against that of the structure that changes nothing in the same draw.
func TestRequiredCostAgainstTheStatusQuo(t *testing.T) {
	const draws = 600
	c := london(t)
	n := run(t, c, uncertain.Options{Seed: 3}, ensemble.Options{Draws: draws}, sim.Options{})
	values := map[string][]float64{}
	const quarter = 20
	traced(t, c, draws, func(e *sim.Engine, w *sim.Workspace) {
		for s, code := range e.Structures() {
			values[code] = append(values[code], w.Trajectory(s)[quarter-1].RequiredCostK-w.Trajectory(e.Unchanged())[quarter-1].RequiredCostK)
		}
	})
	moved := 0
	for _, row := range n.Trajectories {
		if row.Quarter != quarter || row.Statistic == result.CentralDraw {
			continue
		}
		d := ensemble.Describe(values[row.Structure], &quantile.Scratch{})
		if !near(row.RequiredCostAgainstStatusQuoK, d.Of(row.Statistic)) {
			t.Errorf("%s of %s is %v, not %v", row.Statistic, row.Structure, row.RequiredCostAgainstStatusQuoK, d.Of(row.Statistic))
		}
		if row.RequiredCostAgainstStatusQuoK != 0 {
			moved++
		}
	}
	if moved == 0 {
		t.Error("no structure requires another cost than the status quo")
	}
	without := run(t, c, uncertain.Options{Seed: 3}, ensemble.Options{Draws: 2}, sim.Options{Structures: []string{"merger"}})
	for _, row := range without.Trajectories {
		if !math.IsNaN(float64(row.RequiredCostAgainstStatusQuoK)) {
			t.Fatalf("held against %v without the status quo", row.RequiredCostAgainstStatusQuoK)
		}
	}
}
