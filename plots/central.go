package plots

import (
	"strings"
)

// onlyCentral owns up to what the table of commissioners is where the run has more draws.
func (d Data) onlyCentral() string {
	if !d.hasDraws() {
		return ""
	}
	return "Of the central draw alone, with every assumption at its central value unless set otherwise"
}

// hasDraws says whether the run has draws besides the central one.
func (d Data) hasDraws() bool { return d.Draws > 0 || d.statisticsOfOutcomes() > 0 }

// atCentralValues says in the title what the table is of where the run has draws: in these, it may be otherwise.
func (d Data) atCentralValues(title string) string {
	if !d.hasDraws() {
		return title
	}
	return "At central values " + strings.ToLower(title[:1]) + title[1:]
}
