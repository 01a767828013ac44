package sim

import (
	"fmt"
	"math"
	"slices"

	"reconfig/model"
)

// structure is a structure compiled: its functions sorted into paths.
type structure struct {
	code, name    string
	paths         []path
	boards, teams float64         // NaN where the case has no such function
	uses          [tierCount]bool // whether any step is on the tier
}

// path is a chain of placements and the functions that all move along it. One path may have no steps: what stays local.
type path struct {
	steps     []step
	functions []int
	weight    float64 // Σ v ÷ Σ v of all functions
}

// step is one placement of the path's functions.
type step struct {
	stage, arrangement, tier int
	reunites                 bool // the step before is on the same tier: the teams are together already, so x = σ = 0
	row                      int  // where the workspace keeps its numbers
}

func (e *Engine) newStructure(s model.Structure) structure {
	compiled := structure{code: s.Code, name: s.Name, boards: e.groupsOf(s.Code, model.BoardFunction), teams: e.groupsOf(s.Code, model.ExecutiveFunction)}
	byChain := map[string]int{}
	rows := 0
	for i, f := range e.functions {
		chain := e.simulated.PlacementsOf(s.Code, f.code)
		key := chainKey(chain)
		at, ok := byChain[key]
		if !ok {
			at = len(compiled.paths)
			byChain[key] = at
			compiled.paths = append(compiled.paths, e.newPath(chain, &rows))
		}
		for _, s := range compiled.paths[at].steps {
			compiled.uses[s.tier] = true
		}
		compiled.paths[at].functions = append(compiled.paths[at].functions, i)
		compiled.paths[at].weight += f.weight
	}
	return compiled
}

// chainKey is the same for functions that move together.
func chainKey(chain []model.Placement) string {
	key := ""
	for _, p := range chain {
		key += fmt.Sprintf("%s|%s|%x;", p.Tier, p.Arrangement, math.Float64bits(p.FromYear))
	}
	return key
}

func (e *Engine) newPath(chain []model.Placement, rows *int) path {
	var p path
	for m, placement := range chain {
		s := step{tier: sectorTier, row: *rows, reunites: m > 0 && chain[m-1].Tier == placement.Tier}
		*rows++
		if placement.Tier == model.RegionTier {
			s.tier = regionTier
		}
		s.arrangement = slices.IndexFunc(e.simulated.Arrangements, func(a model.Arrangement) bool { return a.Code == placement.Arrangement })
		s.stage = e.stageOf(stage{s.arrangement, placement.FromYear})
		p.steps = append(p.steps, s)
	}
	return p
}

// stageOf finds the stage among the engine's, or adds it.
func (e *Engine) stageOf(s stage) int {
	i := slices.Index(e.stages, s)
	if i < 0 {
		i = len(e.stages)
		e.stages = append(e.stages, s)
	}
	return i
}

// groupsOf counts the bodies that the function is done by once every decision within the horizon is in force; NaN if
// the case has no such function.
func (e *Engine) groupsOf(structure, code string) float64 {
	if !slices.ContainsFunc(e.functions, func(f function) bool { return f.code == code }) {
		return math.NaN()
	}
	count := len(e.bodies.commissioners)
	for _, p := range e.simulated.PlacementsOf(structure, code) {
		if p.FromYear >= e.horizon {
			break
		}
		tier := sectorTier
		if p.Tier == model.RegionTier {
			tier = regionTier
		}
		count = e.bodies.groupCount(tier)
	}
	return float64(count)
}

// stepCount is the greatest number of steps that any structure has.
func (e *Engine) stepCount() int {
	most := 0
	for _, s := range e.structures {
		n := 0
		for _, p := range s.paths {
			n += len(p.steps)
		}
		most = max(most, n)
	}
	return most
}
