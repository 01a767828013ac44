package sim

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
)

// Groups values groups of commissioners one by one, as sectors of a map: with failures and refusals at their means, and
// all pooled work on the sector tier, what a map is worth is the sum of what its sectors are worth. So groups that a
// search puts together to maps are valued once. It never changes; a run writes only into a workspace.
type Groups struct {
	outcome  result.Outcome
	added    additivity
	largest  *Engine // of the largest group alone, which workspaces are made for
	groups   []Engine
	everyone []commissioner
	people   float64 // Σ P of all
}

// additivity says what part an outcome of a group is of the outcome of the whole.
type additivity int

const (
	notAdditive  additivity = iota
	inFull                  // money
	byPopulation            // a mean over people
	byCost                  // in per cent of the cost at the start
)

var additive = map[result.Outcome]additivity{
	result.SteadySaving: inFull, result.CostAtTarget: inFull, result.PostsRemovedAtTarget: inFull, result.ExitCost: inFull, result.SetupCost: inFull, result.OneOffCost: inFull,
	result.StructureOneOffCost: inFull, result.StructureNPV: inFull, result.StructureNPVRisked: inFull, result.StructureNPVToHandover: inFull, result.CumulativeSaving: inFull,
	result.NPVIncludingCuts: inFull, result.NetBenefit: inFull, result.NetBenefitRisked: inFull,
	result.StructureCapacityEnd: byPopulation, result.CapacityAtTarget: byPopulation, result.CapacityEnd: byPopulation, result.CapacityMean: byPopulation,
	result.LocalKnowledgeAtHandover: byPopulation,
	result.SteadySavingPct:          byCost, result.Reduction: byCost, result.ReductionFromStructure: byCost, result.ReductionFromCuts: byCost, result.CutsNeeded: byCost, result.Shortfall: byCost,
}

// GroupOutcomes lists the outcomes of a map that are sums over its sectors, in the order of result.Outcomes.
func GroupOutcomes() []result.Outcome {
	return slices.DeleteFunc(result.Outcomes(), func(o result.Outcome) bool { return additive[o] == notAdditive })
}

// CompileGroups makes the engines of groups under one structure. Each group lists its commissioners by their indices in
// the case, in ascending order. horizon is in years, a whole number of quarters; 0 is the case's default. It returns an
// error if the outcome is not one of GroupOutcomes, if the structure pools work on the region tier, or if an option names
// what the case does not have. The case must be valid.
func CompileGroups(c *model.Case, structure string, horizon float64, outcome result.Outcome, groups [][]int) (*Groups, error) {
	g := &Groups{outcome: outcome, added: additive[outcome]}
	if g.added == notAdditive {
		return nil, fmt.Errorf("the outcome %s of a map is not a sum over its sectors", outcome)
	}
	if _, ok := c.Structure(structure); !ok {
		return nil, fmt.Errorf("the case has no structure %q", structure)
	}
	for _, p := range c.Placements {
		if p.Structure == structure && p.Tier == model.RegionTier {
			return nil, fmt.Errorf("the structure %s places %s on the region tier: what its map is worth is not a sum over sectors", structure, p.Function)
		}
	}
	e, err := Compile(c, Options{HorizonYears: horizon, Structures: []string{structure}, Outcomes: []result.Outcome{outcome}, MeanEvents: true})
	if err != nil {
		return nil, err
	}
	g.everyone, g.people = e.bodies.commissioners, e.bodies.population
	g.groups = make([]Engine, len(groups))
	for i, members := range groups {
		g.groups[i] = *e
		g.groups[i].bodies = newBodies(c, oneSector(c, members))
		if g.largest == nil || len(members) > len(g.largest.bodies.commissioners) {
			g.largest = &g.groups[i]
		}
	}
	return g, nil
}

// oneSector is a map of one sector.
func oneSector(c *model.Case, members []int) model.SectorMap {
	s := model.Sector{Code: "group", Region: "group"}
	for _, i := range members {
		s.Members = append(s.Members, c.Commissioners[i].Code)
	}
	return model.SectorMap{Sectors: []model.Sector{s}}
}

// Len is the number of groups.
func (g *Groups) Len() int { return len(g.groups) }

// NewWorkspace makes a workspace for runs of the groups; there must be one at least.
func (g *Groups) NewWorkspace() *Workspace { return g.largest.NewWorkspace() }

// Run values the groups from first on, one for each number in values, under one draw: see Engine.Run for the draw and the
// errors of bodies. A value is the part of the map's outcome that the group is, in the outcome's unit.
func (g *Groups) Run(d model.Draw, bodyErrors []float64, w *Workspace, first int, values []float64) {
	w.over(g.largest)
	g.largest.begin(d, w)
	w.setBodyCosts(g.everyone, bodyErrors)
	w.setServing(g.everyone)
	total := 0.0
	for i := range g.everyone {
		total += w.bodyCost[g.everyone[i].index]
	}
	for i := range values {
		e := &g.groups[first+i]
		w.over(e)
		w.setBaseline()
		people := e.bodies.population / g.people
		w.harmedCost = people * total
		w.setScale()
		e.setStructures(w, nil)
		v := w.outcomes[0][g.outcome]
		switch g.added {
		case byPopulation:
			v *= people
		case byCost:
			v *= w.totalCost / total
		}
		values[i] = v
	}
}

// over has the workspace write what another engine of one group gives.
func (w *Workspace) over(e *Engine) {
	w.engine = e
	w.capacity.bodies, w.knowledge.bodies = &e.bodies, &e.bodies
}
