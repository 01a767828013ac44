// Package modeltest makes cases for tests: one small enough to work through by hand, random ones, and large ones.
package modeltest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"reconfig/model"
)

// central values of the assumptions that have no subject.
var plain = map[string]float64{
	"baseline.scale": 1, "baseline.growth": 0.01, "baseline.spread": 0.25, "finance.budget": 1e6, "finance.surplus": 2e4,
	"target.reduction": 0.5, "target.years": 3, "target.per_head": 0, "target.enforcement": 0.95, "target.cash_release": 0.1,
	"target.tolerance": 0.1, "handover.year": 3, "debt.plan": 0, "debt.participation_uplift": 0.25, "disruption.recovery": 1.5,
	"capacity.elasticity": 0.7, "capacity.value": 1.43, "local_knowledge.over_loss": 1.2, "staff.cost": 56, "staff.exit_cost": 43,
	"staff.exit_share": 0.6, "costing.optimism_bias": 0.15, "costing.discount_rate": 0.035,
	"refusal.sunk": 0.2, "again.setup": 0.2, "again.disruption": 0.4, "overtaken.hazard": 0.14,
}

// central values of the assumptions by subject.
var bySubject = map[string]float64{
	"scale": 0.9, "scale_limit": 500, "refusal": 0.1, "locality": 0.4, "critical_mass": 2, "retained": 0.2,
	"participation": 0.9, "realisation": 0.7, "coordination": 0.03, "lead_time": 0.8, "implementation": 1.2, "disruption": 0.1, "setup": 0.2, "collapse": 0.1,
	"remoteness": 0.4,
}

// Assume gives the case one assumption for each that the model needs, wide enough for tests to set any sensible value.
func Assume(c *model.Case) {
	c.Assumptions = nil
	add := func(q model.Quantity, name string, v float64) {
		a := model.Assumption{
			Name: name, Kind: "uncertainty", Unit: "unit", Min: max(q.Low, -1e9), Max: min(q.High, 1e9), Low: v, Central: v, High: v,
			Distribution: "fixed", Strength: "D", Sources: "-", Description: "test",
		}
		if q.Above {
			a.Min += 1e-9
		}
		c.Assumptions = append(c.Assumptions, a)
	}
	for _, q := range model.Quantities {
		for _, subject := range c.Subjects(q) {
			v, ok := plain[q.Name]
			if !ok {
				v = bySubject[q.Name]
			}
			add(q, q.AssumptionName(subject), v)
		}
	}
}

// Uncertain makes assumptions of a case of this package uncertain: within a tenth of their central value, by PERT
// distributions, but for levers and conventions.
func Uncertain(c *model.Case) *model.Case {
	for i := range c.Assumptions {
		a := &c.Assumptions[i]
		switch group, _, _ := strings.Cut(a.Name, "."); group {
		case "target", "debt", "handover", "finance", "costing":
			a.Kind = "lever"
		default:
			a.Low, a.High, a.Distribution = max(a.Min, 0.9*a.Central), min(a.Max, 1.1*a.Central), "pert"
		}
	}
	return c
}

// Lighter fixes three in four of the uncertain assumptions, which makes draws cheap; none, where the long tests are asked for.
func Lighter(c *model.Case) *model.Case {
	for i := range c.Assumptions {
		if !Long() && i%4 != 0 {
			c.Assumptions[i].Distribution = "fixed"
		}
	}
	return c
}

func setting() model.Properties {
	return model.Properties{
		StartDate: time.Date(2010, 4, 1, 0, 0, 0, 0, time.UTC), PriceYear: "2009/10", Currency: "£", BodySingular: "PCT", BodyPlural: "PCTs",
		DefaultMap: "map", HorizonYears: 10,
	}
}

// Small is two bodies in one sector, with two functions and three structures: nothing, a merger of the office's work,
// and a merger of everything.
func Small() *model.Case {
	c := &model.Case{
		Name: "small", Title: "Two bodies", Properties: setting(),
		Commissioners: []model.Commissioner{
			{Code: "A", Name: "Ayton", Population: 100000, ManagementCostK: 4000, ManagementCostBasis: "reported"},
			{Code: "B", Name: "Beeton", Population: 300000, ManagementCostK: 12000, ManagementCostBasis: "reported"},
		},
		Memberships: []model.Membership{
			{Map: "map", Sector: "S", SectorName: "South", Region: "R", Commissioner: "A"},
			{Map: "map", Sector: "S", SectorName: "South", Region: "R", Commissioner: "B"},
		},
		Functions: []model.Function{
			{Code: "office", Name: "Office", Class: "office", Share: 0.4, CapacityWeight: 1},
			{Code: "buying", Name: "Buying", Class: "buying", Share: 0.6, CapacityWeight: 3},
		},
		Arrangements: []model.Arrangement{{Code: "merger", Name: "Merger", Voluntary: "no"}},
		Structures: []model.Structure{
			{Code: "apart", Name: "Apart", Focus: "yes"}, {Code: "office-merger", Name: "Office merger", Focus: "yes"}, {Code: "full-merger", Name: "Full merger", Focus: "yes"},
		},
		Placements: []model.Placement{
			{Structure: "office-merger", Function: "office", Tier: model.SectorTier, Arrangement: "merger", FromYear: 0},
			{Structure: "full-merger", Function: "office", Tier: model.SectorTier, Arrangement: "merger", FromYear: 0},
			{Structure: "full-merger", Function: "buying", Tier: model.SectorTier, Arrangement: "merger", FromYear: 0},
		},
	}
	Assume(c)
	return c
}

// Size is how large a case is to be made.
type Size struct{ Commissioners, Functions, Structures int }

// National is the size of what a country has, but for its commissioners.
func National(commissioners int) Size { return Size{commissioners, 13, 9} }

// Large makes a case of a size, in sectors of five and regions of fifty. Of nine structures the first places nothing
// and the last everything, one in nine pools by region, and one in nine moves work twice. The same size gives the same
// case.
func Large(size Size) *model.Case {
	r := rand.New(rand.NewPCG(1, uint64(size.Commissioners)))
	c := &model.Case{Name: fmt.Sprintf("large-%d", size.Commissioners), Title: "A large case", Properties: setting()}
	for i := range size.Commissioners {
		people := 1e5 + float64(3e5*r.Float64())
		code := fmt.Sprintf("C%04d", i)
		c.Commissioners = append(c.Commissioners, model.Commissioner{Code: code, Name: code, Population: people, ManagementCostK: 1500 + float64(0.03*people), ManagementCostBasis: "estimated"})
		c.Memberships = append(c.Memberships, model.Membership{Map: "map", Sector: fmt.Sprintf("S%03d", i/5), SectorName: fmt.Sprintf("Sector %d", i/5), Region: fmt.Sprintf("R%02d", i/50), Commissioner: code})
	}
	for i := range size.Functions {
		c.Functions = append(c.Functions, model.Function{Code: fmt.Sprintf("f%03d", i), Name: fmt.Sprintf("Function %d", i), Class: fmt.Sprintf("class-%d", i%4), Share: 1 / float64(size.Functions), CapacityWeight: 1})
	}
	for i := range 6 {
		c.Arrangements = append(c.Arrangements, model.Arrangement{Code: fmt.Sprintf("a%d", i), Name: fmt.Sprintf("Arrangement %d", i), Voluntary: "yes"})
	}
	for i := range size.Structures {
		s := fmt.Sprintf("s%03d", i)
		c.Structures = append(c.Structures, model.Structure{Code: s, Name: "Structure " + s, Focus: "no"})
		for f := range i % 9 * size.Functions / 8 {
			p := model.Placement{Structure: s, Function: c.Functions[f].Code, Tier: model.SectorTier, Arrangement: c.Arrangements[i%6].Code, FromYear: 0.5}
			if i%9 == 2 {
				p.Tier = model.RegionTier
			}
			c.Placements = append(c.Placements, p)
			if i%9 == 5 {
				p.FromYear, p.Arrangement = 1.5, "a0"
				c.Placements = append(c.Placements, p)
			}
		}
	}
	Assume(c)
	c.Sort()
	return c
}
