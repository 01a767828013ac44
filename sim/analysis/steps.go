package analysis

import (
	"context"
	"math"
	"slices"
	"strconv"

	"reconfig/model/result"
	"reconfig/sim/decision"
	"reconfig/sim/quantile"
	"reconfig/sim/vector"
)

// steps holds every structure that is decided in more than one year against its first and its last step alone, and
// against waiting.
func (d *deciding) steps(ctx context.Context) error {
	all := d.steppings(d.Structures)
	if len(all) > 0 {
		d.Doing(Phase{Name: "one step or two", Unit: "runs", Of: d.Draws * len(all)})
	}
	for _, s := range all {
		s.plan(d.Case, d.secondYears(s))
		if err := d.runSteps(ctx, &s); err != nil {
			return err
		}
	}
	return nil
}

// secondYears lists the years in which the last step may be decided: that of the case, and every half year after the step
// before it, for five years, within the horizon.
func (d *deciding) secondYears(s stepping) []float64 {
	before := s.first
	for _, p := range placementsOf(d.Case, s.structure.Code) {
		if p.FromYear < s.last {
			before = max(before, p.FromYear)
		}
	}
	years := []float64{s.last}
	for k := 1; k <= 10; k++ {
		if year := before + float64(float64(k)/2); year < d.HorizonYears() && year != s.last {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}

// runSteps runs the plans of one structure, on the same draws as all else.
func (d *deciding) runSteps(ctx context.Context, s *stepping) error {
	planned := *d.Setup
	planned.Case = s.planned(d.Case)
	sample, err := planned.Sample(ctx, nil, []result.Outcome{d.Outcome}, d.Draws)
	if err != nil {
		return err
	}
	values := sample.Of(d.Outcome)
	d.stepRows(s, values)
	return d.firstSteps(s, Turned(values, d.direction))
}

// stepRows states what each plan comes to, beside going straight to the last step and changing nothing.
func (d *deciding) stepRows(s *stepping, values [][]float64) {
	straight, unchanged := values[s.find(result.Straight)], values[s.find("")]
	more := make([]float64, d.Draws)
	for i, p := range s.plans {
		if p.variant == "" {
			continue
		}
		changes := comeTo(less(more, values[i], unchanged))
		own, against := comeTo(values[i]), comeTo(less(more, values[i], straight))
		better := 0
		for _, v := range more {
			if d.direction*v > 0 {
				better++
			}
		}
		d.found.Stages = append(d.found.Stages, result.StageRow{
			Structure: s.structure.Code, Variant: p.variant, SecondYear: result.Number(p.year), Outcome: d.Outcome.String(), Unit: d.unit(),
			Mean: own.mean, P05: own.p05, P95: own.p95,
			Against: against.mean, AgainstP05: against.p05, AgainstP95: against.p95,
			Changes: changes.mean, ChangesP05: changes.p05, ChangesP95: changes.p95,
			Better: result.Number(float64(better) / float64(d.Draws)),
		})
	}
}

// less fills in, draw by draw, what one plan has more than another.
func less(more, values, others []float64) []float64 {
	for j, v := range values {
		more[j] = v - others[j]
	}
	return more
}

// spread is the mean and the range of values.
type spread struct{ mean, p05, p95 result.Number }

func comeTo(values []float64) spread {
	var scratch quantile.Scratch
	var ends [2]float64
	scratch.Quantiles(values, []float64{0.05, 0.95}, ends[:])
	return spread{result.Number(vector.Mean(values)), result.Number(ends[0]), result.Number(ends[1])}
}

// find is the index of the only plan of a variant.
func (s *stepping) find(variant string) int {
	for i, p := range s.plans {
		if p.variant == variant {
			return i
		}
	}
	panic("analysis: no plan " + variant)
}

// firstSteps says what it comes to, to begin with the last step, with the first, or with neither.
func (d *deciding) firstSteps(s *stepping, values [][]float64) error {
	begin := []struct {
		name string
		then []int // indices of plans
	}{
		{result.Straight, s.all(result.Straight)},
		{result.Staged, append(s.all(result.FirstOnly), s.all(result.Staged)...)},
		{result.Late, append(s.all(""), s.all(result.Late)...)},
	}
	steps := make([][][]float64, len(begin))
	for i, b := range begin {
		for _, index := range b.then {
			steps[i] = append(steps[i], values[index])
		}
	}
	found, err := decision.FirstSteps(steps)
	if err != nil {
		return err
	}
	for i, f := range found {
		d.found.FirstSteps = append(d.found.FirstSteps, result.FirstStepRow{
			Structure: s.structure.Code, FirstStep: begin[i].name, Outcome: d.Outcome.String(), Unit: d.unit(), Then: s.plans[begin[i].then[f.Then]].then(),
			Value: d.outcomeNumber(f.Value), ExpectedRegret: result.Number(f.ExpectedRegret), WorstRegret: result.Number(f.WorstRegret),
			ValueLearning: d.outcomeNumber(f.ValueLearning), RegretLearning: result.Number(f.RegretLearning), WorstIfLearning: result.Number(f.WorstLearning),
			ProbBestFirstStep: result.Number(f.ProbabilityBest),
		})
	}
	return nil
}

// all lists the indices of the plans of a variant.
func (s *stepping) all(variant string) []int {
	var indices []int
	for i, p := range s.plans {
		if p.variant == variant {
			indices = append(indices, i)
		}
	}
	return indices
}

// then says in words how a plan goes on after its first step.
func (p plan) then() string {
	if math.IsNaN(p.year) {
		return "nothing more"
	}
	return "the last step in year " + strconv.FormatFloat(p.year, 'f', -1, 64)
}
