package design_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/design"
	"reconfig/sim/draws"
	"reconfig/sim/numbers"
	"reconfig/sim/uncertain"
)

const testDraws = 24

// threeFunctions is four bodies in two sectors of one region, with a board, an executive and an office, which may be
// merged, share management or use a hub: a case small enough to try every structure of.
func threeFunctions(t *rapid.T) *model.Case {
	c := modeltest.Small()
	c.Commissioners, c.Memberships = nil, nil
	for i, sector := range []string{"N", "N", "S", "S"} {
		code := string(rune('A' + i))
		people := rapid.Float64Range(1e5, 5e5).Draw(t, "people")
		c.Commissioners = append(c.Commissioners, model.Commissioner{Code: code, Name: code, Population: people, ManagementCostK: people / 40, ManagementCostBasis: "estimated"})
		c.Memberships = append(c.Memberships, model.Membership{Map: "map", Sector: sector, SectorName: sector, Region: "R", Commissioner: code})
	}
	c.Functions = []model.Function{
		{Code: "board", Name: "Board", Class: "governance", Share: 0.2},
		{Code: "executive", Name: "Executive", Class: "governance", Share: 0.3, CapacityWeight: 1},
		{Code: "office", Name: "Office", Class: "office", Share: 0.5, CapacityWeight: rapid.Float64Range(0.1, 2).Draw(t, "weight")},
	}
	c.Arrangements = []model.Arrangement{{Code: "merger", Name: "Merger", Voluntary: "no"}, {Code: "shared", Name: "Shared", Voluntary: "no"}, {Code: "hub", Name: "Hub", Voluntary: "yes"}}
	c.Structures = []model.Structure{{Code: "apart", Name: "Apart", Focus: "no"}, {Code: "merged", Name: "Merged", Focus: "no"}, {Code: "managed", Name: "Managed", Focus: "no"}}
	c.Placements = nil
	for _, f := range c.Functions {
		c.Placements = append(c.Placements, model.Placement{Structure: "merged", Function: f.Code, Tier: model.SectorTier, Arrangement: "merger"})
		if f.Code != "board" {
			c.Placements = append(c.Placements, model.Placement{Structure: "managed", Function: f.Code, Tier: model.SectorTier, Arrangement: "shared"})
		}
	}
	modeltest.Assume(c)
	modeltest.Uncertain(c)
	for i := range c.Assumptions {
		a := &c.Assumptions[i]
		switch group, _, _ := strings.Cut(a.Name, "."); group {
		case "scale", "locality", "setup", "disruption", "coordination", "collapse", "refusal", "remoteness": // so that it may pay to move
			a.Central *= rapid.Float64Range(0.05, 1).Draw(t, a.Name)
			a.Low, a.High = 0.3*a.Central, min(a.Max, 2*a.Central)
		}
		if a.Name == "capacity.value" {
			a.Kind, a.Low, a.High, a.Distribution = "lever", 0.2, 3, "fixed"
			a.Central = rapid.Float64Range(0.2, 3).Draw(t, "worth")
		}
		if a.Low == a.High {
			a.Distribution = "fixed"
		}
	}
	return c
}

func setupOf(t testing.TB, c *model.Case, n, workers int) *analysis.Setup {
	t.Helper()
	s, err := analysis.New(c, uncertain.Options{Seed: 1, Draws: n, Sampler: uncertain.Samplers[0]})
	if err != nil {
		t.Fatal(err)
	}
	s.Workers = workers
	return s
}

func look(t testing.TB, c *model.Case, o design.Options) *design.Found {
	t.Helper()
	o.Outcome, o.Draws, o.Seed = result.NetBenefit, testDraws, 1
	f, err := design.Functions(context.Background(), setupOf(t, c, testDraws, 1), o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// chosen is the row of the structure that was designed.
func chosen(f *design.Found) result.DesignRow {
	return f.Tables.Designs[slices.IndexFunc(f.Tables.Designs, func(r result.DesignRow) bool { return r.Chosen == "yes" })]
}

// structures is every structure of a case whose functions may each make any choice: by function, its placement or none.
func everyStructure(c *model.Case) (all [][]model.Placement) {
	choices := []model.Placement{{Tier: model.LocalTier}}
	for _, tier := range model.PooledTiers {
		for _, a := range c.Arrangements {
			choices = append(choices, model.Placement{Tier: tier, Arrangement: a.Code})
		}
	}
	all = [][]model.Placement{{}}
	for _, f := range c.Functions {
		var longer [][]model.Placement
		for _, s := range all {
			for _, p := range choices {
				p.Function = f.Code
				longer = append(longer, append(slices.Clone(s), p))
			}
		}
		all = longer
	}
	return all
}

// valuesOf runs structures at mean events: net benefit by structure and draw.
func valuesOf(t testing.TB, c *model.Case, all [][]model.Placement) [][]float64 {
	t.Helper()
	same := *c
	same.Structures, same.Placements = nil, nil
	for i, s := range all {
		code := "s" + string(rune('a'+i/26/26)) + string(rune('a'+i/26%26)) + string(rune('a'+i%26))
		same.Structures = append(same.Structures, model.Structure{Code: code, Name: code, Focus: "no"})
		for _, p := range s {
			if p.Structure = code; p.Tier != model.LocalTier {
				same.Placements = append(same.Placements, p)
			}
		}
	}
	e, err := sim.Compile(&same, sim.Options{Outcomes: []result.Outcome{result.NetBenefit}, MeanEvents: true})
	if err != nil {
		t.Fatal(err)
	}
	values := make([][]float64, len(all))
	for i := range values {
		values[i] = make([]float64, testDraws)
	}
	err = setupOf(t, c, testDraws, 1).Runner(e).Run(context.Background(), 0, testDraws, func(w *draws.Workspace, j int) {
		for i := range values {
			values[i][j] = w.Results.Outcomes(i)[result.NetBenefit]
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return values
}

// sensible says what the rules of coherence say, in other words than the search does.
func sensible(s []model.Placement) bool {
	board, executive := s[0], s[1]
	if board.Tier != model.LocalTier && board.Arrangement != "merger" {
		return false
	}
	for _, p := range s {
		if p.Arrangement == "shared" && (executive.Arrangement != "shared" || executive.Tier != p.Tier) {
			return false
		}
		if p.Arrangement != "merger" {
			continue
		}
		if board.Arrangement != "merger" || board.Tier != p.Tier {
			return false
		}
		for _, q := range s {
			if q.Tier != p.Tier || q.Arrangement != "merger" {
				return false
			}
		}
	}
	return true
}

// bruteForce is the best mean of all structures that pass.
func bruteForce(all [][]model.Placement, values [][]float64, compelling float64, rules bool) float64 {
	choices := int(math.Round(math.Pow(float64(len(all)), 1.0/3)))
	best := math.Inf(-1)
	for i, s := range all {
		if rules && !sensible(s) {
			continue
		}
		passes := true
		for f, step := range []int{choices * choices, choices, 1} {
			if s[f].Tier == model.LocalTier {
				continue
			}
			home := i - i/step%choices*step
			better := 0
			for j, v := range values[i] {
				if numbers.Better(v, values[home][j]) {
					better++
				}
			}
			passes = passes && float64(better)/testDraws >= compelling
		}
		if passes {
			best = max(best, numbers.Mean(values[i]))
		}
	}
	return best
}

func TestSearchFindsWhatTryingEverythingFinds(t *testing.T) {
	checked := 0
	rapid.Check(t, func(r *rapid.T) {
		if checked++; checked > modeltest.ShortOrLong(3, 60) {
			return
		}
		c := threeFunctions(r)
		compelling := rapid.SampledFrom([]float64{0, 0.5, 0.8, 1}).Draw(r, "compelling")
		all := everyStructure(c)
		values := valuesOf(t, c, all)
		for _, rules := range []bool{true, false} {
			f := look(t, c, design.Options{Compelling: compelling, NoCoherence: !rules})
			want, got := bruteForce(all, values, compelling, rules), float64(chosen(f).Value)
			if math.Abs(got-want) > 1e-9*math.Abs(want) {
				r.Errorf("compelling %v, rules %v: the best structure is worth %v, but trying all gives %v", compelling, rules, got, want)
			}
			i := slices.IndexFunc(all, func(s []model.Placement) bool { return isSame(s, f.Placements) })
			if engine := numbers.Mean(values[i]); math.Abs(got-engine) > 1e-9*math.Abs(engine) {
				r.Errorf("the structure is worth %v by the search, but %v by the engine", got, engine)
			}
		}
	})
}

// isSame says whether a structure has just those placements.
func isSame(s, placements []model.Placement) bool {
	moved := 0
	for _, p := range s {
		if p.Tier != model.LocalTier {
			moved++
			if !slices.ContainsFunc(placements, func(q model.Placement) bool {
				return q.Function == p.Function && q.Tier == p.Tier && q.Arrangement == p.Arrangement
			}) {
				return false
			}
		}
	}
	return moved == len(placements)
}
