package analysis

import (
	"slices"

	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/numbers"
)

// Questions asks for outcomes of a structure, or if against is not empty for what it has more of than that one.
func Questions(structure, against string, outcomes []result.Outcome) []result.Question {
	var all []result.Question
	for _, o := range outcomes {
		all = append(all, result.Question{Structure: structure, Against: against, Outcome: o.String(), Unit: o.Unit().String()})
	}
	return all
}

// answers reads what questions come to from a workspace in which a draw was run.
type answers struct {
	engine   *sim.Engine
	outcomes []result.Outcome // by question
	first    []int            // index of the structure, by question
	second   []int            // of the one that it is compared with; −1 for none
}

// answers compiles an engine for the questions.
func (s *Setup) answers(questions []result.Question) (*answers, error) {
	a := &answers{}
	var structures []string
	index := func(code string) int {
		if !slices.Contains(structures, code) {
			structures = append(structures, code)
		}
		return slices.Index(structures, code)
	}
	for _, q := range questions {
		o, ok := result.OutcomeByName(q.Outcome)
		if !ok {
			return nil, spelling.Unknown("outcome", q.Outcome, result.OutcomeNames())
		}
		a.outcomes = append(a.outcomes, o)
		a.first = append(a.first, index(q.Structure))
		second := -1
		if q.Against != "" {
			second = index(q.Against)
		}
		a.second = append(a.second, second)
	}
	var err error
	a.engine, err = s.compile(structures, a.outcomes)
	return a, err
}

// read puts the answers of the workspace's last run into dst.
func (a *answers) read(w *sim.Workspace, dst []float64) {
	for i, o := range a.outcomes {
		dst[i] = ensemble.Comparable(o, w.Outcomes(a.first[i])[o])
		if a.second[i] >= 0 {
			dst[i] = Difference(dst[i], ensemble.Comparable(o, w.Outcomes(a.second[i])[o]))
		}
	}
}

// Difference is what the first has more than the second; nothing where both differ by no more than rounding, so that this is
// not analysed.
func Difference(first, second float64) float64 {
	if numbers.Same(first, second) {
		return 0
	}
	return ensemble.Difference(first, second)
}

// finite returns an error if an answer may be infinite.
func finite(questions []result.Question) error {
	for _, q := range questions {
		if o, ok := result.OutcomeByName(q.Outcome); ok && o.MayBeInfinite() {
			return &EndlessError{o}
		}
	}
	return nil
}

// Direction is 1 where a higher outcome is better, −1 where a lower one is.
func Direction(o result.Outcome) (float64, error) {
	switch o.Better() {
	case result.Higher:
		return 1, nil
	case result.Lower:
		return -1, nil
	}
	return 0, &NoDirectionError{o}
}
