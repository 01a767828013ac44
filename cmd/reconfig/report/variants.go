package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/model/result"
)

// WriteVariants writes which structure is best with each rule changed, and which claims survive.
func (a Analysis) WriteVariants(w io.Writer, s Style) {
	a.heading(w, fmt.Sprintf("What survives if a rule is changed, one at a time, on %s, %s draws each", inWords(a.Variants[0].Outcome), Decimal(float64(a.Draws), 0)))
	a.writeVariantTable(w, s)
	section(w, "The claims, by their numbers above")
	for i, claim := range a.claims() {
		fmt.Fprintf(w, "  %d  %s\n", i+1, claim)
	}
	fmt.Fprintln(w)
	WriteParagraphs(w, a.VariantFindings())
}

// claims lists the claims in the order in which they were made.
func (a Analysis) claims() []string {
	var all []string
	for _, r := range a.Claims {
		if r.Variant != result.ReferenceVariant {
			break
		}
		all = append(all, r.Claim)
	}
	return all
}

// writeVariantTable writes one line for each variant. Of claims it says in how many of 100 draws they hold.
func (a Analysis) writeVariantTable(w io.Writer, s Style) {
	var leads []result.Number
	for _, v := range a.Variants {
		leads = append(leads, v.Lead)
	}
	m := a.amount(a.Variants[0].Unit, leads...)
	columns := []column{{"Rule changed", true, 30}, {"Best in the mean", true, nameWidth}, {"Lead\n" + m.heading, false, 0}, {"Best, of\n100 draws", false, 0}}
	claims := a.claims()
	for i := range claims {
		columns = append(columns, column{fmt.Sprintf("Claim\n%d", i+1), false, 0})
	}
	var cells [][]string
	for _, v := range a.Variants {
		row := []string{v.Rule, a.plain(v.Best) + mark(v.SameAsReference == "no", " ≠"), m.write(v.Lead), chance(float64(v.ProbabilityBest))}
		for _, claim := range claims {
			r := a.claimIn(v.Variant, claim)
			row = append(row, chance(float64(r.Share))+verdictMark(r.Verdict))
		}
		cells = append(cells, row)
	}
	s.render(w, columns, cells)
	notes(w, "Claims: in how many of 100 draws each holds; ~ leans (fewer than 90), ! turned (fewer than 50).", "≠ Another structure than in the reference.")
}

func verdictMark(verdict string) string {
	switch verdict {
	case result.ClaimLeans:
		return " ~"
	case result.ClaimTurned:
		return " !"
	}
	return ""
}

// claimIn is what became of a claim in a variant.
func (a Analysis) claimIn(variant, claim string) result.ClaimRow {
	i := slices.IndexFunc(a.Claims, func(r result.ClaimRow) bool { return r.Variant == variant && r.Claim == claim })
	return a.Claims[i]
}

// VariantFindings says of the best structure and of each claim which variants it survives.
func (a Analysis) VariantFindings() []string {
	found := []string{a.bestFinding()}
	for _, claim := range a.claims() {
		found = append(found, a.claimFinding(claim))
	}
	return found
}

// bestFinding says which variants make another structure the best.
func (a Analysis) bestFinding() string {
	reference, tried := a.Variants[0], a.Variants[1:]
	var other []string
	for _, v := range tried {
		if v.SameAsReference == "no" {
			other = append(other, fmt.Sprintf("%s (%s)", v.Variant, a.plain(v.Best)))
		}
	}
	all := Count(len(tried), "variant", "variants")
	if len(other) == 0 {
		return fmt.Sprintf("%s is best in the mean of draws, and stays so in all of %s.", a.name(reference.Best), all)
	}
	return fmt.Sprintf("%s is best in the mean of draws, but not in %s of %s: %s.", a.name(reference.Best), Decimal(float64(len(other)), 0), all, strings.Join(other, ", "))
}

// claimFinding says which variants turn a claim.
func (a Analysis) claimFinding(claim string) string {
	var turned, leans []string
	reference := a.claimIn(result.ReferenceVariant, claim)
	least := reference
	for _, v := range a.Variants {
		r := a.claimIn(v.Variant, claim)
		if r.Share < least.Share {
			least = r
		}
		switch {
		case v.Variant == result.ReferenceVariant:
		case r.Verdict == result.ClaimTurned:
			turned = append(turned, fmt.Sprintf("%s (%s)", r.Variant, chance(float64(r.Share))))
		case r.Verdict == result.ClaimLeans:
			leans = append(leans, r.Variant)
		}
	}
	all := Count(len(a.Variants)-1, "variant", "variants")
	text := fmt.Sprintf("%s: true in %s draws of the reference", claim, ofHundred(float64(reference.Share)))
	switch {
	case len(turned) == 0 && len(leans) == 0 && reference.Verdict == result.ClaimHolds:
		return fmt.Sprintf("%s; it survives all of %s, the least in %s (%s of 100).", text, all, least.Variant, chance(float64(least.Share)))
	case len(turned) == 0:
		return fmt.Sprintf("%s; no variant of %s turns it, and in %s it only leans; the least is %s (%s of 100).", text, all, Decimal(float64(len(leans)), 0), least.Variant, chance(float64(least.Share)))
	case len(turned) == len(a.Variants)-1:
		return fmt.Sprintf("%s; it is untrue in all of %s.", text, all)
	}
	return fmt.Sprintf("%s; turned in %s of %s (true in so many of 100 draws): %s. It leans in %s more.", text, Decimal(float64(len(turned)), 0), all, strings.Join(turned, ", "), Decimal(float64(len(leans)), 0))
}
