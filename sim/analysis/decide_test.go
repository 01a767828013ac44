package analysis_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/ensemble"
)

// decided is London, decided on an outcome.
func decided(t testing.TB, o analysis.DecideOptions) (*analysis.Setup, *result.Analysis) {
	t.Helper()
	s := setup(t, london(t), nil)
	o.Structures = s.StructureCodes(o.Structures)
	if o.GroupBy == "" {
		o.GroupBy = "quantity"
	}
	found, err := s.Decide(background, o)
	if err != nil {
		t.Fatal(err)
	}
	return s, found
}

// What is decided must be of the same draws as what is printed of a run.
func TestDecisionsAreOfTheSameDraws(t *testing.T) {
	const draws = 600
	s, found := decided(t, analysis.DecideOptions{Outcome: result.NetBenefit, Draws: draws})
	e, err := sim.Compile(s.Case, sim.Options{Trajectories: true})
	if err != nil {
		t.Fatal(err)
	}
	run, err := ensemble.Run(background, e, s.Generator, ensemble.Options{Base: s.Base, Draws: draws})
	if err != nil {
		t.Fatal(err)
	}
	statistic := func(structure, name string) float64 {
		for _, row := range run.Outcomes {
			if row.Structure == structure && row.Statistic == name {
				return row.Values[result.NetBenefit]
			}
		}
		panic(structure)
	}
	for _, row := range found.Robustness {
		for name, got := range map[string]result.Number{result.Mean: row.Mean, result.P05: row.P05, result.P95: row.P95} {
			if want := statistic(row.Structure, name); !near(float64(got), want, 1e-8) {
				t.Errorf("%s, %s: %v, want %v", row.Structure, name, got, want)
			}
		}
		for _, p := range run.Probabilities {
			if p.Structure == row.Structure && p.Event == result.Best && p.Outcome == "net_benefit_k" && math.Abs(p.Probability-float64(row.ProbabilityBest)) > 1e-12 {
				t.Errorf("%s is best in %v of draws, want %v", row.Structure, row.ProbabilityBest, p.Probability)
			}
		}
	}
	worth := s.Base[place(t, s.Case, "capacity.value")]
	for _, row := range found.Acceptability {
		if math.Abs(float64(row.CapacityValue)-worth) < 1e-3 && !near(float64(row.NetBenefit), statistic(row.Structure, result.Mean), 1e-2) {
			t.Errorf("%s: net benefit %v at the base's worth of capacity, want %v", row.Structure, row.NetBenefit, statistic(row.Structure, result.Mean))
		}
	}
}

func place(t testing.TB, c *model.Case, name string) int {
	t.Helper()
	i, ok := c.AssumptionIndex(name)
	if !ok {
		t.Fatal(name)
	}
	return i
}

// Net benefit is a straight line in the worth of capacity, draw by draw; so a run at another worth must lie on it.
func TestAcceptabilityIsThatOfRunsAtEachWorth(t *testing.T) {
	c := london(t)
	_, found := decided(t, analysis.DecideOptions{Outcome: result.NetBenefit, Draws: 300})
	for _, worth := range []float64{0, 0.5, 3} {
		s := setup(t, c, map[string]float64{"capacity.value": worth})
		sample, err := s.Sample(background, nil, []result.Outcome{result.NetBenefit}, 300)
		if err != nil {
			t.Fatal(err)
		}
		values := sample.Of(result.NetBenefit)
		best := ensemble.BestShares(result.Higher, values)
		for i, code := range sample.Structures {
			for _, row := range found.Acceptability {
				if row.Structure != code || math.Abs(float64(row.CapacityValue)-worth) > 1e-9 {
					continue
				}
				if want := stat.Mean(values[i], nil); !near(float64(row.NetBenefit), want, 1e-8) {
					t.Errorf("%s at %v: net benefit %v, want %v", code, worth, row.NetBenefit, want)
				}
				if math.Abs(float64(row.ProbabilityBest)-best[i]) > 1e-9 {
					t.Errorf("%s at %v: best in %v, want %v", code, worth, row.ProbabilityBest, best[i])
				}
			}
		}
	}
}

// A switching value is where the engine itself prefers another structure: just beyond it, and not just before.
func TestSwitchingValuesSwitch(t *testing.T) {
	s, found := decided(t, analysis.DecideOptions{Outcome: result.NetBenefit, Draws: 200, GroupBy: "none"})
	e, err := sim.Compile(s.Case, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := e.NewWorkspace()
	best := func(name string, v float64) string {
		d := slices.Clone(s.Base)
		d[place(t, s.Case, name)] = v
		e.Run(d, nil, w)
		top := 0
		for i := range e.Structures() {
			if w.Outcomes(i)[result.NetBenefit] > w.Outcomes(top)[result.NetBenefit] {
				top = i
			}
		}
		return e.Structures()[top]
	}
	switches := 0
	for _, row := range found.Switching {
		if got := best(row.Assumption, float64(row.Base)); got != row.Preferred {
			t.Errorf("%s: %s is preferred in the base, not %s", row.Assumption, got, row.Preferred)
		}
		for _, side := range []struct {
			at   result.Number
			then string
			away float64
		}{{row.Below, row.ThenBelow, -1}, {row.Above, row.ThenAbove, 1}} {
			at := float64(side.at)
			if math.IsNaN(at) {
				if side.then != "" {
					t.Errorf("%+v", row)
				}
				continue
			}
			switches++
			little := 1e-7 * max(1, math.Abs(at)) * side.away
			if got := best(row.Assumption, at-little); got != row.Preferred {
				t.Errorf("%s: %s is preferred before %v", row.Assumption, got, at)
			}
			if got := best(row.Assumption, at+little); got != side.then {
				t.Errorf("%s: %s is preferred beyond %v, not %s", row.Assumption, got, at, side.then)
			}
		}
	}
	if switches < 10 {
		t.Errorf("%d switching values: too few to have tested anything", switches)
	}
	xs, ys := found.SwitchingMap[0], found.SwitchingMap[len(found.SwitchingMap)-1]
	for _, row := range []result.SwitchingMapRow{xs, ys, found.SwitchingMap[len(found.SwitchingMap)/2], found.SwitchingMap[7]} {
		d := slices.Clone(s.Base)
		d[place(t, s.Case, row.X)], d[place(t, s.Case, row.Y)] = float64(row.XValue), float64(row.YValue)
		e.Run(d, nil, w)
		at := func(code string) float64 {
			return w.Outcomes(slices.Index(e.Structures(), code))[result.NetBenefit]
		}
		for _, code := range e.Structures() {
			if code != row.Preferred && at(code) > at(row.Preferred)-float64(row.Lead)+1e-3 {
				t.Errorf("%+v: %s is nearer than that", row, code)
			}
		}
	}
}

// A staged structure and its steps alone are structures of London's own.
func TestStagesAreStructuresOfTheCase(t *testing.T) {
	const draws = 250
	s, found := decided(t, analysis.DecideOptions{Outcome: result.StructureNPV, Draws: draws, GroupBy: "none"})
	sample, err := s.Sample(background, nil, []result.Outcome{result.StructureNPV}, draws)
	if err != nil {
		t.Fatal(err)
	}
	mean := func(code string) float64 {
		return stat.Mean(sample.Of(result.StructureNPV)[slices.Index(sample.Structures, code)], nil)
	}
	want := map[string]string{result.FirstOnly: "de-facto-merger", result.Straight: "merger", result.Staged: "de-facto-then-merger"}
	seen := map[string]bool{}
	for _, row := range found.Stages {
		if row.Variant == result.Staged && row.SecondYear != 1.5 || row.Variant == result.Late {
			continue
		}
		seen[row.Variant] = true
		if got := float64(row.Mean); !near(got, mean(want[row.Variant]), 1e-9) {
			t.Errorf("%s: mean %v, want that of %s, %v", row.Variant, got, want[row.Variant], mean(want[row.Variant]))
		}
		if got, want := float64(row.Against), mean(want[row.Variant])-mean("merger"); math.Abs(got-want) > 1e-6*math.Abs(mean("merger")) {
			t.Errorf("%s: %v more than going straight, want %v", row.Variant, got, want)
		}
	}
	if len(seen) != 3 {
		t.Errorf("variants %v", seen)
	}
	if len(found.FirstSteps) != 3 {
		t.Fatalf("%d first steps", len(found.FirstSteps))
	}
	chances := 0.0
	for _, row := range found.FirstSteps {
		chances += float64(row.ProbBestFirstStep)
		if !(row.ValueLearning >= row.Value-1e-6 && row.RegretLearning <= row.ExpectedRegret+1e-6 && row.RegretLearning >= 0) {
			t.Errorf("%+v", row)
		}
	}
	if math.Abs(chances-1) > 1e-9 {
		t.Errorf("first steps are best in %v of draws in all", chances)
	}
}

func TestIdentitiesOfDecisions(t *testing.T) {
	for _, o := range []result.Outcome{result.NetBenefit, result.OneOffCost} { // higher is better, lower is better
		s, found := decided(t, analysis.DecideOptions{Outcome: o, Draws: 400, Requirements: []analysis.Requirement{{Outcome: result.CapacityLowest, Comparison: ">=", Threshold: 0.65}}})
		least, chances := math.Inf(1), 0.0
		for _, row := range found.Robustness {
			least = min(least, float64(row.ExpectedRegret))
			chances += float64(row.ProbabilityBest)
			if !(row.P05 <= row.Mean && row.Mean <= row.P95 && row.ExpectedRegret <= row.WorstRegret && row.MeetsAll >= 0 && row.MeetsAll <= 1) {
				t.Errorf("%+v", row)
			}
		}
		if perfect := found.Information[0]; perfect.Input != result.Everything || !near(float64(perfect.Value), least, 1e-9) {
			t.Errorf("%s: perfect information is worth %v, the least expected regret is %v", o, perfect.Value, least)
		}
		if math.Abs(chances-1) > 1e-9 {
			t.Errorf("%s: structures are best in %v of draws in all", o, chances)
		}
		for _, row := range found.Information {
			if !(row.Value >= 0 && row.Value <= found.Information[0].Value) {
				t.Errorf("%s: %s is worth %v", o, row.Input, row.Value)
			}
		}
		ranks := map[string]float64{}
		for _, row := range found.Ranks {
			ranks[row.Structure] += float64(row.Probability)
		}
		for code, sum := range ranks {
			if math.Abs(sum-1) > 1e-9 {
				t.Errorf("%s: ranks of %s add up to %v", o, code, sum)
			}
		}
		if n := len(s.Case.Structures); len(found.Dominance) != n*(n-1) || len(found.TradeOffs) != n*(n-1)/2 {
			t.Errorf("%d and %d pairs of %d structures", len(found.Dominance), len(found.TradeOffs), n)
		}
	}
}

func TestWhatDecideRefuses(t *testing.T) {
	s := setup(t, london(t), nil)
	for outcome, want := range map[result.Outcome]string{
		result.StatutoryBoards: "no better direction", result.StructurePayback: "may never come",
	} {
		_, err := s.Decide(background, analysis.DecideOptions{Outcome: outcome, Structures: s.StructureCodes(nil), Draws: 200, GroupBy: "none"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", outcome, err)
		}
	}
}
