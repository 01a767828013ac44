package sim_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// The identities of docs/model.md, section 10, on random cases and draws.

// check runs a property on random cases: prepare changes the case and its draw, holds looks at the outcomes.
func check(t *testing.T, prepare func(*rapid.T, *model.Case, model.Draw), holds func(*rapid.T, *model.Case, string, *result.Values)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		prepare(t, c, d)
		for s, v := range outcomes(t, c, d) {
			holds(t, c, s, v)
		}
	})
}

func outcomes(t *rapid.T, c *model.Case, d model.Draw) map[string]*result.Values {
	return run(t, c, d, sim.Options{})
}

// want reports an outcome that is not what it should be, to a tolerance for sums.
func want(t *rapid.T, s string, v *result.Values, expected float64, outcomes ...result.Outcome) {
	for _, o := range outcomes {
		if !closeTo(expected, v[o], magnitude(o, *v), 1e-9) {
			t.Errorf("%s of %s is %v, not %v", o, s, v[o], expected)
		}
	}
}

func TestNothingPlacedNothingEnforcedNothingGrows(t *testing.T) {
	check(t, func(_ *rapid.T, c *model.Case, d model.Draw) {
		c.Placements = nil
		setAll(c, d, "target.enforcement", 0)
		setAll(c, d, "baseline.growth", 0)
	}, func(t *rapid.T, _ *model.Case, s string, v *result.Values) {
		want(t, s, v, v[result.BaselineCost], result.CostAtTarget)
		want(t, s, v, 0, result.SteadySaving, result.Reduction, result.OneOffCost, result.StructureNPV, result.CumulativeSaving, result.NPVIncludingCuts, result.NetBenefit, result.PostsRemovedAtTarget)
		want(t, s, v, 1, result.CapacityAtTarget, result.CapacityLowest, result.CapacityEnd, result.CapacityMean, result.CapacityWorstCommissioner,
			result.StructureCapacityLowest, result.StructureCapacityEnd, result.LocalKnowledgeAtHandover)
		if v.Has(result.StructurePayback) {
			t.Errorf("%s pays back after %v years what it never cost", s, v[result.StructurePayback])
		}
	})
}

// A structure in which nobody takes part costs what the status quo does, to the last bit: else ties are decided by rounding. With a target that
// binds nowhere nothing falls, to the last bit too.
func TestWhereNobodyTakesPartNothingDiffersByABit(t *testing.T) {
	c := london(t)
	structures := []string{"status-quo", "hub-and-sectors"}
	for _, perHead := range []float64{0, 19, 1000} { // the last binds nowhere
		for _, d := range plausibleSample(c).draws {
			setAll(c, d, "participation", 0)
			set(t, c, d, "target.per_head", perHead)
			if perHead == 1000 {
				set(t, c, d, "baseline.growth", 0)
			}
			all := run(t, c, d, sim.Options{Structures: structures})
			statusQuo, hub := all[structures[0]], all[structures[1]]
			for _, o := range []result.Outcome{result.CostAtTarget, result.Reduction, result.ExitCost, result.CumulativeSaving} {
				if !same(statusQuo[o], hub[o]) {
					t.Errorf("%s of the status quo is %v, of the hub %v", o, statusQuo[o], hub[o])
				}
				if perHead == 1000 && (o == result.Reduction || o == result.ExitCost) && hub[o] != 0 {
					t.Errorf("%s is %v", o, hub[o])
				}
			}
		}
	}
}

func TestNoEconomyOfScaleNoCoordinationNoSaving(t *testing.T) {
	check(t, func(_ *rapid.T, c *model.Case, d model.Draw) {
		setAll(c, d, "scale", 1)
		setAll(c, d, "coordination", 0)
	}, func(t *rapid.T, _ *model.Case, s string, v *result.Values) {
		want(t, s, v, 0, result.SteadySaving, result.ReductionFromStructure)
	})
}

func TestFullyPooledEqualBodiesNeedOneNth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "n")
		c := modeltest.Small()
		c.Commissioners, c.Memberships = nil, nil
		for i := range n {
			code := fmt.Sprint(i)
			c.Commissioners = append(c.Commissioners, model.Commissioner{Code: code, Name: code, Population: 250000, ManagementCostK: 9000, ManagementCostBasis: "reported"})
			c.Memberships = append(c.Memberships, model.Membership{Map: "map", Sector: "S", SectorName: "South", Region: "R", Commissioner: code})
		}
		d := c.CentralDraw()
		for quantity, v := range map[string]float64{"scale": 0, "realisation": 1, "participation": 1, "retained": 0, "coordination": 0, "collapse": 0, "lead_time": 0, "implementation": 0, "target.years": 5, "scale_limit": 0} {
			setAll(c, d, quantity, v)
		}
		v := outcomes(t, c, d)["full-merger"]
		want(t, "full-merger", v, 100*(1-1/float64(n)), result.SteadySavingPct, result.ReductionFromStructure)
	})
}

func TestPartsAddUp(t *testing.T) {
	check(t, func(*rapid.T, *model.Case, model.Draw) {}, func(t *rapid.T, _ *model.Case, s string, v *result.Values) {
		want(t, s, v, v[result.ReductionFromStructure]+v[result.ReductionFromCuts], result.Reduction)
		want(t, s, v, v[result.ExitCost]+v[result.SetupCost], result.OneOffCost)
	})
}

func TestCommissionersAddUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		e, err := sim.Compile(c, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		trace := e.Trace(d)
		for _, o := range trace.Outcomes {
			var baseline, required, cost, people, capacity, worst, knowledge, onTarget float64
			worst = 1e9
			for _, x := range trace.Commissioners {
				if x.Structure != o.Structure {
					continue
				}
				body, _ := c.Commissioner(x.Code)
				baseline += x.BaselineCostK
				required += x.RequiredCostAtTargetK
				cost += x.CostAtTargetK
				people += body.Population
				capacity += body.Population * x.CapacityAtTarget
				knowledge += body.Population * x.LocalKnowledgeAtHandover
				worst = min(worst, x.CapacityAtTarget)
				if x.OnTarget == "yes" {
					onTarget++
				}
			}
			v := &o.Values
			want(t, o.Structure, v, baseline, result.BaselineCost)
			want(t, o.Structure, v, cost, result.CostAtTarget)
			want(t, o.Structure, v, 100*(baseline-required)/baseline, result.ReductionFromStructure)
			want(t, o.Structure, v, capacity/people, result.CapacityAtTarget)
			want(t, o.Structure, v, knowledge/people, result.LocalKnowledgeAtHandover)
			want(t, o.Structure, v, worst, result.CapacityWorstCommissioner)
			want(t, o.Structure, v, onTarget, result.CommissionersOnTarget)
		}
	})
}

func TestQuartersAddUpToTheOutcomes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		e, err := sim.Compile(c, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		trace := e.Trace(d)
		for _, o := range trace.Outcomes {
			var exits, setup, mean, end, ownLowest float64
			n := 0.0
			ownLowest = 1e9
			for _, x := range trace.Trajectories {
				if x.Structure == o.Structure {
					exits += x.ExitCostK
					setup += x.SetupCostK
					mean += x.Capacity
					end = x.Capacity
					ownLowest = min(ownLowest, x.StructureCapacity)
					n++
				}
			}
			v := &o.Values
			want(t, o.Structure, v, exits, result.ExitCost)
			want(t, o.Structure, v, setup, result.SetupCost)
			want(t, o.Structure, v, mean/n, result.CapacityMean)
			want(t, o.Structure, v, end, result.CapacityEnd)
			want(t, o.Structure, v, ownLowest, result.StructureCapacityLowest)
			if n != 4*c.HorizonYears {
				t.Errorf("%v quarters in %v years", n, c.HorizonYears)
			}
		}
	})
}

func TestOrderOfRowsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		byName := map[string]float64{}
		for i, a := range c.Assumptions {
			byName[a.Name] = d[i]
		}
		sorted := func(c model.Case) map[string]*result.Values {
			c.Sort()
			d := c.CentralDraw()
			for i, a := range c.Assumptions {
				d[i] = byName[a.Name]
			}
			return outcomes(t, &c, d)
		}
		before := sorted(clone(c))
		shuffled := clone(c)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1))
		shuffle(r, shuffled.Commissioners)
		shuffle(r, shuffled.Memberships)
		shuffle(r, shuffled.Functions)
		shuffle(r, shuffled.Arrangements)
		shuffle(r, shuffled.Structures)
		shuffle(r, shuffled.Placements)
		shuffle(r, shuffled.Assumptions)
		for s, v := range sorted(shuffled) {
			for _, o := range result.Outcomes() {
				if a, b := before[s][o], v[o]; !same(a, b) {
					t.Errorf("%s of %s: %v before shuffling the rows, %v after", o, s, a, b)
				}
			}
		}
	})
}

func clone(c *model.Case) model.Case {
	d := *c
	d.Commissioners = append([]model.Commissioner(nil), c.Commissioners...)
	d.Memberships = append([]model.Membership(nil), c.Memberships...)
	d.Functions = append([]model.Function(nil), c.Functions...)
	d.Arrangements = append([]model.Arrangement(nil), c.Arrangements...)
	d.Structures = append([]model.Structure(nil), c.Structures...)
	d.Placements = append([]model.Placement(nil), c.Placements...)
	d.Assumptions = append([]model.Assumption(nil), c.Assumptions...)
	return d
}

func shuffle[T any](r *rand.Rand, rows []T) {
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
}

// monotone checks that an outcome never moves against a direction as an assumption rises, where every body has the
// same economy of scale to gain.
func monotone(t *testing.T, quantity string, low, high float64, direction float64, o result.Outcome, prepare func(*model.Case, model.Draw)) {
	t.Run(quantity, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := modeltest.Random(t)
			d := modeltest.RandomDraw(t, c)
			prepare(c, d)
			a := rapid.Float64Range(low, high).Draw(t, "from")
			b := rapid.Float64Range(a, high).Draw(t, "to")
			setAll(c, d, quantity, a)
			before := outcomes(t, c, d)
			setAll(c, d, quantity, b)
			for s, after := range outcomes(t, c, d) {
				v, w := before[s][o], after[o]
				if direction*(w-v) < -1e-9*magnitude(o, *after) {
					t.Errorf("%s of %s went from %v to %v as %s rose from %v to %v", o, s, v, w, quantity, a, b)
				}
			}
		})
	})
}

func asItIs(*model.Case, model.Draw) {}

func inSingleSteps(c *model.Case, _ model.Draw) { single(c) }

func TestSavingRisesWithRealisationAndFallsWithCoordinationAndElasticity(t *testing.T) {
	economies := func(c *model.Case, d model.Draw) { setAll(c, d, "scale", 0.8) }
	monotone(t, "realisation", 0, 1, +1, result.SteadySaving, economies)
	monotone(t, "coordination", 0, 0.5, -1, result.SteadySaving, asItIs)
	monotone(t, "scale", 0, 1.3, -1, result.SteadySaving, asItIs)
}

func TestCapacityFallsWithDisruptionRemotenessAndLocality(t *testing.T) {
	monotone(t, "disruption", 0, 1, -1, result.CapacityMean, inSingleSteps)
	monotone(t, "remoteness", 0, 1, -1, result.CapacityMean, asItIs)
	monotone(t, "locality", 0, 1, -1, result.CapacityMean, asItIs)
	monotone(t, "disruption", 0, 1, -1, result.StructureCapacityLowest, inSingleSteps)
}

func TestOneOffCostRisesWithSetupAndExits(t *testing.T) {
	monotone(t, "setup", 0, 1, +1, result.OneOffCost, inSingleSteps)
	monotone(t, "staff.exit_share", 0, 1, +1, result.OneOffCost, asItIs)
	monotone(t, "staff.exit_cost", 0, 90, +1, result.OneOffCost, asItIs)
}

func TestStructureAloneCostsNoCapacityWhereNothingIsLostByMoving(t *testing.T) {
	check(t, func(_ *rapid.T, c *model.Case, d model.Draw) {
		for _, quantity := range []string{"locality", "remoteness", "disruption", "critical_mass"} {
			setAll(c, d, quantity, 0)
		}
	}, func(t *rapid.T, _ *model.Case, s string, v *result.Values) {
		want(t, s, v, 1, result.StructureCapacityLowest, result.StructureCapacityEnd)
	})
}

func TestSectorsOfOneChangeNothing(t *testing.T) {
	check(t, func(_ *rapid.T, c *model.Case, d model.Draw) {
		for i := range c.Memberships {
			c.Memberships[i].Sector = c.Memberships[i].Commissioner
		}
		for i := range c.Placements {
			c.Placements[i].Tier = model.SectorTier
		}
	}, func(t *rapid.T, _ *model.Case, s string, v *result.Values) {
		want(t, s, v, 0, result.SteadySaving, result.ReductionFromStructure, result.StructureOneOffCost, result.StructureNPV, result.SetupCost)
		want(t, s, v, 1, result.StructureCapacityLowest, result.StructureCapacityEnd)
	})
}

func TestWhatNothingOvertakesIsNotRisked(t *testing.T) {
	check(t, func(_ *rapid.T, c *model.Case, d model.Draw) { setAll(c, d, "overtaken", 0) }, func(t *rapid.T, _ *model.Case, s string, v *result.Values) {
		want(t, s, v, v[result.StructureNPV], result.StructureNPVRisked)
		want(t, s, v, v[result.NetBenefit], result.NetBenefitRisked)
		if v.Has(result.StructurePayback) {
			want(t, s, v, 1, result.ChancePaidBack)
		}
	})
}

func TestCapacityIsNowhereLowerThanItsLowest(t *testing.T) {
	check(t, func(*rapid.T, *model.Case, model.Draw) {}, func(t *rapid.T, c *model.Case, s string, v *result.Values) {
		years := v[result.CapacityLowestYears]
		if years < 0 || years > c.HorizonYears {
			t.Errorf("capacity of %s is lowest after %v years, outside the horizon", s, years)
		}
		if v[result.CapacityLowest] > v[result.CapacityEnd]+1e-9 || v[result.CapacityLowest] > v[result.CapacityMean]+1e-9 {
			t.Errorf("%s: the lowest capacity, %v, is above that at the end or the mean", s, v[result.CapacityLowest])
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		setAll(c, d, "target.years", rapid.Float64Range(0.05, c.HorizonYears).Draw(t, "within the horizon"))
		for s, v := range outcomes(t, c, d) {
			if v[result.CapacityLowest] > v[result.CapacityAtTarget] {
				t.Errorf("%s: the lowest capacity, %v, is above that at target, %v", s, v[result.CapacityLowest], v[result.CapacityAtTarget])
			}
		}
	})
}
