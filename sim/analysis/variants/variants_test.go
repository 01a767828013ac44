package variants_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/analysis/variants"
	"reconfig/sim/uncertain"
	"reconfig/sim/vector"
)

// varied is what becomes of the claims on a case.
func varied(t testing.TB, c *model.Case, o variants.Options) *result.Analysis {
	t.Helper()
	s := setup(t, c, nil)
	o.Structures = s.StructureCodes(o.Structures)
	found, err := variants.Run(background, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Each variant must be what a user gets who types its flags, and nothing else: the same draws of everything that it does
// not name, and the same results.
func TestVariantsAreWhatTheirFlagsSay(t *testing.T) {
	draws := modeltest.ShortOrLong(6, 40)
	for _, name := range []string{"london-2010", "england-icb-2025"} {
		c, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		structures := c.StructureCodes()[:3]
		o := variants.Options{Outcomes: []result.Outcome{result.NetBenefit}, Structures: structures, Draws: draws}
		tried, err := variants.Tried(setup(t, c.Case, nil), o)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(tried); n < 60 {
			t.Errorf("%s: %d variants", name, n)
		}
		for _, v := range modeltest.Some(tried, 14) {
			o.Only = append(o.Only, v.Name)
		}
		found := varied(t, c.Case, o)
		reference := sampled(t, setup(t, c.Case, nil), structures, result.NetBenefit, draws)
		for _, row := range found.Variants {
			sample := sampled(t, typedIn(t, c.Case, row.Flags), structures, outcomeOf(t, row.Outcome), draws)
			best := slices.Index(structures, row.Best)
			if mean := vector.Mean(sample.Of(outcomeOf(t, row.Outcome))[best]); mean != float64(row.Mean) {
				t.Errorf("%s, %s: mean %v, and with %s %v", name, row.Variant, row.Mean, row.Flags, mean)
			}
			if strings.Contains(row.Flags, "--independent") {
				continue
			}
			for _, in := range reference.Inputs {
				i := slices.IndexFunc(sample.Inputs, func(x analysis.Input) bool { return x.Name == in.Name })
				switch named := strings.Contains(row.Flags+" ", " "+in.Name+"="); {
				case named != (i < 0):
					t.Errorf("%s, %s: %s is named: %v, and varies: %v", name, row.Variant, in.Name, named, i >= 0)
				case i >= 0 && !slices.Equal(sample.Inputs[i].Values, in.Values):
					t.Errorf("%s, %s: other draws of %s", name, row.Variant, in.Name)
				}
			}
		}
		if n := len(found.Variants); n < len(o.Only) {
			t.Errorf("%s: %d rows of %d variants", name, n, len(o.Only))
		}
	}
}

func sampled(t testing.TB, s *analysis.Setup, structures []string, o result.Outcome, draws int) *analysis.Sample {
	t.Helper()
	sample, err := s.Sample(background, structures, []result.Outcome{o}, draws)
	if err != nil {
		t.Fatal(err)
	}
	return sample
}

func outcomeOf(t testing.TB, name string) result.Outcome {
	t.Helper()
	o, ok := result.OutcomeByName(name)
	if !ok {
		t.Fatal(name)
	}
	return o
}

// typedIn makes a case ready as a command with the flags would.
func typedIn(t testing.TB, c *model.Case, flags string) *analysis.Setup {
	t.Helper()
	drawing := uncertain.Options{Seed: 1, Base: c.CentralDraw()}
	var mapName string
	var horizon float64
	words := strings.Fields(flags)
	for i := 0; i < len(words); i++ {
		if words[i] == "--independent" {
			drawing.Independent = true
			continue
		}
		flag, value := words[i], words[i+1]
		i++
		switch flag {
		case "--set":
			name, v, err := model.ParseSetting(value)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := c.Set(drawing.Base, name, v); err != nil {
				t.Fatal(err)
			}
			drawing.Set = append(drawing.Set, name)
		case "--map":
			mapName = value
		case "--horizon":
			_, v, err := model.ParseSetting("years=" + value)
			if err != nil {
				t.Fatal(err)
			}
			horizon = v
		case "--outcome":
		default:
			t.Fatalf("no flag %s", flag)
		}
	}
	s, err := analysis.New(c, drawing)
	if err != nil {
		t.Fatal(err)
	}
	s.Map, s.Horizon = mapName, horizon
	return s
}

// failing is a case in which merging is worse than nothing only because mergers fall apart at once.
func failing() *model.Case {
	c := modeltest.Uncertain(modeltest.Small())
	for name, v := range map[string]float64{
		"collapse.merger": 20, "refusal.merger": 0, "setup.merger": 0.05, "staff.exit_share": 0.6, "capacity.value": 0, "scale.office": 0.3, "scale.buying": 0.3,
		"lead_time.merger": 0.2, "implementation.merger": 0.5,
	} {
		i, _ := c.AssumptionIndex(name)
		a := &c.Assumptions[i]
		a.Low, a.Central, a.High = v, v, v
		a.Distribution = "fixed"
	}
	return c
}

// Where an answer hangs on one rule, the one variant that changes this rule must show it.
func TestAnAnswerThatHangsOnOneRule(t *testing.T) {
	c := failing()
	apart := claim(t, "apart full-merger structure_npv_k>=0", c.StructureCodes())
	lasting := claim(t, "full-merger apart steady_saving_k>0", c.StructureCodes())
	found := varied(t, c, variants.Options{Outcomes: []result.Outcome{result.StructureNPV}, Claims: []variants.Claim{apart, lasting}, Draws: 200})
	var turned, other []string
	for _, r := range found.Claims {
		if r.Claim == apart.String() && r.Verdict != result.ClaimHolds {
			turned = append(turned, r.Variant+" "+r.Verdict)
		}
		if r.Claim == lasting.String() && r.Verdict != result.ClaimHolds {
			turned = append(turned, r.Variant+" of lasting saving")
		}
	}
	for _, v := range found.Variants {
		if v.SameAsReference == "no" {
			other = append(other, v.Variant+" "+v.Best)
		}
	}
	if want := []string{"no-failures turned", "no-scale of lasting saving"}; !slices.Equal(turned, want) {
		t.Errorf("turned: %v, want %v", turned, want)
	}
	if want := []string{"no-failures full-merger"}; found.Variants[0].Best != "apart" || !slices.Equal(other, want) {
		t.Errorf("other than %s: %v, want %v", found.Variants[0].Best, other, want)
	}
}

// Without claims, what is best in the reference is held against each other structure.
func TestClaimsByThemselves(t *testing.T) {
	found := varied(t, failing(), variants.Options{Outcomes: []result.Outcome{result.StructureNPV}, Draws: 50, Only: []string{"no-failures"}})
	var got []string
	for _, r := range found.Claims {
		got = append(got, r.Variant+": "+r.Claim+": "+r.Verdict)
	}
	want := []string{
		"reference: apart office-merger structure_npv_k > 0: holds", "reference: apart full-merger structure_npv_k > 0: holds",
		"no-failures: apart office-merger structure_npv_k > 0: turned", "no-failures: apart full-merger structure_npv_k > 0: turned",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// Every variant must run on any case, and what is best must be so in the mean.
func TestVariantsOfAnyCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Uncertain(modeltest.Random(t))
		if len(c.Structures) < 2 {
			t.Skip("no choice")
		}
		s, err := analysis.New(c, uncertain.Options{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		o := variants.Options{Outcomes: []result.Outcome{result.NetBenefit, result.OneOffCost}, Structures: c.StructureCodes(), Draws: 4}
		tried, err := variants.Tried(s, o)
		if err != nil {
			t.Fatal(err)
		}
		o.Only = []string{rapid.SampledFrom(tried).Draw(t, "variant").Name, tried[len(tried)-1].Name}
		found, err := variants.Run(background, s, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range found.Variants {
			if !(v.Lead >= 0) || v.Best == v.Next || (v.Flags == "") != (v.Variant == result.ReferenceVariant) {
				t.Errorf("%+v", v)
			}
		}
		if len(found.Claims) != len(found.Variants)/2*(len(c.Structures)-1) {
			t.Errorf("%d claims on %d rows of %d structures", len(found.Claims), len(found.Variants), len(c.Structures))
		}
	})
}

// A variant that has nothing to change is left out, and so is one that the case rules out.
func TestVariantsThatChangeNothing(t *testing.T) {
	c := london(t)
	names := func(s *analysis.Setup) (all []string) {
		for _, v := range variants.Of(s, c.StructureCodes()) {
			all = append(all, v.Name)
		}
		return all
	}
	if all := names(setup(t, c, nil)); !slices.Contains(all, "no-growth") || !slices.Contains(all, "capacity-twice") || !slices.Contains(all, "map-five-2012") || slices.Contains(all, "map-six-2009") {
		t.Errorf("%v", all)
	}
	if all := names(setup(t, c, map[string]float64{"baseline.growth": 0, "capacity.value": 60})); slices.Contains(all, "no-growth") || slices.Contains(all, "capacity-twice") || !slices.Contains(all, "capacity-half") {
		t.Errorf("growth is 0 and twice 60 is beyond what is possible: %v", all)
	}
	s := setup(t, c, nil)
	s.Map, s.Horizon = "five-2012", 15
	if all := names(s); !slices.Contains(all, "map-six-2009") || slices.Contains(all, "map-five-2012") || slices.Contains(all, "horizon-15") {
		t.Errorf("%v", all)
	}
	if all := variants.Of(s, []string{"status-quo", "merger"}); slices.ContainsFunc(all, func(v variants.Variant) bool {
		return strings.HasSuffix(v.Name, "-alike") || strings.Contains(v.Flags(result.NetBenefit), ".hub=")
	}) {
		t.Error("arrangements that no structure uses are varied")
	}
}

func TestVariantsThatCannotBeAsked(t *testing.T) {
	s := setup(t, london(t), nil)
	ask := func(o result.Outcome, only ...string) error {
		_, err := variants.Run(background, s, variants.Options{Outcomes: []result.Outcome{o}, Structures: s.StructureCodes(nil), Draws: 8, Only: only})
		return err
	}
	var endless *analysis.EndlessError
	var direction *analysis.NoDirectionError
	if err := ask(result.StructurePayback); !errors.As(err, &endless) {
		t.Error(err)
	}
	if err := ask(result.StatutoryBoards); !errors.As(err, &direction) {
		t.Error(err)
	}
	if err := ask(result.NetBenefit, "no-failure"); err == nil || !strings.Contains(err.Error(), `there is no variant "no-failure"; did you mean no-failures`) {
		t.Error(err)
	}
	if err := ask(result.CapacityEnd, "risked"); err == nil || !strings.Contains(err.Error(), "no variant \"risked\"") {
		t.Error(err)
	}
}

// The same bits, whatever the number of workers.
func TestVariantsOnAnyNumberOfWorkers(t *testing.T) {
	var all []*result.Analysis
	for _, workers := range []int{1, 3} {
		s := setup(t, london(t), nil)
		s.Workers = workers
		found, err := variants.Run(background, s, variants.Options{Outcomes: []result.Outcome{result.NetBenefit}, Structures: s.StructureCodes(nil), Draws: 70, Only: []string{"no-failures", "horizon-5"}})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found)
	}
	if !slices.Equal(all[0].Variants, all[1].Variants) || !slices.EqualFunc(all[0].Claims, all[1].Claims, func(a, b result.ClaimRow) bool {
		return a == b || math.IsNaN(float64(a.Margin))
	}) {
		t.Error("another number of workers gives other results")
	}
}
