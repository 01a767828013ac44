package analysis

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"reconfig/model/result"
	"reconfig/sim/draws"
	"reconfig/sim/sensitivity"
)

// problem is the questions as a function of everything that is uncertain. What is no assumption – the errors of single
// bodies, and chances – comes as the last inputs, one for all of each kind, where it is wanted and there is any.
func (s *Setup) problem(questions []result.Question, beside bool) (*sensitivity.Problem, error) {
	if err := finite(questions); err != nil {
		return nil, err
	}
	a, err := s.answers(questions)
	if err != nil {
		return nil, err
	}
	marginals := s.generator.Marginals()
	p := &sensitivity.Problem{Outputs: len(questions), Scores: s.generator.Scores()}
	unread := a.engine.Unread()
	for _, m := range marginals {
		x := s.Case.Assumptions[m.Index]
		p.Inputs = append(p.Inputs, sensitivity.Input{Name: m.Name, Quantile: m.Quantile, Low: x.Low, High: x.High, Unread: slices.Contains(unread, m.Index)})
	}
	var kinds []string
	if beside {
		kinds = s.besides()
	}
	for _, kind := range kinds {
		p.Inputs = append(p.Inputs, sensitivity.Input{Name: kind})
		p.Scores = withIndependent(p.Scores)
	}
	p.New = func() sensitivity.Function {
		w, values := draws.NewWorkspace(nil, s.Base, a.engine), make([]float64, len(questions))
		last := make([]float64, len(kinds)) // what the workspace has already: drawing errors anew takes long
		for i := range last {
			last[i] = math.NaN()
		}
		return func(x []float64) []float64 {
			for i, m := range marginals {
				w.Draw[m.Index] = x[i]
			}
			for i, u := range x[len(marginals):] {
				if u != last[i] {
					s.setBesides(w, kinds[i], u)
					last[i] = u
				}
			}
			w.Simulate(0)
			a.read(w.Results, values)
			return values
		}
	}
	return p, nil
}

// setBesides puts into the workspace what an input that is no assumption has at u.
func (s *Setup) setBesides(w *draws.Workspace, kind string, u float64) {
	switch kind {
	case BodyErrors:
		if w.Errors == nil {
			w.Errors = make([]float64, len(s.Case.Commissioners))
		}
		s.generator.BodyErrorsAt(u, w.Errors)
	case Chances:
		s.generator.ChancesAt(u, w.Draw)
	}
}

// withIndependent adds an input that is correlated with none; nil stays nil.
func withIndependent(scores *mat.SymDense) *mat.SymDense {
	if scores == nil {
		return nil
	}
	n := scores.SymmetricDim()
	wider := mat.NewSymDense(n+1, nil)
	wider.SliceSym(0, n).(*mat.SymDense).CopySym(scores)
	wider.SetSym(n, n, 1)
	return wider
}
