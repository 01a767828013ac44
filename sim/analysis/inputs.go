package analysis

import (
	"slices"

	"gonum.org/v1/gonum/mat"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

// problem is the questions as a function of everything that is uncertain. With the errors of single bodies as the last
// input where they are wanted and there are any.
func (s *Setup) problem(questions []result.Question, bodyErrors bool) (*sensitivity.Problem, error) {
	if err := finite(questions); err != nil {
		return nil, err
	}
	a, err := s.answers(questions)
	if err != nil {
		return nil, err
	}
	marginals := s.generator.Marginals()
	p := &sensitivity.Problem{Outputs: len(questions), Scores: s.generator.Scores()}
	for _, m := range marginals {
		x := s.Case.Assumptions[m.Place]
		p.Inputs = append(p.Inputs, sensitivity.Input{Name: m.Name, Quantile: m.Quantile, Low: x.Low, High: x.High})
	}
	bodyErrors = bodyErrors && s.hasBodyErrors()
	if bodyErrors {
		p.Inputs = append(p.Inputs, sensitivity.Input{Name: BodyErrors})
		p.Scores = withIndependent(p.Scores)
	}
	p.New = func() sensitivity.Function {
		draw, w, values := slices.Clone(s.Base), a.engine.NewWorkspace(), make([]float64, len(questions))
		var errors []float64
		if bodyErrors {
			errors = make([]float64, len(s.Case.Commissioners))
		}
		return func(x []float64) []float64 {
			for i, m := range marginals {
				draw[m.Place] = x[i]
			}
			if bodyErrors {
				s.generator.BodyErrorsAt(x[len(marginals)], errors)
			}
			a.engine.Run(draw, errors, w)
			a.read(w, values)
			return values
		}
	}
	return p, nil
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
