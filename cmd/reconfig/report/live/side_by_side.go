package live

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/model/result"
	"reconfig/sim/numbers"
)

// leader is the structure with the highest net benefit, which is compared first.
func leader(rows []Row) Row {
	return slices.MaxFunc(rows, func(a, b Row) int { return cmp.Compare(a.Values[0], b.Values[0]) })
}

// leadChanged says which structure has the highest net benefit, in the report and here.
func leadChanged(before, now []Row) string {
	was, is := leader(before), leader(now)
	if len(now) == 1 {
		return fmt.Sprintf("%s alone is left here. In the report %s has the highest net benefit.", report.Quote(is.Name), report.Quote(was.Name))
	}
	if was.Structure == is.Structure {
		return fmt.Sprintf("%s has the highest net benefit, as in the report.", report.Quote(is.Name))
	}
	if !slices.ContainsFunc(now, func(row Row) bool { return row.Structure == was.Structure }) {
		return fmt.Sprintf("%s has the highest net benefit of what is compared here. %s, which has it in the report, is left out.", report.Quote(is.Name), report.Quote(was.Name))
	}
	return fmt.Sprintf("%s has the highest net benefit here. In the report it is %s.", report.Quote(is.Name), report.Quote(was.Name))
}

// said is the answer in a sentence.
func (m *Model) said(now []Row) string {
	is := leader(now)
	value := result.Number(is.Values[0])
	amount := report.AmountOf(m.Case.Properties, result.NetBenefit.Unit().String(), value).Words(value)
	if len(now) == 1 {
		return fmt.Sprintf("The net benefit of %s: %s.", report.Quote(is.Name), amount)
	}
	return fmt.Sprintf("%s has the highest net benefit: %s.", report.Quote(is.Name), amount)
}

// sideBySide is the table of the report's values and those of a request.
func (m *Model) sideBySide(r Request, before, now []Row) *document.Grid {
	g := &document.Grid{ID: "changed-values", Caption: "The report’s settings and yours, " + drawnWith(r.Draws) + ".", Columns: []document.Column{{Heading: "Structure"}}, Class: "sortable"}
	was := map[string][]float64{}
	for _, row := range before {
		was[row.Structure] = row.Values
	}
	for _, row := range now {
		g.Rows = append(g.Rows, []document.Cell{{Text: row.Name}})
	}
	var same []string
	for k, c := range compared {
		if isSame(k, was, now) {
			same = append(same, strings.ToLower(c.heading))
			continue
		}
		m.addOutcome(g, k, was, now)
	}
	g.Notes = []string{"Below a value here: its difference from the report’s, rounded by itself. Both were computed with the same draws."}
	if r.Draws != m.Report.Draws {
		g.Notes = append(g.Notes, fmt.Sprintf("The report itself has %s, so its own tables may differ from the values here in the last digits.", drawsOf(m.Report.Draws)))
	}
	if r.Draws == 0 {
		g.Notes[0] = "Below a value here: its difference from the report’s, rounded by itself. Each assumption has one value in both."
	}
	if len(same) > 0 {
		g.Notes = append(g.Notes, "The same in both, for every structure: "+report.And(same)+".")
	}
	return g
}

// isSame says whether the outcome that is compared as number k is the same in the report and here, of every structure.
func isSame(k int, was map[string][]float64, now []Row) bool {
	return !slices.ContainsFunc(now, func(row Row) bool {
		before, ok := was[row.Structure]
		return !ok || !numbers.Same(before[k], row.Values[k])
	})
}

// addOutcome adds the columns of an outcome: the report's values and those here, with the difference below.
func (m *Model) addOutcome(g *document.Grid, k int, was map[string][]float64, now []Row) {
	var values []result.Number
	for _, row := range now {
		values = append(values, result.Number(row.Values[k]))
		if before, ok := was[row.Structure]; ok {
			values = append(values, result.Number(before[k]))
		}
	}
	amount := report.AmountOf(m.Case.Properties, compared[k].outcome.Unit().String(), values...)
	heading := compared[k].heading + ", " + amount.Heading
	g.Columns = append(g.Columns, document.Column{Heading: heading + ": report", Right: true}, document.Column{Heading: heading + ": here", Right: true})
	for i, row := range now {
		there, here := document.Cell{Text: "–", Sort: result.Number(math.Inf(-1)).String()}, valued(amount, row.Values[k])
		if before, ok := was[row.Structure]; ok {
			there = valued(amount, before[k])
			here.Below = signed(amount, before[k], row.Values[k])
		}
		g.Rows[i] = append(g.Rows[i], there, here)
	}
}

func valued(m report.Amount, v float64) document.Cell {
	return document.Cell{Text: m.Write(result.Number(v)), Sort: result.Number(v).String()}
}

// signed is a difference as it reads from the two values, with its sign.
func signed(m report.Amount, there, here float64) string {
	if numbers.Same(there, here) {
		return "same"
	}
	text := m.Write(result.Number(here - there))
	if here > there && strings.Trim(text, "0.") != "" {
		return "+" + text
	}
	return text
}

// drawnWith says how many draws values are the means of.
func drawnWith(draws int) string {
	if draws == 0 {
		return "each assumption at one value"
	}
	return "means of " + drawsOf(draws)
}

func drawsOf(draws int) string {
	return report.Count(draws, "draw", "draws")
}
