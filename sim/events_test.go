package sim_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

var noOptions = sim.Options{}

func mustIndex(c *model.Case, name string) int {
	i, ok := c.AssumptionIndex(name)
	if !ok {
		panic(name)
	}
	return i
}

// twoSectors is four equal bodies in two sectors, under a merger, under shared management, and under one after the other,
// with everything free, lasting and at once unless a test sets it otherwise.
func twoSectors() (*model.Case, model.Draw) {
	c := modeltest.Small()
	c.Commissioners, c.Memberships, c.Placements = nil, nil, nil
	for i, sector := range []string{"N", "N", "S", "S"} {
		code := fmt.Sprint(i)
		c.Commissioners = append(c.Commissioners, model.Commissioner{Code: code, Name: code, Population: 200000, ManagementCostK: 4000, ManagementCostBasis: "reported"})
		c.Memberships = append(c.Memberships, model.Membership{Map: "map", Sector: sector, SectorName: sector, Region: "R", Commissioner: code})
	}
	c.Arrangements = []model.Arrangement{{Code: "merger", Name: "Merger", Voluntary: "no"}, {Code: "shared", Name: "Shared", Voluntary: "no"}}
	c.Structures = nil
	for _, s := range []struct {
		code  string
		steps []string
	}{{"apart", nil}, {"merger", []string{"merger"}}, {"shared", []string{"shared"}}, {"shared-then-merger", []string{"shared", "merger"}}} {
		c.Structures = append(c.Structures, model.Structure{Code: s.code, Name: s.code, Focus: "no"})
		for year, arrangement := range s.steps {
			for _, f := range c.Functions {
				c.Placements = append(c.Placements, model.Placement{Structure: s.code, Function: f.Code, Tier: model.SectorTier, Arrangement: arrangement, FromYear: float64(year)})
			}
		}
	}
	modeltest.Assume(c)
	d := c.CentralDraw()
	for quantity, v := range map[string]float64{
		"scale": 0, "scale_limit": 0, "retained": 0, "participation": 1, "realisation": 1, "coordination": 0, "collapse": 0, "refusal": 0, "lead_time": 0,
		"implementation": 0, "costing.optimism_bias": 0, "disruption": 0, "critical_mass": 0, "locality": 0, "setup": 0,
	} {
		setAll(c, d, quantity, v)
	}
	return c, d
}

// A merger of two equal bodies halves what they require. Of two groups with z = ln 2 and u = ½ the first falls apart
// after −log₂((2 − ½)/2) = 0.415 years, the second after −log₂(½/2) = 2: half of the saving is left at one year, none
// at two. Taking them home costs set-up again, 0.1 of 16,000, half of it each time; a failure shakes half of the whole
// by x = 0.2 for H = 1 year, less from quarter to quarter.
func TestFailuresByHand(t *testing.T) {
	c, d := twoSectors()
	for name, v := range map[string]float64{"collapse.merger": math.Ln2, "setup.merger": 0.1, "disruption.merger": 0.2, "disruption.recovery": 1, "target.reduction": 0} {
		set(t, c, d, name, v)
	}
	at := func(years float64) *result.Values {
		set(t, c, d, "target.years", years)
		return run(t, c, d, noOptions)["merger"]
	}
	for years, want := range map[float64]float64{0.4: 50, 0.42: 25, 1: 25, 1.99: 25, 2: 0, 3: 0} {
		if got := at(years)[result.ReductionFromStructure]; !closeTo(want, got, 1, 1e-9) {
			t.Errorf("after %v years the structure frees %v %%, by hand %v", years, got, want)
		}
	}
	if got := at(1)[result.SetupCost]; !closeTo(2*1600, got, 1, 1e-9) {
		t.Errorf("set-up and taking failures home cost %v, by hand 3,200", got)
	}
	// The dip of going live at 0 is 1 − (t − 0)/1 deep; that of the failure at 0.415 half as wide. At the second quarter's
	// middle, 0.375, only the first is there; at the third's, 0.625, both are. The lowest is the first quarter's.
	second := (1 - 0.2*(1-0.625)) * (1 - 0.2*0.5*(1-(0.625+math.Log2(0.75))))
	e, err := sim.Compile(c, noOptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range e.Trace(d).Trajectories {
		want, looked := map[int]float64{1: 1 - 0.2*0.875, 2: 1 - 0.2*0.625, 3: second}[row.Quarter]
		if row.Structure == "merger" && looked && !closeTo(want, row.StructureCapacity, 1, 1e-9) {
			t.Errorf("in quarter %d the structure's own capacity is %v, by hand %v", row.Quarter, row.StructureCapacity, want)
		}
	}
	set(t, c, d, "fail.merger", 0.25) // −log₂(1.75/2) = 0.193, −log₂(0.75/2) = 1.415
	for years, want := range map[float64]float64{0.19: 50, 0.2: 25, 1.41: 25, 1.42: 0} {
		if got := at(years)[result.ReductionFromStructure]; !closeTo(want, got, 1, 1e-9) {
			t.Errorf("with u = 0.25, after %v years the structure frees %v %%, by hand %v", years, got, want)
		}
	}
}

// Of two groups with a chance of 0.3 each, ⌊0.6 + u'⌋ are refused: none up to u' = 0.4, one from there on. What stands
// already, or is decided and done at once, is not refused.
func TestRefusalsByHand(t *testing.T) {
	c, d := twoSectors()
	set(t, c, d, "refusal.merger", 0.3)
	set(t, c, d, "target.years", 1)
	for _, test := range []struct{ lead, chance, want float64 }{{0.5, 0.39, 50}, {0.5, 0.41, 25}, {0.5, 0.99, 25}, {0, 0.99, 50}} {
		set(t, c, d, "lead_time.merger", test.lead)
		set(t, c, d, "refuse.merger", test.chance)
		if got := run(t, c, d, noOptions)["merger"][result.ReductionFromStructure]; !closeTo(test.want, got, 1, 1e-9) {
			t.Errorf("lead time %v, u' = %v: the structure frees %v %%, by hand %v", test.lead, test.chance, got, test.want)
		}
	}
}

// In the mean over what chance decides, what stands falls off exponentially, and what is refused is the chance of it.
func TestChancesHaveTheMeanThatTheyStandFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, d := staged(t)
		setAll(c, d, "lead_time", rapid.Float64Range(0.1, 2).Draw(t, "lead time"))
		setAll(c, d, "refusal", 0)
		setAll(c, d, "target.years", rapid.Float64Range(0.1, 8).Draw(t, "target"))
		e, err := sim.Compile(c, sim.Options{Structures: []string{"first"}, Outcomes: []result.Outcome{result.ReductionFromStructure}})
		if err != nil {
			t.Fatal(err)
		}
		w := e.NewWorkspace()
		freed := func() float64 {
			e.Run(d, nil, w)
			return w.Outcomes(0)[result.ReductionFromStructure]
		}
		full := freed()
		step := c.PlacementsOf("first", c.Functions[0].Code)[0]
		live := step.FromYear + d[mustIndex(c, "lead_time."+step.Arrangement)]
		mean := func(chance string) float64 {
			const points = 400
			i, _ := c.ChanceIndex(chance + "." + step.Arrangement)
			total := 0.0
			for k := range points {
				d[i] = (float64(k) + 0.5) / points
				total += freed() / points
			}
			return total
		}
		refusal, collapse := rapid.Float64Range(0, 1).Draw(t, "refusal"), rapid.Float64Range(0, 2).Draw(t, "collapse")
		set(t, c, d, "refusal."+step.Arrangement, refusal)
		if got, want := mean("refuse"), full*(1-refusal); math.Abs(got-want) > 0.005*math.Abs(full) && !oneSided(c, step) {
			t.Errorf("with refusals of %v the structure frees %v in the mean, not %v", refusal, got, want)
		}
		set(t, c, d, "refusal."+step.Arrangement, 0)
		set(t, c, d, "collapse."+step.Arrangement, collapse)
		want := full * math.Exp(-collapse*max(0, d[mustIndex(c, "target.years")]-live))
		if got := mean("fail"); math.Abs(got-want) > 0.005*math.Abs(full) {
			t.Errorf("with a rate of failures of %v the structure frees %v in the mean, not %v", collapse, got, want)
		}
	})
}

// oneSided says whether no group shares the placement, so that there is nothing to refuse.
func oneSided(c *model.Case, p model.Placement) bool {
	return newPlain(c, c.CentralDraw(), p.Structure, c.HorizonYears).groupsOf(p) == 0
}
