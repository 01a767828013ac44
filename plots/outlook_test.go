package plots

import (
	"maps"
	"slices"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestOutlooksAreLegible(t *testing.T) {
	all := figuretest.Outlooks()
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(all)), 2) {
		figuretest.CheckLegible(t, name, all[name], figuretest.OutlookFigures())
	}
}

// An analysis may come without any other table; its structures are then those in focus.
func TestAnalysisAlone(t *testing.T) {
	d := figure.Data{Context: figure.Context{Focus: []string{"merge"}, Draws: 1000}, Tables: result.Tables{Analysis: figuretest.Drawn().Analysis}}
	if got := slices.Sorted(slices.Values(d.Structures())); !slices.Equal(got, []string{"hub", "merge", "stay"}) {
		t.Errorf("structures %q", got)
	}
	if got := d.Complete().Focus; len(got) != 1 {
		t.Errorf("focus %q", got)
	}
	for _, f := range figuretest.OutlookFigures() {
		if _, err := f.Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}
