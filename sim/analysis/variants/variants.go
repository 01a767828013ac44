// Package variants changes one rule of a case at a time, by what a user could set, and says which structure is then best and
// which claims about structures still hold.
package variants

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/analysis"
	"reconfig/sim/ensemble"
	"reconfig/sim/numbers"
	"reconfig/sim/vector"
)

// Options says what is to be asked of every variant.
type Options struct {
	Outcomes   []result.Outcome // to choose by, each alone; at least one
	Structures []string         // to choose from; at least two
	Claims     []Claim          // none: that what is best on the first outcome in the reference is better than each other
	Draws      int
	Only       []string // names of the variants to try; all if empty
}

// Tried lists the variants that Run tries besides the reference. It returns an error if one is named that there is
// not, or that changes nothing here.
func Tried(s *analysis.Setup, o Options) ([]Variant, error) {
	all := slices.DeleteFunc(Of(s, o.Structures), func(v Variant) bool { return v.Risked && !o.hasRisked() })
	if len(o.Only) == 0 {
		return all, nil
	}
	var names []string
	for _, v := range all {
		names = append(names, v.Name)
	}
	for _, name := range o.Only {
		if !slices.Contains(names, name) {
			return nil, spelling.Unknown("variant", name, names)
		}
	}
	return slices.DeleteFunc(all, func(v Variant) bool { return !slices.Contains(o.Only, v.Name) }), nil
}

// hasRisked says whether anything that is asked for has a form that is weighted by the chance of being overtaken.
func (o Options) hasRisked() bool {
	return slices.ContainsFunc(o.outcomes(Variant{}), func(x result.Outcome) bool { return Variant{Risked: true}.outcome(x) != x })
}

// Run changes one rule at a time, by what a user could set, and says which structure is then best and which claims
// survive. All variants are run on the same draws as the reference. It returns an analysis.NoDirectionError if neither direction of
// the outcome is better, an analysis.EndlessError if it may be infinite, what Tried returns, and the context's.
func Run(ctx context.Context, s *analysis.Setup, o Options) (*result.Analysis, error) {
	for _, x := range o.Outcomes {
		if x.MayBeInfinite() {
			return nil, &analysis.EndlessError{Outcome: x}
		}
		if _, err := analysis.Direction(x); err != nil {
			return nil, err
		}
	}
	tried, err := Tried(s, o)
	if err != nil {
		return nil, err
	}
	found := &result.Analysis{}
	for _, v := range append([]Variant{{Name: result.ReferenceVariant, Rule: "The case as it is asked about"}}, tried...) {
		if err := vary(ctx, s, v, &o, found); err != nil {
			return nil, fmt.Errorf("variant %s: %w", v.Name, err)
		}
	}
	return found, nil
}

// vary runs one variant, the reference first.
func vary(ctx context.Context, s *analysis.Setup, v Variant, o *Options, found *result.Analysis) error {
	changed, err := s.With(v.Change)
	if err != nil {
		return err
	}
	sample, err := changed.Sample(ctx, o.Structures, o.outcomes(v), o.Draws)
	if err != nil {
		return err
	}
	for i, x := range o.Outcomes {
		row, err := ahead(sample, v.outcome(x))
		if err != nil {
			return err
		}
		row.Variant, row.Rule, row.Flags = v.Name, v.Rule, v.Flags(x)
		found.Variants = append(found.Variants, row)
		found.Variants[len(found.Variants)-1].SameAsReference = result.YesNo(row.Best == found.Variants[i].Best)
	}
	if len(o.Claims) == 0 {
		if o.Claims, err = defaultClaims(found.Variants[0].Best, o.Structures, o.Outcomes[0]); err != nil {
			return err
		}
	}
	for _, c := range o.Claims {
		judged := v.claim(c).judge(sample)
		judged.Variant, judged.Claim = v.Name, c.String()
		found.Claims = append(found.Claims, judged)
	}
	return nil
}

// outcomes lists what must be kept of every draw of a variant.
func (o *Options) outcomes(v Variant) []result.Outcome {
	var all []result.Outcome
	for _, x := range o.Outcomes {
		all = append(all, v.outcome(x))
	}
	for _, c := range o.Claims {
		for _, more := range v.claim(c).outcomes() {
			if !slices.Contains(all, more) {
				all = append(all, more)
			}
		}
	}
	return all
}

// ahead says which structure is best in the mean of a sample, and by how much and how surely.
func ahead(s *analysis.Sample, o result.Outcome) (row result.VariantRow, err error) {
	direction, err := analysis.Direction(o)
	if err != nil {
		return row, err
	}
	values := analysis.Turned(s.Of(o), direction)
	means, order := make([]float64, len(values)), make([]int, len(values))
	for i, v := range values {
		means[i], order[i] = vector.Mean(v), i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if numbers.Same(means[a], means[b]) { // in the order of the case
			return 0
		}
		return cmp.Compare(means[b], means[a])
	})
	first, second := order[0], order[1]
	return result.VariantRow{
		Outcome: o.String(), Unit: o.Unit().String(), Best: s.Structures[first], Mean: result.Number(direction * means[first]),
		Next: s.Structures[second], Lead: result.Number(analysis.Difference(means[first], means[second])),
		ProbabilityBest: result.Number(ensemble.BestShares(o.Better(), s.Of(o))[first]), BetterThanNext: shareBetter(values[first], values[second]),
	}, nil
}
