// Package bodies draws the figures of single commissioners: how far each ends from its target, who gains and who loses
// capacity, and maps of where they are.
package bodies

import (
	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// onlyCentral owns up to what the table of commissioners is where the run has more draws.
func onlyCentral(ctx figure.Context, rows []result.OutcomeRow) string {
	if !hasDraws(ctx, rows) {
		return ""
	}
	return "Of the central draw alone, with every assumption at its central value unless set otherwise"
}

// hasDraws says whether the run has draws besides the central one.
func hasDraws(ctx figure.Context, rows []result.OutcomeRow) bool {
	return ctx.Draws > 0 || figure.PercentileRows(rows) > 0
}

// atCentralValues says in the title what the table is of where the run has draws: in these, it may be otherwise.
func atCentralValues(ctx figure.Context, rows []result.OutcomeRow, title string) string {
	if !hasDraws(ctx, rows) {
		return title
	}
	return "At " + ctx.CentralOrSet() + " values " + words.Lowered(title)
}
