package report

import (
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
)

// WriteCaution says how far the figures can be trusted: what the ranges hold, what they leave out, and what share of
// the assumptions behind them is judgement.
func (r Run) WriteCaution(w io.Writer) {
	uncertain, judged := Judgement(r.Assumptions, r.Held)
	if r.Draws == 0 {
		WriteParagraphs(w, []string{
			fmt.Sprintf("How sure: this is one run, with each assumption at one value, and says nothing of the spread. Of %d uncertain assumptions, %d rest on judgement alone (strength D). “reconfig case show” lists them with their ranges and sources.", uncertain, judged),
			r.baselineCaution(),
		})
		return
	}
	WriteParagraphs(w, []string{
		fmt.Sprintf("How sure: the ranges hold what is uncertain in %d assumptions, of which %d rest on judgement alone (strength D). Not in the ranges: levers and conventions, which are choices, and whatever the equations leave out.%s",
			uncertain, judged, r.monteCarlo()),
		r.baselineCaution(),
	})
}

// monteCarlo says how far off means may be for being those of so many draws; nothing of one draw, which tells no error.
func (r Run) monteCarlo() string {
	if r.Draws < 2 {
		return ""
	}
	return fmt.Sprintf(" Monte Carlo error: at most %s on a mean net benefit.", r.money().least(r.greatestError(result.NetBenefit)))
}

// greatestError is the greatest Monte Carlo error of any structure's mean.
func (r Run) greatestError(o result.Outcome) float64 {
	greatest := 0.0
	for _, row := range r.Outcomes {
		if e := r.at(row.Structure, result.MCError, o); !math.IsNaN(e) {
			greatest = max(greatest, e)
		}
	}
	return greatest
}

// Judgement counts the assumptions that are uncertain, but for those that are held, and those of them that rest on
// judgement alone (strength D).
func Judgement(assumptions []model.Assumption, held []string) (uncertain, judged int) {
	for _, a := range assumptions {
		if !a.IsUncertain() || slices.Contains(held, a.Name) {
			continue
		}
		uncertain++
		if a.RestsOnJudgement() {
			judged++
		}
	}
	return uncertain, judged
}
