package runs_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// trust is a body under a structure: what the target asks of it, and its capacity against the status quo.
func trust(structure, name string, asked, against float64) result.CommissionerRow {
	return result.CommissionerRow{Structure: structure, Code: name, Name: name, ReductionAskedPct: asked, CapacityAgainstStatusQuo: result.Number(against)}
}

// third is a group of bodies.
func third(structure, size string, without, alone int) result.SizeRow {
	return result.SizeRow{
		Structure: structure, Size: size, Commissioners: 2, PopulationFrom: 1000, PopulationTo: 250000, CommissionersWithoutCut: without, CommissionersAlone: alone,
		ReductionAskedLeastPct: 10, ReductionAskedPct: 20, ReductionAskedMostPct: 30, CapacityAtTarget: 0.8, CapacityAgainstStatusQuo: -0.05, CommissionersGaining: 1, CommissionersLosing: 1,
	}
}

func TestWhoGainsAndWhoLoses(t *testing.T) {
	nan := math.NaN()
	for name, test := range map[string]struct {
		bodies []result.CommissionerRow
		sizes  []result.SizeRow
		want   string
	}{
		"uneven": {
			[]result.CommissionerRow{trust("Apart", "A", -6.14, 0), trust("Apart", "B", 64.9, 0), trust("Apart", "C", 30, 0), trust("Union", "A", -6.14, 0.04), trust("Union", "B", 64.9, -0.1), trust("Union", "C", 30, 0)},
			[]result.SizeRow{third("Apart", "smallest", 1, 0), third("Apart", "largest", 1, 1), third("Union", "smallest", 1, 0), third("Union", "largest", 1, 1)},
			"The target asks more of some than of others, from −6.1 % of its cost (A) to 64.9 % (B). Of 3 PCTs, 2 need no cut. | At central values, against the status quo, capacity at the target falls most for B under “Union” (by 10.0 points). It rises most for A under “Union” (by 4.0 points). Of 3 PCTs, 1 is alone in its sector, with nobody there to pool work with.",
		},
		"all alike": {
			[]result.CommissionerRow{trust("Apart", "A", 50, 0), trust("Apart", "B", 50.01, 0), trust("Union", "A", 50, 0.04), trust("Union", "B", 50, 0.03)},
			[]result.SizeRow{third("Apart", "smallest", 0, 0), third("Union", "smallest", 0, 0)},
			"The target asks the same of every PCT: 50.0 % of its cost. | At central values, against the status quo, capacity at the target rises most for A under “Union” (by 4.0 points). It falls for none.",
		},
		"a tie": {
			[]result.CommissionerRow{trust("Apart", "A", 50, 0), trust("Apart", "B", 50, 0), trust("Apart", "C", 50, 0), trust("Union", "A", 50, 0.04), trust("Union", "B", 50, 0.04001), trust("Union", "C", 50, 0.02)},
			[]result.SizeRow{third("Apart", "smallest", 0, 0), third("Union", "smallest", 0, 0)},
			"The target asks the same of every PCT: 50.0 % of its cost. | At central values, against the status quo, capacity at the target rises most for B and 1 other under “Union” (by 4.0 points). It falls for none.",
		},
		"a tie of structures": {
			[]result.CommissionerRow{trust("Apart", "A", 50, 0), trust("Apart", "B", 50, 0), trust("Union", "A", 50, 0.04), trust("Union", "B", 50, 0.01), trust("League", "A", 50, 0.04002), trust("League", "B", 50, 0.02)},
			[]result.SizeRow{third("Apart", "smallest", 0, 0), third("Union", "smallest", 0, 0)},
			"The target asks the same of every PCT: 50.0 % of its cost. | At central values, against the status quo, capacity at the target rises most for A under “Union” and “League” (by 4.0 points). It falls for none.",
		},
		"no cut": {
			[]result.CommissionerRow{trust("Apart", "A", 0, 0), trust("Apart", "B", -10, 0), trust("Union", "A", 0, -0.04), trust("Union", "B", -10, -0.03)},
			[]result.SizeRow{third("Apart", "smallest", 2, 2), third("Union", "smallest", 2, 2)},
			"The target asks no PCT for a cut. | At central values, against the status quo, capacity at the target falls most for A under “Union” (by 4.0 points). It rises for none. Of 3 PCTs, 2 are alone in their sector, with nobody there to pool work with.",
		},
		"nothing changes": {
			[]result.CommissionerRow{trust("Apart", "A", 10, 0), trust("Union", "B", 20, 0.0004)},
			[]result.SizeRow{third("Apart", "smallest", 0, 0), third("Union", "smallest", 0, 0)},
			"The target asks more of some than of others, from 10.0 % of its cost (A) to 20.0 % (B). | At central values, against the status quo, capacity at the target stays as it is for every PCT.",
		},
		"no status quo": {
			[]result.CommissionerRow{trust("Union", "A", 20, nan), trust("Union", "B", 20, nan)},
			[]result.SizeRow{third("Union", "smallest", 0, 0)},
			"The target asks the same of every PCT: 20.0 % of its cost. | ",
		},
	} {
		r := aRun(row("Apart", nil), row("Union", nil), row("League", nil))
		r.ByBody, r.BySize = test.bodies, test.sizes
		got := r.Findings()
		if joined := strings.Join(got[3:], " | "); joined != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", name, joined, test.want)
		}
	}
}

func TestASingleBodyHasNoSizes(t *testing.T) {
	r := aRun(row("Apart", nil))
	r.Commissioners, r.ByBody, r.BySize = 1, []result.CommissionerRow{trust("Apart", "A", 20, 0)}, []result.SizeRow{third("Apart", "only", 0, 1)}
	var out strings.Builder
	r.WriteOutcomes(&out, report.Style{})
	if len(r.Findings()) != 3 || strings.Contains(out.String(), "by size") {
		t.Errorf("of a single body: %q\n%s", r.Findings(), out.String())
	}
}

// The table has the structures in focus that were run, or the first four, with the best, and no column without a value.
func TestSizesPrinted(t *testing.T) {
	for name, test := range map[string]struct {
		focus     []string
		statusQuo bool
		has, not  []string
	}{
		"in focus":      {[]string{"C", "elsewhere"}, true, []string{"thirds of PCTs", "1.0 to 250.0", "10.0 to 30.0", "C          smallest", "F          smallest", "against", "gain"}, []string{"A  ", "Alone"}},
		"no focus":      {nil, true, []string{"A          smallest", "D          smallest", "F          smallest"}, []string{"E  "}},
		"no status quo": {nil, false, []string{"A          smallest"}, []string{"against", "gain", "lose"}},
	} {
		r := aRun(row("A", nil), row("B", nil), row("C", nil), row("D", nil), row("E", nil), row("F", map[result.Outcome]float64{result.NetBenefit: 5000}))
		r.Focus = test.focus
		for _, s := range []string{"A", "B", "C", "D", "E", "F"} {
			g := third(s, "smallest", 0, 0)
			if !test.statusQuo {
				g.CapacityAgainstStatusQuo, g.CommissionersGaining, g.CommissionersLosing = nothing, nothing, nothing
			}
			r.BySize = append(r.BySize, g)
		}
		var out strings.Builder
		r.WriteOutcomes(&out, report.Style{})
		_, printed, found := strings.Cut(out.String(), "Who gains and who loses")
		if !found {
			t.Fatalf("%s: no table in\n%s", name, out.String())
		}
		for _, words := range test.has {
			if !strings.Contains(printed, words) {
				t.Errorf("%s: no %q in\n%s", name, words, printed)
			}
		}
		for _, words := range test.not {
			if strings.Contains(printed, words) {
				t.Errorf("%s: %q in\n%s", name, words, printed)
			}
		}
	}
}

var nothing = result.Number(math.NaN())

func TestCautionWhereMostOfTheBaselineIsAssumed(t *testing.T) {
	spread := model.Assumption{Name: "baseline.spread", Low: 0, High: 0.35}
	for name, test := range map[string]struct {
		bases []model.BasisShare
		want  string // nothing for no caution
	}{
		"most of it": {
			[]model.BasisShare{{Basis: "reported", Commissioners: 1, Share: 0.2}, {Basis: "assumed", Commissioners: 2, Share: 0.8}},
			"Cost at the start: 80 % of it (2 of 3 PCTs) is assumed, not published. A sweep over baseline.scale shows how much an error of the total matters. A run of draws with “--set baseline.spread=…” (0 to 0.35) shows how much errors of single PCTs do.",
		},
		"all of it, in two ways": {
			[]model.BasisShare{{Basis: "estimated", Commissioners: 1, Share: 0.2}, {Basis: "assumed", Commissioners: 2, Share: 0.8}},
			"Cost at the start: all of it is estimated or assumed, not published.",
		},
		"nearly all": {[]model.BasisShare{{Basis: "derived", Commissioners: 1, Share: 0.001}, {Basis: "assumed", Commissioners: 2, Share: 0.999}}, "over 99 % of it (2 of 3 PCTs) is assumed"},
		"half":       {[]model.BasisShare{{Basis: "derived", Commissioners: 1, Share: 0.5}, {Basis: "assumed", Commissioners: 2, Share: 0.5}}, ""},
	} {
		r := aRun(row("Apart", nil))
		r.Bases, r.Assumptions = test.bases, []model.Assumption{spread}
		for _, draws := range []int{0, 100} {
			r.Draws = draws
			var out strings.Builder
			r.WriteCaution(&out)
			text := strings.Join(strings.Fields(out.String()), " ")
			if test.want == "" && strings.Contains(text, "Cost at the start") || !strings.Contains(text, test.want) {
				t.Errorf("%s, %d draws: %s", name, draws, text)
			}
		}
	}
}

// What reads as nothing is neither a gain nor a loss, as in figures, whatever the table of sizes counts.
func TestSizesCountWhatReads(t *testing.T) {
	r := aRun(row("Apart", nil), row("Union", nil))
	for _, s := range []string{"Apart", "Union"} {
		r.BySize = append(r.BySize, third(s, "smallest", 0, 0), third(s, "largest", 0, 0))
	}
	for i, against := range []float64{0.0006, -0.0004, -0.0006, -0.0007} {
		b := trust("Union", string(rune('A'+i)), 20, against)
		b.Population = float64(1000 * i)
		r.ByBody = append(r.ByBody, b)
	}
	slices.Reverse(r.ByBody)
	_, found, _ := r.Sizes()
	for i, want := range []string{"1 1", "1 1", "1 0", "0 2"} { // of the first the bodies are not known
		if cells := found.Rows[i]; strings.Join(cells[len(cells)-2:], " ") != want {
			t.Errorf("row %d: gain and lose %q, want %s", i, cells, want)
		}
	}
}
