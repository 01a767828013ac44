package plan_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/plan"
)

func somePlan() *plan.Plan {
	return &plan.Plan{
		Case: "small", Set: []model.Setting{{Name: "staff.cost", Value: 50}},
		Vary:  []plan.Axis{{Names: []string{"target.reduction"}, Range: &plan.Range{From: 0.3, To: 0.7, Steps: 9}}, {Names: []string{"capacity.value", "staff.exit_cost"}, List: []float64{1, 2}}},
		Draws: 10, Sampler: "sobol", Seed: 1, Correlated: true, Rows: plan.StatisticRows, Formats: []string{"csv"},
	}
}

func TestAPlanIsValid(t *testing.T) {
	for _, c := range []*model.Case{nil, modeltest.Small()} {
		if found := somePlan().Check(c, []string{"csv", "parquet"}); len(found) > 0 {
			t.Errorf("%+v", found)
		}
	}
}

// What can be wrong with a plan, one thing at a time.
func TestPlanRules(t *testing.T) {
	axis := func(name string, values ...float64) plan.Axis {
		return plan.Axis{Names: []string{name}, List: values}
	}
	span := func(from, to float64, steps int, log bool) func(*plan.Plan) {
		return func(p *plan.Plan) {
			p.Vary = []plan.Axis{{Names: []string{"capacity.value"}, Range: &plan.Range{From: from, To: to, Steps: steps, Log: log}}}
		}
	}
	for want, change := range map[string]func(*plan.Plan){
		`maps.1 "mapp": a map`:                                               func(p *plan.Plan) { p.Maps = []string{"mapp"} },
		`maps.2 "map": each only once`:                                       func(p *plan.Plan) { p.Maps = []string{"map", "map"} },
		`structures.1 "mergr": the code of a structure`:                      func(p *plan.Plan) { p.Structures = []string{"mergr"} },
		`outcomes.1 "npv": the name of an outcome`:                           func(p *plan.Plan) { p.Outcomes = []string{"npv"} },
		`formats.1 "xls": a format (csv, parquet)`:                           func(p *plan.Plan) { p.Formats = []string{"xls"} },
		`sampler "dice": a sampler (orthogonal, sobol, random, lhs)`:         func(p *plan.Plan) { p.Sampler = "dice" },
		`rows "all": what a row is`:                                          func(p *plan.Plan) { p.Rows = "all" },
		`horizon "0.3": a number of years`:                                   func(p *plan.Plan) { p.Horizon = 0.3 },
		`set.staff.costs "staff.costs": the name of an assumption, perhaps`:  func(p *plan.Plan) { p.Set[0].Name = "staff.costs" },
		`set.target.years "-1": what is possible of target.years`:            func(p *plan.Plan) { p.Set[0] = model.Setting{Name: "target.years", Value: -1} },
		`set.staff.cost "staff.cost": each assumption once`:                  func(p *plan.Plan) { p.Set = append(p.Set, p.Set[0]) },
		`vary.staff.cost "staff.cost": an assumption that has no setting`:    func(p *plan.Plan) { p.Vary = append(p.Vary, axis("staff.cost", 1, 2)) },
		`vary.target.reduction "target.reduction": each assumption once`:     func(p *plan.Plan) { p.Vary = append(p.Vary, axis("target.reduction", 0.5)) },
		`vary.scale.bck "scale.bck": the name of an assumption`:              func(p *plan.Plan) { p.Vary = append(p.Vary, axis("scale.bck", 0.5)) },
		`vary.target.tolerance "": at least one value`:                       func(p *plan.Plan) { p.Vary = append(p.Vary, axis("target.tolerance")) },
		`vary.target.tolerance.2 "0.1": each value once`:                     func(p *plan.Plan) { p.Vary = append(p.Vary, axis("target.tolerance", 0.1, 0.1)) },
		`vary.target.tolerance.2 "-2": what is possible of target.tolerance`: func(p *plan.Plan) { p.Vary = append(p.Vary, axis("target.tolerance", 0.1, -2)) },
		`vary.capacity.value.to "-1": what is possible of capacity.value`:    span(1, -1, 3, false),
		`vary.capacity.value.from "-1": what is possible of capacity.value`:  span(-1, 1, 3, false),
		`vary.capacity.value.steps "1": a whole number of at least 2`:        span(1, 2, 1, false),
		`vary.capacity.value.to "1": another value than from`:                span(1, 1, 3, false),
		`vary.capacity.value.from "0": a number above 0`:                     span(0, 1, 3, true),
		`vary.capacity.value.to "0": a number above 0`:                       span(1, 0, 3, true),
		`vary.capacity.value.to "1.7e308": ends that are not so far`:         span(-1.7e308, 1.7e308, 3, false),
		`vary.capacity.value.steps "100": steps that can be told apart`:      span(1, 1+1e-10, 100, false),
		`draws "-1": a whole number from 0`:                                  func(p *plan.Plan) { p.Draws = -1 },
		`rows "draws": statistics, or draws of at least 1`:                   func(p *plan.Plan) { p.Rows, p.Draws = plan.DrawRows, 0 },
		`rows "draws": statistics: every draw a row would be 540000000000`: func(p *plan.Plan) {
			p.Rows, p.Draws, p.Hypercube, p.Vary = plan.DrawRows, 10_000_000, 0, longAxis(18000)
		},
		`vary "": at most 10000000 points; 4000 × 4000 are 16000000`:          func(p *plan.Plan) { p.Vary = append(longAxis(4000), longAxis(4000)...) },
		`vary.target.reduction "": nothing beside all`:                        func(p *plan.Plan) { p.Hypercube, p.Draws = 10, 0 },
		`draws "10": 0: each point of a Latin hypercube is one run`:           func(p *plan.Plan) { p.Hypercube, p.Vary = 10, nil },
		`vary.all "": a case with uncertain assumptions that are not set: th`: func(p *plan.Plan) { p.Hypercube, p.Vary, p.Draws = 10, nil, 0 },
	} {
		p := somePlan()
		change(p)
		var got []string
		for _, x := range p.Check(modeltest.Small(), []string{"csv", "parquet"}) {
			got = append(got, strings.Join(x.Path, ".")+" "+strconv.Quote(x.Value)+": "+x.Expected)
		}
		all := strings.ReplaceAll(strings.Join(got, "\n"), strconv.FormatFloat(1.7e308, 'f', -1, 64), "1.7e308")
		if !strings.Contains(all, want) {
			t.Errorf("want %s\ngot  %s", want, all)
		}
	}
}

func longAxis(n int) []plan.Axis {
	return []plan.Axis{{Names: []string{"capacity.value"}, Range: &plan.Range{From: 0, To: 3, Steps: n}}}
}

func TestValuesOfARangeAreAsWritten(t *testing.T) {
	for _, test := range []struct {
		r    plan.Range
		want string
	}{
		{plan.Range{From: 0.3, To: 0.7, Steps: 9}, "0.3 0.35 0.4 0.45 0.5 0.55 0.6 0.65 0.7"},
		{plan.Range{From: 0.7, To: 0.3, Steps: 5}, "0.7 0.6 0.5 0.4 0.3"},
		{plan.Range{From: -0.3, To: 0.3, Steps: 7}, "-0.3 -0.2 -0.1 0 0.1 0.2 0.3"},
		{plan.Range{From: 0.01, To: 1, Steps: 5, Log: true}, "0.01 0.0316227766017 0.1 0.316227766017 1"},
		{plan.Range{From: 1e-9, To: 1.0 / 3, Steps: 2}, "0.000000001 0.3333333333333333"},
	} {
		var got []string
		for _, v := range (plan.Axis{Range: &test.r}).Values() {
			got = append(got, strconv.FormatFloat(v, 'f', -1, 64))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%+v: %v, want %s", test.r, got, test.want)
		}
	}
}

// Values of a valid range rise or fall from end to end, and stay between the ends.
func TestRangesAreMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &plan.Range{
			From: rapid.Float64Range(-1e6, 1e6).Draw(t, "from"), To: rapid.Float64Range(-1e6, 1e6).Draw(t, "to"),
			Steps: rapid.IntRange(2, 2000).Draw(t, "steps"), Log: rapid.Bool().Draw(t, "log"),
		}
		p := somePlan()
		p.Set, p.Vary = nil, []plan.Axis{{Names: []string{"a.b"}, Range: r}}
		if len(p.Check(nil, []string{"csv", "parquet"})) > 0 {
			t.Skip("not a valid range")
		}
		values := p.Vary[0].Values()
		if r.From > r.To {
			slices.Reverse(values)
		}
		for i := 1; i < len(values); i++ {
			if values[i] <= values[i-1] {
				t.Fatalf("value %d is %v, value %d is %v", i-1, values[i-1], i, values[i])
			}
		}
	})
}

func TestPoints(t *testing.T) {
	p := somePlan()
	p.Maps = []string{"a", "b"}
	if p.Points() != 36 {
		t.Errorf("%d points, want 36", p.Points())
	}
	huge := longAxis(plan.MaxPoints)[0]
	p.Vary = []plan.Axis{huge, huge, huge}
	if p.Points() != math.MaxInt {
		t.Errorf("%d points", p.Points())
	}
	p.Hypercube = 7
	if p.Points() != 14 {
		t.Errorf("a Latin hypercube on two maps: %d points", p.Points())
	}
}

func TestVaried(t *testing.T) {
	c := modeltest.Small()
	for i := range c.Assumptions {
		if a := &c.Assumptions[i]; strings.HasPrefix(a.Name, "staff.") {
			a.Distribution, a.Low, a.High = "pert", a.Central/2, a.Central*2
		}
	}
	p := &plan.Plan{Hypercube: 5, Set: []model.Setting{{Name: "staff.cost", Value: 50}}}
	if got, want := p.Varied(c), []string{"staff.exit_cost", "staff.exit_share"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := somePlan().Varied(c), []string{"target.reduction", "capacity.value", "staff.exit_cost"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestPlanInACase(t *testing.T) {
	c := modeltest.Small()
	p := somePlan().In(c)
	if !slices.Equal(p.Maps, []string{"map"}) || !slices.Equal(p.Structures, c.StructureCodes()) || p.Horizon != 10 || len(p.Outcomes) < 30 {
		t.Errorf("%+v", p)
	}
	if found := p.Check(c, []string{"csv", "parquet"}); len(found) > 0 {
		t.Errorf("%+v", found)
	}
}

func TestPlanWarnings(t *testing.T) {
	c := modeltest.Small()
	i, _ := c.AssumptionIndex("target.reduction")
	c.Assumptions[i].Low, c.Assumptions[i].High = 0.4, 0.7
	warnings := strings.Join(somePlan().Warnings(c), "\n")
	if !strings.Contains(warnings, "target.reduction = 0.3 is outside the plausible range") || strings.Contains(warnings, "target.reduction = 0.7") || !strings.Contains(warnings, "staff.cost = 50") {
		t.Errorf("warnings:\n%s", warnings)
	}
}

// The canonical text keeps what counts and passes over what does not.
func TestCanonical(t *testing.T) {
	base := somePlan().Canonical()
	for name, change := range map[string]func(*plan.Plan){
		"case": func(p *plan.Plan) { p.Case = "x" }, "map": func(p *plan.Plan) { p.Maps = []string{"a"} }, "structure": func(p *plan.Plan) { p.Structures = []string{"a"} },
		"horizon": func(p *plan.Plan) { p.Horizon = 5 }, "set": func(p *plan.Plan) { p.Set[0].Value = 51 }, "steps": func(p *plan.Plan) { p.Vary[0].Range.Steps = 8 },
		"log": func(p *plan.Plan) { p.Vary[0].Range.Log = true }, "order of axes": func(p *plan.Plan) { slices.Reverse(p.Vary) }, "values": func(p *plan.Plan) { p.Vary[1].List[1] = 3 },
		"draws": func(p *plan.Plan) { p.Draws = 11 }, "sampler": func(p *plan.Plan) { p.Sampler = "lhs" }, "seed": func(p *plan.Plan) { p.Seed = 2 },
		"correlated": func(p *plan.Plan) { p.Correlated = false }, "outcomes": func(p *plan.Plan) { p.Outcomes = []string{"a"} }, "rows": func(p *plan.Plan) { p.Rows = plan.DrawRows },
		"hypercube": func(p *plan.Plan) { p.Hypercube = 5 },
	} {
		p := somePlan()
		change(p)
		if p.Canonical() == base {
			t.Errorf("another %s, the same text", name)
		}
	}
	p := somePlan()
	p.Set = append(p.Set, model.Setting{Name: "a.b", Value: 1})
	q := somePlan()
	q.Set = append([]model.Setting{{Name: "a.b", Value: 1}}, q.Set...)
	q.Formats = []string{"parquet"}
	if p.Canonical() != q.Canonical() {
		t.Errorf("the order of set or the format counts:\n%s\n%s", p.Canonical(), q.Canonical())
	}
}
