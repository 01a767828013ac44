package sim

import (
	"fmt"
	"math"
	"slices"

	"reconfig/model"
)

// structure is a structure compiled.
type structure struct {
	code, name           string
	paths                []path
	waves                []wave
	stepTiers, waveTiers []int   // the tier of every step, by row, and of every wave
	boards, teams        float64 // NaN where the case has no such function
	uses                 tiers   // those that anything moves to
}

// move is where work goes, how and when.
type move struct{ stage, tenure, arrangement, tier int }

// path is a chain of placements and the functions that all move along it. One path may have no steps: what stays local.
type path struct {
	steps     []step
	functions []int
	weight    float64 // Σ v ÷ Σ v of all functions
}

// step is one placement of the path's functions.
type step struct {
	move
	after int // stage of the step before if that is on the same tier, so that teams are together already; else -1
	row   int // where the workspace keeps its numbers
}

func (e *Engine) newStructure(s model.Structure) structure {
	compiled := structure{code: s.Code, name: s.Name, boards: e.groupsOf(s.Code, model.BoardFunction), teams: e.groupsOf(s.Code, model.ExecutiveFunction)}
	byChain := map[string]int{}
	for i, f := range e.functions {
		chain := e.simulated.PlacementsOf(s.Code, f.code)
		key := chainKey(chain)
		at, ok := byChain[key]
		if !ok {
			at = len(compiled.paths)
			byChain[key] = at
			compiled.addPath(e.newSteps(chain))
		}
		path := &compiled.paths[at]
		path.functions = append(path.functions, i)
		path.weight += f.weight
		for _, s := range path.steps {
			compiled.addToWave(s, &f, len(e.tenures[s.tenure].successors) == 0)
		}
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

func (e *Engine) newSteps(chain []model.Placement) []step {
	steps := make([]step, len(chain))
	stages := make([]int, len(chain))
	for m, placement := range chain {
		s := &steps[m]
		s.tier, s.after = tierOf(placement), -1
		s.arrangement = slices.IndexFunc(e.simulated.Arrangements, func(a model.Arrangement) bool { return a.Code == placement.Arrangement })
		s.stage = e.stageOf(stage{s.arrangement, s.tier, placement.FromYear})
		stages[m] = s.stage
		if m > 0 && steps[m-1].tier == s.tier {
			s.after = stages[m-1]
		}
	}
	for m := range steps {
		steps[m].tenure = e.tenureOf(tenure{stages[m], stages[m+1:]})
	}
	return steps
}

func tierOf(p model.Placement) int {
	if p.Tier == model.RegionTier {
		return regionTier
	}
	return sectorTier
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

// tenureOf finds the tenure among the engine's, or adds it.
func (e *Engine) tenureOf(t tenure) int {
	i := slices.IndexFunc(e.tenures, func(u tenure) bool { return u.stage == t.stage && slices.Equal(u.successors, t.successors) })
	if i < 0 {
		i = len(e.tenures)
		e.tenures = append(e.tenures, t)
	}
	return i
}

func (s *structure) addPath(steps []step) {
	for m := range steps {
		steps[m].row = len(s.stepTiers)
		s.stepTiers = append(s.stepTiers, steps[m].tier)
		s.uses |= 1 << steps[m].tier
	}
	s.paths = append(s.paths, path{steps: steps})
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
		count = e.bodies.groupCount(tierOf(p))
	}
	return float64(count)
}

// stepCount and waveCount are the greatest number that any structure has.
func (e *Engine) stepCount() int { return e.most(func(s *structure) int { return len(s.stepTiers) }) }
func (e *Engine) waveCount() int { return e.most(func(s *structure) int { return len(s.waves) }) }

func (e *Engine) most(of func(*structure) int) int {
	most := 0
	for i := range e.structures {
		most = max(most, of(&e.structures[i]))
	}
	return most
}
