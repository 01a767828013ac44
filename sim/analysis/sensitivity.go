package analysis

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

func (s *Setup) run() sensitivity.Run {
	return sensitivity.Run{Workers: s.Workers, Progress: s.Progress}
}

// ranked sorts rows, the greatest first, and those that are the same by name.
func ranked[Row any](rows []Row, size func(*Row) result.Number, name func(*Row) string) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(size(&b), size(&a)), cmp.Compare(name(&a), name(&b)))
	})
}

// moved lists the assumptions that a tornado moves: all that have a range and that the user did not set.
func (s *Setup) moved() []int {
	var places []int
	for i, a := range s.Case.Assumptions {
		if a.Low < a.High && !slices.Contains(s.Set, a.Name) {
			places = append(places, i)
		}
	}
	return places
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
	for _, place := range moved {
		x := s.Case.Assumptions[place]
		p.Inputs = append(p.Inputs, sensitivity.Input{Name: x.Name, Low: x.Low, High: x.High})
		base, low, high = append(base, s.Base[place]), append(low, x.Low), append(high, x.High)
	}
	p.New = func() sensitivity.Function {
		draw, w, values := slices.Clone(s.Base), a.engine.NewWorkspace(), make([]float64, len(questions))
		return func(x []float64) []float64 {
			for i, place := range moved {
				draw[place] = x[i]
			}
			a.engine.Run(draw, nil, w)
			a.read(w, values)
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
		for k, place := range moved {
			rows = append(rows, tornadoRow(q, s.Case.Assumptions[place], s.Base[place], swings.Low[i][k], swings.Base[i], swings.High[i][k]))
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

// greatestOf lists the names of the first five of an order.
func greatestOf(names []string, order []int) string {
	var first []string
	for _, i := range order[:min(5, len(order))] {
		first = append(first, names[i])
	}
	return strings.Join(first, ";")
}

// SobolOptions says how Sobol' indices are computed.
type SobolOptions struct {
	Points, Replicates int
	GroupBy            string // one of Groupings
	Pairs              bool
	Seed               uint64
}

// Runs is how many runs Sobol takes at most.
func (o SobolOptions) Runs(s *Setup) int {
	names := s.generator.Drawn()
	if s.hasBodyErrors() {
		names = append(names, BodyErrors)
	}
	groups := s.groups(names, o.GroupBy)
	return o.Replicates * o.Points * (2 + 2*len(groups) + 2*correlatedGroups(groups, s.generator.Scores()))
}

// Sobol shares out the variance of answers.
func (s *Setup) Sobol(ctx context.Context, questions []result.Question, o SobolOptions) (*result.Analysis, error) {
	p, err := s.problem(questions, true)
	if err != nil {
		return nil, err
	}
	names := namesOf(p.Inputs)
	groups := s.groups(names, o.GroupBy)
	asked := sensitivity.SobolOptions{Points: o.Points, Replicates: o.Replicates, Pairs: o.Pairs, Seed: o.Seed, Run: s.run()}
	for _, g := range groups {
		asked.Groups = append(asked.Groups, sensitivity.Group{Name: g.name, Members: g.members})
	}
	indices, err := sensitivity.Sobol(ctx, p, asked)
	if err != nil {
		return nil, s.explain(err, questions)
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
		if g.name == BodyErrors {
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

// ShapleyOptions says how Shapley effects are computed.
type ShapleyOptions struct {
	Points int
	Seed   uint64
}

// Runs is how many runs Shapley takes.
func (o ShapleyOptions) Runs(s *Setup) int {
	inputs := len(s.generator.Drawn())
	if s.hasBodyErrors() {
		inputs++
	}
	return o.Points * (inputs + 1)
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
