package report

import (
	"fmt"
	"io"
	"strings"

	"reconfig/model/result"
)

// writeChances writes in what share of draws each structure is best, meets the target and pays for itself.
func (r Run) writeChances(w io.Writer, s Style) {
	fmt.Fprintf(w, "\nIn how many of 100 draws is it the best of these structures, or does it meet a mark?\n\n")
	s.render(w, []column{
		{"Structure", true, nameWidth}, {"Best: net\nbenefit", false, 0}, {"Best: structure\nalone (NPV)", false, 0}, {"Best: lasting\nsaving", false, 0},
		{"Best: capacity\nat target", false, 0}, {"Paid back by\nhandover", false, 0}, {"All " + r.Setting.BodyPlural + "\non target", false, 0}, {"At least 90 %\non target", false, 0},
	}, r.rows(func(row *result.OutcomeRow) []string {
		var cells []string
		for _, o := range []result.Outcome{result.NetBenefit, result.StructureNPV, result.SteadySaving, result.CapacityAtTarget} {
			cells = append(cells, chance(r.probability(row.Structure, result.Best, o)))
		}
		for _, event := range []string{result.PaysBackByHandover, result.AllOnTarget, result.NineInTenOnTarget} {
			cells = append(cells, chance(r.probability(row.Structure, event, 0)))
		}
		return cells
	}))
}

// chance writes a share of draws out of 100, without passing off what is rare as never or what is likely as always.
func chance(share float64) string {
	switch {
	case share > 0 && share < 0.005:
		return "<1"
	case share < 1 && share > 0.995:
		return ">99"
	}
	return Decimal(100*share, 0)
}

// ofHundred is a chance in words: 12 of 100.
func ofHundred(share float64) string {
	words := strings.NewReplacer("<", "fewer than ", ">", "more than ")
	return words.Replace(chance(share)) + " of 100"
}
