package report

import (
	"fmt"
	"io"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
)

// WriteBacktest writes each observation against its simulated value and says what the passes are worth. It returns
// how many missed.
func WriteBacktest(w io.Writer, s Style, rows []result.BacktestRow, sources []model.Source) (missed int) {
	var cells [][]string
	cited := map[string]bool{}
	for _, r := range rows {
		verdict := "pass"
		if r.Passes != "yes" {
			verdict = "MISS"
			missed++
		}
		for _, id := range model.SourceIDs(r.Sources) {
			cited[id] = true
		}
		cells = append(cells, []string{
			Emphasis(s.Colour && verdict == "MISS", verdict), r.ID, r.Description + "\n(" + r.Metric + ")", Significant(r.Low) + " to " + Significant(r.High), Significant(r.Simulated),
			r.UsedFor + ",\n" + r.Kind, strings.ReplaceAll(r.Sources, ";", " "),
		})
	}
	s.render(w, []column{
		{"", true, 0}, {"Observation", true, 0}, {"What was observed (metric)", true, 40}, {"Observed", false, 0}, {"Simulated", false, 0},
		{"Used for,\nkind", true, 0}, {"Sources", true, 12},
	}, cells)
	fmt.Fprintln(w)
	WriteParagraphs(w, worth(rows, missed))
	fmt.Fprintf(w, "\nSources\n")
	for _, source := range sources {
		if cited[source.ID] {
			fmt.Fprintf(w, "  %-8s %s\n", source.ID, source.Citation)
		}
	}
	return missed
}

// worth says what the passes show, and what they don't.
func worth(rows []result.BacktestRow, missed int) []string {
	count := map[string]int{}
	heldOutOutturns, heldOutPasses := 0, 0
	for _, r := range rows {
		count[r.UsedFor]++
		if r.Kind != "outturn" {
			count["not outturn"]++
		}
		if r.UsedFor == "holdout" && r.Kind == "outturn" {
			heldOutOutturns++
			if r.Passes == "yes" {
				heldOutPasses++
			}
		}
	}
	all := len(rows)
	lines := []string{
		fmt.Sprintf("%d of %s pass.", all-missed, Count(all, "observation", "observations")),
		fmt.Sprintf("%d were used for calibration and %d are merely consistent with what went in: their passing validates little. %d are plans or derived figures rather than outturns: agreeing with a plan says nothing of what happened.", count["calibration"], count["consistency"], count["not outturn"]),
	}
	if heldOutOutturns == 0 {
		return append(lines, "No outturn was held out, so nothing here tests the model.")
	}
	return append(lines, fmt.Sprintf("What tests the model is outturns that were held out: %d of %d pass.", heldOutPasses, heldOutOutturns))
}
