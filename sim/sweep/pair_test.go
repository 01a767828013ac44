package sweep_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"reconfig/model"
	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/sweep"
	"reconfig/sim/uncertain"
)

// differences runs the sweep, and gives the rows of its differences.
func differences(t testing.TB, s *sweep.Sweep) []result.SweepRow {
	t.Helper()
	_, all := bothTables(t, s)
	return all
}

// paired finds a difference by its point, structures, statistic and outcome.
func paired(rows []result.SweepRow, outcomes []result.Outcome) map[string]float64 {
	all := map[string]float64{}
	for _, row := range rows {
		for i, o := range outcomes {
			all[pairKey(row.Point, row.Structure, row.Second, row.Statistic, o)] = row.Values[i]
		}
	}
	return all
}

func pairKey(point int, first, second, statistic string, o result.Outcome) string {
	return fmt.Sprint(point, first, " ", second, " ", statistic, " ", o)
}

func alike(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// A sweep of one point has the differences of a run, whatever the outcome: bit by bit.
func TestDifferencesAreThoseOfARun(t *testing.T) {
	c := london(t)
	p := &plan.Plan{Draws: 150, Seed: 4, Correlated: true, Rows: plan.StatisticRows, Sampler: "orthogonal"}
	s := newSweep(t, c, p)
	got := paired(differences(t, s), s.Heading().Outcomes)
	e, err := sim.Compile(c, sim.Options{Trajectories: true})
	if err != nil {
		t.Fatal(err)
	}
	g, err := uncertain.New(c, uncertain.Options{Seed: 4, Draws: 150, Sampler: "orthogonal"})
	if err != nil {
		t.Fatal(err)
	}
	run, err := ensemble.Run(context.Background(), e, g, ensemble.Options{Base: c.CentralDraw(), Draws: 150})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range run.Differences {
		o, _ := result.OutcomeByName(row.Outcome)
		for statistic, want := range map[string]result.Number{
			result.Mean: row.Mean, result.SD: row.SD, result.P05: row.P05, result.P25: row.P25, result.P50: row.P50, result.P75: row.P75, result.P95: row.P95,
			result.MCError: row.MCError, result.ProbabilityFirstBetter: row.ProbabilityFirstBetter, result.ProbabilityEqual: row.ProbabilityEqual,
		} {
			key := pairKey(1, row.First, row.Second, statistic, o)
			if v, found := got[key]; !found || !alike(v, float64(want)) {
				t.Errorf("%s: %v (found: %v), not %v", key, v, found, want)
			}
		}
	}
	if n := len(run.Differences) * len(result.PairStatistics); n != len(got) {
		t.Errorf("%d differences, not %d", len(got), n)
	}
}

// The mean of a difference is the difference of the means; what a pair comes to turned round is the same with the other sign;
// and either is better or both are equal.
func TestDifferencesFitTogether(t *testing.T) {
	c := london(t)
	p := gridPlan(60)
	outcomes := []result.Outcome{result.StructurePayback, result.NetBenefit}
	there := paired(differences(t, newSweep(t, c, p)), outcomes)
	means := map[string]float64{}
	for _, row := range rows(t, newSweep(t, c, p)) {
		means[key(row)] = row.Values[1]
	}
	q := gridPlan(60)
	slices.Reverse(q.Structures)
	back := differences(t, newSweep(t, c, q))
	for _, row := range back {
		other := func(statistic string, o result.Outcome) float64 {
			return there[pairKey(row.Point, row.Second, row.Structure, statistic, o)]
		}
		switch row.Statistic {
		case result.Mean:
			mean := func(structure string) float64 {
				return means[key(result.SweepRow{Point: row.Point, Map: row.Map, Structure: structure, Statistic: result.Mean})]
			}
			a, b := mean(row.Structure), mean(row.Second)
			if math.Abs(row.Values[1]-(a-b)) > 1e-9*max(math.Abs(a), math.Abs(b)) || a == 0 {
				t.Errorf("%s less %s: mean %v, not %v", row.Structure, row.Second, row.Values[1], a-b)
			}
		case result.P05:
			if turned := other(result.P95, result.NetBenefit); math.Abs(row.Values[1]+turned) > 1e-9*math.Abs(turned) {
				t.Errorf("%s less %s: p05 is %v, where p95 turned round is %v", row.Structure, row.Second, row.Values[1], turned)
			}
		case result.ProbabilityFirstBetter:
			for i, o := range outcomes {
				if sum := row.Values[i] + other(result.ProbabilityFirstBetter, o) + other(result.ProbabilityEqual, o); math.Abs(sum-1) > 1e-12 {
					t.Errorf("%s and %s on %s: probabilities add up to %v", row.Structure, row.Second, o, sum)
				}
			}
		}
	}
	if len(back) != 6*3*len(result.PairStatistics) {
		t.Errorf("%d rows", len(back))
	}
}

// checkSketched holds the differences of many draws, which are sketched, against those of every draw.
func checkSketched(t *testing.T, rows []result.SweepRow, draws map[string][]result.Values) {
	t.Helper()
	for _, row := range rows {
		a, b := column(draws[row.Structure], result.StructureNPV), column(draws[row.Second], result.StructureNPV)
		values, n := make([]float64, len(a)), float64(len(a))
		better, same := 0.0, 0.0
		for k := range values {
			values[k] = a[k] - b[k]
			if math.Abs(values[k]) <= 1e-9*max(math.Abs(a[k]), math.Abs(b[k])) {
				same++
			} else if a[k] > b[k] {
				better++
			}
		}
		slices.Sort(values)
		want := map[string]float64{
			result.ProbabilityFirstBetter: better / n, result.ProbabilityEqual: same / n, result.P50: (values[(len(a)-1)/2] + values[len(a)/2]) / 2,
		}
		if near, checked := want[row.Statistic]; checked && math.Abs(row.Values[1]-near) > ensemble.SketchError*math.Abs(near) {
			t.Errorf("%s less %s: %s is %v, not %v", row.Structure, row.Second, row.Statistic, row.Values[1], near)
		}
	}
}

// Rows of single draws are pairs already.
func TestSingleDrawsHaveNoDifferences(t *testing.T) {
	for _, p := range []*plan.Plan{{Rows: plan.StatisticRows}, {Draws: 5, Rows: plan.DrawRows}, {Hypercube: 5, Rows: plan.StatisticRows}, {Draws: 5, Rows: plan.StatisticRows, Structures: []string{"merger"}}} {
		c := london(t)
		if got := differences(t, newSweep(t, c, p)); len(got) > 0 {
			t.Errorf("%+v: %d differences", p, len(got))
		}
	}
}

// Pairs of many structures grow with their number, not with its square.
func TestPairsOfManyStructures(t *testing.T) {
	c := london(t)
	all := slices.Clone(c.Structures)
	for i := range 40 {
		like := all[i%len(all)]
		code := fmt.Sprintf("copy-%d", i)
		for _, x := range slices.Clone(c.Placements) {
			if x.Structure == like.Code {
				x.Structure = code
				c.Placements = append(c.Placements, x)
			}
		}
		c.Structures = append(c.Structures, model.Structure{Code: code, Name: code})
	}
	s := newSweep(t, c, &plan.Plan{Draws: 3, Seed: 1, Rows: plan.StatisticRows, Outcomes: []string{"structure_npv_k"}})
	if n := len(c.Structures); s.Pairs() < n-1 || s.Pairs() > n-1+14*13/2 {
		t.Errorf("%d pairs of %d structures", s.Pairs(), n)
	}
	against := map[string]bool{}
	for _, row := range differences(t, s) {
		if row.Structure == c.Structures[0].Code {
			against[row.Second] = true
		}
	}
	if len(against) != len(c.Structures)-1 {
		t.Errorf("the first structure is held against %d others", len(against))
	}
}
