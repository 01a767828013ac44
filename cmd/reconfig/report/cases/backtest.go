package cases

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// WriteBacktest writes each observation of a case against its simulated value and says what the passes are worth.
func WriteBacktest(w io.Writer, s report.Style, c *model.Case, rows []result.BacktestRow) {
	s.Heading(w, 2, fmt.Sprintf("%s (%s)", c.Title, c.Name))
	var cells [][]string
	cited := map[string]bool{}
	for _, r := range rows {
		verdict := "pass"
		if missed(r) {
			verdict = report.Emphasis(s.Colour, "MISS")
		}
		for _, id := range model.SourceIDs(r.Sources) {
			cited[id] = true
		}
		cells = append(cells, []string{
			verdict, r.ID, withUnit(r.Description+"\n("+r.Metric+")", r.Metric, c.Words()), report.Significant(r.Low) + " to " + report.Significant(r.High), report.Significant(float64(r.Simulated)),
			r.UsedFor + ",\n" + r.Kind, strings.ReplaceAll(r.Sources, ";", " "),
		})
	}
	s.Render(w, []report.Column{
		report.Text(""), report.Text("Observation"), report.Text("What was observed (metric) [unit]").Within(40), report.Number("Observed"), report.Number("Simulated"),
		report.Text("Used for,\nkind"), report.Text("Sources").Within(12),
	}, cells)
	fmt.Fprintln(w)
	report.WriteParagraphs(w, worth(rows, c.Assumptions))
	fmt.Fprintf(w, "\nSources\n")
	for _, source := range c.Sources {
		if cited[source.ID] {
			fmt.Fprintf(w, "  %-8s %s\n", source.ID, source.Citation)
		}
	}
	fmt.Fprintln(w)
}

// WriteBacktestVerdict says what the back-tests of several cases come to.
func WriteBacktestVerdict(w io.Writer, s report.Style, rows []result.BacktestRow) {
	s.Heading(w, 2, "All cases")
	report.WriteParagraphs(w, []string{passed(rows), heldOut(rows)})
}

// Missed counts the observations whose simulated value is outside the band.
func Missed(rows []result.BacktestRow) int {
	return countRows(rows, missed)
}

func missed(r result.BacktestRow) bool { return r.Passes != "yes" }

func countRows(rows []result.BacktestRow, counts func(result.BacktestRow) bool) int {
	n := 0
	for _, r := range rows {
		if counts(r) {
			n++
		}
	}
	return n
}

func passed(rows []result.BacktestRow) string {
	return fmt.Sprintf("%d of %s pass.", len(rows)-Missed(rows), report.Count(len(rows), "observation", "observations"))
}

// worth says what the passes show, and what they don't.
func worth(rows []result.BacktestRow, assumptions []model.Assumption) []string {
	lines := []string{passed(rows)}
	if text := calibrated(rows); text != "" {
		if ranges := rangesFrom(rows, assumptions); len(ranges) > 0 {
			text += " Their sources also set the ranges of " + report.And(ranges) + "."
		}
		lines = append(lines, text)
	}
	lines = append(lines, plainWorth(rows)...)
	return append(lines, heldOut(rows))
}

// plainWorth says what passes show of observations that were not used for calibration but test nothing either.
func plainWorth(rows []result.BacktestRow) (lines []string) {
	if n := countRows(rows, func(r result.BacktestRow) bool { return r.UsedFor == "consistency" }); n > 0 {
		lines = append(lines, fmt.Sprintf("%s merely consistent with what went in: their passing validates little.", report.Count(n, "is", "are")))
	}
	if n := countRows(rows, func(r result.BacktestRow) bool { return r.Kind != "outturn" }); n > 0 {
		lines = append(lines, fmt.Sprintf("Of all, %s rather than outturns: agreeing with a plan says nothing of what happened.", report.Count(n, "is a plan or derived figure", "are plans or derived figures")))
	}
	return lines
}

// calibrated says how many were used for calibration; nothing if none was.
func calibrated(rows []result.BacktestRow) string {
	n := countRows(rows, func(r result.BacktestRow) bool { return r.UsedFor == "calibration" })
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s used for calibration: that they pass shows coherence, and tests nothing.", report.Count(n, "was", "were"))
}

// heldOut says how many were held out, and how those of them do that test the model.
func heldOut(rows []result.BacktestRow) string {
	held := slices.DeleteFunc(slices.Clone(rows), func(r result.BacktestRow) bool { return r.UsedFor != "holdout" })
	outturns := slices.DeleteFunc(slices.Clone(held), func(r result.BacktestRow) bool { return r.Kind != "outturn" })
	if len(outturns) == 0 {
		return "No outturn was held out, so nothing here tests the model."
	}
	others := ""
	if n := len(held) - len(outturns); n > 0 {
		others = fmt.Sprintf(" %s held out too, but %s.", report.Count(n, "was", "were"), report.Plural(n, "is no outturn", "are no outturns"))
	}
	return fmt.Sprintf("What tests the model is outturns that were held out: %d of %d pass.%s", len(outturns)-Missed(outturns), len(outturns), others)
}

// rangesFrom names the assumptions with a range that rest on the sources of observations used for calibration: as scale.*
// where all with a range do that begin so.
func rangesFrom(rows []result.BacktestRow, assumptions []model.Assumption) []string {
	sources := map[string]bool{}
	for _, r := range rows {
		for _, id := range model.SourceIDs(r.Sources) {
			sources[id] = sources[id] || r.UsedFor == "calibration"
		}
	}
	resting, others, begin := map[string][]string{}, map[string]bool{}, []string{}
	for _, a := range assumptions {
		first, _, _ := strings.Cut(a.Name, ".")
		switch {
		case !(a.Low < a.High):
		case slices.ContainsFunc(model.SourceIDs(a.Sources), func(id string) bool { return sources[id] }):
			resting[first] = append(resting[first], a.Name)
			begin = append(begin, first)
		default:
			others[first] = true
		}
	}
	var names []string
	for _, first := range slices.Compact(begin) { // assumptions are in the order of their names
		if len(resting[first]) > 1 && !others[first] {
			names = append(names, first+".*")
		} else {
			names = append(names, resting[first]...)
		}
	}
	return names
}
