package report

import (
	"fmt"
	"io"

	"reconfig/model"
)

// WriteCaution says how far the figures can be trusted: what share of the assumptions behind them is judgement.
func WriteCaution(w io.Writer, assumptions []model.Assumption) {
	uncertain, judged := Judgement(assumptions)
	WriteParagraphs(w, []string{fmt.Sprintf("How sure: this is one run, with each assumption at one value, and says nothing of the spread. Of %d uncertain assumptions, %d rest on judgement alone (strength D). “reconfig case show” lists them with their ranges and sources.", uncertain, judged)})
}

// Judgement counts the uncertain assumptions, and those of them that rest on judgement alone (strength D).
func Judgement(assumptions []model.Assumption) (uncertain, judged int) {
	for _, a := range assumptions {
		if a.Kind != "uncertainty" {
			continue
		}
		uncertain++
		if a.Strength == "D" {
			judged++
		}
	}
	return uncertain, judged
}
