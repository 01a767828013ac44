package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/data/results"
	"reconfig/model"
	"reconfig/model/result"
)

func isVariants(line string) bool { return strings.HasPrefix(line, "reconfig variants ") }

// What may become of a claim over all variants.
const (
	survives = "survives" // it holds in all
	unturned = "unturned" // it leans in some, and is turned in none
	turns    = "turns"    // it is turned in some
)

// What docs/decision.md says in words of its claims, and variants that must be among those that turn them: all of those, where
// only is set. Where a claim fares otherwise, its sentence must be written anew.
var saidOfClaims = []struct {
	folder, claim, fate, sentence string
	by                            []string
	only                          bool
}{
	{londonVariants, "joint-management * net_benefit_k > 0", turns, "It depends on what capacity and distance are worth, on how much a larger team knows, on economies of scale and on the years that are counted",
		[]string{"capacity-worthless", "distance-free", "large-critical-mass", "strong-scale", "weak-scale", "horizon-5"}, false},
	{londonVariants, "joint-management merger net_benefit_k > 0", turns, "that joint management beats a full merger is turned only if distance loses nothing", []string{"distance-free"}, true},
	{londonVariants, "de-facto-merger merger net_benefit_k > 0", unturned, "no variant turns that a de facto merger beats a full one on net benefit, though in some it only leans", nil, false},
	{londonVariants, "merger de-facto-then-merger net_benefit_k > 0", turns, "whether to do it in one step or two stays open: what a second step costs decides it by itself, and so do other rules",
		[]string{"second-step-free", "no-setup-cost", "no-disruption"}, false},
	{londonVariants, "merger de-facto-merger structure_npv_k > 0", turns, "a full and a de facto merger are so close that many a rule turns the order", []string{"no-failures", "more-refusals", "horizon-5"}, false},
	{londonVariants, "merger structure_npv_to_handover_k < 0", turns, "that a full merger has not paid for itself by the handover is untrue only if set-up is free", []string{"no-setup-cost"}, true},
	{londonVariants, "* reduction_from_cuts_pct > reduction_from_structure_pct", turns, "that most of the fall is cuts is untrue only if nobody cuts", []string{"no-cuts"}, true},
	{englandVariants, "status-quo * net_benefit_k > 0", survives, "cutting alone beats every reorganisation on net benefit, whatever the rule", nil, false},
	{englandVariants, "cluster merger net_benefit_k > 0", unturned, "no variant turns that a cluster beats a full merger on it", nil, false},
	{englandVariants, "cluster merger structure_npv_k > 0", turns, "more refusals, more failures, cheaper set-up or more years turn the order", []string{"more-refusals", "failures-twice", "no-setup-cost", "horizon-15"}, false},
	{englandVariants, "merger cluster steady_saving_k > 0", unturned, "no variant turns that a merger saves more for good", nil, false},
	{englandVariants, "merger cluster steady_saving_pct < 2", unturned, "nor that it is less than two points of cost a year", nil, false},
	{englandVariants, "merger cluster-then-merger net_benefit_k > 0", turns, "is turned only if what is decided is complete at once", []string{"all-at-once"}, true},
	{englandVariants, "* reduction_from_cuts_pct > reduction_from_structure_pct", turns, "most of the fall is cuts there too, unless nobody cuts", []string{"no-cuts"}, true},
	{"two-rules", "status-quo * net_benefit_k > 0", turns, "where capacity is worth nothing *and* setting up costs nothing, even in England cutting alone is no longer best", []string{"no-setup-cost"}, true},
}

// The folders of the page's commands.
const (
	londonVariants  = "london-2010-variants"
	englandVariants = "england-icb-2025-variants"
)

// TestDecisionPageSaysWhichRulesTurnClaims holds the tables that docs/decision.md has of variants, and what it says of them in
// words, against what its commands find.
func TestDecisionPageSaysWhichRulesTurnClaims(t *testing.T) {
	p := readPage(t, "docs/decision.md")
	var commands [][]string
	for _, line := range commandsIn(t, p.name) {
		if isVariants(line) {
			commands = append(commands, append(wordsOf(line), "--quiet"))
		}
	}
	p.typed(commands...)
	content, err := os.ReadFile(filepath.Join(p.root, "docs", "decision.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for _, folder := range []string{londonVariants, englandVariants} {
		text = withBlock(t, text, folder, variantBlock(p.read(folder)))
	}
	checkDoc(t, filepath.Join(p.root, "docs", "decision.md"), text)
	others, all := 0, 0
	for _, r := range p.read(londonVariants).Variants {
		if strings.HasPrefix(r.Outcome, "net_benefit") && r.Variant != result.ReferenceVariant { // one is judged by net_benefit_risked_k
			all++
			others += map[string]int{"yes": 0, "no": 1}[r.SameAsReference]
		}
	}
	p.says("in %d of the %d variants of section 7 another structure is best", others, all)
	for _, s := range saidOfClaims {
		p.says("%s", s.sentence)
		fate, by := fateOf(t, p.read(s.folder).Claims, s.claim)
		if missing := slices.DeleteFunc(slices.Clone(s.by), func(v string) bool { return slices.Contains(by, v) }); fate != s.fate || len(missing) > 0 || s.only && len(by) != len(s.by) {
			t.Errorf("%s, %s: it %s, by %v, not as the page says: %q", s.folder, s.claim, fate, by, s.sentence)
		}
	}
}

// fateOf says what becomes of a claim over all variants, and which turn it.
func fateOf(t *testing.T, rows []result.ClaimRow, claim string) (fate string, by []string) {
	t.Helper()
	fate = survives
	rows = slices.DeleteFunc(slices.Clone(rows), func(r result.ClaimRow) bool { return r.Claim != claim })
	if len(rows) == 0 {
		t.Errorf("no claim %s", claim)
	}
	for _, r := range rows {
		switch {
		case r.Verdict == result.ClaimTurned:
			fate, by = turns, append(by, r.Variant)
		case r.Verdict == result.ClaimLeans && fate == survives:
			fate = unturned
		}
	}
	return fate, by
}

// withBlock puts a block between its marks on a page.
func withBlock(t *testing.T, text, name, block string) string {
	t.Helper()
	before, rest, found := strings.Cut(text, "<!-- "+name+": made by `make docs` -->\n")
	_, after, ended := strings.Cut(rest, "<!-- end -->\n")
	if !found || !ended {
		t.Fatalf("the page has no place for %s", name)
	}
	return before + "<!-- " + name + ": made by `make docs` -->\n" + block + "<!-- end -->\n" + after
}

// variantBlock is what the page shows of an analysis of variants.
func variantBlock(a *results.Folder) string {
	r := analyses.Analysis{Analysis: a.Analysis, Properties: model.Properties{Currency: a.Provenance.Currency}, Names: a.Provenance.Names}
	var b strings.Builder
	b.WriteString("\n")
	r.WriteVariantTable(&b, report.Style{Markdown: true})
	b.WriteString("\n")
	number := 0
	for _, finding := range r.VariantFindings() {
		claim, rest, isClaim := strings.Cut(finding, ": true in ")
		if !isClaim {
			b.WriteString("- " + finding + "\n")
			continue
		}
		if number++; number == 1 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%d. `%s`: true in %s\n", number, claim, rest)
	}
	b.WriteString("\n")
	return b.String()
}
