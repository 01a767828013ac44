package variants

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/analysis"
	"reconfig/sim/decision"
	"reconfig/sim/vector"
)

// Claim is a sentence about structures that a draw makes true or false.
type Claim struct {
	Structure            string          // code, or Every
	Against              string          // code of the structure that is taken away from it, Every, or nothing
	analysis.Requirement                 // of the outcome, or of the difference
	Than                 *result.Outcome // the outcome of the same structure that stands in place of the threshold; nil for none
}

// Every stands in a claim for each structure, or each other one: the claim is as good as where it holds least often.
const Every = "*"

// ParseClaim reads a claim on some structures, as “merger de-facto-merger net_benefit_k>0”, “merger structure_npv_k>0” or
// “merger * net_benefit_k>0”. In place of the number another outcome may stand where one structure is named. Its error says
// what is wrong with it.
func ParseClaim(text string, structures []string) (Claim, error) {
	wrong := func(err error) (Claim, error) { return Claim{}, fmt.Errorf("%q: %w", text, err) }
	at := strings.IndexAny(text, "<>")
	if at < 0 {
		return wrong(errClaim)
	}
	words := strings.Fields(text[:at])
	if len(words) != 2 && len(words) != 3 {
		return wrong(errClaim)
	}
	var c Claim
	if err := c.name(words[:len(words)-1], structures); err != nil {
		return wrong(err)
	}
	left, right := words[len(words)-1], text[at:]
	if o, ok := result.OutcomeByName(strings.Trim(right, "<>= ")); ok {
		if c.Against != "" {
			return wrong(errors.New("a difference of two structures is compared with a number, as in net_benefit_k>0"))
		}
		c.Than, right = &o, strings.Replace(right, o.String(), "0", 1)
	}
	var err error
	if c.Requirement, err = analysis.ParseRequirement(left + right); err != nil {
		return Claim{}, err
	}
	if c.Than != nil && c.Outcome.Unit() != c.Than.Unit() {
		return wrong(fmt.Errorf("%s and %s have different units", c.Outcome, c.Than))
	}
	return c, nil
}

var errClaim = errors.New("expected one structure or two, an outcome, a comparison and a number, as in “merger structure_npv_k>0” or “merger de-facto-merger net_benefit_k>0”; * stands for every (other) structure")

// name fills in the structures.
func (c *Claim) name(words, structures []string) error {
	for _, code := range words {
		if code != Every && !slices.Contains(structures, code) {
			return spelling.Unknown("structure", code, structures)
		}
	}
	c.Structure = words[0]
	if len(words) > 1 {
		c.Against = words[1]
		if c.Against == c.Structure {
			return errors.New("a claim on a difference needs two different structures, of which one may be *")
		}
	}
	return nil
}

// String writes the claim so that ParseClaim reads it.
func (c Claim) String() string {
	rule := c.Requirement.String()
	if c.Than != nil {
		rule = c.Outcome.String() + " " + c.Comparison + " " + c.Than.String()
	}
	return strings.Join(slices.DeleteFunc([]string{c.Structure, c.Against, rule}, func(s string) bool { return s == "" }), " ")
}

// outcomes lists what must be kept of every draw.
func (c Claim) outcomes() []result.Outcome {
	if c.Than != nil {
		return []result.Outcome{c.Outcome, *c.Than}
	}
	return []result.Outcome{c.Outcome}
}

// each lists the claims on single structures that the claim stands for.
func (c Claim) each(structures []string) (all []Claim) {
	expand := func(code, other string) []string {
		if code != Every {
			return []string{code}
		}
		return slices.DeleteFunc(slices.Clone(structures), func(s string) bool { return s == other })
	}
	for _, first := range expand(c.Structure, c.Against) {
		for _, second := range expand(c.Against, c.Structure) {
			one := c
			one.Structure, one.Against = first, second
			all = append(all, one)
		}
	}
	return all
}

// judge says how often the claim holds in a sample, which has its structures and outcomes, and by how much.
func (c Claim) judge(s *analysis.Sample) result.ClaimRow {
	var least result.ClaimRow
	for i, one := range c.each(s.Structures) {
		row := one.judgeOne(s)
		if i == 0 || row.Share < least.Share || row.Share == least.Share && row.Margin < least.Margin {
			least = row
		}
	}
	least.Claim, least.Verdict = c.String(), result.VerdictOf(float64(least.Share))
	return least
}

// judgeOne judges a claim on one structure or two.
func (c Claim) judgeOne(s *analysis.Sample) result.ClaimRow {
	value := slices.Clone(s.Of(c.Outcome)[slices.Index(s.Structures, c.Structure)])
	limit := make([]float64, len(value))
	for j := range limit {
		limit[j] = c.Threshold
	}
	switch {
	case c.Than != nil:
		limit = s.Of(*c.Than)[slices.Index(s.Structures, c.Structure)]
	case c.Against != "":
		for j, v := range s.Of(c.Outcome)[slices.Index(s.Structures, c.Against)] {
			value[j] = analysis.Difference(value[j], v)
		}
	}
	holds, margins, sign := 0, make([]float64, len(value)), 1.0
	if strings.HasPrefix(c.Comparison, "<") {
		sign = -1
	}
	for j, v := range value {
		at := c.Requirement
		if at.Threshold = limit[j]; at.Holds(v) {
			holds++
		}
		margins[j] = sign * (v - limit[j])
	}
	row := result.ClaimRow{Structure: c.Structure, Against: c.Against, Unit: c.Outcome.Unit().String(), Share: result.Number(float64(holds) / float64(len(value))), Margin: result.Unknown()}
	if m := vector.Mean(margins); m-m == 0 {
		row.Margin = result.Number(m)
	}
	return row
}

// defaultClaims say of the structure that is best that it is better than each other.
func defaultClaims(best string, structures []string, o result.Outcome) ([]Claim, error) {
	rule, err := analysis.Better(o)
	if err != nil {
		return nil, err
	}
	var all []Claim
	for _, code := range structures {
		if code != best {
			all = append(all, Claim{Structure: best, Against: code, Requirement: rule})
		}
	}
	return all, nil
}

// shareBetter is the share of draws in which the first values are greater than the second.
func shareBetter(first, second []float64) result.Number {
	n := 0
	for j, v := range first {
		if decision.Above.Met(v, second[j]) {
			n++
		}
	}
	return result.Number(float64(n) / float64(len(first)))
}
