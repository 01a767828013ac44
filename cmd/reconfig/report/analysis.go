package report

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/plots/chart"
)

// Analysis is what the report of an analysis is about.
type Analysis struct {
	result.Analysis
	Setting      model.Setting
	Title        string // of the case
	Map          string
	HorizonYears float64
	Settings     []string          // assumptions set by the user, as name=value
	Names        map[string]string // of structures, by code
	Draws        int               // 0 where the method makes points of its own
	Density      float64           // that scenarios were to have; 0 where none were looked for
}

// name is what a structure is called, in quotes.
func (a Analysis) name(code string) string {
	if name := a.Names[code]; name != "" {
		return quote(name)
	}
	return quote(code)
}

// heading says what is analysed, of which case.
func (a Analysis) heading(w io.Writer, what string) {
	fmt.Fprintf(w, "%s\n", wrap(what, lineWidth))
	fmt.Fprintf(w, "%s, map %s, %s years from %s, %s prices\n", a.Title, a.Map, Full(a.HorizonYears), a.Setting.StartDate.Format("2 January 2006"), a.Setting.PriceYear)
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

// amount is how values of an outcome are printed.
type amount struct {
	unit     chart.Unit
	heading  string // the unit in a column's heading
	decimals int
}

// amount says how values in a unit are printed, so that they are told apart: money in millions, shares in per cent.
func (a Analysis) amount(unit string, values ...result.Number) amount {
	var u chart.Unit
	heading := unit
	switch {
	case strings.HasPrefix(unit, "£k"):
		u = chart.Unit{Divisor: 1000}
		heading = a.Setting.Currency + "m" + strings.TrimPrefix(unit, "£k")
	case strings.HasPrefix(unit, "£"):
		heading = a.Setting.Currency + strings.TrimPrefix(unit, "£")
	case unit == "share of start":
		u = chart.Unit{Divisor: 0.01}
		heading = "% of start"
	}
	var finite []float64
	for _, v := range values {
		if f := float64(v); !math.IsNaN(f) && !math.IsInf(f, 0) {
			finite = append(finite, f)
		}
	}
	decimals := 1
	if len(finite) > 0 {
		decimals = max(1, u.DecimalsAmong(finite))
	}
	return amount{u, heading, decimals}
}

// write writes a value without its unit.
func (m amount) write(v result.Number) string {
	switch f := float64(v); {
	case math.IsNaN(f):
		return ""
	case math.IsInf(f, 0):
		return Decimal(f, 0)
	default:
		return m.unit.Format(f, m.decimals)
	}
}

// words writes a value with its unit, for sentences.
func (m amount) words(v result.Number, currency string) string {
	if rest, money := strings.CutPrefix(m.heading, currency+"m"); money {
		m.unit.Prefix, m.unit.Suffix = currency, "m"
		return m.write(v) + rest
	}
	if strings.HasPrefix(m.heading, "%") {
		return m.write(v) + " " + m.heading
	}
	return m.write(v) + " " + m.heading
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
		return Decimal(100*float64(v), 1)
	}
	return Decimal(100*float64(v), 0)
}

// mostRows is how many rows of a ranked table are printed.
const mostRows = 15

// firstOf lists what is ranked first; the rest is in the file.
func firstOf[Row any](rows []Row) []Row { return rows[:min(len(rows), mostRows)] }

// leftOut says where the rest of a table is.
func (a Analysis) leftOut(w io.Writer, rows int, file string) {
	if rows > mostRows {
		fmt.Fprintf(w, "\n%d more in %s.\n", rows-mostRows, file)
	}
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

// evidence writes the strength of evidence so that judgement alone stands out.
func evidence(strength string) string {
	if strength == "D" {
		return "D" + judged
	}
	return strength + strings.Repeat("\u00A0", len(judged))
}

const evidenceHeading = "Evidence"

// evidenceNote explains the mark.
const evidenceNote = judged + " Strength D: judgement alone.\n"
