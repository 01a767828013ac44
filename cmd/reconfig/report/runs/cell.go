package runs

import (
	"math"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// How an outcome is turned into the number that is printed.
func as(v float64) float64      { return v }
func percent(v float64) float64 { return 100 * v }
func dip(v float64) float64     { return 100 * (v - 1) }

// rows gives each structure's cells, its name first.
func (r Run) rows(cells func(*result.OutcomeRow) []string) [][]string {
	rows := make([][]string, len(r.Outcomes))
	for i := range r.Outcomes {
		rows[i] = append([]string{r.Outcomes[i].Name}, cells(&r.Outcomes[i])...)
	}
	return rows
}

// amount is an outcome in money, as cell writes it.
func (r Run) amount(row *result.OutcomeRow, o result.Outcome) string {
	return r.cellTo(r.money().decimals, row, o, r.money().scaled)
}

// cell is an outcome to one decimal, with its range on the line below where there are draws.
func (r Run) cell(row *result.OutcomeRow, o result.Outcome, print func(float64) float64) string {
	return r.cellTo(1, row, o, print)
}

func (r Run) cellTo(decimals int, row *result.OutcomeRow, o result.Outcome, print func(float64) float64) string {
	value := report.Decimal(print(row.Values[o]), decimals)
	low, high := print(r.at(row.Structure, result.P05, o)), print(r.at(row.Structure, result.P95, o))
	if r.Draws == 0 || math.IsNaN(low) || math.IsNaN(high) {
		return r.centre(value)
	}
	if high-low >= 5 { // more digits would be false precision
		decimals = 0
	}
	from, to := report.Decimal(low, decimals), report.Decimal(high, decimals)
	if from == value && to == value {
		return r.centre(value) + "\n"
	}
	return r.centre(value) + "\n" + from + " to " + to + r.mark(row.Structure, o)
}

// centre leaves space behind a value, so that it stands over its range and not over the mark.
func (r Run) centre(value string) string {
	if r.Draws == 0 {
		return value
	}
	return value + strings.Repeat("\u00A0", len(report.Judged))
}

// mark is what follows a range: whether at least half of its variance goes with the assumptions of strength D.
func (r Run) mark(structure string, o result.Outcome) string {
	if r.at(structure, result.DShare, o) >= result.MostlyJudged {
		return report.Judged
	}
	return strings.Repeat("\u00A0", len(report.Judged))
}
