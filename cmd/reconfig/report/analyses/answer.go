package analyses

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// answer is the answer to a question that has a table of ranked rows.
func (a Analysis) answer(full func(w io.Writer, s report.Style), table report.Summary, conclusions ...string) report.Answer {
	if table.Title == "" {
		table.Title = a.caption()
	}
	table.Notes = append(table.Notes, a.Baseline)
	if a.Stopped {
		conclusions = append([]string{a.interrupted()}, conclusions...)
	}
	return report.Answer{Conclusions: conclusions, Table: &table, Full: full}
}

// interrupted says what an interrupted search had done by then.
func (a Analysis) interrupted() string {
	switch {
	case len(a.Maps) > 0 && a.mainMap().Proved == "yes":
		return fmt.Sprintf("The search was interrupted once the best map of %s was proved: what comes after that is not complete.", report.Count(a.mainMap().Groups, "sector", "sectors"))
	case len(a.Functions) > 0 && !a.searchStopped():
		return "The search was interrupted at other worths of capacity: at the worth that is set it had ended."
	}
	return "The search was interrupted: this is the best that it had found by then."
}

// caption says of what case a table is.
func (a Analysis) caption() string {
	s := fmt.Sprintf("%s: %s from %s%s, %s prices", a.Title, report.Years(a.HorizonYears), a.Properties.StartDate.Format("2 January 2006"), report.OnMap(a.Map, a.OwnMap), a.Properties.PriceYear)
	if len(a.Settings) > 0 {
		s += "; with " + strings.Join(a.Settings, ", ")
	}
	return s
}

// captionOf is caption after what the table shows.
func (a Analysis) captionOf(q result.Question, what string) string {
	return fmt.Sprintf("%s: %s. %s", what, a.asked(q), a.caption())
}

// asked is a question in words, without the names of columns.
func (a Analysis) asked(q result.Question) string {
	words := wordsOf(q.Outcome)
	if q.Against == "" {
		return fmt.Sprintf("%s of %s", words, a.name(q.Structure))
	}
	return fmt.Sprintf("%s of %s less that of %s", words, a.name(q.Structure), a.name(q.Against))
}

// wordsOf is what sentences call an outcome.
func wordsOf(outcome string) string {
	if o, ok := result.OutcomeByName(outcome); ok {
		return o.Words()
	}
	return outcome
}

// called is what sentences call an assumption or a group of them.
func (a Analysis) called(input string) string {
	if label := otherInputs[input]; label != "" {
		return report.Quote(label)
	}
	return report.Labelled(a.Labels, input)
}

// label is what a table calls an assumption or a group of them; its code has a column of its own.
func (a Analysis) label(input string) string {
	return cmp.Or(a.Labels[input], otherInputs[input], input)
}

// otherInputs are what tables call inputs that are no assumptions.
var otherInputs = map[string]string{"body_errors": "Errors of single cost estimates", "chances": "Failures and refusals by chance"}

// code is what --set takes for an input; empty where the label says it already.
func (a Analysis) code(input string) string {
	if a.label(input) == input {
		return ""
	}
	return input
}

// both is what the tables of --full call an input: its label, and below it the code that --set takes. The marks follow the label.
func (a Analysis) both(input, marks string) string {
	if code := a.code(input); code != "" && otherInputs[input] == "" {
		return a.label(input) + marks + "\n(" + code + ")"
	}
	return a.label(input) + marks
}

// labelWidth is how long a line of a label may be.
const labelWidth = 32

// records lists the rows of a table for programs.
func (a Analysis) records(declared result.Table, rows any) report.Records {
	return report.RecordsOf(declared, a.Properties.Words(), rows)
}

// naming says what codes are called.
func (a Analysis) naming() report.Naming {
	labels := maps.Clone(otherInputs)
	maps.Copy(labels, a.Labels)
	return report.Naming{Words: a.Properties.Words(), Structures: a.Names, Labels: labels}
}

// ranked is how many rows an answer's table has at most.
const ranked = 10

// topOf lists what is ranked first.
func topOf[Row any](rows []Row) []Row { return rows[:min(len(rows), ranked)] }

// moreThan says where the rows are that a table leaves out.
func moreThan(rows int, file string) string {
	if rows <= ranked {
		return ""
	}
	return fmt.Sprintf("The first %d of %d; all are in %s.", ranked, rows, file)
}

// onlyFirst says where the answers to other questions are.
func onlyFirst(questions int) string {
	if questions < 2 {
		return ""
	}
	return fmt.Sprintf("This is the first of %d outcomes asked for; --full prints the others.", questions)
}

// settledInShort says whether there were enough points.
func (a Analysis) settledInShort(q result.Question) string {
	rows := about(a.Settling, func(r result.SettlingRow) result.Question { return r.Question }, q)
	switch {
	case len(rows) == 0:
		return ""
	case rows[len(rows)-1].Settled == "yes":
		return "The estimates have settled: " + fmt.Sprintf("the widest interval is %s percentage points.", percentagePoints(widestOf(rows[len(rows)-1]), 1))
	}
	return "The estimates have not settled yet: take more with --points; --full says why."
}
