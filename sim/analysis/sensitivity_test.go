package analysis_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/uncertain"
)

// outcomesOf runs one draw by itself.
func outcomesOf(t testing.TB, c *model.Case, d model.Draw, structure string) *result.Values {
	t.Helper()
	e, err := sim.Compile(c, sim.Options{Structures: []string{structure}})
	if err != nil {
		t.Fatal(err)
	}
	w := e.NewWorkspace()
	e.Run(d, nil, w)
	return w.Outcomes(0)
}

func near(a, b, relative float64) bool {
	return a == b || math.Abs(a-b) <= relative*max(math.Abs(a), math.Abs(b))
}

func TestTornadoIsTheModelAtTheEnds(t *testing.T) {
	c := london(t)
	s := setup(t, c, map[string]float64{"target.reduction": 0.4})
	questions := slices.Concat(analysis.Questions("merger", "de-facto-merger", []result.Outcome{result.NetBenefit, result.ExitCost}),
		analysis.Questions("merger", "", []result.Outcome{result.StructureNPV}))
	found, err := s.Tornado(background, questions)
	if err != nil {
		t.Fatal(err)
	}
	answer := func(q result.Question, d model.Draw) float64 {
		o, _ := result.OutcomeByName(q.Outcome)
		v := outcomesOf(t, c, d, q.Structure)[o]
		if q.Against != "" {
			v -= outcomesOf(t, c, d, q.Against)[o]
		}
		return v
	}
	for _, row := range found.Tornado {
		if row.Rank > 4 { // each takes engines of its own
			continue
		}
		for value, got := range map[result.Number]result.Number{row.Low: row.AtLow, row.Base: row.AtBase, row.High: row.AtHigh} {
			d := slices.Clone(s.Base)
			if _, err := c.Set(d, row.Assumption, float64(value)); err != nil {
				t.Fatal(err)
			}
			if want := answer(row.Question, d); !near(float64(got), want, 1e-9) {
				t.Errorf("%s: %s = %v gives %v, want %v", row.Outcome, row.Assumption, value, got, want)
			}
		}
	}
	for i, row := range found.Tornado {
		if row.Assumption == "target.reduction" {
			t.Error("what the user set is moved")
		}
		if i > 0 && row.Question == found.Tornado[i-1].Question && !(row.Swing <= found.Tornado[i-1].Swing && row.Rank == found.Tornado[i-1].Rank+1) {
			t.Errorf("rank %d of %s", row.Rank, row.Assumption)
		}
		if turns := row.AtLow*row.AtHigh < 0 || row.AtLow*row.AtBase < 0 || row.AtHigh*row.AtBase < 0; turns != (row.SignChanges == "yes") {
			t.Errorf("%+v", row)
		}
	}
}

// onlyVaries sets every uncertain assumption but a few at its central value.
func onlyVaries(t testing.TB, c *model.Case, names ...string) *analysis.Setup {
	set := map[string]float64{}
	for _, a := range c.Assumptions {
		if a.IsUncertain() && !slices.Contains(names, a.Name) {
			set[a.Name] = a.Central
		}
	}
	set["baseline.spread"] = 0
	for _, name := range c.ChanceNames() {
		set[name] = model.EvenChance
	}
	return setup(t, c, set)
}

// moments are the mean and variance of an assumption, by its quantile function.
func moments(t testing.TB, c *model.Case, name string) (mean, variance float64) {
	t.Helper()
	i, _ := c.AssumptionIndex(name)
	d, err := uncertain.DistributionOf(c.Assumptions[i])
	if err != nil {
		t.Fatal(err)
	}
	const n = 1 << 16
	for k := range n {
		mean += d.Quantile((float64(k)+0.5)/n) / n
	}
	for k := range n {
		v := d.Quantile((float64(k) + 0.5) / n)
		variance += (v - mean) * (v - mean) / n
	}
	return mean, variance
}

// The exit cost is in proportion to the product of two assumptions, of which the indices follow from their means and
// variances: V1 = v1 m2², V2 = v2 m1², V12 = v1 v2.
func TestIndicesOfAProductInTheModel(t *testing.T) {
	c := london(t)
	s := onlyVaries(t, c, "staff.exit_cost", "staff.exit_share")
	m1, v1 := moments(t, c, "staff.exit_cost")
	m2, v2 := moments(t, c, "staff.exit_share")
	total := v1*m2*m2 + v2*m1*m1 + v1*v2
	first := map[string]float64{"staff.exit_cost": v1 * m2 * m2 / total, "staff.exit_share": v2 * m1 * m1 / total}
	both := v1 * v2 / total
	questions := analysis.Questions("merger", "", []result.Outcome{result.ExitCost})
	for seed := range uint64(modeltest.ShortOrLong(1, 2)) {
		found, err := s.Sobol(background, questions, analysis.SobolOptions{Points: modeltest.ShortOrLong(1024, 2048), Replicates: 4, GroupBy: "none", Pairs: true, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		if len(found.Sobol) != 2 || len(found.Interactions) != 1 || len(found.Settling) == 0 {
			t.Fatalf("%d inputs, %d pairs, %d numbers of points", len(found.Sobol), len(found.Interactions), len(found.Settling))
		}
		for _, row := range found.Sobol {
			if want := first[row.Input]; math.Abs(float64(row.First)-want) > 0.003 {
				t.Errorf("%s: first order %v, want %v", row.Input, row.First, want)
			}
			if want := first[row.Input] + both; math.Abs(float64(row.Total)-want) > 0.003 {
				t.Errorf("%s: total %v, want %v", row.Input, row.Total, want)
			}
		}
		if got := float64(found.Interactions[0].Index); math.Abs(got-both) > 0.003 {
			t.Errorf("together: %v, want %v", got, both)
		}
		fair, err := s.Shapley(background, questions, analysis.ShapleyOptions{Points: modeltest.ShortOrLong(2048, 4096), Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range fair.Shapley {
			if want := first[row.Input] + both/2; math.Abs(float64(row.Effect)-want) > 0.01 {
				t.Errorf("%s: Shapley effect %v, want %v", row.Input, row.Effect, want)
			}
		}
	}
}

// Only estimated bodies have errors, and only these make the cost of single bodies uncertain. Chances are one input too.
func TestErrorsOfSingleBodiesAndChancesAreOneInputEach(t *testing.T) {
	c := lighter(t)
	s := setup(t, c, nil)
	q := analysis.Questions("merger", "", []result.Outcome{result.CapacityWorstCommissioner, result.StructureNPV})
	found, err := s.Sobol(background, q, analysis.SobolOptions{Points: modeltest.ShortOrLong(64, 256), Replicates: 1, GroupBy: "none", Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	inputs := len(s.Varied())
	if len(found.Sobol) != 2*(inputs+2) {
		t.Fatalf("%d rows of %d assumptions, the errors and chances", len(found.Sobol), inputs)
	}
	for _, row := range found.Sobol {
		if row.Input == analysis.Chances && (row.Members != 0 || row.Strength != "" || row.Correlated != "no" || row.Outcome == "structure_npv_k" && !(row.Total > 0.0005)) {
			t.Errorf("%+v", row)
		}
		if row.Input == analysis.BodyErrors && (row.Members != 0 || row.Strength != "" || row.Correlated != "no" || !(row.Total > 0.0005)) {
			t.Errorf("%+v", row)
		}
	}
	reported := *c
	reported.Commissioners = slices.Clone(c.Commissioners)
	for i := range reported.Commissioners {
		reported.Commissioners[i].ManagementCostBasis = "reported"
	}
	found, err = setup(t, &reported, nil).Sobol(background, q, analysis.SobolOptions{Points: 64, Replicates: 1, GroupBy: "none", Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Sobol) != 2*(inputs+1) {
		t.Errorf("%d rows where every cost was reported", len(found.Sobol))
	}
	settled := map[string]float64{"refusal.merger": 0}
	for _, a := range c.Arrangements {
		settled["collapse."+a.Code] = 0
	}
	found, err = setup(t, &reported, settled).Sobol(background, q, analysis.SobolOptions{Points: 64, Replicates: 1, GroupBy: "none", Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(found.Sobol, func(r result.SobolRow) bool { return r.Input == analysis.Chances }) {
		t.Error("chances are an input where nothing fails or is refused")
	}
}

func TestGroupsHoldEveryInputOnce(t *testing.T) {
	c := london(t)
	s := setup(t, c, nil)
	q := analysis.Questions("merger", "hub-and-sectors", []result.Outcome{result.NetBenefit})
	for by, want := range map[string][]string{
		"quantity": {"scale.*", "realisation.*", "staff.*", "body_errors", "capacity.elasticity"},
		"subject":  {"*.merger", "*.hub", "*.commissioning", "staff.*", "remoteness.sector"},
		"strength": {"strength A", "strength D"},
	} {
		found, err := s.Sobol(background, q, analysis.SobolOptions{Points: 64, Replicates: 1, GroupBy: by, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		members, names := 0, map[string]result.SobolRow{}
		for _, row := range found.Sobol {
			members += row.Members
			names[row.Input] = row
		}
		if members != len(s.Varied()) {
			t.Errorf("by %s: %d members of %d assumptions", by, members, len(s.Varied()))
		}
		for _, name := range want {
			if _, ok := names[name]; !ok {
				t.Errorf("by %s: no group %s", by, name)
			}
		}
		if by == "strength" && (names["strength D"].Strength != "D" || names["strength D"].Correlated != "no") {
			t.Errorf("%+v", names["strength D"])
		}
		if by == "quantity" && slices.ContainsFunc(found.Sobol, func(r result.SobolRow) bool { return r.Correlated == "yes" }) {
			t.Error("correlations are within quantities, and yet some group is correlated with another")
		}
	}
}

func TestMorrisLeavesOutWhatHasNoRange(t *testing.T) {
	c := london(t)
	s := setup(t, c, map[string]float64{"staff.cost": 50})
	found, err := s.Morris(background, analysis.Questions("merger", "", []result.Outcome{result.StructureNPV}), analysis.MorrisOptions{Trajectories: 4, Candidates: modeltest.ShortOrLong(8, 0), Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Morris) != len(s.Varied()) {
		t.Errorf("%d rows", len(found.Morris))
	}
	for _, row := range found.Morris {
		if row.Assumption == "staff.cost" || row.Assumption == analysis.BodyErrors {
			t.Errorf("%s has an effect", row.Assumption)
		}
		if strings.HasPrefix(row.Assumption, "disruption.hub") && row.MuStar != 0 {
			t.Errorf("%+v matters to a merger", row)
		}
	}
}

func TestWhatSensitivityRefuses(t *testing.T) {
	c := london(t)
	s := setup(t, c, nil)
	for _, test := range []struct {
		structure, against string
		outcome            result.Outcome
		want               string
	}{
		{"merger", "", result.StructurePayback, "only “sensitivity pawn”"},
		{"merger", "status-quo", result.BaselineCost, "the same as that of status-quo in every draw"},
		{"merger", "", result.StatutoryBoards, "statutory_boards of merger is the same in every draw"},
		{"merger", "", result.OneOffShareOfSurplus, "one_off_share_of_surplus_pct of merger is empty"},
		{"mergr", "", result.NetBenefit, "did you mean merger"},
	} {
		d := s
		if test.outcome == result.OneOffShareOfSurplus {
			d = setup(t, c, map[string]float64{"finance.surplus": 0})
		}
		_, err := d.Sobol(background, analysis.Questions(test.structure, test.against, []result.Outcome{test.outcome}), analysis.SobolOptions{Points: 64, Replicates: 1, GroupBy: "none"})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v, want %q", test, err, test.want)
		}
	}
}

// What never varies is left out with a warning, and changes nothing of what the others come to.
func TestConstantsAreLeftOut(t *testing.T) {
	s := setup(t, london(t), nil)
	var warnings []string
	s.Warn = func(w string) { warnings = append(warnings, w) }
	for name, method := range map[string]func(q []result.Question) (*result.Analysis, error){
		"sobol": func(q []result.Question) (*result.Analysis, error) {
			return s.Sobol(background, q, analysis.SobolOptions{Points: 64, Replicates: 1, GroupBy: "strength"})
		},
		"shapley": func(q []result.Question) (*result.Analysis, error) {
			return s.Shapley(background, q, analysis.ShapleyOptions{Points: 64})
		},
	} {
		warnings = nil
		all, err := method(analysis.Questions("merger", "", []result.Outcome{result.StatutoryBoards, result.NetBenefit, result.ExecutiveTeams, result.StructureNPV}))
		if err != nil {
			t.Fatal(err)
		}
		varied, err := method(analysis.Questions("merger", "", []result.Outcome{result.NetBenefit, result.StructureNPV}))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(all.Sobol, varied.Sobol) || !slices.Equal(all.Shapley, varied.Shapley) || len(all.Sobol)+len(all.Shapley) == 0 {
			t.Errorf("%s: other answers beside constants", name)
		}
		if len(warnings) != 2 || !strings.HasPrefix(warnings[0], "statutory_boards of merger is the same in every draw") {
			t.Errorf("%s: warned of %q", name, warnings)
		}
		if _, err := method(analysis.Questions("merger", "", []result.Outcome{result.StatutoryBoards, result.ExecutiveTeams})); err == nil {
			t.Errorf("%s: no error though nothing varies", name)
		}
	}
}

// The same questions get the same answers, to the last bit, on any number of goroutines.
func TestWorkersChangeNothing(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	var first *result.Analysis
	for _, workers := range []int{1, 3} {
		s := setup(t, c, nil)
		s.Workers = workers
		q := analysis.Questions(c.Structures[1].Code, c.Structures[0].Code, []result.Outcome{result.NetBenefit})
		found, err := s.Sobol(background, q, analysis.SobolOptions{Points: 128, Replicates: 1, GroupBy: "none", Pairs: true, Seed: 2})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = found
			continue
		}
		if !slices.Equal(found.Sobol, first.Sobol) || !slices.Equal(found.Interactions, first.Interactions) {
			t.Error("three workers find something else than one")
		}
	}
}
