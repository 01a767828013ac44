package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
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

// What docs/decision.md says in words of its claims. Where a claim fares otherwise, its sentence must be written anew.
var saidOfClaims = []struct{ folder, claim, fate, sentence string }{
	{"london-2010-variants", "joint-management * net_benefit_k > 0", turns, "That joint management is best does not survive"},
	{"london-2010-variants", "de-facto-merger merger net_benefit_k > 0", unturned, "no variant turns that a de facto merger beats a full one"},
	{"london-2010-variants", "merger de-facto-then-merger net_benefit_k > 0", turns, "whether to do it in one step or two is no finding"},
	{"england-icb-2025-variants", "status-quo * net_benefit_k > 0", survives, "cutting alone beats every reorganisation on net benefit, whatever the rule"},
	{"england-icb-2025-variants", "cluster merger net_benefit_k > 0", unturned, "no variant turns that a cluster beats a full merger"},
	{"england-icb-2025-variants", "cluster merger structure_npv_k > 0", turns, "On money alone the same two are not told apart"},
	{"england-icb-2025-variants", "merger cluster steady_saving_k > 0", unturned, "that a merger saves more for good"},
	{"england-icb-2025-variants", "merger cluster steady_saving_pct < 2", survives, "nor that it is less than two points of cost"},
}

// TestDecisionPageVariants types the commands of docs/decision.md that vary rules, and holds the tables that it has of them,
// and what it says of them in words, against what they find.
func TestDecisionPageVariants(t *testing.T) {
	if testing.Short() {
		t.Skip("changes every rule of two cases")
	}
	commands := slices.DeleteFunc(commandsIn(t, "docs/decision.md"), func(line string) bool { return !isVariants(line) })
	p := newPage(t, "docs/decision.md")
	for _, line := range commands {
		typed(t, append(wordsOf(line), "--quiet")...)
	}
	content, err := os.ReadFile(filepath.Join(p.root, "docs", "decision.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for _, folder := range []string{"london-2010-variants", "england-icb-2025-variants"} {
		text = withBlock(t, text, folder, variantBlock(p.read(folder)))
	}
	checkDoc(t, filepath.Join(p.root, "docs", "decision.md"), text)
	for _, s := range saidOfClaims {
		p.says("%s", s.sentence)
		if fate := fateOf(t, p.read(s.folder).Claims, s.claim); fate != s.fate {
			t.Errorf("%s, %s: %s, not as the page says: %q", s.folder, s.claim, fate, s.sentence)
		}
	}
}

// fateOf says what becomes of a claim over all variants.
func fateOf(t *testing.T, rows []result.ClaimRow, claim string) string {
	t.Helper()
	found, fate := false, survives
	for _, r := range rows {
		if r.Claim != claim {
			continue
		}
		found = true
		switch {
		case r.Verdict == result.ClaimTurned:
			return turns
		case r.Verdict == result.ClaimLeans:
			fate = unturned
		}
	}
	if !found {
		t.Errorf("no claim %s", claim)
	}
	return fate
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
func variantBlock(a *data.Analysis) string {
	r := report.Analysis{Analysis: a.Analysis, Setting: model.Setting{Currency: a.Provenance.Currency}, Names: a.Provenance.Names}
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
