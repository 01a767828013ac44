package variants_test

import (
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/sim/analysis/variants"
)

var three = []string{"apart", "office-merger", "full-merger"}

func TestClaimsAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"full-merger structure_npv_k>0":                            "full-merger structure_npv_k > 0",
		" full-merger  apart net_benefit_k >= -1e3":                "full-merger apart net_benefit_k >= -1000",
		"full-merger * net_benefit_k<0.5":                          "full-merger * net_benefit_k < 0.5",
		"* apart structure_npv_k<=0":                               "* apart structure_npv_k <= 0",
		"* reduction_from_cuts_pct > reduction_from_structure_pct": "* reduction_from_cuts_pct > reduction_from_structure_pct",
	} {
		c, err := variants.ParseClaim(text, three)
		if err != nil || c.String() != want {
			t.Errorf("%q: %q, %v", text, c, err)
		}
	}
}

func TestWrongClaims(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "expected one structure or two",
		"full-merger":                      "expected one structure or two",
		"net_benefit_k>0":                  "expected one structure or two",
		"a b c net_benefit_k>0":            "expected one structure or two",
		"full-merge net_benefit_k>0":       `there is no structure "full-merge"; did you mean full-merger`,
		"apart apart net_benefit_k>0":      "two different structures",
		"* * net_benefit_k>0":              "two different structures",
		"apart net_benefit>0":              `there is no outcome "net_benefit"`,
		"apart net_benefit_k>lots":         "is not a plain number",
		"apart net_benefit_k>capacity_end": "different units",
		"apart full-merger reduction_from_cuts_pct>reduction_from_structure_pct": "compared with a number",
	} {
		if _, err := variants.ParseClaim(text, three); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzParseClaim(f *testing.F) {
	f.Add("full-merger apart net_benefit_k>0")
	f.Add("* reduction_from_cuts_pct <= reduction_from_structure_pct")
	f.Add("full-merger * structure_npv_k >= -1e300")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := variants.ParseClaim(text, three)
		if err != nil {
			return
		}
		again, err := variants.ParseClaim(c.String(), three)
		if err != nil || again.String() != c.String() {
			t.Errorf("%q is written as %q, which is read as %q, %v", text, c, again, err)
		}
	})
}

// A claim must be judged as whoever counts draws would.
func TestClaimsAreCounted(t *testing.T) {
	const draws = 300
	s := setup(t, london(t), nil)
	structures := []string{"status-quo", "merger", "de-facto-merger"}
	texts := []string{"merger de-facto-merger net_benefit_k>-20000", "merger structure_npv_k>50000", "* merger net_benefit_k>0", "merger * net_benefit_k<=0", "* reduction_from_cuts_pct>reduction_from_structure_pct"}
	var claims []variants.Claim
	for _, text := range texts {
		claims = append(claims, claim(t, text, structures))
	}
	found, err := variants.Run(background, s, variants.Options{Outcomes: []result.Outcome{result.NetBenefit}, Structures: structures, Claims: claims, Draws: draws, Only: []string{"horizon-5"}})
	if err != nil {
		t.Fatal(err)
	}
	sample, err := s.Sample(background, structures, []result.Outcome{result.NetBenefit, result.StructureNPV, result.ReductionFromCuts, result.ReductionFromStructure}, draws)
	if err != nil {
		t.Fatal(err)
	}
	net, npv := sample.Of(result.NetBenefit), sample.Of(result.StructureNPV)
	count := func(holds func(j int) bool) (n float64) {
		for j := range draws {
			if holds(j) {
				n++
			}
		}
		return n / draws
	}
	want := []float64{
		count(func(j int) bool { return net[1][j]-net[2][j] > -20000 }),
		count(func(j int) bool { return npv[1][j] > 50000 }),
		min(count(func(j int) bool { return net[0][j] > net[1][j] }), count(func(j int) bool { return net[2][j] > net[1][j] })),
		min(count(func(j int) bool { return net[1][j] <= net[0][j] }), count(func(j int) bool { return net[1][j] <= net[2][j] })),
		1,
	}
	for i, row := range found.Claims[:len(texts)] {
		if float64(row.Share) != want[i] || row.Verdict != result.VerdictOf(want[i]) || row.Claim != claims[i].String() {
			t.Errorf("%s: %+v, want a share of %v", texts[i], row, want[i])
		}
	}
	mean := 0.0
	for j := range draws {
		mean += (net[1][j] - net[2][j] + 20000) / draws
	}
	if row := found.Claims[0]; !near(float64(row.Margin), mean, 1e-9) || row.Structure != "merger" || row.Against != "de-facto-merger" {
		t.Errorf("%+v, want a margin of %v", row, mean)
	}
}

// A payback that never comes has no mean, and is not at most 10 years.
func TestClaimsOnPayback(t *testing.T) {
	s := setup(t, london(t), nil)
	structures := []string{"status-quo", "hub-and-sectors"}
	o := variants.Options{Outcomes: []result.Outcome{result.NetBenefit}, Structures: structures, Claims: []variants.Claim{claim(t, "hub-and-sectors structure_payback_years<=10", structures)}, Draws: 300, Only: []string{"horizon-5"}}
	found, err := variants.Run(background, s, o)
	if err != nil {
		t.Fatal(err)
	}
	if r := found.Claims[0]; !(r.Share > 0.1 && r.Share < 0.9) || r.Margin == r.Margin {
		t.Errorf("%+v", r)
	}
}

func claim(t testing.TB, text string, structures []string) variants.Claim {
	t.Helper()
	c, err := variants.ParseClaim(text, structures)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
