package sim_test

import (
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
)

// Structures of two steps: docs/model.md, section 6.

// single leaves every function of a structure its first step only.
func single(c *model.Case) {
	seen := map[[2]string]bool{}
	var first []model.Placement
	for _, p := range c.Placements {
		if key := [2]string{p.Structure, p.Function}; !seen[key] {
			seen[key] = true
			first = append(first, p)
		}
	}
	c.Placements = first
}

// staged gives a random case structures of its own: a step of every function, another step of the same on the same tier,
// and one after the other.
func staged(t *rapid.T) (*model.Case, model.Draw) {
	c := modeltest.Random(t)
	arrangement := func(label string) string { return rapid.SampledFrom(c.Arrangements).Draw(t, label).Code }
	tier := rapid.SampledFrom([]model.Tier{model.SectorTier, model.RegionTier}).Draw(t, "tier of both")
	one, two := arrangement("first"), arrangement("second")
	first, second := rapid.Float64Range(0, 0.2).Draw(t, "first year"), rapid.Float64Range(0.25, 0.5).Draw(t, "second year")
	c.HorizonYears = 6
	c.Structures, c.Placements = nil, nil
	for _, s := range []struct {
		code  string
		steps []model.Placement
	}{
		{"first", []model.Placement{{Arrangement: one, FromYear: first}}},
		{"second", []model.Placement{{Arrangement: two, FromYear: second}}},
		{"both", []model.Placement{{Arrangement: one, FromYear: first}, {Arrangement: two, FromYear: second}}},
		{"again", []model.Placement{{Arrangement: one, FromYear: first}, {Arrangement: one, FromYear: second}}},
		{"nothing", nil},
	} {
		c.Structures = append(c.Structures, model.Structure{Code: s.code, Name: s.code, Focus: "no"})
		for _, p := range s.steps {
			for _, f := range c.Functions {
				p.Structure, p.Function, p.Tier = s.code, f.Code, tier
				c.Placements = append(c.Placements, p)
			}
		}
	}
	d := modeltest.RandomDraw(t, c)
	setAll(c, d, "collapse", 0)
	return c, d
}

func TestTwoStepsThatBuyNothingOfOneAnotherCostBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, d := staged(t)
		setAll(c, d, "again.setup", 1)
		v := outcomes(t, c, d)
		want(t, "both", v["both"], v["first"][result.SetupCost]+v["second"][result.SetupCost], result.SetupCost)
	})
}

func TestTwoStepsCostNoLessThanOneAndNoMoreThanBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, d := staged(t)
		for _, quantity := range []string{"refusal", "lead_time", "implementation"} {
			setAll(c, d, quantity, 0)
		}
		if d[mustIndex(c, "costing.optimism_bias")] < 0 {
			t.Skip("set-up that is below nothing")
		}
		v := outcomes(t, c, d)
		one, two, both := v["first"][result.SetupCost], v["second"][result.SetupCost], v["both"][result.SetupCost]
		rounding := 1e-9 * v["both"][result.BaselineCost]
		if both < max(one, two)-rounding || both > one+two+rounding {
			t.Errorf("set-up costs %v in two steps, %v and %v in one", both, one, two)
		}
	})
}

func TestAStepAfterItselfChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, d := staged(t)
		for _, quantity := range []string{"refusal", "again", "lead_time", "implementation"} {
			setAll(c, d, quantity, 0)
		}
		v := outcomes(t, c, d)
		for _, o := range result.Outcomes() {
			if a, b := v["first"][o], v["again"][o]; !closeTo(a, b, magnitude(o, *v["first"]), 1e-9) {
				t.Errorf("%s is %v after one step, %v after the same again", o, a, b)
			}
		}
	})
}

// plannedOnly are outcomes that count what is planned, whatever is refused.
var plannedOnly = map[result.Outcome]bool{
	result.SteadySaving: true, result.SteadySavingPct: true, result.StatutoryBoards: true, result.ExecutiveTeams: true,
}

// sameButForPlans reports outcomes of two structures that differ.
func sameButForPlans(t *rapid.T, a, b *result.Values, what string) {
	for _, o := range result.Outcomes() {
		if !plannedOnly[o] && !closeTo(a[o], b[o], magnitude(o, *a), 1e-9) {
			t.Errorf("%s: %s is %v, not %v", what, o, b[o], a[o])
		}
	}
}

func TestWhatIsRefusedAtNoCostIsTheStatusQuo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, d := staged(t)
		setAll(c, d, "refusal", 1)
		set(t, c, d, "refusal.sunk", 0)
		setAll(c, d, "lead_time", rapid.Float64Range(0.1, 3).Draw(t, "lead time"))
		v := outcomes(t, c, d)
		sameButForPlans(t, v["nothing"], v["first"], "one step")
		sameButForPlans(t, v["nothing"], v["both"], "two steps")
	})
}

func TestASecondStepThatIsRefusedAtNoCostLeavesTheFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, d := staged(t)
		one, two := c.PlacementsOf("both", c.Functions[0].Code)[0].Arrangement, c.PlacementsOf("both", c.Functions[0].Code)[1].Arrangement
		if one == two {
			t.Skip("the same arrangement")
		}
		setAll(c, d, "refusal", 0)
		set(t, c, d, "refusal."+two, 1)
		set(t, c, d, "refusal.sunk", 0)
		set(t, c, d, "lead_time."+two, rapid.Float64Range(0.1, 3).Draw(t, "lead time"))
		v := outcomes(t, c, d)
		sameButForPlans(t, v["first"], v["both"], "two steps")
	})
}

// Two sectors of two equal bodies, of £16,000k in all; a first step that costs 0.2 of what it takes over, with 0.8 taking
// part, then one that costs 0.3, with all, on the same tier, both complete in a step. The second pays
// σ' = 0.3 − (1 − θ) · 0.2 · 0.8 ÷ 1 = 0.3 − 0.75 · 0.16 = 0.18 with θ = 0.25, so both cost
// (0.2 · 0.8 + 0.18) · 16,000 = 5,440. Where half of the groups refuse the first step and what they spent is half of it,
// that costs 0.16 · (0.5 + 0.5 · 0.5) · 16,000 = 1,920, and the second σ' = 0.3 − 0.75 · 0.5 · 0.16 = 0.24, or 3,840.
func TestTwoStepsByHand(t *testing.T) {
	c, d := twoSectors()
	for name, v := range map[string]float64{
		"participation.shared": 0.8, "setup.shared": 0.2, "setup.merger": 0.3, "again.setup": 0.25, "lead_time.shared": 0.5, "lead_time.merger": 0.5,
	} {
		set(t, c, d, name, v)
	}
	want := func(what string, expected float64) {
		t.Helper()
		if got := run(t, c, d, noOptions)["shared-then-merger"][result.SetupCost]; !closeTo(expected, got, 1, 1e-9) {
			t.Errorf("%s: set-up costs %v, by hand %v", what, got, expected)
		}
	}
	want("nothing refused", 5440)
	set(t, c, d, "refusal.shared", 0.5)
	set(t, c, d, "refusal.sunk", 0.5)
	want("half refused", 1920+3840)
}
