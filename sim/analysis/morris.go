package analysis

import (
	"context"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

// MorrisOptions says how elementary effects are sampled.
type MorrisOptions struct {
	Trajectories int
	Candidates   int // of which those trajectories are picked that lie far apart; as many as Trajectories for Morris' own design
	Seed         uint64
}

// Runs is how many runs Morris takes.
func (o MorrisOptions) Runs(s *Setup) int { return o.Trajectories * (len(s.generator.Drawn()) + 1) }

// Morris screens what is uncertain by elementary effects. The errors of single bodies have no range and stay out.
func (s *Setup) Morris(ctx context.Context, questions []result.Question, o MorrisOptions) (*result.Analysis, error) {
	p, err := s.problem(questions, false)
	if err != nil {
		return nil, err
	}
	effects, err := sensitivity.Morris(ctx, p, sensitivity.MorrisOptions{Trajectories: o.Trajectories, Candidates: o.Candidates, Seed: o.Seed, Run: s.run()})
	if err != nil {
		return nil, err
	}
	t := &result.Analysis{}
	for i, q := range questions {
		var rows []result.MorrisRow
		for k, x := range p.Inputs {
			m := effects[i].MuStar[k]
			rows = append(rows, result.MorrisRow{
				Question: q, Assumption: x.Name, Strength: s.strength(x.Name), Trajectories: o.Trajectories,
				MuStar: result.Number(m.Value), MuStarLow: result.Number(m.Low), MuStarHigh: result.Number(m.High),
				Mu: result.Number(effects[i].Mu[k]), Sigma: result.Number(effects[i].Sigma[k]),
			})
		}
		ranked(rows, func(r *result.MorrisRow) result.Number { return r.MuStar }, func(r *result.MorrisRow) string { return r.Assumption })
		for k := range rows {
			rows[k].Rank = k + 1
		}
		t.Morris = append(t.Morris, rows...)
	}
	return t, nil
}
