package report

import (
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/model/result"
)

// writeSwitching writes where another structure becomes the best as one assumption alone moves.
func (a Analysis) writeSwitching(w io.Writer, s Style) {
	if len(a.Switching) == 0 {
		return
	}
	section(w, "Switching values: where another structure becomes the best if one assumption alone goes away from its base")
	switching := switchingOf(a.Switching)
	if len(switching) == 0 {
		fmt.Fprintf(w, "%s can change it alone, within what is plausible.\n", outOf(0, len(a.Switching)))
		return
	}
	printed := firstOf(switching)
	var cells [][]string
	for _, r := range printed {
		for _, side := range []struct {
			at   result.Number
			then string
		}{{r.Below, r.ThenBelow}, {r.Above, r.ThenAbove}} {
			if !math.IsNaN(float64(side.at)) {
				cells = append(cells, []string{r.Assumption, r.Kind, evidence(r.Strength), Full(float64(r.Low)) + " … " + Full(float64(r.High)), Full(float64(r.Base)), Significant(float64(side.at)), a.plain(side.then)})
			}
		}
	}
	s.render(w, []column{
		{"Assumption", true, 0}, {"Kind", true, 0}, {evidenceHeading, true, 0}, {"Plausible", true, 0}, {"Base", false, 0}, {"Switches at", false, 0}, {"To", true, nameWidth},
	}, cells)
	leftOut(w, len(switching), len(printed), "switching.csv")
	notes(w, evidenceNote(printed, func(r result.SwitchingRow) string { return r.Strength }))
}

// switchingOf lists the assumptions that have a switching value.
func switchingOf(rows []result.SwitchingRow) []result.SwitchingRow {
	return slices.DeleteFunc(slices.Clone(rows), func(r result.SwitchingRow) bool {
		return math.IsNaN(float64(r.Below)) && math.IsNaN(float64(r.Above))
	})
}

// switchingFinding says how many assumptions can change the choice by themselves.
func (a Analysis) switchingFinding() string {
	if len(a.Switching) == 0 {
		return ""
	}
	return fmt.Sprintf("With all assumptions at their base %s is best. %s can change that alone, within what is plausible.",
		a.name(a.Switching[0].Preferred), outOf(len(switchingOf(a.Switching)), len(a.Switching)))
}
