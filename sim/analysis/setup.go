// Package analysis puts questions about a case to the methods of packages sensitivity, decision and discovery, and their
// answers into the tables of package result: which assumptions an outcome hangs on, which structure to choose, and
// under what conditions that would be wrong.
//
// The methods know no assumptions, and nothing here is a method: a reader who wants to know how an index is estimated
// looks there, one who wants to know what it is estimated of looks here.
package analysis

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/uncertain"
)

// Setup is a case ready to be analysed.
type Setup struct {
	Case      *model.Case
	Base      model.Draw // the central draw, or what the user made of it
	Set       []string   // names of the assumptions that the user set, and that therefore do not vary
	Map       string     // empty for the case's default
	Horizon   float64    // years; 0 for the case's default
	Generator *uncertain.Generator
	Workers   int            // goroutines at once; 0 for one a processor
	Progress  func(runs int) // told of runs as they are done; nil for nobody
}

// compile makes an engine of some structures and outcomes; of all structures if none is named.
func (s *Setup) compile(structures []string, outcomes []result.Outcome) (*sim.Engine, error) {
	return sim.Compile(s.Case, sim.Options{Map: s.Map, HorizonYears: s.Horizon, Structures: structures, Outcomes: outcomes})
}

// horizon is the years that are simulated.
func (s *Setup) horizon() float64 {
	if s.Horizon == 0 {
		return s.Case.HorizonYears
	}
	return s.Horizon
}

// place finds an assumption that every valid case has.
func (s *Setup) place(name string) int {
	i, ok := s.Case.AssumptionIndex(name)
	if !ok {
		panic("analysis: no assumption " + name)
	}
	return i
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

// hasBodyErrors says whether draws give single commissioners' costs an error.
func (s *Setup) hasBodyErrors() bool {
	return s.Base[s.place("baseline.spread")] > 0 && slices.ContainsFunc(s.Case.Commissioners, model.Commissioner.IsEstimated)
}

// NoDirectionError says that structures cannot be ranked by an outcome.
type NoDirectionError struct{ Outcome result.Outcome }

func (e *NoDirectionError) Error() string {
	return fmt.Sprintf("%s has no better direction, so no structure is the best on it", e.Outcome)
}

// sign is 1 where a higher outcome is better, −1 where a lower one is.
func sign(o result.Outcome) (float64, error) {
	switch o.Better() {
	case result.Higher:
		return 1, nil
	case result.Lower:
		return -1, nil
	}
	return 0, &NoDirectionError{o}
}
