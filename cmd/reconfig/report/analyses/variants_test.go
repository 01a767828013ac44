package analyses_test

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// variantRows are the reference and two variants, of which the last may have another structure ahead.
func variantRows(best string) []result.VariantRow {
	row := func(variant, best, same string) result.VariantRow {
		return result.VariantRow{Variant: variant, Rule: "Rule of " + variant, Outcome: "net_benefit_k", Unit: "£k", Best: best, SameAsReference: same, Mean: 5000, Next: "c", Lead: 2000, ProbabilityBest: 0.6, BetterThanNext: 0.7}
	}
	return []result.VariantRow{row(result.ReferenceVariant, "a", "yes"), row("calm", "a", "yes"), row("storm", best, result.YesNo(best == "a"))}
}

// claimRows are a claim in the same, by its shares.
func claimRows(shares ...result.Number) (rows []result.ClaimRow) {
	for i, share := range shares {
		variant := variantRows("a")[i].Variant
		rows = append(rows, result.ClaimRow{Variant: variant, Claim: "a b net_benefit_k > 0", Structure: "a", Against: "b", Unit: "£k", Share: share, Margin: 100, Verdict: result.VerdictOf(float64(share))})
	}
	return rows
}

func TestVariantFindings(t *testing.T) {
	for _, test := range []struct {
		name      string
		best      string
		shares    []result.Number
		want, not []string
	}{
		{"survives", "a", []result.Number{0.97, 0.96, 0.91}, []string{"“Apart” is best on net benefit (net_benefit_k) in the mean of draws, and stays so in all 2 variants.",
			"a b net_benefit_k > 0: true in 97 of 100 draws of the reference; it holds in all 2 variants (the least is storm, 91)."}, []string{"turned in", "91 ~"}},
		{"leans", "b", []result.Number{0.85, 0.96, 0.6}, []string{"but not in 1 of 2 variants: storm (Bond).", "Bond ≠", "60 ~",
			"true in 85 of 100 draws of the reference; no variant turns it, but in 1 of 2 variants it only leans (the least is storm, 60)."}, []string{"turned in"}},
		{"turned", "b", []result.Number{0.97, 0.7, 0.3}, []string{"30 !", "turned in 1 of 2 variants: storm (30); it leans in 1."}, []string{"no variant"}},
		{"always untrue", "a", []result.Number{0.1, 0.2, 0}, []string{"true in 10 of 100 draws of the reference; turned in all 2 variants."}, []string{"leans in"}},
	} {
		a := anAnalysis(result.Analysis{Variants: variantRows(test.best), Claims: claimRows(test.shares...)})
		text := printed(func(w *strings.Builder) { a.WriteVariants(w, report.Style{}) })
		says(t, test.name, text, test.want, test.not)
	}
}

// The short answer explains what becomes of claims, where there are any.
func TestVariantsAnswerExplainsClaims(t *testing.T) {
	for claims, want := range map[bool]string{true: "and is turned where in fewer. All claims: claims.csv", false: ""} {
		a := anAnalysis(result.Analysis{Variants: variantRows("a")})
		if claims {
			a.Claims = claimRows(0.97, 0.7, 0.3)
		}
		notes := strings.Join(a.VariantsAnswer().Table.Notes, " ")
		if strings.Contains(notes, "A claim holds") != claims || !strings.Contains(notes, want) {
			t.Errorf("with claims %v: %s", claims, notes)
		}
	}
}
