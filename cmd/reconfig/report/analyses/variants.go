package analyses

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WriteVariants writes which structure is best with each rule changed, and which claims survive.
func (a Analysis) WriteVariants(w io.Writer, s report.Style) {
	a.heading(w, fmt.Sprintf("What survives if a rule is changed, one at a time; %s draws each", report.Decimal(float64(a.Draws), 0)))
	a.WriteVariantTable(w, s)
	section(w, "The claims, by their numbers above")
	for i, claim := range a.claims() {
		fmt.Fprintf(w, "  %d  %s (%s)\n", i+1, report.Sentence(a.claimInWords(claim)), claim)
	}
	fmt.Fprintln(w)
	report.WriteParagraphs(w, a.VariantFindings())
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

// WriteVariantTable writes one line for each variant. Of claims it says in how many of 100 draws they hold.
func (a Analysis) WriteVariantTable(w io.Writer, s report.Style) {
	reference := a.rowsOf(result.ReferenceVariant)
	columns := []report.Column{report.Text("Variant"), report.Text("Rule changed").Within(30)}
	var amounts []report.Amount
	for _, r := range reference {
		m := report.AmountOf(a.Properties, r.Unit, a.leads(r.Outcome)...)
		amounts = append(amounts, m)
		o, _ := result.OutcomeByName(r.Outcome)
		columns = append(columns, report.Text("Best on\n"+o.Words()).Within(report.NameWidth), report.Number("Lead\n"+m.Heading), report.Number("Best, of\n100 draws"))
	}
	claims := a.claims()
	for i := range claims {
		columns = append(columns, report.Number(fmt.Sprintf("Claim\n%d", i+1)))
	}
	var cells [][]string
	for _, name := range a.variants() {
		rows := a.rowsOf(name)
		line := []string{name, rows[0].Rule}
		for i, v := range rows {
			line = append(line, a.plain(v.Best)+mark(v.SameAsReference == "no", " ≠"), amounts[i].Write(v.Lead), report.Chance(float64(v.ProbabilityBest)))
		}
		for _, claim := range claims {
			r := a.claimIn(name, claim)
			line = append(line, report.Chance(float64(r.Share))+verdictMark(r.Verdict))
		}
		cells = append(cells, line)
	}
	s.Render(w, columns, cells)
	notes(w, "Claims: in how many of 100 draws each holds; ~ leans (fewer than 90), ! turned (fewer than 50).", "≠ Another structure than in the reference.")
}

// variants lists the variants in order, the reference first.
func (a Analysis) variants() (names []string) {
	for _, v := range a.Variants {
		if !slices.Contains(names, v.Variant) {
			names = append(names, v.Variant)
		}
	}
	return names
}

// rowsOf lists what is best in a variant, by outcome.
func (a Analysis) rowsOf(variant string) []result.VariantRow {
	return slices.DeleteFunc(slices.Clone(a.Variants), func(r result.VariantRow) bool { return r.Variant != variant })
}

// leads are by how much the best is ahead on an outcome.
func (a Analysis) leads(outcome string) (all []result.Number) {
	for _, r := range a.Variants {
		if r.Outcome == outcome {
			all = append(all, r.Lead)
		}
	}
	return all
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

// VariantFindings says of what is best on each outcome, and of each claim, which variants it survives.
func (a Analysis) VariantFindings() (found []string) {
	for i := range a.rowsOf(result.ReferenceVariant) {
		found = append(found, a.bestFinding(i))
	}
	for _, claim := range a.claims() {
		found = append(found, a.claimFinding(claim))
	}
	return found
}

// bestFinding says which variants make another structure the best on an outcome, by its index.
func (a Analysis) bestFinding(outcome int) string {
	names := a.variants()
	reference := a.rowsOf(names[0])[outcome]
	var other []string
	for _, name := range names {
		if v := a.rowsOf(name)[outcome]; v.SameAsReference == "no" {
			other = append(other, fmt.Sprintf("%s (%s)", name, a.plain(v.Best)))
		}
	}
	best := fmt.Sprintf("%s is best on %s in the mean of draws", a.name(reference.Best), inWords(reference.Outcome))
	all := report.Count(len(names)-1, "variant", "variants")
	if len(other) == 0 {
		return fmt.Sprintf("%s, and stays so in %s.", best, everyVariant(len(names)-1))
	}
	return fmt.Sprintf("%s, but not in %s of %s: %s.", best, report.Decimal(float64(len(other)), 0), all, strings.Join(other, ", "))
}

// claimFinding says which variants a claim survives.
func (a Analysis) claimFinding(claim string) string {
	names := a.variants()
	reference := a.claimIn(names[0], claim)
	least, leans := a.claimIn(names[1], claim), 0
	var turned []string
	for _, name := range names[1:] {
		r := a.claimIn(name, claim)
		if r.Share < least.Share {
			least = r
		}
		switch r.Verdict {
		case result.ClaimTurned:
			turned = append(turned, fmt.Sprintf("%s (%s)", name, report.Chance(float64(r.Share))))
		case result.ClaimLeans:
			leans++
		}
	}
	all := report.Count(len(names)-1, "variant", "variants")
	said := fmt.Sprintf("%s: true in %s draws of the reference; ", claim, report.OfHundred(float64(reference.Share)))
	lowest := fmt.Sprintf("the least is %s, %s", least.Variant, report.Chance(float64(least.Share)))
	switch {
	case len(turned) == len(names)-1:
		return said + "turned in " + everyVariant(len(names)-1) + "."
	case len(turned) > 0:
		return said + fmt.Sprintf("turned in %s of %s: %s; it leans in %s.", report.Decimal(float64(len(turned)), 0), all, strings.Join(turned, ", "), report.Decimal(float64(leans), 0))
	case leans > 0:
		return said + fmt.Sprintf("no variant turns it, but in %s of %s it only leans (%s).", report.Decimal(float64(leans), 0), all, lowest)
	}
	return said + fmt.Sprintf("it holds in %s (%s).", everyVariant(len(names)-1), lowest)
}

// everyVariant names all of so many variants.
func everyVariant(n int) string {
	if n == 1 {
		return "the one variant"
	}
	return fmt.Sprintf("all %d variants", n)
}
