package analysis_test

import (
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/gonum/stat"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/ensemble"
	"reconfig/sim/uncertain"
)

// decided is London, decided on an outcome.
func decided(t testing.TB, o analysis.DecideOptions) (*analysis.Setup, *result.Analysis) {
	t.Helper()
	s := setup(t, lighter(t), nil)
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

// netBenefits is London decided on net benefit among all, for tests of several of its tables.
var netBenefits = sync.OnceValues(func() (*analysis.Setup, *result.Analysis) {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		panic(err)
	}
	s, err := analysis.New(fewerUncertain(c.Case), uncertain.Options{Seed: 1})
	if err != nil {
		panic(err)
	}
	found, err := s.Decide(background, analysis.DecideOptions{Outcome: result.NetBenefit, Structures: s.StructureCodes(nil), Draws: 300, GroupBy: "none"})
	if err != nil {
		panic(err)
	}
	return s, found
})

// What is decided must be of the same draws as what is printed of a run.
func TestDecisionsAreOfTheSameDraws(t *testing.T) {
	for _, o := range modeltest.Some([]result.Outcome{result.NetBenefitRisked, result.NetBenefit}, 2) {
		t.Run(o.String(), func(t *testing.T) { decisionsAreOfTheSameDraws(t, o) })
	}
}

func decisionsAreOfTheSameDraws(t *testing.T, o result.Outcome) {
	draws := modeltest.ShortOrLong(200, 600)
	var few []string // or all
	if !modeltest.Long() {
		few = []string{"status-quo", "merger", "joint-management", "de-facto-then-merger"}
	}
	s, found := decided(t, analysis.DecideOptions{Outcome: o, Draws: draws, GroupBy: "none", Structures: few})
	e, err := sim.Compile(s.Case, sim.Options{Structures: few, Trajectories: true})
	if err != nil {
		t.Fatal(err)
	}
	g, err := uncertain.New(s.Case, uncertain.Options{Seed: 1, Base: s.Base})
	if err != nil {
		t.Fatal(err)
	}
	run, err := ensemble.Run(background, e, g, ensemble.Options{Base: s.Base, Draws: draws})
	if err != nil {
		t.Fatal(err)
	}
	statistic := func(structure, name string, o result.Outcome) float64 {
		for _, row := range run.Outcomes {
			if row.Structure == structure && row.Statistic == name {
				return row.Values[o]
			}
		}
		panic(structure)
	}
	for _, row := range found.Robustness {
		for name, got := range map[string]result.Number{result.Mean: row.Mean, result.P05: row.P05, result.P95: row.P95} {
			if want := statistic(row.Structure, name, o); !near(float64(got), want, 1e-8) {
				t.Errorf("%s, %s: %v, want %v", row.Structure, name, got, want)
			}
		}
		for _, p := range run.Probabilities {
			if p.Structure == row.Structure && p.Event == result.Best && p.Outcome == o.String() && math.Abs(p.Probability-float64(row.ProbabilityBest)) > 1e-12 {
				t.Errorf("%s is best in %v of draws, want %v", row.Structure, row.ProbabilityBest, p.Probability)
			}
		}
	}
	worth := s.Base[index(t, s.Case, "capacity.value")]
	for _, row := range found.Acceptability {
		if math.Abs(float64(row.CapacityValue)-worth) < 1e-3 && !near(float64(row.NetBenefit), statistic(row.Structure, result.Mean, result.NetBenefit), 1e-2) {
			t.Errorf("%s: net benefit %v at the base's worth of capacity, want %v", row.Structure, row.NetBenefit, statistic(row.Structure, result.Mean, result.NetBenefit))
		}
	}
}

func index(t testing.TB, c *model.Case, name string) int {
	t.Helper()
	i, ok := c.AssumptionIndex(name)
	if !ok {
		t.Fatal(name)
	}
	return i
}

// Net benefit is a straight line in the worth of capacity, draw by draw; so a run at another worth must lie on it.
func TestAcceptabilityIsThatOfRunsAtEachWorth(t *testing.T) {
	c := lighter(t)
	_, found := netBenefits()
	for _, worth := range modeltest.Some([]float64{0.5, 0, 3}, 2) {
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

// Where one stretch of the frontier ends and the next begins both structures have the same expected net benefit, and within
// it the grid of worths says the same structure.
func TestFrontierIsThatOfTheGrid(t *testing.T) {
	_, found := netBenefits()
	f := found.Frontier
	if len(f) < 2 || f[0].From != 0 || f[len(f)-1].To != 3 {
		t.Fatalf("%+v", f)
	}
	for i, r := range f {
		if i > 0 && !(r.From == f[i-1].To && near(float64(r.FromNetBenefit), float64(f[i-1].ToNetBenefit), 1e-9)) {
			t.Errorf("%+v does not begin where %+v ends", r, f[i-1])
		}
		for _, x := range found.Acceptability {
			if within := x.CapacityValue > r.From && x.CapacityValue < r.To; within && (x.Frontier == "yes") != (x.Structure == r.Structure) {
				t.Errorf("%+v at %v: %+v", r, x.CapacityValue, x)
			}
		}
	}
}

// A switching value is where the engine itself prefers another structure: just beyond it, and not just before.
func TestSwitchingValuesSwitch(t *testing.T) {
	s, found := netBenefits()
	e, err := sim.Compile(s.Case, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := e.NewWorkspace()
	best := func(name string, v float64) string {
		d := slices.Clone(s.Base)
		d[index(t, s.Case, name)] = v
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
	if switches < modeltest.ShortOrLong(2, 4) {
		t.Errorf("%d switching values: too few to have tested anything", switches)
	}
	xs, ys := found.SwitchingMap[0], found.SwitchingMap[len(found.SwitchingMap)-1]
	for _, row := range []result.SwitchingMapRow{xs, ys, found.SwitchingMap[len(found.SwitchingMap)/2], found.SwitchingMap[7]} {
		d := slices.Clone(s.Base)
		d[index(t, s.Case, row.X)], d[index(t, s.Case, row.Y)] = float64(row.XValue), float64(row.YValue)
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
		if got, want := float64(row.Changes), mean(want[row.Variant])-mean("status-quo"); math.Abs(got-want) > 1e-6*math.Abs(mean("merger")) {
			t.Errorf("%s: %v more than the status quo, want %v", row.Variant, got, want)
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
		s, found := decided(t, analysis.DecideOptions{Outcome: o, Structures: modeltest.Some(london(t).StructureCodes(), 3), Draws: modeltest.ShortOrLong(200, 400), Requirements: []analysis.Requirement{{Outcome: result.CapacityLowest, Comparison: ">=", Threshold: 0.65}}})
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
		if n := len(found.Robustness); n != len(modeltest.Some(s.Case.Structures, 3)) || len(found.Dominance) != n*(n-1) || len(found.TradeOffs) != n*(n-1)/2 {
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

// What has no part in the net present value of the structures at hand is not worth knowing for it; and to know more is
// never worth less.
func TestWorthOfKnowingWhatDoesNotMatter(t *testing.T) {
	c := london(t)
	for seed := range uint64(modeltest.ShortOrLong(1, 3)) {
		s, err := analysis.New(c, uncertain.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		found, err := s.Decide(background, analysis.DecideOptions{
			Outcome: result.StructureNPV, Structures: []string{"merger", "de-facto-merger"}, Draws: modeltest.ShortOrLong(1000, 3000), GroupBy: "quantity",
		})
		if err != nil {
			t.Fatal(err)
		}
		worth := map[string]result.InformationRow{}
		for _, row := range found.Information {
			worth[row.Input] = row
		}
		for _, nothing := range []string{"locality.*", "critical_mass.*", "disruption.*", "remoteness.*", "target.*", "locality.local", "remoteness.sector"} {
			if row := worth[nothing]; row.Input == "" || row.Value > 4*row.StandardError+0.002*worth[result.Everything].Value {
				t.Errorf("seed %d: knowing %s is worth %v, with a standard error of %v, of %v for everything", seed, nothing, row.Value, row.StandardError, worth[result.Everything].Value)
			}
		}
		if row := worth["realisation.*"]; !(row.Value > 0.2*worth[result.Everything].Value) {
			t.Errorf("seed %d: %+v", seed, row)
		}
		for name, row := range worth {
			prefix, group := strings.CutSuffix(name, "*")
			for member, single := range worth {
				if group && strings.HasPrefix(member, prefix) && single.Value > row.Value {
					t.Errorf("seed %d: %s is worth %v, %s alone %v", seed, name, row.Value, member, single.Value)
				}
			}
		}
		if worth["realisation.lead"].Correlated != "yes" || worth["realisation.*"].Correlated != "no" || worth["staff.cost"].Correlated != "no" {
			t.Errorf("%+v", worth["realisation.lead"])
		}
	}
}

// restaged is London with the years of its two steps changed.
func restaged(t testing.TB, years map[float64]float64) *model.Case {
	c := *lighter(t)
	c.Placements = slices.Clone(c.Placements)
	for i, p := range c.Placements {
		if year, ok := years[p.FromYear]; ok && p.Structure == "de-facto-then-merger" {
			c.Placements[i].FromYear = year
		}
	}
	return &c
}

func TestYearsOfTheSecondStep(t *testing.T) {
	tests := map[string]struct {
		years map[float64]float64
		want  []float64 // of the second step; none where it is no choice
	}{
		"as it is":           {nil, []float64{1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5}},
		"far apart":          {map[float64]float64{1.5: 6.1}, []float64{1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6.1}},
		"beyond the horizon": {map[float64]float64{1.5: 12}, nil},
		"the first stands":   {map[float64]float64{0.5: -3}, nil},
		"the first at once":  {map[float64]float64{0.5: 0, 1.5: 0.25}, []float64{0.25, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5}},
		"both stand already": {map[float64]float64{0.5: -3, 1.5: -1}, nil},
		"close to the end":   {map[float64]float64{0.5: 9, 1.5: 9.75}, []float64{9.5, 9.75}},
	}
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(tests)), 3) {
		test := tests[name]

		s := setup(t, restaged(t, test.years), nil)
		found, err := s.Decide(background, analysis.DecideOptions{Outcome: result.StructureNPV, Structures: []string{"merger", "de-facto-then-merger"}, Draws: 200, GroupBy: "none"})
		if err != nil {
			t.Fatal(err)
		}
		var got []float64
		for _, row := range found.Stages {
			if row.Variant == result.Staged {
				got = append(got, float64(row.SecondYear))
			}
		}
		if !slices.Equal(got, test.want) || (len(found.FirstSteps) == 0) != (test.want == nil) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

// Where all structures come to the same, they stay in the order of the case, and no one is said to be ahead of another.
func TestStructuresThatAreTheSame(t *testing.T) {
	s := setup(t, lighter(t), nil)
	s.Horizon = 0.5
	found, err := s.Decide(background, analysis.DecideOptions{Outcome: result.NetBenefit, Structures: s.StructureCodes(nil), Draws: 200, GroupBy: "none"})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range found.Robustness {
		if row.Structure != s.Case.Structures[i].Code || math.Abs(float64(row.ProbabilityBest)-1.0/9) > 1e-9 {
			t.Errorf("%+v", row)
		}
	}
	where, _ := analysis.Better(result.NetBenefit)
	_, err = s.Discover(background, analysis.DiscoverOptions{Structure: "merger", Against: "de-facto-merger", Where: where, Draws: 200, Density: 0.8, Mass: 0.05, Boxes: 1})
	if err == nil || !strings.Contains(err.Error(), "0 of 200 are of interest") {
		t.Errorf("%v", err)
	}
}

func TestEmptyOutcomesAreNamed(t *testing.T) {
	s := setup(t, london(t), map[string]float64{"finance.budget": 0})
	empty := result.CostAtTargetShareOfBudget
	q := analysis.Questions("merger", "", []result.Outcome{empty})
	ask := map[string]func() error{
		"tornado": func() error { _, err := s.Tornado(background, q); return err },
		"morris": func() error {
			_, err := s.Morris(background, q, analysis.MorrisOptions{Trajectories: 2, Candidates: 2})
			return err
		},
		"pawn": func() error { _, err := s.Pawn(background, q, analysis.PawnOptions{Draws: 200, Slices: 5}); return err },
		"decide": func() error {
			_, err := s.Decide(background, analysis.DecideOptions{Outcome: empty, Structures: s.StructureCodes(nil), Draws: 200, GroupBy: "none"})
			return err
		},
		"require": func() error {
			r := []analysis.Requirement{{Outcome: empty, Comparison: ">", Threshold: 1}}
			_, err := s.Decide(background, analysis.DecideOptions{Outcome: result.NetBenefit, Structures: s.StructureCodes(nil), Draws: 200, GroupBy: "none", Requirements: r})
			return err
		},
	}
	for name, run := range ask {
		if err := run(); err == nil || !strings.Contains(err.Error(), "cost_at_target_share_of_budget_pct of ") || !strings.Contains(err.Error(), "empty if no budget is given") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
