package analyses

import (
	"fmt"
	"io"
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// writeSwitching writes where another structure becomes the best as one assumption alone moves.
func (a Analysis) writeSwitching(w io.Writer, s report.Style) {
	if len(a.Switching) == 0 {
		return
	}
	section(w, a.aboutSwitching())
	switching := report.Switching(a.Switching)
	if len(switching) == 0 {
		fmt.Fprintf(w, "%s can change it alone, within what is plausible.\n", outOf(0, len(a.Switching)))
		return
	}
	printed := firstOf(switching)
	cells := a.switchingCells(printed)
	for i := range cells {
		cells[i][0] = a.both(cells[i][0], "")
	}
	columns := a.switchingColumns("Assumption")
	columns[0] = columns[0].Within(labelWidth)
	s.Render(w, columns, cells)
	leftOut(w, len(switching), len(printed), "switching.csv")
	notes(w, evidenceNote(printed, func(r result.SwitchingRow) string { return r.Strength }))
}

// aboutSwitching is the heading of a table of switching values.
func (a Analysis) aboutSwitching() string {
	return "Switching values: where another structure becomes the best if one assumption alone goes away from its " + a.central() + " value"
}

// switchingFinding says how many assumptions can change the choice by themselves.
func (a Analysis) switchingFinding() string {
	if len(a.Switching) == 0 {
		return ""
	}
	return fmt.Sprintf("With all assumptions at their %s values %s is best. %s alone can make another the best, within what is plausible.", a.central(),
		a.name(a.Switching[0].Preferred), outOf(len(report.Switching(a.Switching)), len(a.Switching)))
}

// SwitchingTable is where another structure becomes the best as one assumption alone moves, the nearest first; without rows
// where none does. Assumptions have their labels, and their codes in a column.
func (a Analysis) SwitchingTable() report.Summary {
	switching := report.Switching(a.Switching)
	printed := topOf(switching)
	t := report.Summary{
		Title: a.aboutSwitching(), Columns: a.switchingColumns("Code"),
		Rows:  a.switchingCells(printed),
		Notes: []string{evidenceNote(printed, func(r result.SwitchingRow) string { return r.Strength })},
	}
	t.Columns = append([]report.Column{report.Text("Assumption")}, t.Columns...)
	for i, row := range t.Rows {
		t.Rows[i] = append([]string{a.label(row[0])}, row...)
	}
	if more := len(switching) - len(printed); more > 0 {
		t.Notes = append(t.Notes, report.Decimal(float64(more), 0)+" more in switching.csv.")
	}
	return t
}

// switchingColumns are those of switchingCells.
func (a Analysis) switchingColumns(first string) []report.Column {
	return []report.Column{
		report.Text(first), report.Text("Kind"), report.Text(evidenceHeading), report.Text("Plausible"), report.Number(report.Sentence(a.central() + " value")), report.Number("Switches at"), report.Text("To").Within(report.NameWidth),
	}
}

// switchingCells has a line for each switching value.
func (a Analysis) switchingCells(rows []result.SwitchingRow) [][]string {
	var cells [][]string
	for _, r := range rows {
		for _, side := range []struct {
			at   result.Number
			then string
		}{{r.Below, r.ThenBelow}, {r.Above, r.ThenAbove}} {
			if !math.IsNaN(float64(side.at)) {
				cells = append(cells, []string{r.Assumption, r.Kind, evidence(r.Strength), report.Full(float64(r.Low)) + " … " + report.Full(float64(r.High)), report.Full(float64(r.Base)), report.Significant(float64(side.at)), a.plain(side.then)})
			}
		}
	}
	return cells
}
