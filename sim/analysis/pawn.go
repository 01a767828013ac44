package analysis

import (
	"context"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/numbers"
	"reconfig/sim/sensitivity"
)

// PawnOptions says how PAWN indices are computed.
type PawnOptions struct {
	Draws, Slices int
	Seed          uint64
}

// Pawn says how far knowing an assumption would move the whole distribution of an answer, which may be infinite.
// It warns of answers that are the same in every draw, and returns an error where all are.
func (s *Setup) Pawn(ctx context.Context, questions []result.Question, o PawnOptions) (*result.Analysis, error) {
	t := &result.Analysis{}
	var structures []string
	var outcomes []result.Outcome
	for _, q := range questions {
		outcome, _ := result.OutcomeByName(q.Outcome)
		outcomes = append(outcomes, outcome)
	}
	structures = slices.DeleteFunc([]string{questions[0].Structure, questions[0].Against}, func(code string) bool { return code == "" })
	sample, err := s.Sample(ctx, structures, outcomes, o.Draws)
	if err != nil {
		return nil, err
	}
	answers := make([][]float64, len(questions))
	for i := range questions {
		answers[i] = sample.answers(outcomes[i])
	}
	varied, err := s.varying(questions, func(i int) bool { return varies(answers[i]) })
	for _, i := range varied {
		rows, err := s.pawnRows(ctx, questions[i], sample, answers[i], o)
		if err != nil {
			return nil, err
		}
		t.Pawn = append(t.Pawn, rows...)
	}
	return t, err
}

// varies says whether not all values are the same.
func varies(values []float64) bool {
	return slices.ContainsFunc(values, func(v float64) bool { return !numbers.Same(v, values[0]) })
}

func (s *Setup) pawnRows(ctx context.Context, q result.Question, sample *Sample, answers []float64, o PawnOptions) ([]result.PawnRow, error) {
	indices, err := sensitivity.Pawn(ctx, sample.columns(), answers, sensitivity.PawnOptions{Slices: o.Slices, Seed: o.Seed, Workers: s.Workers})
	if err != nil {
		return nil, err
	}
	var rows []result.PawnRow
	for k, in := range sample.Inputs {
		m := indices.Median[k]
		rows = append(rows, result.PawnRow{
			Question: q, Assumption: in.Name, Strength: in.Strength, Correlated: result.YesNo(correlated([]int{k}, s.generator.Scores())), Draws: o.Draws, Slices: o.Slices,
			Median: result.Number(m.Value), MedianLow: result.Number(m.Low), MedianHigh: result.Number(m.High),
			Greatest: result.Number(indices.Greatest[k]), Noise: result.Number(indices.Noise[k]), Matters: result.YesNo(m.Low > indices.Noise[k]),
		})
	}
	ranked(rows, func(r *result.PawnRow) result.Number { return r.Median }, func(r *result.PawnRow) string { return r.Assumption })
	for k := range rows {
		rows[k].Rank = k + 1
	}
	return rows, nil
}

// columns are the values of the inputs, by input and draw.
func (s *Sample) columns() [][]float64 {
	x := make([][]float64, len(s.Inputs))
	for i, in := range s.Inputs {
		x[i] = in.Values
	}
	return x
}

// answers are an outcome of the first structure, less that of the second if there is one, by draw.
func (s *Sample) answers(o result.Outcome) []float64 {
	first := s.Of(o)[0]
	if len(s.Structures) == 1 {
		return first
	}
	y := make([]float64, s.Draws)
	for j := range y {
		y[j] = Difference(first[j], s.Of(o)[1][j])
	}
	return y
}
