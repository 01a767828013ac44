package mapping_test

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim/design/mapping"
)

// Where groups are too many to list the search still finds a map that keeps the rules, says that nothing is proved, and
// values it as the engine does.
func TestLargeCountriesAreSearchedWithoutProof(t *testing.T) {
	bodies, sectors := modeltest.ShortOrLong(44, 60), modeltest.ShortOrLong(8, 10)
	c := modeltest.England(london(), bodies, 2)
	s := setupOf(t, c, testDraws)
	var warned []string
	s.Warn = func(w string) { warned = append(warned, w) }
	f := found(t, s, mapping.Options{
		Outcome: result.NetBenefit, Draws: testDraws, Seed: 1, Structure: "merger", Random: 10,
		Groups: mapping.Range{Least: sectors, Most: sectors}, Bodies: mapping.Range{Least: 2, Most: 30},
	})
	if len(warned) == 0 || !strings.Contains(warned[0], "proves nothing") {
		t.Errorf("it warned of %q", warned)
	}
	for _, row := range f.Tables.Maps {
		if row.Main != "yes" {
			continue
		}
		if row.Proved != "no" || !math.IsNaN(float64(row.Bound)) || !strings.HasPrefix(row.Search, "not proved") {
			t.Errorf("proved %s, bound %v: %s", row.Proved, row.Bound, row.Search)
		}
		if row.Breaks != "" || row.Groups != sectors {
			t.Errorf("%d groups, rules broken: %s", row.Groups, row.Breaks)
		}
		if !(row.Beats > 0.9) {
			t.Errorf("better than %v of random maps only", row.Beats)
		}
		if got := (valuer{s, "merger", result.NetBenefit, testDraws}).value(t, f.Case(c), row.Map); !same(got, float64(row.Value)) {
			t.Errorf("the search says %v, the engine %v", row.Value, got)
		}
	}
}

// A country of ten times as many bodies as England had is searched in minutes.
func TestVeryLargeCountriesAreSearched(t *testing.T) {
	if !modeltest.Long() {
		t.Skip("takes minutes")
	}
	c := modeltest.England(london(), 3030, 1)
	f := found(t, setupOf(t, c, testDraws), mapping.Options{
		Outcome: result.NetBenefit, Draws: testDraws, Seed: 1, Structure: "merger", Random: 5,
		Groups: mapping.Range{Least: 300, Most: 300}, Bodies: mapping.Range{Least: 2, Most: 30},
	})
	for _, row := range f.Tables.Maps {
		if row.Main == "yes" && (row.Proved != "no" || row.Breaks != "" || !(row.Beats > 0.9)) {
			t.Errorf("%+v", row)
		}
	}
}
