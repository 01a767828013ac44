package sim_test

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// tester is what testing.TB and rapid.T have in common.
type tester interface {
	Helper()
	Fatal(args ...any)
}

// run simulates one draw and returns the outcomes by structure.
func run(t tester, c *model.Case, d model.Draw, o sim.Options) map[string]*result.Values {
	t.Helper()
	e, err := sim.Compile(c, o)
	if err != nil {
		t.Fatal(err)
	}
	w := e.NewWorkspace()
	e.Run(d, nil, w)
	all := map[string]*result.Values{}
	for i, code := range e.Structures() {
		v := *w.Outcomes(i)
		all[code] = &v
	}
	return all
}

// london is the case that comes with the program.
func london(t testing.TB) *model.Case {
	t.Helper()
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	return c.Case
}

// set sets an assumption or a chance, to whatever value.
func set(t tester, c *model.Case, d model.Draw, name string, v float64) {
	t.Helper()
	i, ok := c.AssumptionIndex(name)
	if !ok {
		i, ok = c.ChanceIndex(name)
	}
	if !ok {
		t.Fatal("no assumption " + name)
	}
	d[i] = v
}

// setAll sets every assumption of a quantity, whatever the subject.
func setAll(c *model.Case, d model.Draw, quantity string, v float64) {
	for i, a := range c.Assumptions {
		if a.Name == quantity || strings.HasPrefix(a.Name, quantity+".") {
			d[i] = v
		}
	}
}

// closeTo compares values to a relative tolerance, with scale as the size of what was added up to make them.
func closeTo(a, b, scale, tolerance float64) bool {
	if math.IsNaN(a) || math.IsNaN(b) {
		return math.IsNaN(a) == math.IsNaN(b)
	}
	if a == b { // both infinite, say
		return true
	}
	return math.Abs(a-b) <= tolerance*max(1, scale, math.Abs(a))
}

// magnitude is the size of the money that an outcome is made of, in all or a head; 1 for shares. Where a target takes
// next to all of a cost away, what is left is no measure of its rounding.
func magnitude(o result.Outcome, of result.Values) float64 {
	switch {
	case strings.HasSuffix(o.String(), "_k"):
		return of[result.BaselineCost]
	case o == result.CostPerHeadAtTarget:
		return of[result.BaselineCostPerHead]
	}
	return 1
}

func TestEngineGivesWhatThePlainEquationsGive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		if problems := c.Check(); len(problems) > 0 {
			t.Fatalf("the random case is not valid: %+v", problems)
		}
		d := modeltest.RandomDraw(t, c)
		e, err := sim.Compile(c, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		w := e.NewWorkspace()
		errors := modeltest.RandomBodyErrors(t, c)
		e.Run(d, errors, w)
		for i, s := range e.Structures() {
			literal := newPlain(c, d, s, c.HorizonYears)
			literal.errors = errors
			want := literal.outcomes()
			for _, o := range result.Outcomes() {
				if got := w.Outcomes(i)[o]; !closeTo(want[o], got, magnitude(o, want), 1e-10) {
					t.Errorf("%s of %s: %v, but the plain equations give %v", o, s, got, want[o])
				}
			}
		}
	})
}

// extremes are values that no sensible draw has, but that the equations allow: costs below nothing, resources of many
// times the need, exponents that no table holds, ramps and targets beyond the horizon.
var extremes = map[string][]float64{
	"baseline.growth": {-0.6, 0.3}, "target.reduction": {-3, 0.95}, "target.years": {1e-3, 30}, "target.per_head": {1, 1e4}, "handover.year": {0, 30},
	"disruption.recovery": {0, 30}, "capacity.elasticity": {0, 1, 5, 6.5}, "local_knowledge.over_loss": {0, 1, 5, 8}, "costing.discount_rate": {-0.5, 2},
	"scale": {0, 1, 3}, "critical_mass": {0, 1e6}, "coordination": {0, 4}, "lead_time": {0, 30}, "implementation": {0, 30}, "collapse": {0, 10},
	"staff.cost": {10, 1e4},
}

func TestExtremeDrawsAgainstThePlainEquations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		for i, a := range c.Assumptions {
			quantity, _, _ := strings.Cut(a.Name, ".")
			values, ok := extremes[a.Name]
			if !ok {
				values = extremes[quantity]
			}
			// An exponent between 0 and 1 would magnify the rounding of a cost that comes to next to nothing.
			exponent := quantity == "capacity" || quantity == "local_knowledge"
			if len(values) > 0 && (exponent || rapid.Bool().Draw(t, "extreme "+a.Name)) {
				d[i] = rapid.SampledFrom(values).Draw(t, a.Name)
			}
		}
		for s, v := range run(t, c, d, sim.Options{}) {
			want := newPlain(c, d, s, c.HorizonYears).outcomes()
			for _, o := range result.Outcomes() {
				if !closeTo(want[o], v[o], magnitude(o, want), 1e-10) {
					t.Errorf("%s of %s: %v, but the plain equations give %v", o, s, v[o], want[o])
				}
			}
		}
	})
}

// A country is folded as a city is: one draw of 303 bodies, moving by sectors and each for itself.
func TestACountryAgainstThePlainEquations(t *testing.T) {
	c := modeltest.England(modeltest.Small(), modeltest.EnglandPCTs, 1)
	c.DefaultMap, c.HorizonYears = "fives", float64(modeltest.ShortOrLong(1, 2))/4
	for _, perHead := range []float64{0, 19} {
		d := c.CentralDraw()
		set(t, c, d, "target.per_head", perHead)
		got := run(t, c, d, sim.Options{})["full-merger"]
		want := newPlain(c, d, "full-merger", c.HorizonYears).outcomes()
		for _, o := range result.Outcomes() {
			if !closeTo(want[o], got[o], magnitude(o, want), 1e-10) {
				t.Errorf("%s at %v a head: %v, but the plain equations give %v", o, perHead, got[o], want[o])
			}
		}
	}
}

func TestLondonAgainstThePlainEquations(t *testing.T) {
	c := london(t)
	for _, s := range modeltest.Some([]string{"hub-and-sectors", "merger", "de-facto-then-merger"}, 2) {
		d := c.CentralDraw()
		set(t, c, d, "debt.plan", 1)
		got := run(t, c, d, sim.Options{Structures: []string{s}, HorizonYears: 4})[s]
		want := newPlain(c, d, s, 4).outcomes()
		for _, o := range result.Outcomes() {
			if !closeTo(want[o], got[o], magnitude(o, want), 1e-11) {
				t.Errorf("%s of %s: %v, but the plain equations give %v", o, s, got[o], want[o])
			}
		}
	}
}

// byHand is the worked example: its numbers are derived in TestWorkedByHand.
func byHand(t testing.TB) (*model.Case, model.Draw) {
	c := modeltest.Small()
	d := c.CentralDraw()
	for name, v := range map[string]float64{
		"scale.office": 0, "scale.buying": 1, "retained.office": 0, "retained.buying": 0.5, "critical_mass.office": 0, "critical_mass.buying": 0,
		"locality.office": 1, "locality.buying": 1, "remoteness.sector": 0.5,
		"participation.merger": 1, "realisation.merger": 1, "coordination.merger": 0.1, "lead_time.merger": 1, "implementation.merger": 0,
		"disruption.merger": 0.2, "setup.merger": 0.1, "collapse.merger": 0, "disruption.recovery": 1,
		"baseline.growth": 0, "target.reduction": 0.5, "target.years": 2, "target.enforcement": 1, "target.cash_release": 0, "handover.year": 2,
		"capacity.elasticity": 1, "local_knowledge.over_loss": 1, "capacity.value": 0, "staff.cost": 40, "staff.exit_cost": 40, "staff.exit_share": 0.5,
		"costing.optimism_bias": 0, "costing.discount_rate": 0,
		"scale_limit.office": 0, "scale_limit.buying": 0, "refusal.merger": 0, "overtaken.hazard": math.Ln2,
	} {
		set(t, c, d, name, v)
	}
	return c, d
}

// Two PCTs, A of 100,000 people and £4,000k, B of 300,000 and £12,000k, in one sector, for three years. Two functions:
// the office, 40 % of cost and a quarter of capacity, and buying, the rest. Under "office-merger" the office is merged.
//
//	S      of the office = 400,000⁰ ÷ (100,000⁰ + 300,000⁰) = 1/2
//	φ      = 1 · (1 − 1/2) − 0.1 = 0.4;   saving 16,000 · 0.4 · 0.4 = 2,560 = 16 %, all of it from t = 1 on
//	R      = 16,000 − 2,560 = 13,440 from t = 1 on
//	C      = the ceiling, for χ = 0 and e = 1: at t = 2 it is 8,000, 50 % less: 16 points structure, 34 cuts
//	q      = 8,000 ÷ 13,440 = 0.595238…
//	K(2)   = ¼ · q · (1 − 1 · 0.5) + ¾ · q = 0.875 · q = 0.5208333…, the dip being over at t = 2
//	own K  at 1.125, the quarter after going live, pulse = 1 − 0.125: ¼ · 0.5 · (1 − 0.2 · 0.875) + ¾ = 0.853125; in the end 0.875
//	Λ(2)   = (0.4 · ½ · (1 − 0.5) + 0.6) · q = 0.7 · q = 0.4166666…
//	exits  of the structure 2,560 ÷ 40 · 0.5 · 40 = 1,280; of all 8,000 · 0.5 = 4,000;   set-up 0.1 · 0.4 · 16,000 = 640
//	stream of the structure: from quarter 4 (t = 1.125) on 640 a quarter, less 1,920 in the first of them:
//	       −1,280, −640, 0: paid back at the end of quarter 6, 1.75 years; by t = 2 four quarters give 640; by 3 eight give 3,200
//	risked by e^(−α t) = 2^−t, the chance that nothing has overtaken it: −1,280 · 2^−1.125 + 640 · (2^−1.375 + … + 2^−2.875)
//	       of the stream, and 2^−1.75 of paying back in time
//	whole  (16,000 − C)/4 is 1,000 t a quarter up to t = 2, eight quarters of mean 1 give 8,000; four more of 2,000 give
//	       8,000; less 4,640 one-off leaves 11,360
func TestWorkedByHand(t *testing.T) {
	c, d := byHand(t)
	got := run(t, c, d, sim.Options{HorizonYears: 3})["office-merger"]
	npvRisked, benefitRisked := -1920*math.Exp2(-1.125), 640*0.0
	for j := range 12 {
		years := (float64(j) + 0.5) / 4
		if years > 1 {
			npvRisked += 640 * math.Exp2(-years)
		}
		benefitRisked += (math.Min(4000*years, 8000)/4 - exitsByHand(years)) * math.Exp2(-years)
	}
	benefitRisked -= 640 * math.Exp2(-1.125)
	for o, want := range map[result.Outcome]float64{
		result.BaselineCost: 16000, result.BaselineCostPerHead: 40, result.SteadySaving: 2560, result.SteadySavingPct: 16,
		result.CostAtTarget: 8000, result.CostPerHeadAtTarget: 20, result.CostAtTargetShareOfBudget: 0.8, result.Reduction: 50,
		result.ReductionFromStructure: 16, result.ReductionFromCuts: 34, result.CutsNeeded: 34, result.Shortfall: 0, result.CommissionersOnTarget: 2,
		result.PostsAtStart: 400, result.PostsRemovedAtTarget: 200, result.ExitCost: 4000, result.SetupCost: 640, result.OneOffCost: 4640,
		result.OneOffShareOfSurplus: 23.2, result.StructureOneOffCost: 1920, result.StructureNPV: 3200, result.StructureNPVToHandover: 640,
		result.StructurePayback: 1.75, result.CumulativeSaving: 11360, result.NPVIncludingCuts: 11360, result.NetBenefit: 11360,
		result.StructureNPVRisked: npvRisked, result.ChancePaidBack: math.Exp2(-1.75), result.NetBenefitRisked: benefitRisked,
		result.StructureCapacityLowest: 0.853125, result.StructureCapacityEnd: 0.875, result.CapacityAtTarget: 0.875 * 8000 / 13440,
		result.CapacityEnd: 0.875 * 8000 / 13440, result.CapacityWorstCommissioner: 0.875 * 8000 / 13440,
		result.LocalKnowledgeAtHandover: 0.7 * 8000 / 13440, result.StatutoryBoards: math.NaN(), result.ExecutiveTeams: math.NaN(),
	} {
		if !closeTo(want, got[o], 1, 1e-12) {
			t.Errorf("%s: %v, by hand %v", o, got[o], want)
		}
	}
}

// exitsByHand is what exits cost in the quarter with that middle: 0.5 of what cost falls by since the quarter before, of
// 4,000 a year up to t = 2.
func exitsByHand(years float64) float64 {
	return 0.5 * 4000 * (math.Min(years, 2) - math.Min(math.Max(0, years-0.25), 2))
}

func TestRunAllocatesNothing(t *testing.T) {
	c := london(t)
	for _, perHead := range []float64{0, 19} {
		d := c.CentralDraw()
		set(t, c, d, "target.per_head", perHead)
		e, err := sim.Compile(c, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		w := e.NewWorkspace()
		if n := testing.AllocsPerRun(20, func() { e.Run(d, nil, w) }); n != 0 {
			t.Errorf("a run with a target of £%v a head allocates %v times", perHead, n)
		}
	}
}

func TestManyGoroutinesOneEngine(t *testing.T) {
	c := london(t)
	e, err := sim.Compile(c, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const draws = 40
	outcomes := func(j int, w *sim.Workspace) result.Values {
		d := c.CentralDraw()
		set(t, c, d, "target.reduction", 0.3+0.01*float64(j))
		e.Run(d, nil, w)
		return *w.Outcomes(3)
	}
	var want [draws]result.Values
	w := e.NewWorkspace()
	for j := range want {
		want[j] = outcomes(j, w)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			w := e.NewWorkspace()
			for j := draws - 1; j >= 0; j-- { // in another order, from a workspace that other draws have used
				got := outcomes(j, w)
				for _, o := range result.Outcomes() {
					if !same(got[o], want[j][o]) {
						t.Errorf("%s of draw %d is %v, not %v", o, j, got[o], want[j][o])
					}
				}
			}
		})
	}
	wait.Wait()
}

// A workspace that other draws have used, an engine of one structure, one that keeps the course over time and one that
// is asked for little all give the same bits.
func TestSameBitsWhateverElseIsRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d, other := modeltest.RandomDraw(t, c), modeltest.RandomDraw(t, c)
		errors := modeltest.RandomBodyErrors(t, c)
		wanted := rapid.SliceOfNDistinct(rapid.SampledFrom(result.Outcomes()), 1, 3, rapid.ID).Draw(t, "wanted")
		structure := rapid.SampledFrom(c.StructureCodes()).Draw(t, "structure")
		outcomes := func(o sim.Options, before ...model.Draw) *result.Values {
			e, err := sim.Compile(c, o)
			if err != nil {
				t.Fatal(err)
			}
			w := e.NewWorkspace()
			for _, d := range before {
				e.Run(d, nil, w)
			}
			e.Run(d, errors, w)
			return w.Outcomes(slices.Index(e.Structures(), structure))
		}
		want := outcomes(sim.Options{})
		for name, got := range map[string]*result.Values{
			"in a used workspace":       outcomes(sim.Options{}, other),
			"of one structure":          outcomes(sim.Options{Structures: []string{structure}}),
			"with trajectories":         outcomes(sim.Options{Trajectories: true}, other),
			"among few wanted outcomes": outcomes(sim.Options{Outcomes: wanted}, other),
		} {
			for _, o := range wanted {
				if !same(got[o], want[o]) {
					t.Errorf("%s %s is %v, not %v", o, name, got[o], want[o])
				}
			}
		}
	})
}

func TestOnlyTheWantedOutcomes(t *testing.T) {
	c := london(t)
	d := c.CentralDraw()
	all := run(t, c, d, sim.Options{})
	for _, o := range result.Outcomes() {
		got := run(t, c, d, sim.Options{Outcomes: []result.Outcome{o}, Structures: []string{"hub-and-sectors", "merger"}})
		for s, v := range got {
			for _, other := range result.Outcomes() {
				switch {
				case other == o && !same(v[o], all[s][o]):
					t.Errorf("%s of %s asked for alone is %v, among all %v", o, s, v[o], all[s][o])
				case other != o && !math.IsNaN(v[other]):
					t.Errorf("%s was not asked for, but is %v", other, v[other])
				}
			}
		}
	}
}

func TestTheCourseOverTimeChangesNoOutcome(t *testing.T) {
	c := london(t)
	for _, perHead := range []float64{0, 19} {
		d := c.CentralDraw()
		set(t, c, d, "target.per_head", perHead)
		without, with := run(t, c, d, sim.Options{}), run(t, c, d, sim.Options{Trajectories: true})
		for s, v := range without {
			for _, o := range result.Outcomes() {
				if !same(v[o], with[s][o]) {
					t.Errorf("%s of %s is %v, and %v where the course over time is kept", o, s, v[o], with[s][o])
				}
			}
		}
	}
}

// In the second case some groups are of one body, and pool nothing.
func TestStructuresDoNotAffectOneAnother(t *testing.T) {
	for _, name := range []string{"london-2010", "england-icb-2025"} {
		for _, perHead := range []float64{0, 19} {
			opened, err := data.OpenCase(name)
			if err != nil {
				t.Fatal(err)
			}
			c := opened.Case
			d := c.CentralDraw()
			set(t, c, d, "target.per_head", perHead)
			all := run(t, c, d, sim.Options{})
			for _, s := range c.StructureCodes() {
				alone := run(t, c, d, sim.Options{Structures: []string{s}})[s]
				for _, o := range result.Outcomes() {
					if !same(alone[o], all[s][o]) {
						t.Errorf("%s of %s of %s is %v alone and %v among all", o, s, name, alone[o], all[s][o])
					}
				}
			}
		}
	}
}

// A structure of which nothing comes about within the horizon is the status quo to the last digit, also where some groups are of one
// body, which other structures leave as they are.
func TestWhatNeverComesIsTheStatusQuo(t *testing.T) {
	for _, like := range []string{"cluster", "regional-office", "cluster-and-office"} {
		opened, err := data.OpenCase("england-icb-2025")
		if err != nil {
			t.Fatal(err)
		}
		c := opened.Case
		c.Structures = append(c.Structures, model.Structure{Code: "late", Name: "Late"})
		for _, p := range slices.Clone(c.Placements) {
			if p.Structure == like {
				p.Structure, p.FromYear = "late", 12
				c.Placements = append(c.Placements, p)
			}
		}
		for _, setting := range []map[string]float64{
			{}, {"target.per_head": 19}, {"target.enforcement": 0}, {"target.reduction": 0, "baseline.growth": 0, "target.per_head": 0},
		} {
			d := c.CentralDraw()
			for name, v := range setting {
				set(t, c, d, name, v)
			}
			all := run(t, c, d, sim.Options{})
			for _, o := range result.Outcomes() {
				if o == result.SteadySaving || o == result.SteadySavingPct { // of what is in force in the end, whenever that is
					continue
				}
				if got, want := all["late"][o], all["status-quo"][o]; !same(got, want) {
					t.Errorf("%s of what is like %s, with %v: %v, not %v", o, like, setting, got, want)
				}
			}
		}
	}
}

// same says whether two outcomes are equal to the last bit, or both empty.
func same(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

func TestCompileNamesWhatIsNotThere(t *testing.T) {
	c := london(t)
	for _, test := range []struct {
		options sim.Options
		want    string
	}{
		{sim.Options{Map: "six-2008"}, "did you mean six-2009"},
		{sim.Options{Structures: []string{"megrer"}}, "did you mean merger"},
		{sim.Options{Structures: []string{"nothing-like-it-at-all"}}, "there are status-quo"},
		{sim.Options{HorizonYears: 0.3}, "whole number of quarters"},
		{sim.Options{HorizonYears: -1}, "above 0"},
	} {
		if _, err := sim.Compile(c, test.options); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want an error with %q", test.options, err, test.want)
		}
	}
}
