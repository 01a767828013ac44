// Package plan holds the plan of a sweep: which points to simulate, and the rules that make a plan valid for a case. It
// knows nothing of the file that a plan is read from, nor of how a sweep is run.
package plan

import (
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
)

// Plan is a sweep: structures on maps at many points, each point one value for every assumption that is varied, and at
// each point as many draws of the assumptions that are not. Its zero values stand for what the comments say; ParsePlan
// of package data fills in the defaults of a plan file.
type Plan struct {
	Case       string   // name, or folder as the plan has it
	Maps       []string // none: the case's default map
	Structures []string // none: all
	Horizon    float64  // years; 0: the case's
	Set        []model.Setting
	Vary       []Axis // the first varies slowest
	Hypercube  int    // points of a Latin hypercube of all uncertain assumptions, instead of Vary; 0: none
	Draws      int    // at each point; 0: one run at the central values
	Sampler    string // one of model.Samplers
	Seed       uint64
	Correlated bool
	Outcomes   []string // none: all
	Rows       string   // one of RowKinds
	Formats    []string // of the results, as csv
	Shards     int      // that machines share the sweep in; 0: as each command is told
}

// RowKinds are what a plan's rows may be; the first is the default.
var RowKinds = []string{StatisticRows, DrawRows}

// A sweep's rows are the statistics of each point or every draw.
const (
	StatisticRows = "statistics"
	DrawRows      = "draws"
)

// Defaults of a plan.
const (
	DefaultDraws = 1000
	DefaultSeed  = 1
)

// How large a plan may be.
const (
	MaxPoints = 10_000_000
	MaxDraws  = 1_000_000_000
	MaxRuns   = 1_000_000_000_000
	MaxRows   = 10_000_000_000 // of the sweep's table
)

// Points is the number of points: one for every map and every combination of the axes' values. It is math.MaxInt where
// there are more.
func (p *Plan) Points() int {
	n := max(1, len(p.Maps))
	if p.Hypercube > 0 {
		return product(n, p.Hypercube)
	}
	for _, a := range p.Vary {
		n = product(n, a.Len())
	}
	return n
}

// product multiplies two numbers that are not negative; math.MaxInt where that is too much.
func product(a, b int) int {
	if b > 0 && a > math.MaxInt/b {
		return math.MaxInt
	}
	return a * b
}

// Varied lists the assumptions that are varied, in the order of the plan; with a Latin hypercube, those of the case that
// are uncertain and not set.
func (p *Plan) Varied(c *model.Case) []string {
	var names []string
	for _, a := range p.Vary {
		names = append(names, a.Names...)
	}
	if p.Hypercube > 0 {
		for _, a := range c.Assumptions {
			if a.IsUncertain() && !p.sets(a.Name) {
				names = append(names, a.Name)
			}
		}
	}
	return names
}

func (p *Plan) sets(name string) bool {
	return slices.ContainsFunc(p.Set, func(s model.Setting) bool { return s.Name == name })
}

// In is the plan for a case, with what it leaves to the case filled in.
func (p *Plan) In(c *model.Case) *Plan {
	full := *p
	if len(full.Maps) == 0 {
		full.Maps = []string{c.DefaultMap}
	}
	if len(full.Structures) == 0 {
		full.Structures = c.StructureCodes()
	}
	if full.Horizon == 0 {
		full.Horizon = c.HorizonYears
	}
	if len(full.Outcomes) == 0 {
		full.Outcomes = result.OutcomeNames()
	}
	return &full
}
