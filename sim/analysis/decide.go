package analysis

import (
	"cmp"
	"context"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/decision"
	"reconfig/sim/numbers"
)

// DecideOptions says what is to be decided.
type DecideOptions struct {
	Outcome      result.Outcome // to choose by
	Structures   []string       // to choose from
	Draws        int
	Requirements []Requirement
	TwoWay       []string // two assumptions, or none for those nearest to switching
	GroupBy      string   // one of Groupings: what to know together
}

// StructureCodes lists the structures named, or all of the case's if none is.
func (s *Setup) StructureCodes(named []string) []string {
	if len(named) > 0 {
		return named
	}
	return s.Case.StructureCodes()
}

// Decide holds structures against one another on an outcome: regret, ranks, requirements, acceptability, the value of
// information, switching values, and plans in one step or two. It returns a NoDirectionError if neither direction of the
// outcome is better, an EndlessError if it may be infinite, and the context's.
func (s *Setup) Decide(ctx context.Context, o DecideOptions) (*result.Analysis, error) {
	if o.Outcome.MayBeInfinite() {
		return nil, &EndlessError{o.Outcome}
	}
	direction, err := Direction(o.Outcome)
	if err != nil {
		return nil, err
	}
	sample, err := s.Sample(ctx, o.Structures, s.outcomesToDecide(o), o.Draws)
	if err != nil {
		return nil, err
	}
	d := &deciding{Setup: s, DecideOptions: o, sample: sample, direction: direction, found: &result.Analysis{}}
	d.values = Turned(sample.Of(o.Outcome), direction)
	for _, part := range []func(context.Context) error{
		d.robustness, d.ranks, d.dominance, d.requirements, d.acceptability, d.information, d.switching, d.switchingMap, d.steps,
	} {
		if err := part(ctx); err != nil {
			return nil, err
		}
	}
	return d.found, nil
}

// outcomesToDecide lists what must be kept of every draw.
func (s *Setup) outcomesToDecide(o DecideOptions) []result.Outcome {
	outcomes := []result.Outcome{o.Outcome}
	for _, more := range []result.Outcome{result.NetBenefit, result.NPVIncludingCuts, result.BaselineCost} {
		if !slices.Contains(outcomes, more) {
			outcomes = append(outcomes, more)
		}
	}
	for _, r := range o.Requirements {
		if !slices.Contains(outcomes, r.Outcome) {
			outcomes = append(outcomes, r.Outcome)
		}
	}
	return outcomes
}

// deciding is a decision in the making.
type deciding struct {
	*Setup
	DecideOptions
	sample    *Sample
	direction float64     // 1 where a higher outcome is better, −1 where a lower one is
	values    [][]float64 // by structure and draw, higher is better
	found     *result.Analysis
}

// Turned gives values the sign with which higher is better.
func Turned(values [][]float64, direction float64) [][]float64 {
	if direction > 0 {
		return values
	}
	all := make([][]float64, len(values))
	for i, row := range values {
		all[i] = make([]float64, len(row))
		for j, v := range row {
			all[i][j] = -v
		}
	}
	return all
}

// outcomeNumber gives a value its outcome's sign again.
func (d *deciding) outcomeNumber(v float64) result.Number { return result.Number(d.direction * v) }

func (d *deciding) unit() string { return d.Outcome.Unit().String() }

// robustness lists structures, those first that lose least on average.
func (d *deciding) robustness(context.Context) error {
	regrets, err := decision.Regrets(d.values)
	if err != nil {
		return err
	}
	for i, r := range regrets {
		low, high := r.P05, r.P95
		if d.direction < 0 {
			low, high = high, low
		}
		d.found.Robustness = append(d.found.Robustness, result.RobustnessRow{
			Outcome: d.Outcome.String(), Unit: d.unit(), Structure: d.sample.Structures[i],
			Mean: d.outcomeNumber(r.Mean), P05: d.outcomeNumber(low), P95: d.outcomeNumber(high), ProbabilityBest: result.Number(r.ProbabilityBest),
			ExpectedRegret: result.Number(r.Expected), RegretP95: result.Number(r.RegretP95), WorstRegret: result.Number(r.Worst), MeetsAll: result.Unknown(),
		})
	}
	slices.SortStableFunc(d.found.Robustness, func(a, b result.RobustnessRow) int {
		if numbers.Same(float64(a.ExpectedRegret), float64(b.ExpectedRegret)) { // in the order of the case
			return 0
		}
		return cmp.Compare(a.ExpectedRegret, b.ExpectedRegret)
	})
	return nil
}

func (d *deciding) ranks(context.Context) error {
	ranks, err := decision.Ranks(d.values)
	if err != nil {
		return err
	}
	for i, code := range d.sample.Structures {
		for k, p := range ranks[i] {
			d.found.Ranks = append(d.found.Ranks, result.RankRow{Outcome: d.Outcome.String(), Structure: code, Rank: k + 1, Probability: result.Number(p)})
		}
	}
	return nil
}

func (d *deciding) dominance(context.Context) error {
	all, err := decision.Dominances(d.values)
	if err != nil {
		return err
	}
	for i, first := range d.sample.Structures {
		for k, second := range d.sample.Structures {
			if i == k {
				continue
			}
			x := all[i][k]
			d.found.Dominance = append(d.found.Dominance, result.DominanceRow{
				Outcome: d.Outcome.String(), First: first, Second: second, ProbFirst: result.Number(x.ProbabilityBetter), Order: x.Order, FirstViolation: result.Number(x.Violation),
			})
		}
	}
	return nil
}

func (d *deciding) requirements(context.Context) error {
	if len(d.Requirements) == 0 {
		return nil
	}
	var asked []decision.Requirement
	for _, r := range d.Requirements {
		asked = append(asked, decision.Requirement{Values: d.sample.Of(r.Outcome), Comparison: comparisons[r.Comparison], Threshold: r.Threshold})
	}
	met, err := decision.Requirements(asked)
	if err != nil {
		return err
	}
	for i, code := range d.sample.Structures {
		for k, share := range met[i].Each {
			d.found.Requirements = append(d.found.Requirements, requirementRow(code, d.Requirements[k].String(), share))
		}
		d.found.Requirements = append(d.found.Requirements, requirementRow(code, result.AllRequirements, met[i].All))
		at := slices.IndexFunc(d.found.Robustness, func(r result.RobustnessRow) bool { return r.Structure == code })
		d.found.Robustness[at].MeetsAll = result.Number(met[i].All.Value)
	}
	return nil
}

func requirementRow(structure, requirement string, share decision.Share) result.RequirementRow {
	return result.RequirementRow{Structure: structure, Requirement: requirement, Share: result.Number(share.Value), MCError: result.Number(share.MCError)}
}
