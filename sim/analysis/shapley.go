package analysis

import (
	"context"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

// ShapleyOptions says how Shapley effects are computed.
type ShapleyOptions struct {
	Points int
	Seed   uint64
}

// Runs is how many runs Shapley takes.
func (o ShapleyOptions) Runs(s *Setup) int {
	return o.Points * (len(s.generator.Drawn()) + len(s.besides()) + 1)
}

// Shapley shares out the variance of answers fairly.
func (s *Setup) Shapley(ctx context.Context, questions []result.Question, o ShapleyOptions) (*result.Analysis, error) {
	p, err := s.problem(questions, true)
	if err != nil {
		return nil, err
	}
	effects, err := sensitivity.Shapley(ctx, p, sensitivity.ShapleyOptions{Points: o.Points, Seed: o.Seed, Run: s.run()})
	if err != nil {
		return nil, s.explain(err, questions)
	}
	t, names := &result.Analysis{}, namesOf(p.Inputs)
	for i, q := range questions {
		var rows []result.ShapleyRow
		for k, e := range effects[i].Effects {
			rows = append(rows, result.ShapleyRow{
				Question: q, Input: names[k], Strength: s.strength(names[k]), Correlated: result.YesNo(effects[i].Correlated[k]), Points: o.Points,
				Effect: result.Number(e.Value), Low: result.Number(e.Low), High: result.Number(e.High),
			})
		}
		ranked(rows, func(r *result.ShapleyRow) result.Number { return r.Effect }, func(r *result.ShapleyRow) string { return r.Input })
		for k := range rows {
			rows[k].Rank = k + 1
		}
		t.Shapley = append(t.Shapley, rows...)
		for _, n := range effects[i].Settling {
			t.Settling = append(t.Settling, result.SettlingRow{
				Question: q, Points: n.Points, WidestFirst: result.Unknown(), WidestTotal: result.Number(n.Widest),
				Greatest: greatestOf(names, n.Order), Settled: result.YesNo(n.Settled),
			})
		}
	}
	return t, nil
}
