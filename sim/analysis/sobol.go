package analysis

import (
	"context"
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

// SobolOptions says how Sobol' indices are computed.
type SobolOptions struct {
	Points, Replicates int
	GroupBy            string // one of Groupings
	Intervals          string // one of SobolIntervals, with one replicate; empty for the first
	Pairs              bool
	Seed               uint64
}

// SobolIntervals lists the ways to make intervals of one scramble, the default first.
func SobolIntervals() []string { return slices.Clone(sensitivity.IntervalWays) }

// Runs is how many runs Sobol takes at most.
func (o SobolOptions) Runs(s *Setup) int {
	names := s.generator.Drawn()
	groups := s.groups(append(names, s.besides()...), o.GroupBy)
	return o.Replicates * o.Points * (2 + 2*len(groups) + 2*correlatedGroups(groups, s.generator.Scores()))
}

// Sobol shares out the variance of answers; of those that vary, if some do not.
func (s *Setup) Sobol(ctx context.Context, questions []result.Question, o SobolOptions) (*result.Analysis, error) {
	p, err := s.problem(questions, true)
	if err != nil {
		return nil, err
	}
	names := namesOf(p.Inputs)
	groups := s.groups(names, o.GroupBy)
	asked := sensitivity.SobolOptions{Points: o.Points, Intervals: o.Intervals, Replicates: o.Replicates, Pairs: o.Pairs, Seed: o.Seed, Run: s.run()}
	for _, g := range groups {
		asked.Groups = append(asked.Groups, sensitivity.Group{Name: g.name, Members: g.members})
	}
	indices, questions, err := vary(s, questions, func(questions []result.Question) ([]sensitivity.SobolIndices, error) {
		p, err := s.problem(questions, true)
		if err != nil {
			return nil, err
		}
		return sensitivity.Sobol(ctx, p, asked)
	})
	if err != nil {
		return nil, err
	}
	t := &result.Analysis{}
	for i, q := range questions {
		t.Sobol = append(t.Sobol, s.sobolRows(q, o, names, groups, &indices[i])...)
		t.Interactions = append(t.Interactions, interactionRows(q, groups, indices[i].Pairs)...)
		labels := make([]string, len(groups))
		for k, g := range groups {
			labels[k] = g.name
		}
		for _, n := range indices[i].Settling {
			t.Settling = append(t.Settling, result.SettlingRow{
				Question: q, Points: n.Points, WidestFirst: result.Number(n.WidestFirst), WidestTotal: result.Number(n.WidestTotal),
				Greatest: greatestOf(labels, n.Order), Settled: result.YesNo(n.Settled),
			})
		}
	}
	return t, nil
}

func namesOf(inputs []sensitivity.Input) []string {
	names := make([]string, len(inputs))
	for i, in := range inputs {
		names[i] = in.Name
	}
	return names
}

func (s *Setup) sobolRows(q result.Question, o SobolOptions, names []string, groups []group, x *sensitivity.SobolIndices) []result.SobolRow {
	var rows []result.SobolRow
	for k, g := range groups {
		members := len(g.members)
		if isBeside(g.name) {
			members = 0
		}
		first, total := x.First[k], x.Total[k]
		rows = append(rows, result.SobolRow{
			Question: q, Input: g.name, Members: members, Strength: s.commonStrength(names, g.members), Correlated: result.YesNo(x.Correlated[k]),
			Points: o.Points, Replicates: o.Replicates,
			First: result.Number(first.Value), FirstLow: result.Number(first.Low), FirstHigh: result.Number(first.High),
			Total: result.Number(total.Value), TotalLow: result.Number(total.Low), TotalHigh: result.Number(total.High),
		})
	}
	ranked(rows, func(r *result.SobolRow) result.Number { return r.Total }, func(r *result.SobolRow) string { return r.Input })
	for k := range rows {
		rows[k].Rank = k + 1
	}
	return rows
}

// interactionRows lists pairs, those first that do most together.
func interactionRows(q result.Question, groups []group, pairs []sensitivity.PairIndex) []result.InteractionRow {
	var rows []result.InteractionRow
	for _, x := range pairs {
		rows = append(rows, result.InteractionRow{
			Question: q, First: groups[x.A].name, Second: groups[x.B].name,
			Index: result.Number(x.Value), Low: result.Number(x.Low), High: result.Number(x.High),
		})
	}
	ranked(rows, func(r *result.InteractionRow) result.Number { return result.Number(math.Abs(float64(r.Index))) }, func(r *result.InteractionRow) string { return r.First + " " + r.Second })
	return rows
}
