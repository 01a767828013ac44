// Package sim is what happens: it compiles a case and a map into an engine and runs draws through it. The equations
// are those of docs/model.md; each file holds one of its ideas, and the symbols in comments are the page's.
//
// An engine is compiled once and never changes; a run writes only into a workspace. So one engine serves many
// goroutines, each with a workspace of its own, and a run allocates nothing.
//
// The package has more than twenty files, as every idea is a step of the same run and writes a part of the same workspace.
package sim

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
)

// Options says what to compile of a case.
type Options struct {
	Map          string           // name of the map; empty for the case's default
	HorizonYears float64          // a whole number of quarters; 0 for the case's default
	Structures   []string         // codes; empty for all
	Outcomes     []result.Outcome // what is wanted; empty for all
	Trajectories bool             // whether the course over time is wanted too
	MeanEvents   bool             // failures and refusals at their means over the chances, which then do not matter
}

// Engine runs draws of one case under one map.
type Engine struct {
	simulated  *model.Case
	mapName    string
	horizon    float64
	timeline   timeline
	binding    binding
	bodies     bodies
	functions  []function
	stages     []stage
	tenures    []tenure
	structures []structure
	unwanted   []result.Outcome
	needs      needs
	traced     bool // every run keeps the course over time
	meanEvents bool // failures and refusals are at their means
}

// Compile makes an engine. The case must be valid (see model.Case.Check). It returns an error if an option names
// something that the case does not have.
func Compile(c *model.Case, o Options) (*Engine, error) {
	o = o.in(c)
	if !model.ValidHorizon(o.HorizonYears) {
		return nil, fmt.Errorf("a horizon of %v years: it must be above 0, at most %d, and a whole number of quarters", o.HorizonYears, model.MaxHorizonYears)
	}
	m, ok := c.Map(o.Map)
	if !ok {
		return nil, spelling.Unknown("map", o.Map, c.MapNames())
	}
	b, err := bind(c)
	if err != nil {
		return nil, err
	}
	e := &Engine{
		simulated: c, mapName: o.Map, horizon: o.HorizonYears, timeline: timeline{int(4 * o.HorizonYears)},
		binding: b, bodies: newBodies(c, m), functions: newFunctions(c), needs: needsOf(o.Outcomes),
		meanEvents: o.MeanEvents,
	}
	if o.Trajectories {
		e.trace()
	}
	for _, outcome := range result.Outcomes() {
		if !slices.Contains(o.Outcomes, outcome) {
			e.unwanted = append(e.unwanted, outcome)
		}
	}
	for _, code := range o.Structures {
		s, ok := c.Structure(code)
		if !ok {
			return nil, spelling.Unknown("structure", code, c.StructureCodes())
		}
		e.structures = append(e.structures, e.newStructure(s))
	}
	e.bodies.layOut()
	return e, nil
}

// in fills in what the options leave to the case.
func (o Options) in(c *model.Case) Options {
	if o.Map == "" {
		o.Map = c.DefaultMap
	}
	if o.HorizonYears == 0 {
		o.HorizonYears = c.HorizonYears
	}
	if len(o.Structures) == 0 {
		o.Structures = c.StructureCodes()
	}
	if len(o.Outcomes) == 0 {
		o.Outcomes = result.Outcomes()
	}
	return o
}

// Structures lists the codes of the engine's structures, in the order of its outcomes.
func (e *Engine) Structures() []string {
	codes := make([]string, len(e.structures))
	for i, s := range e.structures {
		codes[i] = s.code
	}
	return codes
}

// Case is what the engine was compiled from.
func (e *Engine) Case() *model.Case { return e.simulated }

// MapName is the name of the map that the engine groups commissioners by.
func (e *Engine) MapName() string { return e.mapName }

// HorizonYears is how long the engine simulates.
func (e *Engine) HorizonYears() float64 { return e.horizon }

// Run simulates every structure under one draw. The draw must fit the case (see model.Case.CheckDraw). bodyErrors holds
// z of docs/model.md, section 3, a standard normal for every commissioner in the order of Case.Commissioners, of which
// those with an estimated cost are used; nil for no error, as in the central draw. The results stay in the workspace
// until its next run.
func (e *Engine) Run(d model.Draw, bodyErrors []float64, w *Workspace) { e.run(d, bodyErrors, w, nil) }

// run simulates every structure; visit, if any, sees the workspace after each.
func (e *Engine) run(d model.Draw, bodyErrors []float64, w *Workspace, visit func(structure int)) {
	e.begin(d, w)
	w.setBodyCosts(e.bodies.commissioners, bodyErrors)
	w.setServing(e.bodies.commissioners)
	e.simulate(w, visit)
}

// begin fills in what does not hang on the bodies but for whether any pool.
func (e *Engine) begin(d model.Draw, w *Workspace) {
	e.binding.read(d, &w.parameters)
	w.setTimes()
	w.setStages()
	w.setTenures()
	w.setTarget()
	w.setExponents()
	w.setLocalWeight()
}

// simulate fills in the rest.
func (e *Engine) simulate(w *Workspace, visit func(structure int)) {
	w.setBaseline()
	w.harmedCost = w.totalCost
	w.setScale()
	e.setStructures(w, visit)
}

// setStructures fills in what hangs on the structure.
func (e *Engine) setStructures(w *Workspace, visit func(structure int)) {
	clear(w.unmoved.known)
	for i := range e.structures {
		s := &e.structures[i]
		w.setPooling(s)
		w.setRequired(s)
		w.setSetup(s)
		if e.needs.weights {
			w.setCapacityWeights(s)
		}
		if e.needs.knowledge {
			w.setKnowledgeWeights(s)
		}
		if e.needs.cost {
			w.setCost(s)
		}
		w.setOutcomes(i)
		w.harm[i] = w.lost
		if e.traced {
			w.setCourse(i)
		}
		if visit != nil {
			visit(i)
		}
	}
}

// needs says which parts of a run the wanted outcomes rest on.
type needs struct {
	cost      bool // with the target and its cuts
	weights   bool // what resources count for in capacity
	capacity  bool // with the target and its cuts
	knowledge bool

	own     bool // the structure's own capacity, over time
	falls   bool // of the required cost, over time, which exits follow from
	stream  bool // the structure's own stream, over time
	payback bool
	exits   bool // what exits cost in all
	total   bool // what is saved in all, not discounted
	mean    bool // of capacity over time
	lowest  bool // the lowest capacity, and when
	worst   bool // the capacity of the worst commissioner
	risked  bool // streams that something may overtake
}

// trace makes every run keep the course over time, which rests on every part of a run.
func (e *Engine) trace() {
	e.traced = true
	e.needs.cost, e.needs.weights, e.needs.own, e.needs.capacity, e.needs.knowledge = true, true, true, true, true
}

func needsOf(wanted []result.Outcome) needs {
	var all result.Needs
	for _, o := range wanted {
		all |= o.Needs()
	}
	any := func(some ...result.Outcome) bool {
		return slices.ContainsFunc(some, func(o result.Outcome) bool { return slices.Contains(wanted, o) })
	}
	capacity, payback := all&result.Capacity != 0, any(result.StructurePayback, result.ChancePaidBack)
	stream := payback || any(result.StructureNPV, result.StructureNPVToHandover, result.StructureNPVRisked)
	return needs{
		cost: all&result.Cuts != 0, weights: capacity || all&result.OwnCapacity != 0, capacity: capacity, knowledge: all&result.Knowledge != 0,
		own:    any(result.StructureCapacityLowest, result.StructureCapacityEnd),
		falls:  stream || any(result.StructureOneOffCost),
		stream: stream, payback: payback,
		exits:  any(result.ExitCost, result.OneOffCost, result.OneOffShareOfSurplus),
		total:  any(result.CumulativeSaving),
		mean:   any(result.CapacityMean),
		lowest: any(result.CapacityLowest, result.CapacityLowestYears), worst: any(result.CapacityWorstCommissioner),
		risked: any(result.NetBenefitRisked),
	}
}
