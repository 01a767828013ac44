package modeltest

import (
	"fmt"

	"pgregory.net/rapid"

	"reconfig/model"
)

// Random draws a valid case with every feature of the model: sectors and regions of one body, functions without share
// or weight, placements on both tiers, several in a row, before the start and beyond the horizon.
func Random(t *rapid.T) *model.Case {
	c := &model.Case{Name: "random", Title: "A random case", Properties: setting()}
	c.HorizonYears = float64(rapid.IntRange(1, 24).Draw(t, "quarters")) / 4
	addBodies(t, c)
	addFunctions(t, c)
	addStructures(t, c)
	Assume(c)
	return c
}

func addBodies(t *rapid.T, c *model.Case) {
	sectors := rapid.IntRange(1, 4).Draw(t, "sectors")
	for s := range sectors {
		region := rapid.IntRange(0, 1).Draw(t, "region")
		for range rapid.IntRange(1, 4).Draw(t, "bodies") {
			code := fmt.Sprintf("C%d", len(c.Commissioners))
			body := model.Commissioner{
				Code: code, Name: "Body " + code, ManagementCostBasis: rapid.SampledFrom(model.Bases).Draw(t, "basis"),
				Population: rapid.Float64Range(2e4, 2e6).Draw(t, "population"),
			}
			body.ManagementCostK = body.Population / 1000 * rapid.Float64Range(5, 60).Draw(t, "cost a head")
			if rapid.Bool().Draw(t, "weighted") {
				body.WeightedPopulation = model.Optional{Value: body.Population * rapid.Float64Range(0.5, 2).Draw(t, "weight"), Given: true}
			}
			c.Commissioners = append(c.Commissioners, body)
			c.Memberships = append(c.Memberships, model.Membership{Map: "map", Sector: fmt.Sprintf("S%d", s), SectorName: fmt.Sprintf("Sector %d", s), Region: fmt.Sprintf("R%d", region), Commissioner: code})
		}
	}
}

func addFunctions(t *rapid.T, c *model.Case) {
	n := rapid.IntRange(1, 5).Draw(t, "functions")
	total := 0.0
	for i := range n {
		f := model.Function{Code: fmt.Sprintf("f%d", i), Class: fmt.Sprintf("class-%d", rapid.IntRange(0, 2).Draw(t, "class"))}
		f.Name = "Function " + f.Code
		if i > 0 && rapid.IntRange(0, 4).Draw(t, "empty") == 0 {
			f.Share = 0
		} else {
			f.Share = rapid.Float64Range(0.1, 1).Draw(t, "share")
		}
		if i == 0 || rapid.Bool().Draw(t, "weighs") {
			f.CapacityWeight = rapid.Float64Range(0.01, 1).Draw(t, "capacity weight")
		}
		total += f.Share
		c.Functions = append(c.Functions, f)
	}
	for i := range c.Functions {
		c.Functions[i].Share /= total
	}
	if rapid.Bool().Draw(t, "has a board") {
		c.Functions[0].Code = model.BoardFunction
	}
}

func addStructures(t *rapid.T, c *model.Case) {
	for i := range rapid.IntRange(1, 3).Draw(t, "arrangements") {
		c.Arrangements = append(c.Arrangements, model.Arrangement{Code: fmt.Sprintf("a%d", i), Name: fmt.Sprintf("Arrangement %d", i), Voluntary: rapid.SampledFrom([]string{"yes", "no"}).Draw(t, "voluntary")})
	}
	years := []float64{-2, -0.3, 0, 0.5, 1, 1.625, 8}
	for i := range rapid.IntRange(1, 3).Draw(t, "structures") {
		code := fmt.Sprintf("s%d", i)
		c.Structures = append(c.Structures, model.Structure{Code: code, Name: "Structure " + code, Focus: "no"})
		for _, f := range c.Functions {
			taken := map[float64]bool{}
			for range rapid.IntRange(0, 3).Draw(t, "placements") {
				p := model.Placement{
					Structure: code, Function: f.Code, Tier: rapid.SampledFrom(model.PooledTiers).Draw(t, "tier"),
					Arrangement: rapid.SampledFrom(c.Arrangements).Draw(t, "arrangement").Code, FromYear: rapid.SampledFrom(years).Draw(t, "from year"),
				}
				if !taken[p.FromYear] {
					taken[p.FromYear] = true
					c.Placements = append(c.Placements, p)
				}
			}
		}
	}
}

// ranges are the values that RandomDraw takes, by quantity: all that is possible, and the corners where equations
// change their shape.
var ranges = map[string][2]float64{
	"baseline.scale": {0.5, 2}, "baseline.growth": {-0.05, 0.08}, "baseline.spread": {0, 1}, "finance.budget": {0, 1e7}, "finance.surplus": {0, 1e6},
	"target.reduction": {0, 0.8}, "target.years": {0.25, 6}, "target.per_head": {0, 40}, "target.enforcement": {0, 1}, "target.cash_release": {0, 1},
	"target.tolerance": {0, 0.5}, "handover.year": {0, 6}, "debt.plan": {0, 1}, "debt.participation_uplift": {0, 1}, "disruption.recovery": {0, 4},
	"capacity.elasticity": {0, 1.5}, "capacity.value": {0, 3}, "local_knowledge.over_loss": {0, 3}, "staff.cost": {20, 90}, "staff.exit_cost": {0, 90},
	"staff.exit_share": {0, 1}, "costing.optimism_bias": {0, 1}, "costing.discount_rate": {0, 0.1},
	"scale": {0, 1.2}, "scale_limit": {0, 3000}, "refusal": {0, 1}, "refusal.sunk": {0, 1}, "again.setup": {0, 1}, "again.disruption": {0, 1}, "overtaken.hazard": {0, 0.5},
	"locality": {0, 1}, "critical_mass": {0, 9}, "retained": {0, 1}, "participation": {0, 1}, "realisation": {0, 1}, "coordination": {0, 0.4},
	"lead_time": {0, 3}, "implementation": {0, 3}, "disruption": {0, 1}, "setup": {0, 1}, "collapse": {0, 2}, "remoteness": {0, 1},
}

// RandomDraw draws a value for every assumption: often an end of its range, where a ramp becomes a step or a share is
// all or nothing. Chances fall anywhere.
func RandomDraw(t *rapid.T, c *model.Case) model.Draw {
	d := c.CentralDraw()
	for _, q := range model.Quantities {
		for _, subject := range c.Subjects(q) {
			name := q.AssumptionName(subject)
			i, ok := c.AssumptionIndex(name)
			if !ok {
				t.Fatalf("no assumption %s", name)
			}
			r := ranges[q.Name]
			switch rapid.IntRange(0, 5).Draw(t, name+" end") {
			case 0:
				d[i] = r[0]
			case 1:
				d[i] = r[1]
			default:
				// Not the hair's breadth above nothing, where a difference of rounding decides.
				d[i] = rapid.Float64Range(r[0]+(r[1]-r[0])/20, r[1]).Draw(t, name)
			}
		}
	}
	for i, name := range c.ChanceNames() {
		d[len(c.Assumptions)+i] = rapid.Float64Range(0.001, 0.999).Draw(t, name)
	}
	return d
}

// RandomBodyErrors draws a standard normal for every commissioner, or none at all.
func RandomBodyErrors(t *rapid.T, c *model.Case) []float64 {
	if rapid.Bool().Draw(t, "no errors") {
		return nil
	}
	errors := make([]float64, len(c.Commissioners))
	for i := range errors {
		errors[i] = rapid.Float64Range(-3, 3).Draw(t, "error of "+c.Commissioners[i].Code)
	}
	return errors
}
