// Package analysis puts questions about a case to the methods of packages sensitivity, decision and discovery, and their
// answers into the tables of package result: which assumptions an outcome hangs on, which structure to choose, and
// under what conditions that would be wrong.
//
// The methods know no assumptions, and nothing here is a method: a reader who wants to know how an index is estimated
// looks there, one who wants to know what it is estimated of looks here.
//
// The package has more than twenty files: one for each question, all of the same setup and its samples.
package analysis

import (
	"runtime"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/draws"
	"reconfig/sim/uncertain"
)

// Setup is a case ready to be analysed; New makes one.
type Setup struct {
	Case     *model.Case
	Base     model.Draw     // the central draw, or what the user made of it
	Set      []string       // names of the assumptions that the user set, and that therefore do not vary
	Map      string         // empty for the case's default
	Horizon  float64        // years; 0 for the case's default
	Workers  int            // goroutines at once; 0 for one a processor
	Progress func(runs int) // told of runs as they are done; nil for nobody
	Phase    func(Phase)    // told of what goes on from then on, where that has several phases; nil for nobody
	Warn     func(string)   // told of what could not be analysed where the rest is; nil for nobody

	drawing   uncertain.Options // as New was given it
	generator *uncertain.Generator
}

// Phase is what a method is doing.
type Phase struct {
	Name     string
	Unit     string // what is counted, in the plural; of use where Of is not 0
	Done, Of int    // how many of these are done; where Of is 0, what was counted before is counted on
}

// Doing tells of a phase, if anybody wants to know.
func (s *Setup) Doing(p Phase) {
	if s.Phase != nil {
		s.Phase(p)
	}
}

// New makes a case ready, which should be valid (see model.Case.Check), with everything that drawing says of its draws. It
// returns an error where uncertain.New does.
func New(c *model.Case, drawing uncertain.Options) (*Setup, error) {
	s := &Setup{Case: c, Base: drawing.Base, Set: drawing.Set, drawing: drawing}
	if s.Base == nil {
		s.Base = c.CentralDraw()
	}
	var err error
	s.generator, err = uncertain.New(c, drawing)
	return s, err
}

// Varied lists the names of the assumptions that vary, in the order of the case.
func (s *Setup) Varied() []string { return s.generator.Drawn() }

// compile makes an engine of some structures and outcomes; of all structures if none is named. It returns an EmptyError for
// an outcome that has no value in the base.
func (s *Setup) compile(structures []string, outcomes []result.Outcome) (*sim.Engine, error) {
	e, err := sim.Compile(s.Case, sim.Options{Map: s.Map, HorizonYears: s.Horizon, Structures: structures, Outcomes: outcomes})
	if err != nil {
		return nil, err
	}
	w := e.NewWorkspace()
	e.Run(s.Base, nil, w)
	for i, code := range e.Structures() {
		for _, o := range outcomes {
			if !o.MayBeInfinite() && !w.Outcomes(i).Has(o) {
				return nil, &EmptyError{Outcome: o, Structure: code}
			}
		}
	}
	return e, nil
}

// Correlated says whether draws follow correlations of the case.
func (s *Setup) Correlated() bool { return len(s.Case.Correlations) > 0 && !s.drawing.Independent }

// HorizonYears is the years that are simulated.
func (s *Setup) HorizonYears() float64 {
	if s.Horizon == 0 {
		return s.Case.HorizonYears
	}
	return s.Horizon
}

// index finds an assumption that every valid case has.
func (s *Setup) index(name string) int {
	i, ok := s.Case.AssumptionIndex(name)
	if !ok {
		panic("analysis: no assumption " + name)
	}
	return i
}

// workers is how many goroutines work at once.
func (s *Setup) workers() int {
	if s.Workers > 0 {
		return s.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// strength is that of an assumption's evidence; empty for what is no assumption.
func (s *Setup) strength(name string) string {
	if i, ok := s.Case.AssumptionIndex(name); ok {
		return s.Case.Assumptions[i].Strength
	}
	return ""
}

// BodyErrors names the input that stands for the errors of estimates of single commissioners' cost, all together.
const BodyErrors = "body_errors"

// Chances names the input that stands for which way failures and refusals fall, all together.
const Chances = "chances"

// besides lists the inputs that are no assumptions.
func (s *Setup) besides() (kinds []string) {
	if s.hasBodyErrors() {
		kinds = append(kinds, BodyErrors)
	}
	if s.HasChances() {
		kinds = append(kinds, Chances)
	}
	return kinds
}

// HasChances says whether anything can fail or be refused in a draw, and chance decides what.
func (s *Setup) HasChances() bool {
	return s.generator.HasChances() && slices.ContainsFunc(s.Case.Arrangements, func(a model.Arrangement) bool {
		return s.MayBe("collapse."+a.Code) || s.MayBe("refusal."+a.Code)
	})
}

// MayBe says whether an assumption is above 0 in any draw.
func (s *Setup) MayBe(name string) bool {
	i := s.index(name)
	return s.Base[i] > 0 || slices.Contains(s.Varied(), name) && s.Case.Assumptions[i].High > 0
}

// hasBodyErrors says whether draws give single commissioners' costs an error.
func (s *Setup) hasBodyErrors() bool {
	return s.Base[s.index("baseline.spread")] > 0 && slices.ContainsFunc(s.Case.Commissioners, model.Commissioner.IsEstimated)
}

// Runner makes a runner of the setup's draws through engines that others compiled of its case. It tells nobody of its
// progress.
func (s *Setup) Runner(engines ...*sim.Engine) *draws.Runner {
	return draws.New(s.generator, draws.Options{Workers: s.Workers}, engines...)
}
