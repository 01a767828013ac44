package analyses

import (
	"fmt"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// functionLine is a line of that table: a function's choice, and the best other one.
type functionLine struct {
	result.FunctionRow
	OtherTier        string        `csv:"best_other_tier" optional:"yes" about:"Tier of the other choice with the greatest gain in place; empty if there is none"`
	OtherArrangement string        `csv:"best_other_arrangement" optional:"yes" about:"Its arrangement"`
	OtherGain        result.Number `csv:"best_other_gain_in_place" unit:"of the outcome" optional:"yes" about:"Its gain in place"`
	OtherBetter      result.Number `csv:"best_other_probability_better" unit:"share of draws" optional:"yes" about:"Share of draws in which that is above 0"`
}

// functionSummary is the table of one line for each function: where it is best done, or what is the best other choice.
func (a Analysis) functionSummary(d result.DesignRow) report.Summary {
	var gains []result.Number
	for _, r := range a.chosenRows() {
		gains = append(gains, r.GainInPlace, r.GainP05, r.GainP95)
	}
	m := report.AmountOf(a.Properties, d.Unit, gains...)
	t := report.Summary{
		Title:   fmt.Sprintf("Where each function is best done, %s. %s", report.Count(a.Draws, "draw", "draws"), a.caption()),
		Records: a.records(result.FunctionRow{}.Table(), a.chosenRows()),
		Columns: []report.Column{report.Text("Function").Within(report.NameWidth), report.Text("Best done").Within(report.NameWidth), report.Number("Gain\n" + m.Heading), report.Number("Better,\nof 100"), report.Text("Best other").Within(report.NameWidth), report.Number("Gain"), report.Number("Better"), report.Number("Gain, 5th to\n95th percentile"), report.Text("Code")},
		Notes:   []string{"Gain: against the same structure with the function local, failures and refusals at their means. Every choice and why it is not made: functions.csv."},
	}
	if other := a.otherYear(d); other != "" {
		t.Notes = append(t.Notes, other)
	}
	var lines []functionLine
	for _, r := range a.chosenRows() {
		lines = append(lines, functionLine{r, "", "", result.Unknown(), result.Unknown()})
		line := []string{a.function(r.Function), a.placed(r.Tier, r.Arrangement), "", "", "", "", "", "", r.Function}
		if o, found := a.bestOther(r.Function); found {
			lines[len(lines)-1] = functionLine{r, o.Tier, o.Arrangement, o.GainInPlace, o.Better}
			line[4], line[5], line[6] = a.placed(o.Tier, o.Arrangement), m.Write(o.GainInPlace), report.ChanceBeside(float64(o.Better), float64(d.Compelling))
		}
		if r.Tier != string(model.LocalTier) {
			line[2], line[3], line[7] = m.Write(r.GainInPlace), report.ChanceBeside(float64(r.Better), float64(d.Compelling)), m.Write(r.GainP05)+" to "+m.Write(r.GainP95)
		}
		t.Rows = append(t.Rows, line)
	}
	t.Lines = report.LinesOf(a.naming(), lines)
	return t
}

// bestOther is the choice of a function with the greatest gain in place of those that move it and are not made; false if
// there is no other.
func (a Analysis) bestOther(function string) (best result.FunctionRow, found bool) {
	for _, r := range a.Functions {
		other := r.Function == function && r.Chosen != "yes" && r.Tier != string(model.LocalTier)
		if other && (!found || r.GainInPlace > best.GainInPlace) {
			best, found = r, true
		}
	}
	return best, found
}
