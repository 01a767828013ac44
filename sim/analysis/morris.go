package analysis

import (
	"cmp"
	"context"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

// MorrisOptions says how elementary effects are sampled.
type MorrisOptions struct {
	Trajectories int
	GroupBy      string // one of Groupings; empty for none
	Candidates   int    // of which those trajectories are picked that lie far apart; as many as Trajectories for Morris' own design
	Seed         uint64
}

// Runs is how many runs Morris takes.
func (o MorrisOptions) Runs(s *Setup) int {
	return o.Trajectories * (len(s.groups(s.generator.Drawn(), o.grouping())) + 1)
}

// grouping is how assumptions are taken together.
func (o MorrisOptions) grouping() string { return cmp.Or(o.GroupBy, Groupings[0]) }

// Morris screens what is uncertain by elementary effects. The errors of single bodies have no range and stay out. It warns of
// answers that nothing moves, and returns an error where nothing moves any.
func (s *Setup) Morris(ctx context.Context, questions []result.Question, o MorrisOptions) (*result.Analysis, error) {
	p, err := s.problem(questions, false)
	if err != nil {
		return nil, err
	}
	names := namesOf(p.Inputs)
	groups := s.groups(names, o.grouping())
	asked := sensitivity.MorrisOptions{Trajectories: o.Trajectories, Candidates: o.Candidates, Seed: o.Seed, Run: s.run()}
	for _, g := range groups {
		asked.Groups = append(asked.Groups, sensitivity.Group{Name: g.name, Members: g.members})
	}
	effects, err := sensitivity.Morris(ctx, p, asked)
	if err != nil {
		return nil, err
	}
	t := &result.Analysis{}
	moved, err := s.varying(questions, func(i int) bool {
		return slices.ContainsFunc(effects[i].MuStar, func(m sensitivity.Interval) bool { return m.Value != 0 })
	})
	for _, i := range moved {
		t.Morris = append(t.Morris, s.morrisRows(questions[i], o, names, groups, &effects[i])...)
	}
	return t, err
}

func (s *Setup) morrisRows(q result.Question, o MorrisOptions, names []string, groups []group, x *sensitivity.ElementaryEffects) []result.MorrisRow {
	var rows []result.MorrisRow
	for k, g := range groups {
		m := x.MuStar[k]
		rows = append(rows, result.MorrisRow{
			Question: q, Assumption: g.name, Strength: s.commonStrength(names, g.members), Trajectories: o.Trajectories,
			MuStar: result.Number(m.Value), MuStarLow: result.Number(m.Low), MuStarHigh: result.Number(m.High),
			Mu: result.Number(x.Mu[k]), Sigma: result.Number(x.Sigma[k]),
		})
	}
	ranked(rows, func(r *result.MorrisRow) result.Number { return r.MuStar }, func(r *result.MorrisRow) string { return r.Assumption })
	for k := range rows {
		rows[k].Rank = k + 1
	}
	return rows
}
