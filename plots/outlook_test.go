package plots

import (
	"slices"
	"testing"

	"reconfig/model/result"
)

func TestOutlooksAreLegible(t *testing.T) {
	for name, d := range outlooks() {
		checkLegible(t, name, d, outlookFigures())
	}
}

// An analysis may come without any other table; its structures are then those in focus.
func TestAnalysisAlone(t *testing.T) {
	d := Data{Context: Context{Focus: []string{"merge"}, Draws: 1000}, Tables: result.Tables{Analysis: drawn().Analysis}}
	if got := slices.Sorted(slices.Values(d.Structures())); !slices.Equal(got, []string{"hub", "merge", "stay"}) {
		t.Errorf("structures %q", got)
	}
	if got := d.complete().Focus; len(got) != 1 {
		t.Errorf("focus %q", got)
	}
	for _, f := range outlookFigures() {
		if _, err := f.Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}
