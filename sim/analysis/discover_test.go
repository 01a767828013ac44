package analysis_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// mergerBeatsHub asks when a full merger beats the hub on net benefit.
func mergerBeatsHub(t testing.TB) analysis.DiscoverOptions {
	t.Helper()
	where, err := analysis.Better(result.NetBenefit)
	if err != nil {
		t.Fatal(err)
	}
	return analysis.DiscoverOptions{Structure: "merger", Against: "hub-and-sectors", Where: where, Draws: 4000, Density: 0.8, Mass: 0.05, Boxes: 1}
}

// inBox counts the cases that keep every rule of a box, and those of interest among them.
func inBox(rules []result.BoxRow, value func(assumption string, j int) float64, interest []bool) (in, of int) {
	for j := range interest {
		kept := true
		for _, r := range rules {
			v := value(r.Assumption, j)
			kept = kept && !(v < float64(r.From)) && !(v > float64(r.To)) // an empty limit, NaN, keeps nothing out
		}
		if kept {
			in++
			if interest[j] {
				of++
			}
		}
	}
	return in, of
}

// What holds in a handful of draws is no scenario: some rule always holds a handful.
func TestRareCasesAreNoScenario(t *testing.T) {
	s, o := setup(t, london(t), nil), mergerBeatsHub(t)
	o.Against, o.Draws = "", 1000
	sample, err := s.Sample(background, []string{o.Structure}, []result.Outcome{result.StructureNPV}, o.Draws)
	if err != nil {
		t.Fatal(err)
	}
	values := slices.Sorted(slices.Values(sample.Of(result.StructureNPV)[0]))
	for _, test := range []struct {
		rare int
		want string
	}{{1, "only 1 of 1000 draws are of interest"}, {19, "only 19 of 1000 draws"}, {20, ""}} {
		o.Where = analysis.Requirement{Outcome: result.StructureNPV, Comparison: "<", Threshold: values[test.rare]}
		_, err := s.Discover(background, o)
		if test.want == "" && err != nil && strings.Contains(err.Error(), "only") || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%d of interest: %v", test.rare, err)
		}
	}
}

// Counting the draws that keep the rules must give the coverage and density that are stated.
func TestRulesAreCountedInTheDraws(t *testing.T) {
	s, o := setup(t, london(t), nil), mergerBeatsHub(t)
	found, err := s.Discover(background, o)
	if err != nil {
		t.Fatal(err)
	}
	sample, err := s.Sample(background, []string{o.Structure, o.Against}, []result.Outcome{result.NetBenefit}, o.Draws)
	if err != nil {
		t.Fatal(err)
	}
	interest, all := make([]bool, o.Draws), 0
	for j := range interest {
		if interest[j] = sample.Of(result.NetBenefit)[0][j] > sample.Of(result.NetBenefit)[1][j]; interest[j] {
			all++
		}
	}
	inside, hits := inBox(found.Boxes, func(name string, j int) float64 {
		i := slices.IndexFunc(sample.Inputs, func(in analysis.Input) bool { return in.Name == name })
		return sample.Inputs[i].Values[j]
	}, interest)
	chosen := found.Peeling[slices.IndexFunc(found.Peeling, func(r result.PeelingRow) bool { return r.Chosen == "yes" })]
	for name, pair := range map[string][2]float64{
		"density": {float64(chosen.Density), float64(hits) / float64(inside)}, "coverage": {float64(chosen.Coverage), float64(hits) / float64(all)}, "mass": {float64(chosen.Mass), float64(inside) / float64(o.Draws)},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-9 {
			t.Errorf("%s is said to be %v and is %v", name, pair[0], pair[1])
		}
	}
	if chosen.Interest != "Full merger beats Hub and sector joint commissioning on net benefit" {
		t.Errorf("of interest: %q", chosen.Interest)
	}
	if !slices.ContainsFunc(found.Boxes, func(r result.BoxRow) bool {
		return r.Assumption == "realisation.merger" && !math.IsNaN(float64(r.From))
	}) {
		t.Errorf("no rule asks for what a merger realises: %+v", found.Boxes)
	}
	picked, of := map[int]bool{}, 0
	for _, row := range found.Cases {
		if !picked[row.Case] && row.OfInterest == "yes" {
			of++
		}
		picked[row.Case] = true
		if (row.OfInterest == "yes") != interest[row.Case-1] {
			t.Fatalf("%+v", row)
		}
	}
	share := float64(all) / float64(o.Draws)
	if n := float64(len(picked)); n != 1000 || math.Abs(float64(of)/n-share) > 4*math.Sqrt(share*(1-share)/n) {
		t.Errorf("%v cases to draw, %d of interest, where %v of all are", n, of, share)
	}
}

// swept is a sweep in which the first structure is ahead where x is at least 6 and y below 3.
func swept(eachDraw bool) *result.Sweep {
	s := &result.Sweep{Varied: []result.Column{{Name: "x"}, {Name: "y"}}, Outcomes: []result.Outcome{result.NetBenefit}, EachDraw: eachDraw}
	point := 0
	for x := range 10 {
		for y := range 10 {
			point++
			ahead := 0.0
			if x >= 6 && y < 3 {
				ahead = 2
			}
			for _, statistic := range []string{result.CentralDraw, result.Mean, result.P05} {
				for code, v := range map[string]float64{"first": ahead, "second": 1} {
					row := result.SweepRow{Point: point, Settings: []float64{float64(x), float64(y)}, Structure: code, Statistic: statistic, Values: []float64{v}}
					if statistic != result.Mean {
						row.Values = []float64{-v} // only means count
					}
					if eachDraw {
						row.Statistic, row.Draw, row.Values = "", len(statistic), []float64{v}
					}
					s.Rows = append(s.Rows, row)
				}
			}
		}
	}
	return s
}

func TestScenariosOfASweep(t *testing.T) {
	where, _ := analysis.Better(result.NetBenefit)
	o := analysis.DiscoverOptions{Structure: "first", Against: "second", Where: where, Density: 0.9, Mass: 0.05, Boxes: 1}
	for _, eachDraw := range []bool{false, true} {
		found, err := analysis.DiscoverInSweep(background, swept(eachDraw), nil, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(found.Boxes) != 2 || found.Boxes[0].From != 6 || found.Boxes[1].To != 2 {
			t.Errorf("%+v", found.Boxes)
		}
		if last := found.Peeling[len(found.Peeling)-1]; last.Density != 1 || last.Coverage != 1 {
			t.Errorf("%+v", last)
		}
	}
	for name, spoil := range map[string]func(*result.Sweep, *analysis.DiscoverOptions){
		"did you mean first":   func(_ *result.Sweep, o *analysis.DiscoverOptions) { o.Structure = "frist" },
		"outcome in the sweep": func(_ *result.Sweep, o *analysis.DiscoverOptions) { o.Where.Outcome = result.StructureNPV },
		"varies no assumption": func(s *result.Sweep, _ *analysis.DiscoverOptions) { s.Varied = nil },
		"same points": func(s *result.Sweep, _ *analysis.DiscoverOptions) {
			s.Rows = slices.DeleteFunc(s.Rows, func(r result.SweepRow) bool { return r.Point == 1 && r.Structure == "second" })
		},
		"0 of 100 are":            func(_ *result.Sweep, o *analysis.DiscoverOptions) { o.Where.Threshold = 50 },
		"First less second has n": func(_ *result.Sweep, o *analysis.DiscoverOptions) { o.Where.Threshold = 50 },
	} {
		s, bad := swept(false), o
		spoil(s, &bad)
		_, err := analysis.DiscoverInSweep(background, s, map[string]string{"first": "First"}, bad)
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %q", err, name)
		}
	}
}

func TestRequirementsAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]analysis.Requirement{
		"capacity_lowest>=0.65":         {Outcome: result.CapacityLowest, Comparison: ">=", Threshold: 0.65},
		" net_benefit_k < -1e3 ":        {Outcome: result.NetBenefit, Comparison: "<", Threshold: -1000},
		"structure_payback_years <= 3":  {Outcome: result.StructurePayback, Comparison: "<=", Threshold: 3},
		"structure_npv_k>0":             {Outcome: result.StructureNPV, Comparison: ">", Threshold: 0},
		"structure_payback_years>=INF":  {Outcome: result.StructurePayback, Comparison: ">=", Threshold: math.Inf(1)},
		"structure_payback_years < inf": {Outcome: result.StructurePayback, Comparison: "<", Threshold: math.Inf(1)},
	} {
		got, err := analysis.ParseRequirement(text)
		if err != nil || got != want {
			t.Errorf("%q is %+v, %v", text, got, err)
		}
		if again, err := analysis.ParseRequirement(got.String()); err != nil || again != got {
			t.Errorf("%q is %+v, %v", got, again, err)
		}
	}
	for text, want := range map[string]string{
		"": "expected an outcome, a comparison", "net_benefit_k=3": "a comparison", "net_benfit_k>3": "did you mean net_benefit_k",
		"net_benefit_k>": `"" is not a plain number`, "net_benefit_k>much": "not a plain number", "net_benefit_k>NaN": "not a plain number", "net_benefit_k<Inf": "not a plain number",
		"structure_payback_years>INF": "this holds of no value", "structure_payback_years<=INF": "this holds of every value", "structure_payback_years>=-INF": "not a plain number",
		"net_benefit_k>=>3": "not a plain number",
	} {
		if _, err := analysis.ParseRequirement(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzParseRequirement(f *testing.F) {
	for _, text := range []string{"capacity_lowest>=0.65", "net_benefit_k<0", "a>b", ">=", "net_benefit_k>1e400"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := analysis.ParseRequirement(text)
		if err != nil {
			return
		}
		if again, err := analysis.ParseRequirement(r.String()); err != nil || again != r {
			t.Errorf("%q is written as %q, which is %+v, %v", text, r, again, err)
		}
	})
}
