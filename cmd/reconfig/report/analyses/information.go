package analyses

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
	"reconfig/model/unit"
)

// writeInformation writes what it is worth to know an assumption, or a group of them, before choosing.
func (a Analysis) writeInformation(w io.Writer, s report.Style) {
	if len(a.Information) == 0 {
		return
	}
	section(w, "What it is worth to know something before choosing")
	printed := firstOf(worthKnowing(a.Information))
	m, cells := a.informationCells(printed)
	for i, r := range printed {
		cells[i][0] = a.both(r.Input, mark(r.Correlated == "yes", " †"))
	}
	s.Render(w, []report.Column{
		report.Text("Input").Within(labelWidth), report.Text(evidenceHeading), report.Number("Worth\n" + m.Heading), report.Number("95 % interval"), report.Number("% of perfect\ninformation"), report.Text("The choice changes at").Within(44),
	}, cells)
	leftOut(w, len(a.Information), len(printed), "information.csv")
	notes(w, a.informationNotes(printed)...)
}

// informationNotes explain marks in a table of what knowing something is worth; those without a mark are empty.
func (a Analysis) informationNotes(printed []result.InformationRow) []string {
	told, where := "", ""
	if slices.ContainsFunc(printed, func(r result.InformationRow) bool { return !math.IsNaN(float64(r.ChangesAt)) }) {
		where = "The choice changes where another structure becomes the best in the mean of draws, not at " + a.central() + " values."
	}
	if slices.ContainsFunc(printed, func(r result.InformationRow) bool { return r.Correlated == "yes" }) {
		told = "† Correlated with others, and worth what it tells of those too."
	}
	return []string{where, evidenceNote(printed, func(r result.InformationRow) string { return r.Strength }), told}
}

// informationCells has a line for each input, and how its worth is written.
func (a Analysis) informationCells(rows []result.InformationRow) (report.Amount, [][]string) {
	var values []result.Number
	for _, r := range rows {
		values = append(values, r.Value)
	}
	m := report.AmountOf(a.Properties, a.Information[0].Unit, values...)
	var cells [][]string
	for _, r := range rows {
		cells = append(cells, []string{r.Input + mark(r.Correlated == "yes", " †"), evidence(r.Strength), m.Size(r.Value), m.Margin(r.StandardError), percentOf(r.ShareOfEVPI), a.changes(r)})
	}
	return m, cells
}

// InformationTable is what it is worth to know an assumption, or a group of them, before choosing, the worthiest first; without
// rows where that was not looked for. Inputs have their labels, and their codes in a column.
func (a Analysis) InformationTable() report.Summary {
	t := report.Summary{Title: "What it is worth to know something before choosing: the most that a study of it may cost"}
	if len(a.Information) == 0 {
		return t
	}
	printed := topOf(worthKnowing(a.Information))
	m, cells := a.informationCells(printed)
	t.Columns = []report.Column{
		report.Text("Input"), report.Text("Code"), report.Text(evidenceHeading), report.Number("Worth " + m.Heading), report.Number("95 % interval"), report.Number("% of perfect information"), report.Text("The choice changes at"),
	}
	for i, row := range cells {
		label := report.Sentence(a.label(printed[i].Input))
		if strings.HasSuffix(row[0], "†") {
			label += " †"
		}
		t.Rows = append(t.Rows, append([]string{label, a.code(printed[i].Input)}, row[1:]...))
	}
	if more := len(a.Information) - len(printed); more > 0 {
		t.Notes = append(t.Notes, report.Decimal(float64(more), 0)+" more in information.csv.")
	}
	t.Notes = append(t.Notes, a.informationNotes(printed)...)
	return t
}

// worthKnowing lists everything, and what is worth something by itself.
func worthKnowing(rows []result.InformationRow) []result.InformationRow {
	return slices.DeleteFunc(slices.Clone(rows), func(r result.InformationRow) bool {
		return r.Input != result.Everything && !(r.Value > 0)
	})
}

// percentOf writes a share in per cent; empty where it is not known.
func percentOf(share result.Number) string {
	if math.IsNaN(float64(share)) {
		return ""
	}
	return hundredth(share)
}

// changes says at which value of an assumption, and to which structure, the choice changes.
func (a Analysis) changes(r result.InformationRow) string {
	if math.IsNaN(float64(r.ChangesAt)) {
		return ""
	}
	return report.Significant(float64(r.ChangesAt)) + ", to " + a.plain(r.ChangesTo)
}

// mostWorth is what is most worth finding out, of what can be told from nothing; where there is none, why. Both are empty
// where that was not looked for.
func (a Analysis) mostWorth() (top *result.InformationRow, none string) {
	parts := slices.DeleteFunc(worthKnowing(a.Information), func(r result.InformationRow) bool { return r.Input == result.Everything })
	surely := func(r result.InformationRow) bool { return r.Value > 1.96*r.StandardError }
	sure := slices.IndexFunc(parts, func(r result.InformationRow) bool { return r.Members == 1 && surely(r) }) // rather than its group
	if sure < 0 {
		sure = slices.IndexFunc(parts, surely)
	}
	switch {
	case len(a.Information) == 0:
		return nil, ""
	case len(parts) == 0:
		return nil, "Knowing any one assumption, or any group of them, would not change the choice."
	case sure < 0:
		return nil, "What knowing any one assumption is worth, or any group of them, cannot be told from 0 with so many draws: take more with --draws."
	}
	return &parts[sure], ""
}

// informationFinding names what is most worth finding out, of what can be told from nothing.
func (a Analysis) informationFinding() string {
	top, none := a.mostWorth()
	if top == nil {
		return none
	}
	m, within, part := report.LossOf(a.Properties, top.Unit, top.Value), "", ""
	if m.HasMargin(top.StandardError) {
		within = " (± " + m.Words(1.96*top.StandardError) + ")"
	}
	if !math.IsNaN(float64(top.ShareOfEVPI)) {
		part = ": " + percentOf(top.ShareOfEVPI) + " % of what knowing everything, chance included, would be worth"
	}
	finding := fmt.Sprintf("Most worth finding out: %s, worth %s%s, the most that a study of it could bring%s.", a.called(top.Input), m.Words(top.Value), within, part)
	if unit.Parse(top.Unit).Kind() == unit.Money {
		finding += " A study that costs more is not worth it."
	}
	return finding
}
