package sim

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/model/elementary"
	"reconfig/model/result"
)

// Groups values groups of commissioners one by one, as sectors of a map: with failures and refusals at their means, and
// all pooled work on the sector tier, what a map is worth is the sum of what its sectors are worth. So groups that a
// search puts together to maps are valued once. It never changes; a run writes only into a workspace.
type Groups struct {
	outcome  result.Outcome
	added    additivity
	engine   *Engine        // of the case
	everyone []commissioner // by index in the case
	people   float64        // Σ P of all
	groups   []Engine
	largest  *Engine // of the largest group alone, which workspaces are made for
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
	g.engine, g.people = e, e.bodies.population
	g.everyone = make([]commissioner, len(c.Commissioners))
	for _, x := range e.bodies.commissioners {
		g.everyone[x.index] = x
	}
	return g.With(groups), nil
}

// With is the same of other groups, without compiling the case again.
func (g *Groups) With(groups [][]int) *Groups {
	other := *g
	other.largest, other.groups = nil, make([]Engine, len(groups))
	for i, members := range groups {
		e := &other.groups[i]
		*e = *g.engine
		e.bodies = g.bodiesOf(members)
		if other.largest == nil || len(members) > len(other.largest.bodies.commissioners) {
			other.largest = e
		}
	}
	return &other
}

// bodiesOf is a map of one sector with these members.
func (g *Groups) bodiesOf(members []int) bodies {
	b := bodies{commissioners: make([]commissioner, len(members))}
	for i, index := range members {
		b.commissioners[i] = g.everyone[index]
		b.population += g.everyone[index].population
		b.head += g.everyone[index].head
	}
	all := group{span: span{end: 1}, population: b.population, logPopulation: elementary.Log(b.population)}
	b.regions = []group{all}
	b.sectors = []sector{{group: group{span: span{end: len(members)}, population: b.population, logPopulation: all.logPopulation}}}
	b.findPatterns()
	b.alike = onePattern
	for uses := range b.moved {
		if !b.patterns[0].stays(tiers(uses)) {
			b.moved[uses] = onePattern[0]
		}
	}
	return b
}

// onePattern is what there is to go through of one sector.
var onePattern = [][]span{{{end: 1}}}

// NewWorkspace makes a workspace for runs of the groups; there must be one at least.
func (g *Groups) NewWorkspace() *Workspace { return g.largest.NewWorkspace() }

// Run values the groups from first on, one for each number in values, under one draw: see Engine.Run for the draw and the
// errors of bodies. A value is the part of the map's outcome that the group is, in the outcome's unit.
func (g *Groups) Run(d model.Draw, bodyErrors []float64, w *Workspace, first int, values []float64) {
	g.Begin(d, bodyErrors, w)
	g.Value(w, first, values)
}

// Begin readies a workspace for a draw: it fills in what does not hang on the group.
func (g *Groups) Begin(d model.Draw, bodyErrors []float64, w *Workspace) {
	w.over(g.largest)
	w.grouped, w.capacity.dips = true, false
	g.largest.begin(d, w)
	w.setBodyCosts(g.everyone, bodyErrors)
	w.setServing(g.everyone)
	w.allCost = 0
	for i := range g.everyone {
		w.allCost += w.bodyCost[g.everyone[i].index]
	}
}

// Value values the groups from first on under the draw that the workspace was begun with, by these groups or by others
// that have none larger.
func (g *Groups) Value(w *Workspace, first int, values []float64) {
	for i := range values {
		e := &g.groups[first+i]
		w.over(e)
		w.setBaseline()
		people := e.bodies.population / g.people
		w.harmedCost = people * w.allCost
		w.setScale()
		e.setStructures(w, nil)
		v := w.outcomes[0][g.outcome]
		switch g.added {
		case byPopulation:
			v *= people
		case byCost:
			v *= w.totalCost / w.allCost
		}
		values[i] = v
	}
}

// over has the workspace write what another engine of one group gives.
func (w *Workspace) over(e *Engine) {
	w.engine = e
	w.capacity.bodies, w.knowledge.bodies = &e.bodies, &e.bodies
}
