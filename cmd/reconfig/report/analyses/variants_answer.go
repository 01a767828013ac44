package analyses

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// VariantsAnswer says whether what is best, and what is claimed, survives a change of each rule.
func (a Analysis) VariantsAnswer() report.Answer {
	said := a.survives(0)
	if n := len(a.rowsOf(result.ReferenceVariant)); n > 1 {
		said = append(said, onlyFirst(n))
	}
	said = append(said, a.claimsInShort()...)
	return a.answer(a.WriteVariants, a.variantSummary(), said...)
}

// variantSummary is the table of one line for each variant.
func (a Analysis) variantSummary() report.Summary {
	reference := a.rowsOf(result.ReferenceVariant)[0]
	m := report.AmountOf(a.Properties, reference.Unit, a.leads(reference.Outcome)...)
	t := report.Summary{
		Title:   fmt.Sprintf("Each rule changed, one at a time, %s each. %s", report.Count(a.Draws, "draw", "draws"), a.caption()),
		Notes:   []string{"≠ Another structure than in the reference."},
		Records: a.records(result.VariantRow{}.Table(), a.Variants),
		Columns: []report.Column{report.Text("Rule changed").Within(labelWidth), report.Text("Best on " + wordsOf(reference.Outcome)).Within(report.NameWidth), report.Number("Lead " + m.Heading), report.Number("Best, of 100 draws"), report.Text("Variant")},
	}
	shown := a.telling()
	if all := len(a.variants()); len(shown) < all {
		t.Notes = append(t.Notes, fmt.Sprintf("The other %d variants have the structure of the reference as the best; all are in variants.csv.", all-len(shown)))
	}
	if len(a.claims()) > 0 {
		t.Notes = append(t.Notes, aboutClaims)
	}
	var printed []result.VariantRow
	for _, name := range shown {
		v := a.rowsOf(name)[0]
		printed = append(printed, v)
		t.Rows = append(t.Rows, []string{v.Rule, a.plain(v.Best) + mark(v.SameAsReference == "no", " ≠"), m.Write(v.Lead), report.Chance(float64(v.ProbabilityBest)), name})
	}
	t.Lines = report.LinesOf(a.naming(), printed)
	return t
}

// aboutClaims says what becomes of claims, and where all of them are.
const aboutClaims = "A claim holds where it is true in at least 90 of 100 draws, weakens where in 50 or more, and is turned where in fewer. All claims: claims.csv, or --full."

// mostVariants is how many variants a table lists that do not change what is best.
const mostVariants = 12

// telling lists the variants that the table shows: all if they are few, else the reference and those with another best.
func (a Analysis) telling() []string {
	names := a.variants()
	if len(names) <= mostVariants {
		return names
	}
	shown := names[:1:1]
	for _, name := range names[1:] {
		if a.rowsOf(name)[0].SameAsReference == "no" {
			shown = append(shown, name)
		}
	}
	return shown
}

// survives says which variants make another structure the best on an outcome, by its index.
func (a Analysis) survives(outcome int) []string {
	names := a.variants()
	reference := a.rowsOf(names[0])[outcome]
	said := []string{fmt.Sprintf("On %s, %s is best in the mean of draws, and the best in %s draws.", wordsOf(reference.Outcome), a.name(reference.Best), report.OfHundred(float64(reference.ProbabilityBest)))}
	var other []string
	for _, name := range names[1:] {
		if v := a.rowsOf(name)[outcome]; v.SameAsReference == "no" {
			other = append(other, report.Quote(v.Rule))
		}
	}
	if len(other) == 0 {
		return append(said, fmt.Sprintf("It stays so in %s.", everyVariant(len(names)-1)))
	}
	return append(said, fmt.Sprintf("Another is best in %d of %s: %s.", len(other), report.Count(len(names)-1, "variant", "variants"), atMost(other, mostWords)))
}

// mostWords is how many words the names in a conclusion may have.
const mostWords = 16

// atMost lists the first of some names, at least one, and how many more there are.
func atMost(names []string, words int) string {
	shown, used := 0, 0
	for _, name := range names {
		if used += len(strings.Fields(name)); shown > 0 && used > words {
			break
		}
		shown++
	}
	if more := len(names) - shown; more > 0 {
		return report.And(append(slices.Clone(names[:shown]), fmt.Sprintf("%d more", more)))
	}
	return report.And(names)
}

// claimsInShort counts the claims that survive, and says which fares worst.
func (a Analysis) claimsInShort() []string {
	claims := a.claims()
	if len(claims) == 0 {
		return nil
	}
	hold, leaning, turning := 0, 0, 0
	var worst result.ClaimRow
	for i, claim := range claims {
		least := a.leastOfClaim(claim)
		switch least.Verdict {
		case result.ClaimTurned:
			turning++
		case result.ClaimLeans:
			leaning++
		default:
			hold++
		}
		if i == 0 || least.Share < worst.Share {
			worst = least
		}
	}
	var counts []string
	for _, c := range []struct {
		n    int
		what string
	}{{hold, report.Plural(hold, "holds", "hold") + " in every variant"}, {leaning, report.Plural(leaning, "weakens", "weaken") + " in some"}, {turning, report.Plural(turning, "is", "are") + " turned in at least one variant"}} {
		if c.n > 0 {
			counts = append(counts, report.Decimal(float64(c.n), 0)+" "+c.what)
		}
	}
	return []string{
		fmt.Sprintf("Of %s, %s.", report.Count(len(claims), "claim", "claims"), report.And(counts)),
		fmt.Sprintf("The weakest claim: %s.", a.claimInWords(worst.Claim)),
		fmt.Sprintf("Under “%s” it is true in %s draws.", a.rowsOf(worst.Variant)[0].Rule, report.OfHundred(float64(worst.Share))),
	}
}

// leastOfClaim is the variant, or the reference, in which a claim is true in the fewest draws.
func (a Analysis) leastOfClaim(claim string) result.ClaimRow {
	names := a.variants()
	least := a.claimIn(names[0], claim)
	for _, name := range names[1:] {
		if r := a.claimIn(name, claim); r.Share < least.Share {
			least = r
		}
	}
	return least
}
