package analyses

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WriteFunctions writes where each function is best done, the best structure of each kind, and the same at other worths of
// capacity.
func (a Analysis) WriteFunctions(w io.Writer, s report.Style) {
	d := a.designed()
	a.heading(w, fmt.Sprintf("Where each function is best done: %s, %s draws", inWords(d.Outcome), report.Decimal(float64(a.Draws), 0)))
	t := a.functionSummary(d)
	s.Render(w, t.Columns, t.Rows)
	notes(w, t.Notes...)
	section(w, "The best structure of each kind")
	a.writeDesigns(w, s)
	if len(a.FunctionFront) > 0 {
		section(w, "At other worths of capacity")
		a.writeFront(w, s)
	}
}

// writeDesigns writes one line for each kind of structure.
func (a Analysis) writeDesigns(w io.Writer, s report.Style) {
	var values []result.Number
	for _, r := range a.Designs {
		values = append(values, r.Value, r.ValueEvents, r.WithoutCompelling)
	}
	m := report.AmountOf(a.Properties, a.Designs[0].Unit, values...)
	columns := []report.Column{report.Text("Kind of structure").Within(labelWidth), report.Number("Functions\nmoved"), report.Number("Mean " + m.Heading), report.Number("With\nevents"), report.Number("Where nothing need\nbe compelling"), report.Text("Functions that are\nnot compelling then").Within(labelWidth), report.Number("Starts"), report.Number("Changes\nof one"), report.Number("Of two"), report.Number("Of these\non all draws")}
	var cells [][]string
	for _, r := range a.Designs {
		moved := ""
		if m.Write(r.Value) != "" {
			moved = report.Decimal(float64(r.Moved), 0)
		}
		cells = append(cells, []string{
			a.kindOf(r.Regime) + mark(r.Chosen == "yes", " *"), moved, m.Write(r.Value), m.Write(r.ValueEvents), m.Write(r.WithoutCompelling), strings.Join(a.functionsOf(strings.Split(r.Failing, ";")), ", "),
			orEmpty(r.Starts), orEmpty(r.Singles), orEmpty(r.Pairs), orEmpty(r.PairsInFull),
		})
	}
	s.Render(w, columns, cells)
	notes(w, "* The structure that was designed. Mean: failures and refusals at their means; with events: as a run has them.")
}

// writeFront writes what is best at each worth of capacity.
func (a Analysis) writeFront(w io.Writer, s report.Style) {
	var amounts []result.Number
	for _, r := range a.FunctionFront {
		amounts = append(amounts, r.NetBenefit, r.Money)
	}
	m := report.AmountOf(a.Properties, "£k", amounts...)
	columns := []report.Column{report.Number("Worth of\ncapacity"), report.Number("Net benefit\n" + m.Heading), report.Number("Money\n" + m.Heading), report.Number("Capacity,\npoint years"), report.Number("Functions\nmoved"), report.Text("Moved").Within(40)}
	var cells [][]string
	for _, r := range a.FunctionFront {
		cells = append(cells, []string{
			report.Full(float64(r.CapacityValue)) + mark(r.Set == "yes", " *"), m.Write(r.NetBenefit), m.Write(r.Money), report.Decimal(float64(r.Capacity), 1), orEmpty(r.Moved), a.movedAt(r.CapacityValue),
		})
	}
	s.Render(w, columns, cells)
	notes(w, "All against every function local. * As set. Where each function goes: functions_by_value.csv.")
}

// movedAt lists the functions that leave the bodies at a worth of capacity.
func (a Analysis) movedAt(worth result.Number) string {
	var functions []string
	for _, r := range a.FunctionsByValue {
		if r.CapacityValue == worth && r.Arrangement != "" && !slices.Contains(functions, r.Function) {
			functions = append(functions, r.Function)
		}
	}
	return report.And(a.functionsOf(functions))
}
