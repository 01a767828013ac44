package analysis

import (
	"context"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/draws"
	"reconfig/sim/sensitivity"
)

// moved lists the assumptions that a tornado moves: all that have a range and that the user did not set.
func (s *Setup) moved() []int {
	var indices []int
	for i, a := range s.Case.Assumptions {
		if a.Low < a.High && !slices.Contains(s.Set, a.Name) {
			indices = append(indices, i)
		}
	}
	return indices
}

// TornadoRuns is how many runs Tornado takes at most.
func (s *Setup) TornadoRuns() int { return 1 + 2*len(s.moved()) }

// Tornado moves each assumption alone from the base to its low and its high value, levers and conventions too.
func (s *Setup) Tornado(ctx context.Context, questions []result.Question) (*result.Analysis, error) {
	if err := finite(questions); err != nil {
		return nil, err
	}
	a, err := s.answers(questions)
	if err != nil {
		return nil, err
	}
	moved := s.moved()
	p := &sensitivity.Problem{Outputs: len(questions)}
	var base, low, high []float64
	for _, index := range moved {
		x := s.Case.Assumptions[index]
		p.Inputs = append(p.Inputs, sensitivity.Input{Name: x.Name, Low: x.Low, High: x.High})
		base, low, high = append(base, s.Base[index]), append(low, x.Low), append(high, x.High)
	}
	p.New = func() sensitivity.Function {
		w, values := draws.NewWorkspace(nil, s.Base, a.engine), make([]float64, len(questions))
		return func(x []float64) []float64 {
			for i, index := range moved {
				w.Draw[index] = x[i]
			}
			w.Simulate(0)
			a.read(w.Results, values)
			return values
		}
	}
	swings, err := sensitivity.OneAtATime(ctx, p, base, low, high, s.run())
	if err != nil {
		return nil, err
	}
	t := &result.Analysis{}
	for i, q := range questions {
		var rows []result.TornadoRow
		for k, index := range moved {
			rows = append(rows, tornadoRow(q, s.Case.Assumptions[index], s.Base[index], swings.Low[i][k], swings.Base[i], swings.High[i][k]))
		}
		ranked(rows, func(r *result.TornadoRow) result.Number { return r.Swing }, func(r *result.TornadoRow) string { return r.Assumption })
		for k := range rows {
			rows[k].Rank = k + 1
		}
		t.Tornado = append(t.Tornado, rows...)
	}
	return t, nil
}

func tornadoRow(q result.Question, a model.Assumption, base, atLow, atBase, atHigh float64) result.TornadoRow {
	least, most := min(atLow, atBase, atHigh), max(atLow, atBase, atHigh)
	return result.TornadoRow{
		Question: q, Assumption: a.Name, AssumptionUnit: a.Unit, Kind: a.Kind, Strength: a.Strength,
		Low: result.Number(a.Low), Base: result.Number(base), High: result.Number(a.High),
		AtLow: result.Number(atLow), AtBase: result.Number(atBase), AtHigh: result.Number(atHigh),
		Swing: result.Number(most - least), SignChanges: result.YesNo(least < 0 && most > 0),
	}
}
