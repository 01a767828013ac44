// Package analyses is what is printed of an analysis, one file a method or a part of what it prints.
package analyses

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// Analysis is what the report of an analysis is about.
type Analysis struct {
	result.Analysis
	Properties       model.Properties
	Title            string // of the case
	Baseline         string // how the cost at the start is known
	Map              string
	OwnMap           string // of the case, which titles do not name
	HorizonYears     float64
	Settings         []string          // assumptions set by the user, as name=value
	Names            map[string]string // of structures, by code
	Labels           map[string]string // of assumptions, by name
	FunctionNames    map[string]string // by code
	ArrangementNames map[string]string // by code
	Draws            int               // 0 where the method makes points of its own
	Density          float64           // that scenarios were to have; 0 where none were looked for
	Points           bool              // scenarios were looked for among points of a sweep, not among draws
	Stopped          bool              // whether the method was interrupted and this is what it had found by then
	WhyNotCase       string            // why a search for a structure did not take the best of the case, where that is better
	WorthDrawn       bool              // whether draws differ in what capacity is worth
}

// name is what a structure is called, in quotes.
func (a Analysis) name(code string) string {
	return report.Quote(a.plain(code))
}

// central is what values are called that were not drawn.
func (a Analysis) central() string { return report.Central(len(a.Settings) > 0) }

// plain is a structure's name without quotes.
func (a Analysis) plain(code string) string {
	if name := a.Names[code]; name != "" {
		return name
	}
	return code
}

// heading says what is analysed, of which case.
func (a Analysis) heading(w io.Writer, what string) {
	fmt.Fprintf(w, "%s\n", report.Wrap(what, report.LineWidth))
	fmt.Fprintf(w, "%s: %s from %s%s, %s prices\n", a.Title, report.Years(a.HorizonYears), a.Properties.StartDate.Format("2 January 2006"), report.OnMap(a.Map, a.OwnMap), a.Properties.PriceYear)
	report.WriteBaseline(w, a.Baseline)
	for _, set := range a.Settings {
		fmt.Fprintf(w, "  with %s\n", set)
	}
	fmt.Fprintln(w)
}

// subject is a question in words.
func (a Analysis) subject(q result.Question) string {
	if q.Against == "" {
		return fmt.Sprintf("%s of %s", inWords(q.Outcome), a.name(q.Structure))
	}
	return fmt.Sprintf("%s of %s less that of %s", inWords(q.Outcome), a.name(q.Structure), a.name(q.Against))
}

// inWords is what sentences call an outcome, with the name of its column.
func inWords(outcome string) string {
	if o, ok := result.OutcomeByName(outcome); ok {
		return o.Words() + " (" + outcome + ")"
	}
	return outcome
}

// share writes a share in per cent with its interval.
func share(v, low, high result.Number) string {
	if math.IsNaN(float64(v)) {
		return ""
	}
	return fmt.Sprintf("%s (%s to %s)", hundredth(v), hundredth(low), hundredth(high))
}

// hundredth writes a share in whole per cent where that says enough, else to one decimal.
func hundredth(v result.Number) string {
	if p := 100 * math.Abs(float64(v)); p > 0.05 && p < 9.95 {
		return report.Decimal(100*float64(v), 1)
	}
	return report.Decimal(100*float64(v), 0)
}

// mostRows is how many rows of a ranked table are printed.
const mostRows = 15

// firstOf lists what is ranked first; the rest is in the file.
func firstOf[Row any](rows []Row) []Row { return rows[:min(len(rows), mostRows)] }

// leftOut says where the rest of a table is.
func leftOut(w io.Writer, rows, printed int, file string) {
	if rows > printed {
		fmt.Fprintf(w, "\n%s more in %s.\n", report.Decimal(float64(rows-printed), 0), file)
	}
}

// notes writes what explains marks in a table above; empty ones are passed over.
func notes(w io.Writer, lines ...string) {
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	if len(lines) > 0 {
		fmt.Fprintf(w, "\n%s\n", strings.Join(lines, "\n"))
	}
}

// orNone is a number in a sentence.
func orNone(n int) string {
	if n == 0 {
		return "none"
	}
	return report.Decimal(float64(n), 0)
}

// orEmpty is a number in a cell.
func orEmpty(n int) string {
	if n == 0 {
		return ""
	}
	return report.Decimal(float64(n), 0)
}

// outOf begins a sentence on some of all assumptions: Of 85 assumptions, none.
func outOf(n, all int) string {
	return fmt.Sprintf("Of %s, %s", report.Count(all, "assumption", "assumptions"), orNone(n))
}

// questions lists the questions that rows answer, in order.
func questions[Row any](rows []Row, of func(Row) result.Question) []result.Question {
	var all []result.Question
	for _, row := range rows {
		if q := of(row); !slices.Contains(all, q) {
			all = append(all, q)
		}
	}
	return all
}

// about lists the rows that answer a question.
func about[Row any](rows []Row, of func(Row) result.Question, q result.Question) []Row {
	return slices.DeleteFunc(slices.Clone(rows), func(row Row) bool { return of(row) != q })
}
